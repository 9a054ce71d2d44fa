#!/bin/sh
# SPDX-License-Identifier: MIT
# When the reader leaves while all of a pipeline waits for input, all of it has
# ended soon: after 0.1 s where nothing else runs, which only the long form
# asks for.
. "${0%/*}/lib.sh"

alone=$(sample 2 200)
deep=$(sample 2 20)
mixed=$(sample 4 200)
most=$(sample 10000 100)
worst=0

# leaves N DEPTH NAME STAGE...
leaves() {
	n=$1
	deep_now=$2
	name=$3
	shift 3
	"$PROBE" limit 900 "$WORLD/leave" "$n" "$deep_now" "$most" 1 few \
	    "$@" > log 2>&1
	status=$?
	sed '$d' log
	read -r tried failed longest <<-END
		$(tail -n 1 log)
	END
	check "$name: $tried times, at most $longest ms" ends 0
	count "$tried" "$failed"
	[ "$longest" -le "$worst" ] || worst=$longest
}

one() {
	head -n 20 < in > few
	leaves "$alone" 1 "$tool" "$stage"
	! reads "$tool" || leaves "$deep" 10 "$tool, 10 deep" "$stage"
}

each_tool close one
case " $tools " in
*' countdown '*)
	: > few
	leaves "$alone" 1 'countdown, between two numbers' 'countdown -n 9 9'
	;;
esac

set --
for tool in $tools; do
	! passing || set -- "$@" "$stage"
done
seq 20 > few
tool=mixed
leaves "$mixed" 10 'mixed, 10 deep' "$@"
report "readers that leave, gone after at most $worst ms"
