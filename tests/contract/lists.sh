#!/bin/sh
# SPDX-License-Identifier: MIT
# Every list of the tools is the same list.
. "${0%/*}/lib.sh"

stage=

# list NAME: compare the names on standard input with the tools.
list() {
	sort -u > out
	check "$1 has the tools and no others" same out want
}

for tool in $tools; do
	echo "$tool"
done | sort > want

# Programs in libexecdir are for the tools, not for users.
for file in "$SOURCE"/tools/*.c; do
	file=${file##*/}
	grep -q "^libexec_PROGRAMS.*/${file%.c}\$" "$SOURCE/tools/tools.mk" ||
		echo "${file%.c}"
done > found
list 'tools/*.c' < found
for file in "$SOURCE"/man/*.1; do
	file=${file##*/}
	echo "${file%.1}"
done > found
list 'man/*.1' < found
sed -n 's|^dist_man_MANS += man/\(.*\)\.1$|\1|p' \
    "$SOURCE/tools/tools.mk" > found
list 'tools.mk, pages' < found
for file in "$SOURCE"/man/*.7; do
	check "Makefile.am installs ${file##*/}" \
	    grep -qw "man/${file##*/}" "$SOURCE/Makefile.am"
done
# Other files there have rows of many tools, or none.
grep -l '^ROWS_MAIN(' "$SOURCE"/tests/cli/*.c |
    sed 's|.*/||; s|\.c$||' > found
list 'tests/cli/*.c' < found
sed -n 's|^row_tests += tests/cli/\(.*\)$|\1|p' \
    "$SOURCE/tools/tools.mk" > found
list 'tools.mk, rows' < found
sed -n '/^\.\\" tools:/,/^\.\\" end/s/^\.It Xr \([a-z_]*\) 1$/\1/p' \
    "$SOURCE/man/iterutils.7" > found
list 'man/iterutils.7' < found
grep -o 'tests/[a-z]*/[a-z_-]*\.[a-z]*' "$SOURCE/tests/MODES.md" | sort -u |
    while read -r file; do
	[ -e "$SOURCE/$file" ] || echo "$file"
done > out
check 'tests/MODES.md names tests that there are' empty out
for tool in $tools; do
	check "README names $tool" grep -qw "$tool" "$SOURCE/README"
done
finish
