#!/bin/sh
# SPDX-License-Identifier: MIT
# Every example of every page does what the page shows, byte for byte.
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

missing_program() { grep -q ': not found$\|: command not found$' out; }

page() {
	name=${1##*/}
	mkdir -p "$work/cases" "$work/here" || exit 99
	cd "$work/cases" || exit 99
	cut_examples "$1"
	cd "$work/here" || exit 99
	n=1
	while [ -f "../cases/$n.command" ]; do
		cp "../cases/$n.want" ../want
		"$PROBE" limit 20 sh "../cases/$n.command" \
		    > ../out 2>&1 < /dev/null
		status=$?
		cd ..
		# A page can't show that the last newline is missing.
		[ -z "$(tail -c 1 out | tr -d '\000')" ] || echo >> out
		title="$name: $(head -n 1 "cases/$n.command")"
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

stage=
for tool in $tools; do
	excepted "$tool" examples || page "$(page_of "$tool")"
done
for page in "$SOURCE"/man/*.7; do
	page "$page"
done
finish
