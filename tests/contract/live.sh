#!/bin/sh
# SPDX-License-Identifier: MIT
# A record that is ready does not wait: while the writer idles, all that the
# records so far give is there.
. "${0%/*}/lib.sh"

one() {
	if ! reads "$tool"; then
		start 2> err < /dev/null | head -n 1 > want
		"$PROBE" live want sh -c "exec $stage" < /dev/null 2> err
		status=$?
		check "$tool: the first record comes" ends 0
		return
	fi
	for n in 1 2 3 20 500; do
		head -n "$n" < in > some
		start < some > want 2> err
		"$PROBE" live want sh -c "exec $stage" < some 2> err
		status=$?
		check "$tool: $n records in, theirs out" ends 0
	done
	# An unfinished record does not hold back those before it.
	head -n 2 < in > some
	start < some > want 2> err
	printf 1 >> some
	"$PROBE" live want sh -c "exec $stage" < some 2> err
	status=$?
	check "$tool: two records and a half in, two out" ends 0

	mkfifo fifo
	head -n 3 < in > some
	start some > want 2> err < /dev/null
	"$PROBE" hold 60 < some > fifo 2> /dev/null &
	"$PROBE" live want sh -c "exec $stage fifo" < /dev/null 2> err
	status=$?
	release
	check "$tool: the same from a FIFO as FILE" ends 0
}

each_tool live one
finish
