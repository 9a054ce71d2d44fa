#!/bin/sh
# SPDX-License-Identifier: MIT
# Every tool has a page that lints clean and says what --help says.
. "${0%/*}/lib.sh"

# Print the options of the lines .It, or of the synopsis, one a line.
options_of() {
	awk '{
		for (i = 1; i < NF; i++) {
			if ($i != "Fl" && $i != ".Fl") continue
			word = $(i + 1)
			if (word ~ /^-/) print "-" word
			else for (j = 1; j <= length(word); j++)
				print "-" substr(word, j, 1)
		}
	}' | sort -u
}

is_lint_free() { mandoc -T lint -W warning "$page" > out 2>&1; }
has_section() { grep -q "^\.Sh $1\$" "$page"; }

page() {
	if ! [ -f "$page" ]; then
		check "$name: has a page" [ -f "$page" ]
		return
	fi
	needs "$name: lint" mandoc &&
		check "$name: the page lints clean" is_lint_free
	check "$name: name" grep -q "^\.Nm $name\$" "$page"
}

one() {
	name=$tool
	page=$(page_of "$tool")
	page
	[ -f "$page" ] || return
	for heading in NAME SYNOPSIS DESCRIPTION 'EXIT STATUS' EXAMPLES \
	    'SEE ALSO'; do
		check "$tool: $heading" has_section "$heading"
	done

	"$tool" --help > help
	sed -n 's/^\.Nd //p' "$page" > want
	sed -n 2p help > out
	check "$tool: --help begins with the page's line" same out want

	grep '^  *-' help | sed 's/  [^ -].*//' | tr -s ', ' '\n' |
	    sed -n -e 's/=.*//' -e '/^-/p' | sort -u > out
	section "$tool" DESCRIPTION | grep '^\.It ' | options_of > want
	check "$tool: --help has the page's options" same out want
	section "$tool" SYNOPSIS | options_of > synopsis
	# Of a letter and a name the synopsis has one; what every tool has,
	# the item of --help, it leaves out.
	section "$tool" DESCRIPTION | grep '^\.It ' |
	while read -r item; do
		printf '%s\n' "$item" | options_of > either
		grep -qxF -e --help either || grep -qxFf either synopsis ||
			cat either
	done > out
	check "$tool: the synopsis has the options" empty out
	comm -23 synopsis want > out
	check "$tool: the synopsis has no others" empty out
	check "$tool: iterutils(7) lists it" \
	    grep -q "Xr $tool 1" "$SOURCE/man/iterutils.7"
}

for tool in $tools; do
	excepted "$tool" man || one
done
for page in "$SOURCE"/man/*.7; do
	name=${page##*/}
	name=${name%.7}
	page
done
finish
