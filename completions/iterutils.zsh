#compdef accumulate all any chain countdown dropwhile fib filter filterfalse flatten groupby islice map product range reduce take takewhile zip_longest
# SPDX-License-Identifier: MIT
# Completions of iterutils for zsh.

# What tells the columns of a FILE.
local header=take
local -a arguments

# Offer the columns for the last name of a list: those that the last file among
# the words has, where the words say that it has columns.
_iterutils_columns() {
	local -a format names
	local before columns file word i

	for ((i = 2; i <= $#words; i++)); do
		word=${${(Q)words[i]}/#\~\//$HOME/}
		case $word in
		(-N|--no-header) return 1 ;;
		(--csv|--tsv|--jsonl) columns=1 format+=($word) ;;
		(-t) format+=(-t "${(Q)words[i + 1]}") ;;
		(-t*) format+=($word) ;;
		(*) [[ $i -eq $CURRENT || ! -f $word ]] || file=$word ;;
		esac
	done
	[[ -n $columns && -n $file ]] || return 1
	names=("${(@ps:\t:)$($header $format --to=tsv -- 1 $file \
		2>/dev/null </dev/null | head -n 1)}")
	before=${(M)PREFIX##*,}
	compadd -- $before${^names}
}

case $service in
# tools: written by make docs
accumulate)
	arguments=(
		'*-f+[add (default), mul, min, max, count or EXPR]:FUNC:(add mul min max count)'
		'*--func=[add (default), mul, min, max, count or EXPR]:FUNC:(add mul min max count)'
		'*-k+[take the number from field N]:N:_iterutils_columns'
		'*--key=[take the number from field N]:N:_iterutils_columns'
		'*-I+[start from VALUE, and write it first]:VALUE: '
		'*--initial=[start from VALUE, and write it first]:VALUE: '
		'*-b+[start again when these fields change]:LIST:_iterutils_columns'
		'*--by=[start again when these fields change]:LIST:_iterutils_columns'
		'*-p[write the record, the total as its last field]'
		'*--append[write the record, the total as its last field]'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'*:file:_files'
	)
	;;
all)
	arguments=(
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
any)
	arguments=(
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
chain)
	arguments=(
		'*-H[put NAME and a tab before each record]'
		'*--with-filename[put NAME and a tab before each record]'
		'*--rotated[before each FILE its rotated copies]'
		'*--files-from=[read the names of the FILEs from FILE]:FILE:_files'
		'*--files0-from=[the same, each name ended by NUL]:FILE:_files'
		'*-t+[what separates fields of CSV]:SEP: '
		'*--field-separator=[what separates fields of CSV]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'*:file:_files'
	)
	;;
countdown)
	arguments=(
		'*-n+[wait between numbers, as 1 or 0.25]:SECONDS: '
		'*--interval=[wait between numbers, as 1 or 0.25]:SECONDS: '
		'*-v[announce start and end on standard error]'
		'*--verbose[announce start and end on standard error]'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
	)
	;;
dropwhile)
	arguments=(
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
fib)
	arguments=(
		'*--from=[begin with the term of this index, from 0]:INDEX: '
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
	)
	;;
filter)
	arguments=(
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
filterfalse)
	arguments=(
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
flatten)
	arguments=(
		'*-r[write strings without quotes and escapes]'
		'*--raw-strings[write strings without quotes and escapes]'
		'*--depth=[open only N levels of lists]:N: '
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'*:file:_files'
	)
	;;
