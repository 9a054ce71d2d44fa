#!/bin/sh
# SPDX-License-Identifier: MIT
# Bytes are bytes: whatever their values, in any locale, however they come.
. "${0%/*}/lib.sh"

# law NAME: what is in out should be in want.
law() {
	check "$tool: $1" same out want
}

one() {
	# Letters in many combinations, to be mapped to other bytes below.
	awk 'BEGIN {
		for (i = 0; i < 400; i++) {
			line = ""
			for (n = i; n > 0; n = int(n / 5))
				line = line substr("ABCDE", n % 5 + 1, 1)
			print line
		}
	}' > letters
	start < letters > plain 2> err
	status=$?
	check "$tool: letters: status" ends 0

	# A byte that is not the terminator is as good as any other.
	for bytes in '\000\r\377\200 ' '\t\v\f\033\177' '\357\273\277\302\300' \
	    '"\\,;#'; do
		tr ABCDE "$bytes" < plain > want
		tr ABCDE "$bytes" < letters | start > out 2> err
		law "bytes $bytes"
	done

	# NUL and newline change places under -z.
	printf 'a\0b\n\n\0\nc\n' > awkward
	start < awkward 2> err | tr '\n\000' '\000\n' > want
	tr '\n\000' '\000\n' < awkward > swapped
	start_with -z < swapped > out 2> err
	law '-z'
	start_with --zero-terminated < swapped > out 2> err
	law '--zero-terminated'

	# A record is one with or without its terminator.
	start < in > want 2> err
	head -c "$(($(wc -c < in) - 1))" < in > chopped
	start < chopped > out 2> err
	law 'no last newline'
	start chopped < /dev/null > out 2> err
	law 'no last newline, in a FILE'
	if chains; then
		: > empty
		start empty chopped empty < /dev/null > out 2> err
		law 'no last newline, between empty FILEs'
	fi
	printf 'a\n' | start 2> err > want
	printf 'a' | start 2> err > out
	law 'one record, no newline'

	# Records are what they are, wherever blocks end.
	for size in 65534 65535 65536 65537 131071 131072 1048577; do
		{
			head -c "$size" < /dev/zero
			printf '\n\na\n'
			head -c "$size" < /dev/zero
			printf '\nb\n'
		} > big
		start < big > want 2> err
		dd if=big bs=512 2> /dev/null | start > out 2> err
		law "records of $size bytes, from a pipe"
		"$PROBE" pieces "$size" < big | start > out 2> err
		law "records of $size bytes, in pieces of seed $size"
		"$PROBE" socket sh -c "exec $stage" < big > out 2> err
		law "records of $size bytes, from a socket"
		tr '\000' 7 < want > sevens
		tr '\000' 7 < big | start > out 2> err
		cp sevens want
		law "records of $size bytes, of another byte"
	done

	start < awkward > want 2> err
	for locale in C.UTF-8 en_US.UTF-8 tr_TR.UTF-8 ja_JP.eucJP nonsense; do
		LC_ALL=$locale start < awkward > out 2> err
		law "LC_ALL=$locale"
	done
}

each_reader bytes one
finish
