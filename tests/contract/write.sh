#!/bin/sh
# SPDX-License-Identifier: MIT
# Output that can't be written is a message, status 1 and the end of the run;
# output that has to wait loses nothing.
. "${0%/*}/lib.sh"

refused() {
	check "$tool $1: status" ends 1
	check "$tool $1: says so" says "$tool: standard output: $2"
}

is_prefix() {
	size=$(wc -c < "$1")
	head -c "$size" < "$2" | cmp -s - "$1"
}

# Print records without end.
endless() {
	while cat in 2> /dev/null; do
		:
	done
}

one() {
	start < in 2> err | head -c 2000000 > whole

	if [ -c /dev/full ]; then
		start < in > /dev/full 2> err
		status=$?
		refused '> /dev/full' 'No space left on device'
		# A tool that went on would be killed by its time limit.
		if is_early; then
			endless | start > /dev/full 2> err
			status=$?
			refused '> /dev/full, endless input' \
			    'No space left on device'
		fi
	else
		skip "$tool" 'no /dev/full here'
	fi

	start < in >&- 2> err
	status=$?
	refused '>&-' 'Bad file descriptor'

	: > other
	start < in 1< other 2> err
	status=$?
	refused '1< FILE' 'Bad file descriptor'

	# Nobody reads it, and nobody can be seen to have left.
	if reads "$tool"; then
		rm -f fifo && mkfifo fifo
		head -n 5 in > few
		start < few 1<> fifo 2> err
		status=$?
		check "$tool 1<> FIFO: status" ends 0
		check "$tool 1<> FIFO: no message" empty err
	fi

	# Shells count in blocks of 512 or of 1024 bytes: see which.
	(ulimit -f 1 && head -c 4096 /dev/zero > block) 2> /dev/null
	block=$(wc -c < block)

	# Messages go through a pipe: the limit would hold for them as well.
	# From the second block on only output that is longer can fail.
	for limit in 0 1; do
		rm -f out
		{
			(ulimit -f $limit && start < in > out)
			echo $? > status
		} 2>&1 | cat > err
		status=$(cat status)
		if [ "$limit" -eq 0 ] || [ "$(wc -c < whole)" -gt "$block" ]; then
			refused "under ulimit -f $limit" 'File too large'
		else
			check "$tool under ulimit -f $limit: status" ends 0
		fi
		check "$tool under ulimit -f $limit: what there is is right" \
		    is_prefix out whole
	done

	# A pipe that takes no more is waited for. Whoever shares it finds it
	# as it was.
	if reads "$tool"; then
		for _ in 1 2 3 4 5 6 7 8 9 10; do
			cat in in in in in in in in in in
		done > long
	else
		: > long
	fi
	start < long 2> err | head -n 20000 > want
	"$PROBE" nonblock 1 sh -c '
		"$@" < long 2> err
		echo $? > status
		"$PROBE" is-nonblock 1
		echo $? > still
	' sh "$PROBE" limit 20 sh -c "exec $stage" |
	    "$PROBE" pieces 1 | head -n 20000 > out
	status=$(cat status)
	check "$tool into a non-blocking pipe: status" ends 0
	check "$tool into a non-blocking pipe: nothing is lost" same out want
	check "$tool into a non-blocking pipe: no message" empty err
	check "$tool into a non-blocking pipe: it stays so" \
	    [ "$(cat still)" -eq 0 ]
}

each_tool write one
finish
