#!/bin/sh
# SPDX-License-Identifier: MIT
# SIGUSR1 is answered with a line wherever a tool is blocked, and --progress
# shows it unasked; neither changes anything else.
. "${0%/*}/lib.sh"

# Every line is one of progress, whole.
number='[0-9]{1,20}'
short='[0-9.]{1,4} [kMGTPE]?B'
amount="$number bytes?( \\($short\\))?"
are_lines() {
	! grep -Evq "^$tool: (read|wrote) $amount(, [0-9]{1,3}%)?, $short/s(,\
 $number records?)?, [0-9]+\\.[0-9] s(; wrote $amount)?\$" err
}
some() { [ -s "$1" ]; }

# answers NAME HOW: asked so, it answers, and ends as it does unasked.
answers() {
	{
		"$PROBE" ask "$2" sh -c "exec $stage" < in 2> err
		echo $? > status
	} | head -n 300 > out
	status=$(cat status)
	check "$tool, asked $1: status" [ "$status" -eq "$ended" ]
	check "$tool, asked $1: output" same out want
	check "$tool, asked $1: answers" some err
	check "$tool, asked $1: nothing but lines" are_lines
}

# shown NAME: with --progress there is a last line, and no other change.
shown() {
	status=$(cat status)
	check "$tool, $1: status" [ "$status" -eq "$ended" ]
	check "$tool, $1: output" same out want
	check "$tool, $1: the last line" are_lines
	check "$tool, $1: stands alone" lines err 1
}

one() {
	{
		start < in 2> err
		echo $? > status
	} | head -n 300 > want
	ended=$(cat status)
	! reads "$tool" || answers 'while it reads' read
	! reads "$tool" || answers 'in bulk' bulk
	[ ! -s want ] || answers 'while it writes' write

	{
		start_with --progress < in 2> err
		echo $? > status
	} | head -n 300 > out
	shown '--progress into a file'
	has_terminals || return
	{
		"$PROBE" limit 20 "$PROBE" screen sh -c \
		    "exec $tool --progress ${stage#"'$tool'"}" < in 2> seen
		echo $? > status
	} | head -n 300 > out
	# A terminal shows a newline as return and newline.
	tr -d '\r' < seen > err
	shown '--progress on a terminal'
}

each_tool progress one
finish
