#!/bin/sh
# SPDX-License-Identifier: MIT
# A signal that ends a tool leaves whole records in a file; one that does not
# changes nothing.
. "${0%/*}/lib.sh"

leave_leaks
n=$(sample 2 15)
records=$(sample 200000 500000)

one() {
	bulk
	"$PROBE" limit 900 "$WORLD/strike" "$n" 1 "$work/numbers" out \
	    sh -c "exec $stage" > log 2>&1
	status=$?
	# The last line has the figures; those before it say what went wrong.
	sed '$d' log
	read -r tried failed early <<-END
		$(tail -n 1 log)
	END
	check "$tool: $tried runs, $early signals before the end" ends 0
	count "$tried" "$failed"
}

seq "$records" > numbers
each_tool strike one
report 'signals at random moments'
