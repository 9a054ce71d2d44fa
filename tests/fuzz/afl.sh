#!/bin/sh
# SPDX-License-Identifier: MIT
# afl - looks for inputs that break a whole tool, by AFL++
#
#	make fuzz-afl AFL_TIME=600 AFL_ONLY=take
#
# Called where the tools are that make fuzz-afl builds (whole.c), TOOLS, with
# AFL_TIME, the seconds for each. SOURCE is where tests/fuzz/whole.tab is,
# with the words that each tool begins with. What breaks one is a file in
# found/TOOL/default/crashes. Says how many were tried.
set -u

AFL_NO_UI=1
AFL_NO_AFFINITY=1
AFL_SKIP_CPUFREQ=1
AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
export AFL_NO_UI AFL_NO_AFFINITY AFL_SKIP_CPUFREQ
export AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES

status=0
tab=$(printf '\t')
for path in $TOOLS; do
	tool=${path##*/}
	[ "${AFL_ONLY:-$tool}" = "$tool" ] || continue
	rm -rf "seeds/$tool" "found/$tool"
	mkdir -p "seeds/$tool" found || exit
	n=0
	{
		echo "$tool"
		grep "^$tool$tab" "$SOURCE/tests/fuzz/whole.tab"
	} | while IFS=$tab read -r _ words; do
		n=$((n + 1))
		{
			printf '%s' "$words" | tr '|' '\0'
			printf '\0\0'
			printf 'a 1,2\nb 3.50,x\nb -4\n\n[1, {"a": "b"}]\n'
		} > "seeds/$tool/$n"
	done
	afl-fuzz -i "seeds/$tool" -o "found/$tool" -V "$AFL_TIME" -t 1000+ \
		-- "./$path" @@ > "found/$tool.log" 2>&1
	stats=found/$tool/default/fuzzer_stats
	if [ ! -f "$stats" ]; then
		tail -n 20 "found/$tool.log"
		status=1
		continue
	fi
	tried=$(sed -n 's/^execs_done *: *//p' "$stats")
	crashes=$(sed -n 's/^\(saved\|unique\)_crashes *: *//p' "$stats")
	echo "trust: afl $tool: $tried executions, $crashes found"
	[ "$crashes" -eq 0 ] || status=1
done
exit "$status"
