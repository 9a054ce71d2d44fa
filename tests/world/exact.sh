#!/bin/sh
# SPDX-License-Identifier: MIT
# exact - what several readers read together is the input
#
#	make check TESTS=tests/world/exact.sh
#	TRUST=long make check TESTS=tests/world/exact.sh
#	FIRST=77 N=1 make check TESTS=tests/world/exact.sh
set -u

case ${TRUST-} in
long) first=100000 n=10000 ;;
*) first=1 n=300 ;;
esac
exec "$WORLD/exact" "${FIRST-$first}" "${N-$n}"
