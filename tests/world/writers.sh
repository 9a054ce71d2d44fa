#!/bin/sh
# SPDX-License-Identifier: MIT
# Records of several tools that write to one pipe stay whole, if they come one
# by one and have at most PIPE_BUF bytes.
. "${0%/*}/lib.sh"

records=$(sample 500 20000)

one() {
	passing || return
	"$PROBE" limit 300 "$WORLD/writers" "$records" 1 sh -c "exec $stage" \
	    > log 2>&1
	status=$?
	sed '$d' log
	read -r tried failed <<-END
		$(tail -n 1 log)
	END
	check "$tool: four write $tried records to one pipe" ends 0
	count "$tried" "$failed"
}

each_tool writers one
report 'records of four writers to one pipe'
