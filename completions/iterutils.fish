# SPDX-License-Identifier: MIT
# Completions of iterutils for fish 3 and later. Each tool's lines are
# installed as a file of its own, with all that stands before the first.

# Say whether count operands stand before the cursor. The options that valued
# matches have the next word as their value.
function __iterutils_after --argument-names count valued
	set -l words (commandline -opc)
	set -l awaited 0

	set -e words[1]
	for word in $words
		if test $awaited = 1
			set awaited 0
		else if string match -qr -- "^($valued)\$" $word
			set awaited 1
		else if not string match -qr -- '^-[^0-9.:]' $word
			set count (math $count - 1)
		end
	end
	test $awaited = 0 -a $count -le 0
end

# Offer the columns for the last name of a list: those that the last file among
# the words has, where the words say that it has columns.
function __iterutils_columns
	set -l header take
	set -l words (commandline -op)
	set -l format
	set -l columns
	set -l file

	for n in (seq 2 (count $words))
		switch $words[$n]
			case -N --no-header
				return
			case --csv --tsv --jsonl
				set columns yes
				set -a format $words[$n]
			case -t
				set -a format -t $words[(math $n + 1)]
			case '-t*'
				set -a format $words[$n]
			case '*'
				test -f $words[$n]; and set file $words[$n]
		end
	end
	test -n "$columns" -a -n "$file"; or return
	set -l list (commandline -ct | string replace -r '^(--[^=]*=|-[^-]*[kb])' '')
	set -l before (string match -r '.*,' -- $list)
	for name in ($header $format --to=tsv -- 1 $file 2>/dev/null </dev/null |
			head -n 1 | string split \t)
		echo "$before$name"
	end
end

