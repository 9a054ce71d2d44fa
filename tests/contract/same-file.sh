#!/bin/sh
# SPDX-License-Identifier: MIT
# A tool whose output is also its input refuses, and the file is unchanged.
. "${0%/*}/lib.sh"

refused() {
	check "$tool $1: status" ends "$fault"
	check "$tool $1: says so" names "$tool: $2: "
	check "$tool $1: one line" lines err 1
	check "$tool $1: the file is unchanged" same a in
}

one() {
	cp in a
	start < a >> a 2> err
	status=$?
	refused '< a >> a' -
	start a >> a 2> err < /dev/null
	status=$?
	refused 'a >> a' a
	start in a >> a 2> err < /dev/null
	status=$?
	refused 'in a >> a' a
	start - < a 1<> a 2> err
	status=$?
	refused '- < a 1<> a' -
	ln a hard
	start hard >> a 2> err < /dev/null
	status=$?
	refused 'hard >> a' hard
	ln -s a soft
	start soft >> a 2> err < /dev/null
	status=$?
	refused 'soft >> a' soft
	start < a >> soft 2> err
	status=$?
	refused '< a >> soft' -

	for name in /dev/stdin /dev/fd/0 /proc/self/fd/0; do
		[ -e $name ] || continue
		start $name < a >> a 2> err
		status=$?
		refused "$name < a >> a" $name
	done

	cp in b
	start < b > b 2> err
	status=$?
	check "$tool < b > b: status" ends "$fault"
	check "$tool < b > b: nothing is written" empty b

	# What only looks like it.
	start a < /dev/null > want 2> err
	cp in c
	start a > c 2> err < c
	status=$?
	check "$tool a > c < c: status" ends 0
	check "$tool a > c < c: standard input is not read" same c want
	start < /dev/null > /dev/null 2> err
	check "$tool < /dev/null > /dev/null: no message" empty err
	start < /dev/null 2> err | cat > out
	check "$tool < /dev/null | cat: no message" empty err
}

each_reader same-file one
finish
