#!/bin/sh
# SPDX-License-Identifier: MIT
# Signals that stop and continue a tool change nothing.
. "${0%/*}/lib.sh"

one() {
	start < in 2> err | head -n 300 > want
	# In pieces, so that it takes longer than the signals do.
	{
		"$PROBE" pieces 5 < in |
		    "$PROBE" interrupt sh -c "exec $stage" 2> err
		echo $? > status
	} | head -n 300 > out
	status=$(cat status)
	check "$tool, stopped and continued: status" ends 0
	check "$tool, stopped and continued: output" same out want
	check "$tool, stopped and continued: no message" empty err
}

each_tool signals one
finish
