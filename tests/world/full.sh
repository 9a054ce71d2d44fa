#!/bin/sh
# SPDX-License-Identifier: MIT
# A disk that becomes full ends the run with a message and status 1, at once and
# late; what is there by then is a beginning of the output.
#
# The disk is one of 64 KiB in memory, for which one has to be root.

if [ "${DISK-}" != yes ]; then
	DISK=yes
	export DISK
	unshare -m true 2> /dev/null && exec unshare -m sh "$0"
	DISK=no
fi
. "${0%/*}/lib.sh"

mkdir disk
[ "$DISK" != yes ] || mount -t tmpfs -o size=64k none disk 2> log || DISK=no
seq 300000 > numbers

is_full() {
	check "$tool $1: status" ends 1
	check "$tool $1: says so" \
	    says "$tool: standard output: No space left on device"
	check "$tool $1: a beginning is there" begins_whole
}

begins_whole() {
	head -c "$(wc -c < "$disk")" < want | cmp -s - "$disk"
}

one() {
	bulk
	disk=$work/disk/out
	"$PROBE" limit 20 sh -c "exec $stage" < ../numbers 2> err |
	    head -c 200000 > want
	if [ "$DISK" = yes ] && [ "$(wc -c < want)" -gt 100000 ]; then
		: > "$disk"
		"$PROBE" limit 20 sh -c "exec $stage" < ../numbers \
		    > "$disk" 2> err
		status=$?
		is_full 'on a disk that becomes full'
		yes 1 2> log | "$PROBE" limit 20 sh -c "exec $stage" \
		    2> err >> "$disk"
		status=$?
		is_full 'on a disk that is full, endless input'
		# What is free was not enough for the first block.
		head -c 63000 ../numbers > "$disk"
		"$PROBE" limit 20 sh -c "exec $stage" < ../numbers \
		    >> "$disk" 2> err
		status=$?
		rm -f "$disk"
		check "$tool, a disk with little room: status" ends 1
	fi
	[ -c /dev/full ] || return
	# Where messages can't be written the status is what it was.
	"$PROBE" limit 20 sh -c "exec $stage" < ../numbers 2> /dev/full |
	    head -c 200000 > out
	check "$tool 2> /dev/full: output" same out want
	"$PROBE" limit 20 sh -c "exec $stage" < ../numbers \
	    > /dev/full 2> /dev/full
	status=$?
	! writes || check "$tool > /dev/full 2> /dev/full: status" ends 1
	reads "$tool" || return
	"$PROBE" limit 20 sh -c "exec $stage missing" < /dev/null \
	    2> /dev/full > out
	status=$?
	check "$tool missing 2> /dev/full: status" ends "$fault"
}

[ "$DISK" = yes ] || skip full 'no file system can be mounted here'
each_tool full one
[ "$DISK" != yes ] || umount disk
report 'disks that become full'
