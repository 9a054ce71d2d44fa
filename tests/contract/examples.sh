#!/bin/sh
# SPDX-License-Identifier: MIT
# Every example of every page does what the page shows, byte for byte. So does
# the Python that stands beside it, by Python's own doctest.
. "${0%/*}/lib.sh"

# Cut the examples of a page into N.command and N.want.
cut_examples() {
	examples_of "$1" | awk '
		/^\$ / { n++; command = 1; file = n ".command"
			print substr($0, 3) > file
			printf "" > (n ".want"); next }
		/^> / && command { print substr($0, 3) > file; next }
		n { command = 0; print > (n ".want") }'
}

# What GNU time tells of memory is that of the tools alone.
measures() {
	case ${MODE_CFLAGS-} in
	*-fsanitize*) return 1 ;;
	esac
	(command time -f %M true) > /dev/null 2>&1
}

# Say what the command in a file needs that is not here.
lacks() {
	if grep -q 'time -f' "$1" && ! measures; then
		echo 'memory is not measured here'
	elif grep -q parallel "$1" && ! has_parallel; then
		echo 'no GNU parallel here'
	else
		return 1
	fi
}

missing_program() {
	grep -q ': not found$\|: command not found$\|: cannot run ' out
}

page() {
	name=${1##*/}
	mkdir -p "$work/cases" "$work/here" || exit 99
	cd "$work/cases" || exit 99
	cut_examples "$1"
	cd "$work/here" || exit 99
	n=1
	while [ -f "../cases/$n.command" ]; do
		title="$name: $(head -n 1 "../cases/$n.command")"
		if reason=$(lacks "../cases/$n.command"); then
			skip "$title" "$reason"
			n=$((n + 1))
			continue
		fi
		cp "../cases/$n.want" ../want
		"$PROBE" limit 20 sh "../cases/$n.command" \
		    > ../out 2>&1 < /dev/null
		status=$?
		cd ..
		# A page can't show that the last newline is missing.
		[ -z "$(tail -c 1 out | tr -d '\000')" ] || echo >> out
		if missing_program; then
			skip "$title" 'a program is missing'
		else
			check "$title" same out want
		fi
		cd here || exit 99
		n=$((n + 1))
	done
	cd "$work" || exit 99
	rm -rf cases here
	[ "$n" -gt 1 ] || check "$name: has examples" false
}

# What the page says of Python, where there is one of 2021 or newer.
python() {
	name=${1##*/}
	blocks_of '>>> ' "$1" > doctest
	[ -s doctest ] || return
	if ! python3 -c 'from itertools import pairwise' 2> /dev/null; then
		skip "$name: Python" 'no python3 of 3.10 here'
		return
	fi
	python3 -m doctest doctest > out 2>&1
	status=$?
	check "$name: Python" ends 0
}

stage=
for tool in $tools; do
	excepted "$tool" examples || page "$(page_of "$tool")"
done
for file in "$SOURCE"/man/*.7; do
	page "$file"
	python "$file"
done
finish
