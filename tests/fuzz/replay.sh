#!/bin/sh
# SPDX-License-Identifier: MIT
# replay - every fuzz target holds on every input of its corpus
#
#	make check TESTS=tests/fuzz/replay.sh
#
# FUZZ_TARGETS are the programs, tests/fuzz/fuzz_NAME; SOURCE is where
# tests/fuzz/corpus/NAME is.
set -u

status=0
for target in $FUZZ_TARGETS; do
	name=${target##*/fuzz_}
	name=${name%"${EXEEXT-}"}
	for seed in "$SOURCE/tests/fuzz/corpus/$name"/*; do
		if "./$target" "$seed" > replay.out 2>&1; then
			echo "ok fuzz_$name ${seed##*/}"
		else
			echo "not ok fuzz_$name ${seed##*/}"
			cat replay.out
			status=1
		fi
	done
done
rm -f replay.out
exit "$status"
