#!/bin/sh
# SPDX-License-Identifier: MIT
# --help and --version answer on standard output, on one screen, truly.
. "${0%/*}/lib.sh"

first_line() { [ "$(sed -n 1p out)" = "$1" ]; }
begins() { case $(sed -n 1p out) in "$1"*) ;; *) false ;; esac; }
one_screen() { [ "$(wc -l < out)" -le 40 ] && ! grep -q '.\{81\}' out; }
points_to() { grep -qF "see $1(1)" out; }
are_shell() { sh -n examples 2> err; }
is_understood() { ! grep -q "^Try '\|not found" err; }

# What examples run beside the tools, and a system may not have.
mkdir known
for command in curl gzip mail parallel psql; do
	echo 'exit 0' > "known/$command"
	chmod +x "known/$command"
done

# Run the examples, among files that are not there: no command of them is
# missing, and to none are its words wrong usage.
try_examples() {
	while IFS= read -r example <&3; do
		mkdir here
		(cd here && PATH=$PATH:$work/known "$PROBE" limit 3 \
		    sh -c "$example" < /dev/null > ../out 2> ../err)
		status=$?
		check "$tool --help: $example" is_understood
		rm -rf here
	done 3< examples
}

one() {
	"$PROBE" limit 20 "$tool" --help < /dev/null > out 2> err
	status=$?
	check "$tool --help: status" ends 0
	check "$tool --help: nothing on stderr" empty err
	check "$tool --help: first line" begins "Usage: $tool "
	check "$tool --help: fits on a screen" one_screen
	check "$tool --help: points to the page" points_to "$tool"
	sed -n '/^Examples:$/,/^$/s/^  //p' out > examples
	check "$tool --help: three examples" lines examples 3
	check "$tool --help: examples are shell commands" are_shell
	try_examples

	"$PROBE" limit 20 "$tool" --version < /dev/null > out 2> err
	status=$?
	check "$tool --version: status" ends 0
	check "$tool --version: nothing on stderr" empty err
	check "$tool --version: first line" \
	    first_line "$tool (iterutils) $VERSION"

	[ -c /dev/full ] || { skip "$tool" 'no /dev/full here'; return; }
	for option in --help --version; do
		"$PROBE" limit 20 "$tool" "$option" > /dev/full 2> err
		status=$?
		check "$tool $option > /dev/full: status" ends "$fault"
		check "$tool $option > /dev/full: says so" says \
		    "$tool: standard output: No space left on device"
		"$PROBE" limit 20 "$tool" "$option" >&- 2> err
		status=$?
		check "$tool $option >&-: status" ends "$fault"
		check "$tool $option >&-: says so" says \
		    "$tool: standard output: Bad file descriptor"
	done
}

each_tool help one
finish
