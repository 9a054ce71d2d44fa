#!/bin/sh
# SPDX-License-Identifier: MIT
# bash, zsh and fish complete what --help shows: options, the words of values,
# and files where there are any. Every shell that is here is asked itself.
. "${0%/*}/lib.sh"

# The shells may stop what they run.
leave_leaks

# Each shell reads command lines up to the cursor, and puts what it offers for
# the line n into ../n, a line each.
cat > ask.bash <<'END'
. "$COMPLETIONS/iterutils.bash"
n=0
while IFS= read -r line; do
	n=$((n + 1))
	# As readline has it: a = is a word, and one begins behind a blank.
	read -ra COMP_WORDS <<< "${line//=/ = }"
	[[ $line != *' ' ]] || COMP_WORDS+=('')
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	tool=${COMP_WORDS[0]}
	function=$(complete -p "$tool")
	function=${function% *}
	"${function##* }" "$tool"
	for offered in "${COMPREPLY[@]}"; do
		printf '%s\n' "${offered%=}"
	done > "../$n"
done < ../asked
END

cat > ask.fish <<'END'
source $COMPLETIONS/iterutils.fish
set n 0
while read line
	set n (math $n + 1)
	# Without the descriptions; of --name=word the word.
	complete -C "$line" | string replace -r '\t.*' '' |
		string replace -r '^--[^=]*=' '' > ../$n
end < ../asked
END

# What compadd is called with is what is offered. The functions before and
# after a completion are called once and name themselves again.
cat > answer.zsh <<'END'
PS1=
fpath=(${PWD%/*} $fpath)
autoload -Uz compinit
compinit -u -D
zstyle ':completion:*' insert-tab false
bindkey -e
bindkey '^I' complete-word
n=0
asked() {
	compprefuncs=(asked)
	: > ../$((++n))
}
answered() {
	comppostfuncs=(answered)
	print "<$n>"
}
compprefuncs=(asked)
comppostfuncs=(answered)
compadd() {
	local -a found
	if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
		builtin compadd "$@"
		return
	fi
	builtin compadd -A found "$@"
	(($#found)) && print -rl -- $found >> ../$n
}
END
cat > ask.zsh <<'END'
zmodload zsh/zpty || exit 77
zpty shell zsh -f -i
zpty -w shell ". ../answer.zsh; print REA''DY"
zpty -r -m shell line '*READY*' || exit 77
n=0
while IFS= read -r line; do
	zpty -w -n shell "$line"$'\t'
	zpty -r -m shell answer "*<$((++n))>*" || exit 77
	zpty -w -n shell $'\025'
done < ../asked
END

# What is committed is what the tools say: all, also where one is looked at.
cp -R "$SOURCE/completions" rendered
chmod -R u+w rendered
# shellcheck disable=SC2086 # names have no blanks
(cd "$TOOLS_DIR/.." &&
	"$SOURCE/build-aux/completions" "$work/rendered" $ALL_TOOLS)
for file in "$SOURCE"/completions/*; do
	cp "$file" want
	cp "rendered/${file##*/}" out
	check "completions/${file##*/} is what make docs writes" same out want
done

# ask LINE WANTED...: the line, and what is to be offered.
ask() {
	asked=$((asked + 1))
	printf '%s\n' "$1" >> asked
	shift
	[ $# -eq 0 ] || printf '%s\n' "$@" > "want.$asked"
	touch "want.$asked"
}
asked=0

for tool in $tools; do
	"$tool" --help > help
	# shellcheck disable=SC2046 # names have no blanks
	ask "$tool --" $(sed -n 's/^  *\(-., \)\{0,1\}\(--[a-z0-9-]*\).*/\2/p' \
	    help)
	if sed -n 1p help | grep -q '\[FILE\]'; then
		ask "$tool 1 " data
	else
		ask "$tool 1 "
	fi
done
ask 'take --st' --strict
ask 'take '
ask 'take -z 3 ' data
ask 'take 3 data -- -'
ask 'islice -5: ' data
ask 'accumulate ' data
ask 'accumulate -f ' add count max min mul
ask 'accumulate -pf ' add count max min mul
ask 'accumulate --func=m' max min mul
ask 'accumulate -f max ' data
ask 'accumulate -t, -f m' max min mul
ask 'accumulate --invalid=s' skip
ask 'map '
ask 'map -k 2 '
ask 'map -k 2 x ' data
ask 'chain --files-from=' data
ask 'chain --files-from ' data
ask 'countdown '

# The columns of the last file, where it has some.
printf '%s\n' 'customer,item,"price"' 'Ann,pen,1' > table.csv
printf '%s\n' 'customer/item' 'Ann/pen' > slashes.csv
printf '%s\t%s\n' size item 1 pen > table.tsv
ask 'filter --csv 1 ../table.csv -k ' customer item price
ask 'filter -k i'
ask 'filter 1 ../table.csv -k '
ask 'filter --csv -N 1 ../table.csv -k '
ask 'map --csv x ../table.csv --key=i' item
ask 'map --csv x ../table.csv -k item,c' item,customer
ask 'map --csv -t / x ../slashes.csv -k ' customer item
ask 'map --tsv x data ../table.tsv -k ' item size
ask 'map --csv --to=' csv jsonl tsv

# answers SHELL COMMAND...: compare what it offers.
answers() {
	shell=$1
	shift
	mkdir here && : > here/data
	(cd here && "$PROBE" limit 60 "$@" > ../log 2>&1 < /dev/null)
	status=$?
	if [ "$status" -eq 77 ]; then
		skip "$shell" 'it has no terminal or no completion system'
	else
		cp log err
		check "$shell: no word about it" empty log
		n=0
		while IFS= read -r line; do
			n=$((n + 1))
			cp "want.$n" want
			# Where nothing else can stand, zsh offers options.
			case $line in
			*' ') grep -v '^-' "$n" | sort -u > out ;;
			*) sort -u "$n" > out ;;
			esac
			check "$shell: '$line'" same out want
		done < asked
	fi
	rm -rf here [0-9]* log err
}
for n in want.*; do
	sort -u "$n" > sorted
	mv sorted "$n"
done

COMPLETIONS=$SOURCE/completions
HOME=$work
XDG_CONFIG_HOME=$work
export COMPLETIONS HOME XDG_CONFIG_HOME
if needs bash bash; then
	answers bash bash ../ask.bash
fi
if needs fish fish; then
	answers fish fish ../ask.fish
fi
if needs zsh zsh; then
	cp "$COMPLETIONS/iterutils.zsh" _iterutils
	if has_terminals; then
		answers zsh zsh -f ../ask.zsh
	else
		skip zsh 'no terminals here'
	fi
fi
stage=
finish
