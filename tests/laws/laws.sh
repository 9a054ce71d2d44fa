#!/bin/sh
# SPDX-License-Identifier: MIT
# laws - tools that mirror a function of Python's agree with it
#
#	make check TESTS=tests/laws/laws.sh
#	SEED=7 ROUNDS=1000 make check TESTS=tests/laws/laws.sh
#
# Runs every other file here, with the tools first on PATH.
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
export PATH PYTHONDONTWRITEBYTECODE

status=0
for laws in "${0%/*}"/*.py; do
	[ "${laws##*/}" != laws.py ] || continue
	python3 "$laws" || status=1
done
exit "$status"
