#!/bin/sh
# SPDX-License-Identifier: MIT
# Memory does not grow with the input: under a limit that the tool just fits
# in, plus 8 MiB, it goes through many records and, if it passes a record on in
# parts, through a huge one.
. "${0%/*}/lib.sh"

case ${MODE_CFLAGS-} in
*-fsanitize*)
	skip memory 'the sanitizers need memory without end'
	finish
esac

(ulimit -v 4194304) 2> /dev/null || {
	skip memory 'no ulimit -v here'
	finish
}

# Start under a limit of so many KiB.
limited() {
	(ulimit -v "$1" && start) 2> err
}

huge_input() {
	echo 0
	dd if=/dev/zero bs=1048576 count="$size" 2> /dev/null
}

one() {
	base_of
	check "$tool: starts in less than 1 GiB" [ "$base" -lt 1024 ]
	most=$(((base + 8) * 1024))
	if ! reads "$tool"; then
		limited "$most" < /dev/null | head -n 10000 | tail -n 1 > out
		start < /dev/null | head -n 10000 | tail -n 1 > want
		check "$tool: 10,000 records" same out want
		check "$tool: 10,000 records, no message" empty err
		return
	fi
	# Without a way to look ahead some are read a byte at a time.
	n=20000000
	[ "$HAVE_TEE" = yes ] || n=1000000
	yes 0 2> /dev/null | head -c $((2 * n)) | limited "$most" > /dev/null
	status=$?
	check "$tool: $n records" unfaulted
	check "$tool: $n records, no message" empty err
	excepted "$tool" part || huge
}

# A record that fits nowhere; the one before it may be treated otherwise.
huge() {
	# Without a way to look ahead it is read a few bytes at a time.
	size=300
	[ "$HAVE_TEE" = yes ] || size=16
	huge_input | limited "$most" | wc -c | tr -d ' ' > out
	check "$tool: a record of $size MiB, no message" empty err
	huge_input | start | wc -c | tr -d ' ' > want
	check "$tool: a record of $size MiB" same out want
}

each_tool memory one
finish
