#!/bin/sh
# SPDX-License-Identifier: MIT
# Input that can't be read is named once and the rest is still done; input
# that has to be waited for loses nothing.
. "${0%/*}/lib.sh"

missing='No such file or directory'
directory='Is a directory'

# fails NAME LINE...: it ended as after a fault, said that, and did what it
# could.
fails() {
	what=$1
	shift
	check "$tool $what: status" ends "$fault"
	check "$tool $what: named once" says "$@"
	if [ "$going_on" = yes ]; then
		check "$tool $what: the rest is done" same out want
	else
		check "$tool $what: nothing is written" empty out
	fi
}

# What holds where FILEs are one stream.
one_stream() {
	start - in < /dev/null > out 2> err
	check "$tool - in < /dev/null" same out want

	# More files than there may be descriptors.
	head -n 2 in > few
	files=3000
	[ "${TRUST-}" != long ] || files=100000
	# shellcheck disable=SC2046 # words they are
	set -- $(yes few 2> /dev/null | head -n "$files")
	start "$@" > long 2> err < /dev/null
	plain=$?
	(ulimit -n 16 && start "$@" > out 2> err < /dev/null)
	status=$?
	check "$tool, $files files, 16 descriptors: status" \
	    [ "$status" -eq "$plain" ]
	check "$tool, $files files, 16 descriptors: no message" empty err
	check "$tool, $files files, 16 descriptors: output" same out long
}

# What is open at once can be too much; then it says so.
side_by_side() {
	set -- in in in in in in in in in in in in in in in in in
	start "$@" 2> err < /dev/null | head -n 300 > long
	{
		(ulimit -n 16 && start "$@" 2> err < /dev/null)
		echo $? > status
	} | head -n 300 > out
	status=$(cat status)
	if [ "$status" -eq 0 ]; then
		check "$tool, 17 files, 16 descriptors: output" same out long
	else
		check "$tool, 17 files, 16 descriptors: status" ends "$fault"
		check "$tool, 17 files, 16 descriptors: says so" lines err 1
		check "$tool, 17 files, 16 descriptors: no output" empty out
	fi
}

one() {
	chained=no
	chains && chained=yes
	going_on=no
	goes_on && going_on=yes
	start in > want 2> err < /dev/null
	status=$?
	check "$tool FILE: no message" empty err

	start missing in > out 2> err < /dev/null
	status=$?
	fails 'missing in' "$tool: missing: $missing"
	start ./missing in ./missing < /dev/null 2> err | cat > out
	check "$tool ./missing in: named as it was typed" \
	    names "$tool: ./missing: $missing"

	mkdir folder
	start folder in > out 2> err < /dev/null
	status=$?
	fails 'folder in' "$tool: folder: $directory"
	if [ "$chained" = yes ]; then
		start folder missing in > out 2> err < /dev/null
		status=$?
		fails 'folder missing in' "$tool: folder: $directory" \
		    "$tool: missing: $missing"
	else
		start missing in ./missing > out 2> err < /dev/null
		status=$?
		sort err > sorted && mv sorted err
		fails 'missing in ./missing' "$tool: ./missing: $missing" \
		    "$tool: missing: $missing"
	fi

	name=$(printf 'no\nsuch\r\033[1m')
	start "$name" in > out 2> err < /dev/null
	status=$?
	fails 'a name with control characters' \
	    "$tool: no\\nsuch\\r\\x1b[1m: $missing"
	start '' in > out 2> err < /dev/null
	status=$?
	fails 'an empty name' "$tool: '': $missing"

	if [ "$(id -u)" -ne 0 ]; then
		cp in secret
		chmod 000 secret
		start secret in > out 2> err < /dev/null
		status=$?
		fails 'a file without permission' \
		    "$tool: secret: Permission denied"
	fi

	start - in > out 2> err <&-
	status=$?
	fails '- in <&-' "$tool: -: Bad file descriptor"
	start in > out 2> err <&-
	status=$?
	check "$tool in <&-: status" ends 0
	check "$tool in <&-: output" same out want
	start - in > out 2> err < folder
	status=$?
	fails '- in < folder' "$tool: -: $directory"
	if [ "$chained" = yes ]; then
		one_stream
	else
		side_by_side
	fi

	# A writer that leaves long gaps, on a descriptor that does not wait.
	rm -f fifo && mkfifo fifo
	"$PROBE" pieces 7 < in > fifo &
	{
		"$PROBE" nonblock 0 "$PROBE" limit 20 sh -c "exec $stage" \
		    > out 2> err
		status=$?
		"$PROBE" is-nonblock 0
		still=$?
	} < fifo
	wait
	check "$tool, non-blocking input: status" ends 0
	check "$tool, non-blocking input: no message" empty err
	check "$tool, non-blocking input: output" same out want
	check "$tool, non-blocking input: it stays so" [ "$still" -eq 0 ]
}

each_reader read one
finish
