# SPDX-License-Identifier: MIT
# Completions of iterutils for bash 4 and later.

# What tells the columns of a FILE.
_iterutils_header=take

# What each tool takes.
declare -gA _iterutils_tools

# _iterutils_tool NAME BEFORE FILES OPTIONS: how many operands stand before the
# FILEs, if it has any, and the options. One that has a value has a = behind
# it, and what that may be.
_iterutils_tool()
{
	_iterutils_tools[$1]="$2 ${3:--} $4"
	complete -F _iterutils "$1"
}

# Set awaited to "=...", what the value may be, if the option has one.
_iterutils_find()
{
	local option

	awaited=
	for option in $options; do
		[[ ${option%%=*} != "$1" ]] || awaited=${option#"$1"}
	done
}

# Read a word that stands before the cursor: count an operand, or set awaited
# where the next one is its value. A = is a word of its own.
_iterutils_read()
{
	local word=$1 i

	if [[ $word == '=' ]]; then
		return
	elif [[ $awaited ]]; then
		awaited=
	elif [[ $ended || $word != -?* || $word =~ ^-(\.?[0-9]|:|inf) ]]; then
		given=$((given + 1))
	elif [[ $word == -- ]]; then
		ended=1
	elif [[ $word == --* ]]; then
		_iterutils_find "$word"
	else
		for ((i = 1; i < ${#word}; i++)); do
			_iterutils_find "-${word:i:1}"
			[[ ! $awaited ]] || break
		done
		# The value may have begun in the same word.
		((i == ${#word} - 1)) || awaited=
	fi
}

_iterutils_files()
{
	compopt -o filenames 2>/dev/null
	mapfile -t COMPREPLY < <(compgen -f -- "$1")
}

# Offer the columns for the last name of a list: those that the last file among
# the words has, where the words say that it has columns.
_iterutils_columns()
{
	local format=() file='' columns='' last=${1##*,} name word i

	for ((i = 1; i < ${#COMP_WORDS[@]}; i++)); do
		word=${COMP_WORDS[i]//[\\\'\"]/}
		[[ $word != '~/'* ]] || word=$HOME/${word#'~/'}
		case $word in
		-N | --no-header) return ;;
		--csv | --tsv | --jsonl) columns=1 format+=("$word") ;;
		-t) format+=(-t "${COMP_WORDS[i + 1]//[\\\'\"]/}") ;;
		-t*) format+=("$word") ;;
		*) [[ $i -eq $COMP_CWORD || ! -f $word ]] || file=$word ;;
		esac
	done
	[[ $columns && $file ]] || return
	while IFS= read -r name; do
		[[ -z $name || $name != "$last"* ]] ||
			COMPREPLY+=("${1%"$last"}$(printf %q "$name")")
	done < <("$_iterutils_header" "${format[@]}" --to=tsv -- 1 "$file" \
		2>/dev/null </dev/null | head -n 1 | tr '\t' '\n')
}

_iterutils_value()
{
	local words=${awaited#=}

	if [[ $words == FILE ]]; then
		_iterutils_files "$1"
	elif [[ $words == COLUMNS ]]; then
		_iterutils_columns "$1"
	else
		mapfile -t COMPREPLY < <(compgen -W "${words//,/ }" -- "$1")
	fi
}

_iterutils_option()
{
	local option words=

	for option in $options; do
		case $option in
		--*=*) words+=" ${option%%=*}=" ;;
		*) words+=" ${option%%=*}" ;;
		esac
	done
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$1")
	[[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] ||
		compopt -o nospace 2>/dev/null
}

_iterutils()
{
	local before files options awaited='' ended='' given=0 i
	local word=${COMP_WORDS[COMP_CWORD]}

	COMPREPLY=()
	read -r before files options <<< "${_iterutils_tools[${1##*/}]}"
	for ((i = 1; i < COMP_CWORD; i++)); do
		_iterutils_read "${COMP_WORDS[i]}"
	done
	if [[ $awaited ]]; then
		_iterutils_value "${word#=}"
	elif [[ $word == -* && ! $ended ]]; then
		_iterutils_option "$word"
	elif [[ $files == FILE && $given -ge $before ]]; then
		_iterutils_files "$word"
	fi
}

# tools: written by make docs
_iterutils_tool accumulate 0 'FILE' \
    '-f=add,mul,min,max,count --func=add,mul,min,max,count -k=COLUMNS --key=COLUMNS -I= --initial= -b=COLUMNS --by=COLUMNS -p --append --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool all 1 'FILE' \
    '-k=COLUMNS --key=COLUMNS --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool any 1 'FILE' \
    '-k=COLUMNS --key=COLUMNS --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool chain 0 'FILE' \
    '-H --with-filename --rotated --files-from=FILE --files0-from=FILE -t= --field-separator= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool countdown 1 '' \
    '-n= --interval= -v --verbose -z --zero-terminated --progress --help --version'
_iterutils_tool dropwhile 1 'FILE' \
    '-k=COLUMNS --key=COLUMNS --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool fib 0 '' \
    '--from= -z --zero-terminated --progress --help --version'
_iterutils_tool filter 1 'FILE' \
    '-k=COLUMNS --key=COLUMNS --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool filterfalse 1 'FILE' \
    '-k=COLUMNS --key=COLUMNS --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool flatten 0 'FILE' \
    '-r --raw-strings --depth= -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool groupby 0 'FILE' \
    '-k=COLUMNS --key=COLUMNS -f= --func= -i --ignore-case -s --start -u --unsorted --check -c --count -a= --aggregate= -n= --first= -g --gap -j --join -x= --exec= --digits= --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool islice 1 'FILE' \
    '-t= --field-separator= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool map 1 'FILE' \
    '-k=COLUMNS --key=COLUMNS --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool product 0 'FILE' \
    '-d= --output-delimiter= -r= --repeat= -t= --field-separator= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool range 0 '' \
    '-z --zero-terminated --progress --help --version'
_iterutils_tool reduce 0 'FILE' \
    '-f=add,mul,min,max,count --func=add,mul,min,max,count -k=COLUMNS --key=COLUMNS -I= --initial= --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool take 1 'FILE' \
    '-s --strict --drain -t= --field-separator= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool takewhile 1 'FILE' \
    '-k=COLUMNS --key=COLUMNS --invalid=fail,skip,pass -t= --field-separator= -e= --regexp= --output-delimiter= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
_iterutils_tool zip_longest 0 'FILE' \
    '-d= --output-delimiter= -F= --fillvalue= -s --shortest --strict -t= --field-separator= --csv --tsv --jsonl -N --no-header --ragged --to=csv,tsv,jsonl -z --zero-terminated --no-decompress --progress --help --version'
# end of tools