groupby)
	arguments=(
		'*-k+[the key: fields, as 2 or 1,3 or 2-4]:LIST:_iterutils_columns'
		'*--key=[the key: fields, as 2 or 1,3 or 2-4]:LIST:_iterutils_columns'
		'*-f+[the key: what an expression makes]:EXPR: '
		'*--func=[the key: what an expression makes]:EXPR: '
		'*-i[compare keys without case (ASCII)]'
		'*--ignore-case[compare keys without case (ASCII)]'
		'*-s[every record with a key starts a group]'
		'*--start[every record with a key starts a group]'
		'*-u[one group a key over all (-a, -c, -n)]'
		'*--unsorted[one group a key over all (-a, -c, -n)]'
		'*--check[a key that comes back is a fault]'
		'*-c[write how many and the key]'
		'*--count[write how many and the key]'
		'*-a+[write the key and e.g. count,sum:2]:LIST: '
		'*--aggregate=[write the key and e.g. count,sum:2]:LIST: '
		'*-n+[write the first N records of each group]:N: '
		'*--first=[write the first N records of each group]:N: '
		'*-g[write the records, groups set apart]'
		'*--gap[write the records, groups set apart]'
		'*-j[write each group as one NUL-ended record]'
		'*--join[write each group as one NUL-ended record]'
		'*-x+[run COMMAND on each group; $KEY, $GROUP]:COMMAND: '
		'*--exec=[run COMMAND on each group; $KEY, $GROUP]:COMMAND: '
		'*--digits=[digits of a mean behind the point]:N: '
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'*:file:_files'
	)
	;;
islice)
	arguments=(
		'*-t+[what separates fields of CSV]:SEP: '
		'*--field-separator=[what separates fields of CSV]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
map)
	arguments=(
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
product)
	arguments=(
		'*-d+[join the records of a row with SEP]:SEP: '
		'*--output-delimiter=[join the records of a row with SEP]:SEP: '
		'*-r+[repeat the pools N times]:N: '
		'*--repeat=[repeat the pools N times]:N: '
		'*-t+[what separates fields of CSV]:SEP: '
		'*--field-separator=[what separates fields of CSV]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'*:file:_files'
	)
	;;
range)
	arguments=(
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
	)
	;;
reduce)
	arguments=(
		'*-f+[add (default), mul, min, max, count or EXPR]:FUNC:(add mul min max count)'
		'*--func=[add (default), mul, min, max, count or EXPR]:FUNC:(add mul min max count)'
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*-I+[start from VALUE]:VALUE: '
		'*--initial=[start from VALUE]:VALUE: '
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'*:file:_files'
	)
	;;
take)
	arguments=(
		'*-s[fewer than N records is status 1]'
		'*--strict[fewer than N records is status 1]'
		'*--drain[then read on to the end, writing nothing]'
		'*-t+[what separates fields of CSV]:SEP: '
		'*--field-separator=[what separates fields of CSV]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
takewhile)
	arguments=(
		'*-k+[x is field N]:N:_iterutils_columns'
		'*--key=[x is field N]:N:_iterutils_columns'
		'*--invalid=[of bad values: fail, skip or pass]:WHAT:(fail skip pass)'
		'*-t+[every SEP separates fields]:SEP: '
		'*--field-separator=[every SEP separates fields]:SEP: '
		'*-e+[fields are the groups of a match]:REGEX: '
		'*--regexp=[fields are the groups of a match]:REGEX: '
		'*--output-delimiter=[join fields with SEP]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'1: :true'
		'*:file:_files'
	)
	;;
zip_longest)
	arguments=(
		'*-d+[join the records of a row with SEP]:SEP: '
		'*--output-delimiter=[join the records of a row with SEP]:SEP: '
		'*-F+[put VALUE where a file has ended]:VALUE: '
		'*--fillvalue=[put VALUE where a file has ended]:VALUE: '
		'*-s[end with the shortest file, as zip]'
		'*--shortest[end with the shortest file, as zip]'
		'*--strict[files of different length are a fault]'
		'*-t+[what separates fields of CSV]:SEP: '
		'*--field-separator=[what separates fields of CSV]:SEP: '
		'*--csv[records are rows of CSV, the first the header]'
		'*--tsv[the same, fields apart by tabs]'
		'*--jsonl[records are JSON objects, one a line]'
		'*-N[the first row is no header]'
		'*--no-header[the first row is no header]'
		'*--ragged[rows may have more fields than columns]'
		'*--to=[of rows written: csv, tsv or jsonl]:FORMAT:(csv tsv jsonl)'
		'*-z[records end with NUL, not newline]'
		'*--zero-terminated[records end with NUL, not newline]'
		'*--no-decompress[read FILEs as they are]'
		'*--progress[show on standard error how far it is]'
		'*--help[show this help]'
		'*--version[show the version]'
		'*:file:_files'
	)
	;;
# end of tools
esac

_arguments -s -S $arguments
