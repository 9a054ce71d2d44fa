#!/bin/sh
# SPDX-License-Identifier: MIT
# When the reader leaves, the tool ends: with 0, without a word, soon, also
# where it waits or never writes.
. "${0%/*}/lib.sh"

# quiet NAME: it ended in time, with 0, and said nothing.
quiet() {
	check "$tool, $1: status" ends 0
	check "$tool, $1: no message" empty err
}

# Standard input is held open for longer than the probe is patient: a tool
# that waits for it does not end in time.
held() {
	"$PROBE" hold 60
}

one() {
	for how in default ignore block; do
		start < in 2> err | head -n 0 > /dev/null
		"$PROBE" signal "$how" PIPE \
		    "$PROBE" leave pipe before sh -c "exec $stage" \
		    < in 2> err
		status=$?
		quiet "the reader gone, SIGPIPE $how"
	done
	for what in pipe socket terminal; do
		if [ "$what" = terminal ] && ! has_terminals; then
			skip "$tool on a terminal" 'none can be made here'
			continue
		fi
		held < in | "$PROBE" leave "$what" before sh -c "exec $stage" \
		    2> err
		status=$?
		quiet "the reader gone, a $what"
		# With one record before, or with none, and then idle.
		head -n 1 < in | held |
		    "$PROBE" leave "$what" after sh -c "exec $stage" 2> err
		status=$?
		quiet "the reader leaves while it waits, a $what"
		: | held | "$PROBE" leave "$what" after sh -c "exec $stage" \
		    2> err
		status=$?
		quiet "the reader leaves before anything came, a $what"
		is_early || continue
		held < in | "$PROBE" leave "$what" 1 sh -c "exec $stage" 2> err
		status=$?
		quiet "the reader leaves after a byte, a $what"
	done
	reads "$tool" || return

	# A reader that left after a fault does not make it undone.
	held < in | "$PROBE" leave pipe before \
	    sh -c "exec $stage missing -" 2> err
	status=$?
	case $status in
	0) check "$tool, the reader gone before a fault: no message" \
		empty err ;;
	*) check "$tool, the reader gone after a fault: named" \
		says "$tool: missing: No such file or directory" ;;
	esac
	rm -f fifo && mkfifo fifo
	held < in > fifo &
	"$PROBE" leave pipe after sh -c "exec $stage fifo" < /dev/null 2> err
	status=$?
	release
	quiet 'the reader leaves while it waits for a FILE'
	# Where nobody has opened the FIFO for writing yet.
	"$PROBE" leave pipe after sh -c "exec $stage fifo" < /dev/null 2> err
	status=$?
	quiet 'the reader leaves while it waits for the writer of a FIFO'
}

each_tool close one
finish
