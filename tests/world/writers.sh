#!/bin/sh
# SPDX-License-Identifier: MIT
# Records of several tools that write to one pipe stay whole, if they come one
# by one and have at most PIPE_BUF bytes.
. "${0%/*}/lib.sh"

records=$(sample 500 20000)

# To one file, which all append to, go records of any number and length.
append() {
	: > all
	for letter in A B C D; do
		"$PROBE" limit 60 sh -c "exec $stage" < "../$letter" >> all 2> err &
	done
	wait
	sort all | cmp -s - ../sorted
	status=$?
	check "$tool: four append to one file" ends 0
	count 4 "$status"
}

one() {
	passing || return
	append
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

for letter in A B C D; do
	awk -v letter=$letter -v n="$(sample 5000 100000)" 'BEGIN {
		for (i = 0; i < n; i++)
			print letter i, substr("0123456789abcdefghijklmnop",
			    1, i % 27)
	}' > $letter
done
cat A B C D | sort > sorted
each_tool writers one
report 'records of four writers to one pipe'
