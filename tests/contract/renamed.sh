#!/bin/sh
# SPDX-License-Identifier: MIT
# Tools that are installed under other names have pages and completions with
# these names, and the examples of the pages still do what they show.
. "${0%/*}/lib.sh"

# As make install has it with --program-prefix=it-.
mkdir -p bin source/man source/tests completions
ln -s "$contract" source/tests/contract
for name in $all_tools iterutils iterutils-decompress iterutils-expr; do
	printf '\t{ "%s", "it-%s" },\n' "$name" "$name"
done > installed_names.h
rename() { "$SOURCE/build-aux/installed-names" installed_names.h "$1"; }
for tool in $all_tools; do
	ln -s "$TOOLS_DIR/$tool" "bin/it-$tool"
done
new_tools=
for tool in $tools; do
	rename "$SOURCE/man/$tool.1" > "source/man/it-$tool.1"
	new_tools="$new_tools it-$tool"
done
for page in "$SOURCE"/man/*.7; do
	rename "$page" > "source/man/${page##*/}"
done
for file in "$SOURCE"/completions/*; do
	rename "$file" > "completions/${file##*/}"
done
stage=

# All that is left of the old names in macros that name.
for page in source/man/*; do
	for name in $all_tools iterutils; do
		grep -E "^\.(Nm|Ic) $name( |\$)|Xr $name [17]" "$page"
		grep -i "^\.Dt $name [17]" "$page"
	done > out
	check "${page##*/}: all names are the new ones" empty out
	if needs "${page##*/}: lint" mandoc; then
		# The references stay in the order of the old names.
		mandoc -T lint -W warning "$page" 2>&1 |
		    grep -v 'unusual Xr order' > out
		check "${page##*/}: lints clean" empty out
	fi
done

# The examples, of commands that have no other names here.
clean_path=
old_ifs=$IFS
IFS=:
for folder in $PATH; do
	[ "$folder" = "$TOOLS_DIR" ] ||
		clean_path=$clean_path${clean_path:+:}$folder
done
IFS=$old_ifs
PATH=$work/bin:$clean_path TOOLS=$new_tools SOURCE=$work/source \
    sh "$contract/examples.sh" > examples 2>&1
status=$?
check 'examples under the new names' ends 0
grep -v '^ok' examples > err
cat err

for tool in $tools; do
	for file in bash fish zsh; do
		case $file in
		bash) line="_iterutils_tool $tool " ;;
		fish) line="complete -c $tool " ;;
		zsh) line="$tool)" ;;
		esac
		grep "^$line" "completions/iterutils.$file" > out
		check "$tool: not completed by $file" empty out
		new=$(printf '%s' "$line" | sed "s/$tool/it-&/")
		grep "^$new" "completions/iterutils.$file" > out
		check "it-$tool: completed by $file" [ -s out ]
	done
done
for file in completions/*; do
	grep 'header[ =]it-take$' "$file" > out
	check "$file: columns come from it-take" [ -s out ]
done
finish
