#!/bin/sh
# SPDX-License-Identifier: MIT
# Wrong usage is status 2 and two lines on standard error; nothing is read.
. "${0%/*}/lib.sh"

# wrong REASON ARGUMENT...: these arguments are refused for that reason.
wrong() {
	reason=$1
	shift
	{
		"$PROBE" limit 20 "$tool" "$@" > out 2> err
		status=$?
		cat > rest
	} < in
	printf '%s\n' "$tool: $reason" "Try '$tool --help'." > want
	words=$(printf '%s' "$*" | tr -c '[:print:]' '?')
	check "$tool $words: status" ends 2
	check "$tool $words: nothing on stdout" empty out
	check "$tool $words: says why" same err want
	check "$tool $words: reads nothing" same rest in
}

one() {
	wrong '--no-such-option: unknown option' --no-such-option
	wrong '--no-such-option: unknown option' --no-such-option=1
	wrong '-%: unknown option' -%
	wrong '-%: unknown option' -z%
	wrong '--hepl: unknown option; did you mean --help?' --hepl
	wrong '--versio: unknown option; did you mean --version?' --versio
	wrong '--help=1: --help takes no value' --help=1
	wrong '--a\nb\x1b: unknown option' "$(printf -- '--a\nb\033')"

	# A letter that is missing in a name.
	"$tool" --help |
	    sed -n 's/^  *\(-., \)\{0,1\}--\([a-z0-9-]\{4,\}\).*/--\2/p' \
		> long
	while read -r option <&3; do
		miss=$(printf '%s\n' "$option" | sed 's/^\(--.\)./\1/')
		"$PROBE" limit 20 "$tool" "$miss" > out 2> err < /dev/null
		status=$?
		check "$tool $miss: says what was meant" names \
		    "$tool: $miss: unknown option; did you mean --"
	done 3< long

	# Options that need a value, as --help shows them.
	"$tool" --help |
	    sed -n 's/^  -., \(--[a-z0-9-]*\)=\([^ ]*\).*/\1 \2/p
		s/^      \(--[a-z0-9-]*\)=\([^ ]*\).*/\1 \2/p' > values
	while read -r option value <&3; do
		wrong "$option: needs a value, $value" "$option"
	done 3< values

	# Operands that the synopsis does not bracket must be there.
	needed=$(section "$tool" SYNOPSIS |
	    awk '/^\.Ar [A-Z]+$/ { print $2; exit }')
	if [ -n "$needed" ]; then
		wrong "$needed: missing operand"
		wrong "$needed: missing operand" --
	fi

	if ! reads "$tool"; then
		eval "wrong '1: extra operand' $stage_words 1 1 1"
	fi

	"$PROBE" limit 20 "$tool" --no-such-option > out 2>&-
	status=$?
	check "$tool --no-such-option 2>&-: status" ends 2
}

with_words() {
	stage_words=${stage#"'$tool'"}
	one
}

each_tool usage with_words
finish
