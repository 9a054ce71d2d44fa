#!/bin/sh
# SPDX-License-Identifier: MIT
# Every command of README runs, says something, and complains about nothing.
# Where what is written today stands above what is written now, both say the
# same, but for the width of blanks. And its picture shows what is so.
. "${0%/*}/lib.sh"

# What the commands read.
files() {
	printf '%s\n' Ann,pen,0.10 Bo,ink,12.35 Ann,ink,0.20 Bo,pen,7 > sales.csv
	printf '%s\n' 1,Ann,active 2,Bo,gone > people.csv
	printf '%s\n' customer,item,price 'Ann,"pen, blue",0.10' Bo,ink,12.35 \
	    'Ann,"paper, A4",20.00' > orders.csv
	printf '%s\n' 'name size' 'pear 3' 'apple 5' > table.txt
	printf '%s\n' alpha beta > hosts.txt
	printf '%s\n' 'x one' 'y two' 'z one' > mixed.log
	printf '%s\n' 'echo one' 'echo two' > queue
	printf '%s\n' 1 2 > ids.txt
	printf '%s\n' Ann Bo > names.txt
	echo '["Ann", ["Bo", ["Ann"]]]' > names.json
	: > one.wav
	: > two.wav
	awk 'BEGIN { for (i = 0; i < 3000; i++) print i % 3, i }' > huge.log
	for minute in 00 01 02 03; do
		for host in 7 8 7 9; do
			printf '10.0.0.%s - - [01/Aug/2026:10:%s:00 +0000]' \
			    "$host" "$minute"
			printf ' "GET / HTTP/1.1" 50%s 512\n' "$host"
		done
	done | sed -e 's/50[79]/200/' > access.log
	cat > app.log <<-'END'
		2026-08-01 10:04:00 ERROR took 700ms
		2026-08-01 10:04:30 ERROR OutOfMemory
		    at App.run(App.java:17), OutOfMemory
		2026-08-01 10:05:00 INFO took 40ms
	END
	printf '2026-08-01 10:0%s ERROR\n' 2:10 2:20 3:10 > app.log.1
	printf '2026-08-01 10:0%s panic ERROR\n' 0:10 0:20 1:10 |
		gzip > app.log.2.gz
	touch -t 202608010001 app.log.2.gz
	touch -t 202608010002 app.log.1
	touch -t 202608010003 app.log
}

# Cut README into N.today, N.now and, where there is nothing to compare with,
# N.command. What begins with ./ is for the folder of the sources, as is what
# stands from Install on, before the timings; the tools are a table.
cut_commands() {
	awk '
		$0 == "Install" || $0 == "The tools" { skip = 1 }
		$0 == "When not to use it" { skip = 0 }
		!/^\t/ { file = "" }
		skip || !/^\t/ || /^\t\.\// { next }
		/^\t\t/ { if (file) print substr($0, 3) > file; next }
		{ line = substr($0, 2); what = "command" }
		/^\t(today|now)\t/ {
			what = $1
			sub(/^[a-z]*\t/, "", line)
		}
		{
			n += what != "now"
			file = sprintf("%03d.%s", n, what)
			print line > file
		}' "$SOURCE/README"
}

# Run the command in a file. One that follows a log gets a reader that leaves,
# and a log that goes on, since some tails see only then that nobody reads.
run() {
	if grep -q '^tail -F' "$1"; then
		{
			printf '%s | take 1 &\n' "$(cat "$1")"
			echo 'sleep 1; echo end >> access.log; wait'
		} > following
		set -- following
	fi
	"$PROBE" limit 20 sh "$1" < /dev/null > out 2> err
	status=$?
}

# Say what a command needs that not every system has, and this one has not.
lacks() {
	for program in bash jq parallel python3 zcat; do
		grep -qw "$program" "$1" || continue
		command -v "$program" > /dev/null 2>&1 &&
			{ [ "$program" != parallel ] || has_parallel; } &&
			continue
		echo "no $program here"
		return
	done
	return 1
}

# What it writes may be for a file.
answers() { [ -s out ] || grep -q '>' "$1"; }

one() {
	title="README: $(head -n 1 "$1")"
	if reason=$(lacks "$1"); then
		skip "$title" "$reason"
		return 1
	fi
	run "$1"
	check "$title" ends 0
	check "$title: has an answer" answers "$1"
	check "$title: no message" empty err
}

# Blanks in a row are one, and none are at the beginning.
squeeze() { tr -s '[:blank:]' ' ' < out | sed 's/^ //'; }

both() {
	! one "$1.today" || squeeze > before
	one "$1.now" && [ -e before ] || return
	squeeze > want
	check "$title: as before" same before want
	rm before want
}

stage=
needs README gzip || finish
mkdir commands && cd commands && cut_commands && cd .. || exit 99
files
for file in commands/*; do
	case $file in
	*.today) both "${file%.today}" ;;
	*.command) one "$file" ;;
	esac
done

"$SOURCE/build-aux/picture" > out 2> err
status=$?
cp "$SOURCE/doc/pipelines.svg" want
check 'doc/pipelines.svg: is what make picture draws' same out want
finish
