#!/bin/sh
# SPDX-License-Identifier: MIT
# Records go through pipelines ten deep, of tools and of what stands between
# them elsewhere, and come out as they went in.
. "${0%/*}/lib.sh"

records=$(sample 150000 10000000)
seeds=$(sample '1 2' '11 12 13 14')

set -- '!cat' '!tee /dev/null'
for tool in $tools; do
	! passing || set -- "$@" "$stage"
done
tool=pipeline
for seed in $seeds; do
	"$PROBE" limit 1800 "$WORLD/soak" "$records" 10 "$seed" "$@" > log 2>&1
	status=$?
	check "$records records, seed $seed" ends 0
	sed 's/^/  /' log
	count "$records" $((status == 0 ? 0 : 1))
done
report 'checksummed records through pipelines ten deep'
