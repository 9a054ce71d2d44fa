#!/bin/sh
# SPDX-License-Identifier: MIT
# What a tool did not use is there for the next reader of the same descriptor.
. "${0%/*}/lib.sh"

# The tool three times, then the rest, all from the same descriptor.
cat > "$work/script" <<'END'
i=0
while [ $i -lt 3 ]; do
	sh -c "exec $STAGE" >> used
	i=$((i + 1))
done
cat > rest
END

# readers COMMAND...: run the script by it.
readers() {
	rm -f used rest
	STAGE=$stage "$@" sh "$work/script" 2> err
	status=$?
}

# Say whether rest is the end of the input, from the beginning of a record on.
is_rest() {
	size=$(wc -c < in)
	left=$(wc -c < rest)
	[ "$left" -le "$size" ] || return
	tail -c "$left" < in | cmp -s - rest || return
	[ "$left" -eq "$size" ] ||
		head -c $((size - left)) < in | tail -c 1 | cmp -s - newline
}

agrees() {
	check "$tool, $1: the same output" same used wanted_used
	check "$tool, $1: the same rest" same rest wanted_rest
}

one() {
	echo > newline
	# A 0 now and then, for tools that end where one is false.
	awk 'NR % 90 == 0 { print 0 } { print }' in > some && mv some in
	readers "$PROBE" limit 20 < in
	mv used wanted_used
	cp rest wanted_rest
	check "$tool, a file: the rest is whole records" is_rest
	dd if=in bs=512 2> /dev/null | readers "$PROBE" limit 20
	agrees 'a pipe'
	readers "$PROBE" socket < in
	agrees 'a socket'
	for seed in 1 2 3; do
		"$PROBE" pieces "$seed" < in | readers "$PROBE" limit 20
		agrees "a pipe, in pieces of seed $seed"
		"$PROBE" pieces "$seed" < in | readers "$PROBE" socket
		agrees "a socket, in pieces of seed $seed"
	done
	rm -f fifo && mkfifo fifo
	cat in > fifo &
	readers "$PROBE" limit 20 < fifo
	wait
	agrees 'a FIFO'

	# What it takes to be FILEs leaves standard input alone.
	{
		start in > out 2> err
		cat > rest
	} < in
	check "$tool FILE: standard input is not touched" same rest in

	# The reader left: some whole records are used.
	{
		"$PROBE" leave pipe 1 sh -c "exec $stage" 2> err
		cat > rest
	} < in
	check "$tool, the reader left: the rest is whole records" is_rest
}

each_reader exact one
finish