# tools: written by make docs
complete -c accumulate -s f -l func -x -a 'add mul min max count' -d 'add (default), mul, min, max, count or EXPR'
complete -c accumulate -s k -l key -x -a '(__iterutils_columns)' -d 'take the number from field N'
complete -c accumulate -s I -l initial -x -d 'start from VALUE, and write it first'
complete -c accumulate -s b -l by -x -a '(__iterutils_columns)' -d 'start again when these fields change'
complete -c accumulate -s p -l append -d 'write the record, the total as its last field'
complete -c accumulate -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c accumulate -s t -l field-separator -x -d 'every SEP separates fields'
complete -c accumulate -s e -l regexp -x -d 'fields are the groups of a match'
complete -c accumulate -l output-delimiter -x -d 'join fields with SEP'
complete -c accumulate -l csv -d 'records are rows of CSV, the first the header'
complete -c accumulate -l tsv -d 'the same, fields apart by tabs'
complete -c accumulate -l jsonl -d 'records are JSON objects, one a line'
complete -c accumulate -s N -l no-header -d 'the first row is no header'
complete -c accumulate -l ragged -d 'rows may have more fields than columns'
complete -c accumulate -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c accumulate -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c accumulate -l no-decompress -d 'read FILEs as they are'
complete -c accumulate -l progress -d 'show on standard error how far it is'
complete -c accumulate -l help -d 'show this help'
complete -c accumulate -l version -d 'show the version'
complete -c all -f
complete -c all -F -n '__iterutils_after 1 "-[^-]*[kte]|--(key|invalid|field-separator|regexp|output-delimiter|to)"'
complete -c all -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c all -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c all -s t -l field-separator -x -d 'every SEP separates fields'
complete -c all -s e -l regexp -x -d 'fields are the groups of a match'
complete -c all -l output-delimiter -x -d 'join fields with SEP'
complete -c all -l csv -d 'records are rows of CSV, the first the header'
complete -c all -l tsv -d 'the same, fields apart by tabs'
complete -c all -l jsonl -d 'records are JSON objects, one a line'
complete -c all -s N -l no-header -d 'the first row is no header'
complete -c all -l ragged -d 'rows may have more fields than columns'
complete -c all -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c all -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c all -l no-decompress -d 'read FILEs as they are'
complete -c all -l progress -d 'show on standard error how far it is'
complete -c all -l help -d 'show this help'
complete -c all -l version -d 'show the version'
complete -c any -f
complete -c any -F -n '__iterutils_after 1 "-[^-]*[kte]|--(key|invalid|field-separator|regexp|output-delimiter|to)"'
complete -c any -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c any -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c any -s t -l field-separator -x -d 'every SEP separates fields'
complete -c any -s e -l regexp -x -d 'fields are the groups of a match'
complete -c any -l output-delimiter -x -d 'join fields with SEP'
complete -c any -l csv -d 'records are rows of CSV, the first the header'
complete -c any -l tsv -d 'the same, fields apart by tabs'
complete -c any -l jsonl -d 'records are JSON objects, one a line'
complete -c any -s N -l no-header -d 'the first row is no header'
complete -c any -l ragged -d 'rows may have more fields than columns'
complete -c any -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c any -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c any -l no-decompress -d 'read FILEs as they are'
complete -c any -l progress -d 'show on standard error how far it is'
complete -c any -l help -d 'show this help'
complete -c any -l version -d 'show the version'
complete -c chain -s H -l with-filename -d 'put NAME and a tab before each record'
complete -c chain -l rotated -d 'before each FILE its rotated copies'
complete -c chain -l files-from -r -F -d 'read the names of the FILEs from FILE'
complete -c chain -l files0-from -r -F -d 'the same, each name ended by NUL'
complete -c chain -s t -l field-separator -x -d 'what separates fields of CSV'
complete -c chain -l csv -d 'records are rows of CSV, the first the header'
complete -c chain -l tsv -d 'the same, fields apart by tabs'
complete -c chain -l jsonl -d 'records are JSON objects, one a line'
complete -c chain -s N -l no-header -d 'the first row is no header'
complete -c chain -l ragged -d 'rows may have more fields than columns'
complete -c chain -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c chain -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c chain -l no-decompress -d 'read FILEs as they are'
complete -c chain -l progress -d 'show on standard error how far it is'
complete -c chain -l help -d 'show this help'
complete -c chain -l version -d 'show the version'
complete -c countdown -f
complete -c countdown -s n -l interval -x -d 'wait between numbers, as 1 or 0.25'
complete -c countdown -s v -l verbose -d 'announce start and end on standard error'
complete -c countdown -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c countdown -l progress -d 'show on standard error how far it is'
complete -c countdown -l help -d 'show this help'
complete -c countdown -l version -d 'show the version'
complete -c dropwhile -f
complete -c dropwhile -F -n '__iterutils_after 1 "-[^-]*[kte]|--(key|invalid|field-separator|regexp|output-delimiter|to)"'
complete -c dropwhile -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c dropwhile -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c dropwhile -s t -l field-separator -x -d 'every SEP separates fields'
complete -c dropwhile -s e -l regexp -x -d 'fields are the groups of a match'
complete -c dropwhile -l output-delimiter -x -d 'join fields with SEP'
complete -c dropwhile -l csv -d 'records are rows of CSV, the first the header'
complete -c dropwhile -l tsv -d 'the same, fields apart by tabs'
complete -c dropwhile -l jsonl -d 'records are JSON objects, one a line'
complete -c dropwhile -s N -l no-header -d 'the first row is no header'
complete -c dropwhile -l ragged -d 'rows may have more fields than columns'
complete -c dropwhile -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c dropwhile -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c dropwhile -l no-decompress -d 'read FILEs as they are'
complete -c dropwhile -l progress -d 'show on standard error how far it is'
complete -c dropwhile -l help -d 'show this help'
complete -c dropwhile -l version -d 'show the version'
complete -c fib -f
complete -c fib -l from -x -d 'begin with the term of this index, from 0'
complete -c fib -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c fib -l progress -d 'show on standard error how far it is'
complete -c fib -l help -d 'show this help'
complete -c fib -l version -d 'show the version'
complete -c filter -f
complete -c filter -F -n '__iterutils_after 1 "-[^-]*[kte]|--(key|invalid|field-separator|regexp|output-delimiter|to)"'
complete -c filter -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c filter -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c filter -s t -l field-separator -x -d 'every SEP separates fields'
complete -c filter -s e -l regexp -x -d 'fields are the groups of a match'
complete -c filter -l output-delimiter -x -d 'join fields with SEP'
complete -c filter -l csv -d 'records are rows of CSV, the first the header'
complete -c filter -l tsv -d 'the same, fields apart by tabs'
complete -c filter -l jsonl -d 'records are JSON objects, one a line'
complete -c filter -s N -l no-header -d 'the first row is no header'
complete -c filter -l ragged -d 'rows may have more fields than columns'
complete -c filter -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c filter -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c filter -l no-decompress -d 'read FILEs as they are'
complete -c filter -l progress -d 'show on standard error how far it is'
complete -c filter -l help -d 'show this help'
complete -c filter -l version -d 'show the version'
complete -c filterfalse -f
complete -c filterfalse -F -n '__iterutils_after 1 "-[^-]*[kte]|--(key|invalid|field-separator|regexp|output-delimiter|to)"'
complete -c filterfalse -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c filterfalse -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c filterfalse -s t -l field-separator -x -d 'every SEP separates fields'
complete -c filterfalse -s e -l regexp -x -d 'fields are the groups of a match'
complete -c filterfalse -l output-delimiter -x -d 'join fields with SEP'
complete -c filterfalse -l csv -d 'records are rows of CSV, the first the header'
complete -c filterfalse -l tsv -d 'the same, fields apart by tabs'
complete -c filterfalse -l jsonl -d 'records are JSON objects, one a line'
complete -c filterfalse -s N -l no-header -d 'the first row is no header'
complete -c filterfalse -l ragged -d 'rows may have more fields than columns'
complete -c filterfalse -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c filterfalse -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c filterfalse -l no-decompress -d 'read FILEs as they are'
complete -c filterfalse -l progress -d 'show on standard error how far it is'
complete -c filterfalse -l help -d 'show this help'
complete -c filterfalse -l version -d 'show the version'
complete -c flatten -s r -l raw-strings -d 'write strings without quotes and escapes'
complete -c flatten -l depth -x -d 'open only N levels of lists'
complete -c flatten -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c flatten -l no-decompress -d 'read FILEs as they are'
complete -c flatten -l progress -d 'show on standard error how far it is'
complete -c flatten -l help -d 'show this help'
complete -c flatten -l version -d 'show the version'
complete -c groupby -s k -l key -x -a '(__iterutils_columns)' -d 'the key: fields, as 2 or 1,3 or 2-4'
complete -c groupby -s f -l func -x -d 'the key: what an expression makes'
complete -c groupby -s i -l ignore-case -d 'compare keys without case (ASCII)'
complete -c groupby -s s -l start -d 'every record with a key starts a group'
complete -c groupby -s u -l unsorted -d 'one group a key over all (-a, -c, -n)'
complete -c groupby -l check -d 'a key that comes back is a fault'
complete -c groupby -s c -l count -d 'write how many and the key'
complete -c groupby -s a -l aggregate -x -d 'write the key and e.g. count,sum:2'
complete -c groupby -s n -l first -x -d 'write the first N records of each group'
complete -c groupby -s g -l gap -d 'write the records, groups set apart'
complete -c groupby -s j -l join -d 'write each group as one NUL-ended record'
complete -c groupby -s x -l exec -x -d 'run COMMAND on each group; $KEY, $GROUP'
complete -c groupby -l digits -x -d 'digits of a mean behind the point'
complete -c groupby -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c groupby -s t -l field-separator -x -d 'every SEP separates fields'
complete -c groupby -s e -l regexp -x -d 'fields are the groups of a match'
complete -c groupby -l output-delimiter -x -d 'join fields with SEP'
complete -c groupby -l csv -d 'records are rows of CSV, the first the header'
complete -c groupby -l tsv -d 'the same, fields apart by tabs'
complete -c groupby -l jsonl -d 'records are JSON objects, one a line'
complete -c groupby -s N -l no-header -d 'the first row is no header'
complete -c groupby -l ragged -d 'rows may have more fields than columns'
complete -c groupby -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c groupby -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c groupby -l no-decompress -d 'read FILEs as they are'
complete -c groupby -l progress -d 'show on standard error how far it is'
complete -c groupby -l help -d 'show this help'
complete -c groupby -l version -d 'show the version'
complete -c islice -f
complete -c islice -F -n '__iterutils_after 1 "-[^-]*[t]|--(field-separator|to)"'
complete -c islice -s t -l field-separator -x -d 'what separates fields of CSV'
complete -c islice -l csv -d 'records are rows of CSV, the first the header'
complete -c islice -l tsv -d 'the same, fields apart by tabs'
complete -c islice -l jsonl -d 'records are JSON objects, one a line'
complete -c islice -s N -l no-header -d 'the first row is no header'
complete -c islice -l ragged -d 'rows may have more fields than columns'
complete -c islice -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c islice -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c islice -l no-decompress -d 'read FILEs as they are'
complete -c islice -l progress -d 'show on standard error how far it is'
complete -c islice -l help -d 'show this help'
complete -c islice -l version -d 'show the version'
complete -c map -f
complete -c map -F -n '__iterutils_after 1 "-[^-]*[kte]|--(key|invalid|field-separator|regexp|output-delimiter|to)"'
complete -c map -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c map -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c map -s t -l field-separator -x -d 'every SEP separates fields'
complete -c map -s e -l regexp -x -d 'fields are the groups of a match'
complete -c map -l output-delimiter -x -d 'join fields with SEP'
complete -c map -l csv -d 'records are rows of CSV, the first the header'
complete -c map -l tsv -d 'the same, fields apart by tabs'
complete -c map -l jsonl -d 'records are JSON objects, one a line'
complete -c map -s N -l no-header -d 'the first row is no header'
complete -c map -l ragged -d 'rows may have more fields than columns'
complete -c map -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c map -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c map -l no-decompress -d 'read FILEs as they are'
complete -c map -l progress -d 'show on standard error how far it is'
complete -c map -l help -d 'show this help'
complete -c map -l version -d 'show the version'
complete -c product -s d -l output-delimiter -x -d 'join the records of a row with SEP'
complete -c product -s r -l repeat -x -d 'repeat the pools N times'
complete -c product -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c product -l no-decompress -d 'read FILEs as they are'
complete -c product -l progress -d 'show on standard error how far it is'
complete -c product -l help -d 'show this help'
complete -c product -l version -d 'show the version'
complete -c range -f
complete -c range -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c range -l progress -d 'show on standard error how far it is'
complete -c range -l help -d 'show this help'
complete -c range -l version -d 'show the version'
complete -c reduce -s f -l func -x -a 'add mul min max count' -d 'add (default), mul, min, max, count or EXPR'
complete -c reduce -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c reduce -s I -l initial -x -d 'start from VALUE'
complete -c reduce -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c reduce -s t -l field-separator -x -d 'every SEP separates fields'
complete -c reduce -s e -l regexp -x -d 'fields are the groups of a match'
complete -c reduce -l output-delimiter -x -d 'join fields with SEP'
complete -c reduce -l csv -d 'records are rows of CSV, the first the header'
complete -c reduce -l tsv -d 'the same, fields apart by tabs'
complete -c reduce -l jsonl -d 'records are JSON objects, one a line'
complete -c reduce -s N -l no-header -d 'the first row is no header'
complete -c reduce -l ragged -d 'rows may have more fields than columns'
complete -c reduce -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c reduce -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c reduce -l no-decompress -d 'read FILEs as they are'
complete -c reduce -l progress -d 'show on standard error how far it is'
complete -c reduce -l help -d 'show this help'
complete -c reduce -l version -d 'show the version'
complete -c take -f
complete -c take -F -n '__iterutils_after 1 "-[^-]*[t]|--(field-separator|to)"'
complete -c take -s s -l strict -d 'fewer than N records is status 1'
complete -c take -l drain -d 'then read on to the end, writing nothing'
complete -c take -s t -l field-separator -x -d 'what separates fields of CSV'
complete -c take -l csv -d 'records are rows of CSV, the first the header'
complete -c take -l tsv -d 'the same, fields apart by tabs'
complete -c take -l jsonl -d 'records are JSON objects, one a line'
complete -c take -s N -l no-header -d 'the first row is no header'
complete -c take -l ragged -d 'rows may have more fields than columns'
complete -c take -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c take -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c take -l no-decompress -d 'read FILEs as they are'
complete -c take -l progress -d 'show on standard error how far it is'
complete -c take -l help -d 'show this help'
complete -c take -l version -d 'show the version'
complete -c takewhile -f
complete -c takewhile -F -n '__iterutils_after 1 "-[^-]*[kte]|--(key|invalid|field-separator|regexp|output-delimiter|to)"'
complete -c takewhile -s k -l key -x -a '(__iterutils_columns)' -d 'x is field N'
complete -c takewhile -l invalid -x -a 'fail skip pass' -d 'of bad values: fail, skip or pass'
complete -c takewhile -s t -l field-separator -x -d 'every SEP separates fields'
complete -c takewhile -s e -l regexp -x -d 'fields are the groups of a match'
complete -c takewhile -l output-delimiter -x -d 'join fields with SEP'
complete -c takewhile -l csv -d 'records are rows of CSV, the first the header'
complete -c takewhile -l tsv -d 'the same, fields apart by tabs'
complete -c takewhile -l jsonl -d 'records are JSON objects, one a line'
complete -c takewhile -s N -l no-header -d 'the first row is no header'
complete -c takewhile -l ragged -d 'rows may have more fields than columns'
complete -c takewhile -l to -x -a 'csv tsv jsonl' -d 'of rows written: csv, tsv or jsonl'
complete -c takewhile -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c takewhile -l no-decompress -d 'read FILEs as they are'
complete -c takewhile -l progress -d 'show on standard error how far it is'
complete -c takewhile -l help -d 'show this help'
complete -c takewhile -l version -d 'show the version'
complete -c zip_longest -s d -l output-delimiter -x -d 'join the records of a row with SEP'
complete -c zip_longest -s F -l fillvalue -x -d 'put VALUE where a file has ended'
complete -c zip_longest -s s -l shortest -d 'end with the shortest file, as zip'
complete -c zip_longest -l strict -d 'files of different length are a fault'
complete -c zip_longest -s z -l zero-terminated -d 'records end with NUL, not newline'
complete -c zip_longest -l no-decompress -d 'read FILEs as they are'
complete -c zip_longest -l progress -d 'show on standard error how far it is'
complete -c zip_longest -l help -d 'show this help'
complete -c zip_longest -l version -d 'show the version'
# end of tools
