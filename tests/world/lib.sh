# SPDX-License-Identifier: MIT
# lib - what the long runs over all tools share
#
# They use what the contract's tests do:
#
#	. "${0%/*}/lib.sh"
#	each_tool strike one
#	report 'signals at random moments'
#
# TRUST=long is what a release must pass, else a sample.
# shellcheck shell=sh
. "${0%/*}/../contract/lib.sh"

world_tried=0
world_failed=0

# Say whether the long form is wanted.
is_long() { [ "${TRUST-}" = long ]; }

# sample SHORT LONG: print the one that is wanted.
sample() {
	if is_long; then echo "$2"; else echo "$1"; fi
}

# bulk: set stage so that the tool goes through all of a long input of numbers,
# and writes much where it can. What is not in the list has its example.
bulk() {
	case $tool in
	accumulate | chain | fib | flatten | groupby | map | product | reduce | \
	zip_longest)
		set -- "$tool"
		;;
	all | filter | takewhile) set -- "$tool" True ;;
	any | dropwhile | filterfalse) set -- "$tool" False ;;
	countdown) set -- "$tool" 100000000000 ;;
	islice) set -- "$tool" 0: ;;
	range) set -- "$tool" inf ;;
	take) set -- "$tool" 100000000000 ;;
	*) return ;;
	esac
	[ "$tool" != map ] || set -- "$tool" x
	stage=
	for bulk_word; do
		stage="$stage${stage:+ }'$bulk_word'"
	done
}

# passing: set stage so that the tool passes records on that differ from their
# neighbours. Returns: whether it is one that can.
passing() {
	case $tool in
	chain | dropwhile | filter | filterfalse | islice | map | product | \
	take | takewhile | zip_longest)
		bulk
		;;
	groupby) stage="'groupby' -n 1" ;;
	*) return 1 ;;
	esac
}

# count TRIED FAILED: add them to what is reported, instead of the checks.
count() {
	world_tried=$((world_tried + $1))
	world_failed=$((world_failed + $2))
}

# report SUBJECT: say how it went, in a line that is collected from long runs;
# and finish.
report() {
	[ "$world_tried" -gt 0 ] || count $((good + bad)) "$bad"
	printf '%s %s: %s tried, %s failed\n' "$(sample '#' trust:)" "$1" \
	    "$world_tried" "$world_failed"
	TRUST=
	finish
}
