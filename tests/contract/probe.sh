#!/bin/sh
# SPDX-License-Identifier: MIT
# What the other scripts run ends in time, and what it has started too: else it
# would write into what is looked at next.
. "${0%/*}/lib.sh"

stage=
# It has started another, and does not become it.
"$PROBE" limit 1 sh -c 'sh -c "sleep 2; echo late > late"; :' 2> err
status=$?
check 'probe limit: ends it' ends 142
sleep 2
check 'probe limit: ends what it has started' [ ! -e late ]
"$PROBE" limit 20 sh -c 'exit 3'
status=$?
check 'probe limit: status' ends 3
"$PROBE" signal ignore CHLD "$PROBE" limit 20 sh -c 'exit 4'
status=$?
check 'probe limit: status, SIGCHLD ignored' ends 4
finish
