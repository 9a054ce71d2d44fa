#!/bin/sh
# SPDX-License-Identifier: MIT
# Descriptors 0, 1 and 2 closed at the start: using them is a fault, not using
# them is none, and no file is ever opened in their place.
. "${0%/*}/lib.sh"

# unwritten NAME: there was no standard output, which matters if it is used.
unwritten() {
	if writes; then
		check "$tool $1: status" ends 1
		check "$tool $1: says so" \
		    says "$tool: standard output: Bad file descriptor"
	else
		check "$tool $1: status" ends 0
		check "$tool $1: no message" empty err
	fi
}

one() {
	if ! reads "$tool"; then
		start 2> err < /dev/null | head -n 5 > want
		start 2> err <&- | head -n 5 > out
		check "$tool <&-: output" same out want
		check "$tool <&-: no message" empty err
		start <&- 2>&- | head -n 5 > out
		check "$tool <&- 2>&-: output" same out want
		start <&- >&- 2>&-
		status=$?
		check "$tool <&- >&- 2>&-: status" ends 1
		return
	fi
	cp in a
	start a > want 2> err < /dev/null

	start > out 2> err <&-
	status=$?
	check "$tool <&-: status" ends "$fault"
	check "$tool <&-: says so" says "$tool: -: Bad file descriptor"
	check "$tool <&-: no output" empty out
	start a > out 2> err <&-
	status=$?
	check "$tool a <&-: status" ends 0
	check "$tool a <&-: no message" empty err
	check "$tool a <&-: output" same out want

	start a 2> err < /dev/null >&-
	status=$?
	unwritten 'a >&-'
	start a 2> err <&- >&-
	status=$?
	unwritten 'a <&- >&-'

	start missing a > out 2>&- < /dev/null
	status=$?
	check "$tool missing a 2>&-: status" ends "$fault"
	if goes_on; then
		check "$tool missing a 2>&-: output" same out want
	else
		check "$tool missing a 2>&-: no output" empty out
	fi
	start a > out 2>&- <&-
	status=$?
	check "$tool a <&- 2>&-: status" ends 0
	check "$tool a <&- 2>&-: output" same out want
	start missing a <&- >&- 2>&-
	status=$?
	check "$tool missing a <&- >&- 2>&-: status" ends "$fault"
	check "$tool: the file is as it was" same a in
}

each_tool closed one
finish
