#!/bin/sh
# SPDX-License-Identifier: MIT
# laws - tools that mirror a function of Python's agree with it
#
#	make check TESTS=tests/laws/laws.sh
#	SEED=7 ROUNDS=1000 make check TESTS=tests/laws/laws.sh
#	make laws LAWS_TIME=600
#
# Runs every other file here, with the tools first on PATH: ROUNDS of each
# law, or so many that they take LAWS_TIME seconds together. LAW=FILE:NAME is
# only one of them. Where none of these is said, inventory.py says what was not
# tried.
set -u

if [ -z "${TOOLS_DIR-}" ]; then
	echo "$0: run me by make check TESTS=tests/laws/${0##*/}" >&2
	exit 99
fi
if ! python3 -c 'import decimal, itertools' > /dev/null 2>&1; then
	echo 'skip laws: no python3 here'
	exit 77
fi
PATH=$TOOLS_DIR:$PATH
PYTHONDONTWRITEBYTECODE=1
LAWS_NOTED=$PWD/laws.noted
export PATH PYTHONDONTWRITEBYTECODE LAWS_NOTED

files=
n=0
for laws in "${0%/*}"/*.py; do
	name=${laws##*/}
	case $name:${LAW-} in
	laws.py:* | inventory.py:*) continue ;;
	*:) ;;
	*) [ "$name" = "${LAW%%:*}.py" ] || continue ;;
	esac
	files="$files $name"
	n=$((n + 1))
done
if [ -n "${LAWS_TIME-}" ] && [ "$n" -gt 0 ]; then
	LAW_TIME=$((LAWS_TIME / n + 1))
	export LAW_TIME
fi

status=0
tried=0
failed=0
: > laws.noted
for name in $files; do
	python3 "${0%/*}/$name" > laws.out 2>&1 || status=1
	cat laws.out
	found=$(sed -n 's/^# tried \([0-9]*\) failed \([0-9]*\)$/\1 \2/p' \
		laws.out)
	# A file that broke off says nothing.
	found=${found:-0 1}
	tried=$((tried + ${found% *}))
	failed=$((failed + ${found#* }))
done
# Only the rounds that everybody tries are sure to have something of all.
if [ -z "${LAW-}${SEED-}${ROUNDS-}${LAWS_TIME-}" ]; then
	python3 "${0%/*}/inventory.py" laws.noted || status=1
fi
rm -f laws.noted laws.out
echo "trust: laws: $tried tried, $failed failed"
exit "$status"
