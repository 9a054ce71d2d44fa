#!/bin/sh
# SPDX-License-Identifier: MIT
# hunt - looks for inputs that break a fuzz target, by libFuzzer
#
#	make fuzz FUZZ_TIME=600 FUZZ_ONLY=input
#
# Called where the targets of --enable-fuzzing are, FUZZ_TARGETS, with
# FUZZ_TIME, the seconds for each. SOURCE is where tests/fuzz/corpus is. What
# is found anew stays in found/NAME for the next time; an input that breaks is
# a file crash-... there, and one more seed. Says how many were tried.
set -u

status=0
for target in $FUZZ_TARGETS; do
	name=${target##*/fuzz_}
	[ "${FUZZ_ONLY:-$name}" = "$name" ] || continue
	mkdir -p "found/$name" || exit
	if "./$target" -max_total_time="$FUZZ_TIME" -timeout=60 \
	    -print_final_stats=1 -artifact_prefix="found/$name/" \
	    "found/$name" "$SOURCE/tests/fuzz/corpus/$name" \
	    > "found/$name.log" 2>&1; then
		found='0 found'
	else
		tail -n 60 "found/$name.log"
		found='1 found'
		status=1
	fi
	n=$(sed -n 's/^stat::number_of_executed_units: *//p' \
		"found/$name.log")
	echo "trust: fuzz $name: ${n:-0} executions, $found"
done
exit "$status"
