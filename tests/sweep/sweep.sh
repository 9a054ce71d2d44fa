#!/bin/sh
# SPDX-License-Identifier: MIT
# sweep - every call of every tool fails once; reads and writes are cut
#
#	make check TESTS=tests/sweep/sweep.sh	a sample
#	make sweep				everything
#	make sweep SWEEP_SEED=2			with other random pieces
#
# Runs commands.tab, and the first example of each tool's page, through
# tests/sweep/sweep. A round that failed is printed as a command line that
# repeats it, in a folder with the files that SWEEP_KEEP=folder keeps.
# shellcheck source=../contract/lib.sh
. "${0%/*}/../contract/lib.sh"

table=$SOURCE/tests/sweep/commands.tab

# Compress a file, where there is a program for it.
pack() {
	"$1" -c "$3" > "$3.$2" 2> log || rm -f "$3.$2"
}

make_files() {
	awk 'BEGIN { for (i = 1; i <= 300; i++) print i }' > numbers
	printf '%s\n' 7 8 9 > few
	awk 'BEGIN { for (i = 0; i < 60000; i++) print 10000 + i }' > big
	awk 'BEGIN { for (i = 0; i < 300000; i++) print 1000000 + i }' > many
	awk 'BEGIN {
		for (i = 0; i < 24; i++)
			print substr("apple pear  plum  Plum", 1 + int(i / 6) * 6, 6)
	}' | sed 's/ *$//' > words
	awk '{ print $0, NR }' words > pairs
	awk 'BEGIN {
		for (i = 0; i < 150000; i++) printf "%d", i % 10
		print ""; print "short"
		for (i = 0; i < 150000; i++) printf "%d", i % 7
	}' > long
	printf 'a\0b\nb\0c\0d\0' > nuls
	printf '%s\n' '[1, [2, [3, ["four", null]], {"a": [5]}], "\u00e9"]' \
	    '6 "seven"' > json
	printf 'id,qty,note\r\na,1,"x, ""y"""\nb,2,"two\nlines"\r\nc,3,\nd,4,z\n' \
	    > table.csv
	printf 'id\tqty\tnote\na\t1\tx\\ty\nb\t2\t"\nc\t3\t\nd\t4\tz\n' \
	    > table.tsv
	printf '{"id":"%s","qty":%d}\n' a 1 b 2 c 3 d 4 > objects
	awk 'BEGIN {
		print "id,qty,note"
		for (i = 0; i < 12000; i++)
			print i "," i % 1000 ",\"some, words " i "\""
	}' > wide.csv
	for file in numbers big wide.csv; do
		pack gzip gz $file
		pack xz xz $file
		pack zstd zst $file
		pack bzip2 bz2 $file
	done
	if [ -f numbers.gz ]; then
		head -c 200 numbers.gz > cut.gz
		cat numbers.gz numbers.gz > joined.gz
		cat numbers.gz few > plain.gz
	fi
	printf '%s\n' a1 a2 > app.log
	printf '%s\n' b1 b2 > app.log.1
	printf '%s\n' c1 c2 > app.log.2
	gzip app.log.2 2> log || :
	printf '%s\n' few numbers few > list
	printf '%s\0' few numbers few > list0
	printf '%s\n' app.log few > names
}

# Add the first example of the tool, each way that it can be fed.
example() {
	mv in "$work/files/$tool.in"
	if reads "$tool"; then
		for how in file pipe; do
			echo "$how:$tool.in$flags $stage"
		done
		echo "none$flags $stage $tool.in"
	else
		echo "none,endless $stage"
	fi >> "$work/files/examples.tab"
}

# What is special of the tools beyond what commands.tab says: of these the
# last record after a fault may be that of a part.
each_example() {
	flags=
	[ "$tool" != groupby ] || flags=,last
	example
}

# Say whether the sweep finds what a program does that is wrong: how it is,
# which call fails (all: is cut and interrupted), and what is said of it.
finds() {
	echo "file:numbers,only:$2 wrong $1" > wrong.tab
	[ "$2" != all ] || echo "file:numbers wrong $1" > wrong.tab
	TOOLS_DIR=${SWEEP%/*} "$SWEEP" -a -t 200 -p 20 wrong.tab > found
	status=$?
	check "a program that is wrong is seen: $1" found "$3"
}

found() {
	[ "$status" -eq 1 ] && grep -qF -- "not ok wrong: $1" found
}

passes() { [ "$status" -eq 0 ]; }

if [ ! -f "$FAULT_OBJECT" ]; then
	skip sweep 'nothing can be preloaded here'
	finish
fi
mkdir "$work/files" && cd "$work/files" || exit 99
make_files

# The test of the test.
echo 'file:numbers wrong right' > wrong.tab
TOOLS_DIR=${SWEEP%/*} "$SWEEP" -a -p 20 wrong.tab > found
status=$?
if [ "$status" -eq 77 ]; then
	skip sweep 'nothing can be preloaded here'
	finish
fi
check 'a program that is right passes' passes
finds silent write 'something is lost in silence'
finds end read 'something is lost in silence'
finds half read 'what was written before the fault is no prefix'
finds spin read 'it did not end and was killed'
finds crash memory 'it was ended by a signal'
finds mute read 'another status, and nothing said of it'
finds mild read 'a fault that was named has another status'
finds short all 'something is lost in silence'
finds timid all 'what was cut and interrupted is not the same'
finds keep lseek 'the next reader finds another place'

each_tool sweep each_example
cd "$work/files" || exit 99
# Those whose faults are status 2.
ANSWERS=$(awk '$2 == "status" { printf "%s ", $1 }' "$contract/exceptions")
export ANSWERS
if [ "${TRUST-}" = long ]; then
	set -- -a -p 100
else
	set -- -p 5
fi
"$SWEEP" -s "${SWEEP_SEED-1}" "$@" "$table" examples.tab
status=$?
check 'whatever fails, nothing is lost in silence' passes
if [ "$status" -ne 0 ] && [ -n "${SWEEP_KEEP-}" ]; then
	cp -R . "$SWEEP_KEEP"
fi
finish
