#!/bin/sh
# SPDX-License-Identifier: MIT
# What went wrong in other programs goes right here: a row for each bug of
# theirs that could be one of ours. None is ever taken out.
#
# Rows that all tools have to pass stand in scripts of their own. There are:
#
#	write errors unnoticed, or gone on after (GNU cksum, comm, cut, du, fmt,
#	join, nl, numfmt, od, pr, seq, uniq, wc; uutils head, split, printf, ls;
#	jq; Miller; vsearch, zstd, hdump, fd)		write.sh, world/full.sh
#	output that does not block (GNU tee 9.2, 9.11)	write.sh
#	short writes (GNU yes, tee)			write.sh, world/soak.sh
#	input that does not block (node, containerd)	read.sh
#	read errors unnoticed (GNU factor, numfmt, split, tsort; jq)	read.sh
#	closed standard input (GNU comm, du, shuf, sort, uniq)	closed.sh
#	noise on dead pipes (uutils cat, tail)		close.sh, world/leave.sh
#	input held back (GNU fold 9.8, cut, cat)	live.sh
#	wrong sizes in /proc (GNU head, tail, wc)	files.sh
#	a terminal is no file to refuse (GNU cat 9.6)	files.sh
#	offsets past 2^32 (GNU paste)			files.sh
#	records torn among writers (GNU factor)		world/writers.sh
#	input lost with the memory (GNU sed, numfmt; wc)	world/memory.sh
#	a record of 300 MiB without an end (mawk)	world/memory.sh
#	interrupted calls (GNU tail, jq)		world/strike.sh
#	names shown raw (GNU head, tail)		read.sh
#	reading too far (GNU head on pipes)		world/exact.sh
#	buffers that records outgrow (GNU split, tac)	bytes.sh
#	data that is cut (Miller on gzip)		compressed.sh
#	keys chosen to collide (jq)			tests/lib/test_table.c
#	sizes that overflow as things grow (jq)		tests/lib/test_memory.c
#
# What can't be here: no tool follows a file (GNU tail -f, --pid, --follow), is
# asked to keep a number of files (split), pads (seq -s -w, unexpand, fold
# widths), sorts by a locale (sort keys), reads a file raw (jq), wraps lines
# (bc), or shares a file after having read all of it (head -n -N).
. "${0%/*}/lib.sh"

# peer WHO WHAT: whose bug it was, and what went wrong.
peer() {
	who=$1
	what=$2
}

run() {
	"$PROBE" limit 20 sh -c "$1" > out 2> err < /dev/null
	status=$?
}

right() { ends "$1" && same out want; }

# gives OUTPUT COMMAND: done, and nothing said. The output has printf's escapes.
gives() {
	printf -- "$1" > want
	run "$2"
	check "$who: $what: status" ends 0
	check "$who: $what: no message" empty err
	check "$who: $what: output" same out want
}

# fails OUTPUT REASON COMMAND: a fault that is named, after what was right.
fails() {
	printf -- "$1" > want
	run "$3"
	check "$who: $what: is a fault" right 1
	check "$who: $what: says why" names "$2"
	check "$who: $what: one line" lines err 1
}

# refuses REASON COMMAND: wrong usage.
refuses() {
	: > want
	run "$2"
	check "$who: $what: is wrong usage" right 2
	check "$who: $what: says why" names "$1"
}

stage=
# The sanitizers need memory without end, and more of the stack for a call.
limit='ulimit -v 200000'
shallow='ulimit -s 256'
case ${MODE_CFLAGS-} in
*-fsanitize*) limit=: shallow=: ;;
esac
export shallow
seq 10 > ten
printf 'a b\nc\n' > text

# Counts, bounds and sizes.
peer 'GNU tail 9.8' 'too few of the last lines, for some numbers of them'
for n in 1 139 200 1025; do
	seq $((20001 - n)) 20000 > last
	gives "$(cat last)\n" "seq 20000 | islice -$n:"
	gives "$(cat last)\n" "seq 20000 > many; islice -$n: many"
done
peer 'GNU tail' 'more than there are, where standard input stands within a file'
gives '1\n2\n3\n4\n5\n6\n7\n8\n--\n9\n10\n' \
    '{ take 8; echo --; islice -5:; } < ten'
gives '1\n2\n3\n4\n5\n--\n8\n9\n10\n' '{ take 5; echo --; islice -3:; } < ten'
peer 'GNU head 5.0.1' 'all but the last, where standard input is not at 0'
gives '1\n2\n--\n3\n4\n5\n6\n7\n8\n9\n' '{ take 2; echo --; islice :-1; } < ten'
peer 'GNU head 8.23' 'all but none dropped what lacked its newline'
gives 'a\nb\n' 'printf "a\nb" | islice 0:'
gives 'a\n' 'printf "a\nb" | islice :-1'
peer 'GNU tail 9.6' 'a start of 2^64 - 1 and more wrapped'
gives '' 'islice 18446744073709551615: ten'
gives '' 'islice 18446744073709551616: ten'
gives '1\n' 'islice 0:18446744073709551617:18446744073709551617 ten'
peer 'GNU seq 9.8' 'a number before the start, for 2^64 + 1'
gives '18446744073709551617\n18446744073709551618\n' \
    'range 18446744073709551617 18446744073709551619'
gives '18446744073709551617\n18446744073709551616\n' \
    'countdown 18446744073709551617 | take 2'
peer 'GNU seq 8.20' 'no end, for operands of 21 digits'
gives '100000000000000000000\n100000000000000000001\n' \
    'range 100000000000000000000 100000000000000000002'
peer 'GNU seq 8.32' 'a line past the end, by fractions that are not exact'
gives '0.1\n0.2\n0.3\n' 'range 0.1 0.4 0.1'
gives '0.0\n0.1\n0.2\n0.3\n0.4\n0.5\n0.6\n0.7\n0.8\n0.9\n' 'range 0 1 0.1'
peer 'GNU seq 8.31' 'decimal points of two kinds'
gives '0.0\n0.5\n' 'LC_ALL=de_DE.UTF-8 range 0 1 .5'
peer 'GNU cut 8.21, head 8.22, fold 9.8' 'memory by the operand, not the data'
for command in 'take 99999999999999' 'islice -99999999999999:' \
    'islice :99999999999999:1' 'groupby -n 99999999999999 -t x'; do
	gives '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n' \
	    "($limit; $command < ten)"
done
peer 'GNU sort 7.2' 'a field so far off that its offset wrapped'
gives '2\t\n' 'groupby -c -k 18446744073709551615 text'
gives '\n\n' 'map "row[18446744073709551616]" text'
gives '\n\n' 'map "x[18446744073709551616:]" text'
peer 'GNU uniq 8.10' 'skipping fields past the end of a line'
gives '2\t\n' 'groupby -c -k 5 text'
peer 'GNU unexpand' 'a width that overflowed what it was multiplied by'
refuses 'width too large' "map \"f'{x:18446744073709551615}'\""
peer 'jq' 'text that grew past what its length could say'
fails '' 'too large' 'echo 1 | map "zfill(x, 3000000000)"'
fails '' 'too large' "echo 1 | map \"f'{x:>{3000000000}}'\""
peer 'Miller' '20,408 of 308,170 lines were left, and nothing was said'
gives '308170\n' \
    'seq 308170 | chain | filter True | map x | groupby -n 1 | wc -l |
	tr -d " "'
peer 'GNU wc 9.3' 'totals that overflowed'
gives '18446744073709551614\n' 'printf "9223372036854775807\n%.0s" 1 2 |
    reduce'
gives '1\t18446744073709551614\n' \
    'printf "1 9223372036854775807\n%.0s" 1 2 | groupby -k1 -a sum:2'
peer 'GNU wc 8.27' 'the shared offset was wrong afterwards'
gives '10\n--\n' '{ islice -1:; echo --; cat; } < ten'
gives '2\n1\n--\n3\n' '{ islice 1::-1; echo --; take 1; } < ten'
peer 'GNU head 8.24' 'what can not be rewound taken for a file'
gives '1\n2\n3\n' 'seq 3 | { take 1; cat; }'
peer 'GNU tail 9.6' 'no end on an endless device'
[ ! -c /dev/zero ] || gives '3\n' 'take -z 3 /dev/zero | wc -c | tr -d " "'
peer 'GNU tail 9.5' 'a file in /proc that is larger than a block'
for file in /proc/filesystems /proc/kallsyms; do
	[ -r "$file" ] || continue
	tail -n 3 "$file" > want
	run "islice -3: $file"
	check "$who: $what: $file" right 0
done
peer 'GNU tail 9.0' 'many files and a large limit of descriptors'
gives '1\t1\t1\n' 'ulimit -S -n $(ulimit -H -n) 2> /dev/null
    zip_longest ten ten ten | take 1'
peer 'GNU tail 8.28' 'spinning where SIGPIPE is ignored'
gives '0\n' "trap '' PIPE; fib | take 1"

# Bytes.
peer 'GNU fold 9.11' 'cut at a byte 0xFF'
for command in chain 'take 9' 'filter True' 'map x' 'islice 0:' \
    'groupby -n 1' zip_longest product; do
	gives 'a\377b\n\377\n\303\n' "printf 'a\377b\n\377\n\303' | $command"
done
peer 'GNU uniq' 'reading past the end, in a multibyte locale'
gives '2\t\303\n' "printf '\303\n\303' | LC_ALL=C.UTF-8 groupby -i -c"
gives '\303\n' "printf '\303' | LC_ALL=C.UTF-8 map 'x[:5]'"
peer 'GNU paste 5.3' 'a byte 0xFF for a newline that is missing'
gives '1\ta\n2\tb\n' 'printf "1\n2" > x; printf "a\nb" > y; zip_longest x y'
peer 'GNU paste 6.11' 'a delimiter that is one backslash'
refuses "'\\' is no escape" 'zip_longest -d "\\" ten'
refuses "'\\' is no escape" 'product -d "\\" ten'
peer 'GNU comm' 'standard input was closed twice'
gives '1\t2\n3\t\n' 'seq 3 | zip_longest - -'
gives '1\n2\n3\n' 'seq 3 | chain - -'
gives '1\t1\n' 'seq 1 | product - -'
peer 'GNU tac 9.4' 'wrong after short reads'
gives '5\n4\n3\n2\n1\n' 'seq 5 | "$PROBE" pieces 1 | islice ::-1'
peer 'GNU tac 8.6' 'memory freed twice, for lines of 16 KiB and more'
for n in 16383 16384 16385 65535 65536 65537 131073; do
	gives "3 $n $n\n" "{ printf '%0${n}d\n' 1 2; echo 3; } > long
	    islice ::-1 long > 1; cat long | islice ::-1 > 2; cmp 1 2 &&
	    echo \$(map 'len(x) if len(x) > 1 else x' 1)"
done
peer 'GNU tac 8.15' 'memory spoilt, where standard input is closed'
fails '' 'islice: -: ' 'islice ::-1 <&-'
peer 'GNU factor 9.8' 'reading past the end of a number'
gives '12\n' 'printf 12 | reduce'
gives '-7\n' 'printf -- -7 | accumulate'
peer 'datamash 1.8' 'NUL in a key'
gives '2\ta\000b\n1\ta\n' 'printf "a\0b\na\na\0b\n" | groupby -u -c'
gives 'x\t2\n' 'printf "x a\0b\nx a\0c\nx a\0b\n" |
    groupby -k1 -a distinct:2'
peer 'datamash' 'a key of more than 1 MiB'
gives '2097152\n' 'head -c 2097152 /dev/zero > key; echo >> key
    cat key key | groupby -u -n 1 | map "len(x)"'
peer 'datamash' 'a key of an empty line'
gives '1\t\n1\ta\n' 'printf "\na\n" | groupby -c -k1'
gives 'a\n' 'printf "\na\n" | map "row[0] if row[0] else None"'
peer 'datamash 1.8' '-z that was not passed on'
gives '2\ta\nb\0001\tc\000' 'printf "a\nb\0a\nb\0c" | groupby -z -u -c'
peer 'glibc' 'different strings that are equal in a locale'
gives '\352\260\200\n\353\202\230\n' \
    'printf "\352\260\200\n\353\202\230\n\352\260\200\n" |
	LC_ALL=ja_JP.UTF-8 groupby -u -n 1'
peer 'jq' 'NUL cut the input short'
gives '3\n' 'printf "a\0b\n" | map "len(x)"'
gives '' "printf 'a\\\\0b\n' | filter \"x == 'a'\""
fails '1\n' 'byte 3' 'printf "[1\0, 2]" | flatten'
peer 'Miller' 'a crash on three quotes'
fails '""\n' 'within a string' "printf '\"\"\"' | flatten"

# Rows with a header.
peer 'Miller' 'a byte order mark before a quote'
gives '"a",b\n"1",2\n' \
    'printf "\357\273\277\"a\",b\n\"1\",2\n" | take --csv 1'
peer 'Miller' 'a quote that is closed at the end of the data, taken for open'
gives 'a\n"x"\n' "printf 'a\n\"x\"' | take --csv 3"
peer 'Miller' 'a crash on three quotes, as CSV'
fails 'a\n' 'a quote is not closed' "printf 'a\n\"\"\"' | take --csv 3"
peer 'Miller' 'TSV of 308,170 lines was cut to 20,408'
gives '308170\n' 'seq 308170 | chain --tsv -N | islice --tsv -N 0: | wc -l |
    tr -d " "'
peer 'Miller' 'a word in a column of numbers counted as nothing'
fails 'a\n1\n' "is 'abc', not a number" \
    "printf 'a\n1\nabc\n' | filter --csv 'a > 0'"

# Numbers.
peer 'GNU numfmt' 'reading past blanks at the end'
gives '3\n' 'printf "1 \n2\t\n" | reduce'
peer 'GNU numfmt' 'what is no number lost its end'
gives '1x\n2\n' 'printf "1x\n2\n" | accumulate --invalid=pass'
peer 'GNU numfmt 8.21' 'values that had overflowed'
gives '9444732965739290427392\n' 'echo 9223372036854775808 | map "x * 1024"'
peer 'GNU sort' 'no end, with nan'
fails '' "'nan', not a number" 'printf "nan\n" | reduce'
peer 'GNU factor 9.4' 'a folder that was read as nothing'
fails '' 'Is a directory' 'reduce < .'
peer 'datamash 1.5' 'a negative result that was printed as 1.8e19'
gives 'a\t-3\t-1\t-4\t-2.000000\n' 'printf "a -3\na -1\n" |
    groupby -k1 -a min:2,max:2,sum:2,mean:2'
peer 'Miller 6.6' 'words counted as nothing in a sum'
fails '' "'abc', not a number" 'printf "1\nabc\n2\n" | reduce'
peer 'mawk' '%d ended at 2^31 - 1'
gives '2147483648\n9223372036854775808\n' \
    "printf '2147483648\n9223372036854775808\n' | map \"f'{x:d}'\""
peer 'mawk' 'six digits were left of a number'
gives '1234567.891\n' 'echo 1234567.891 | map "x + 0"'
peer 'mawk' 'a fraction was cut, in a locale with commas'
gives '3.0\n' 'echo 1.5 | LC_ALL=de_DE.UTF-8 map "x * 2"'
peer 'the shell' '2^63 wrapped'
gives '9223372036854775808\n' 'echo 9223372036854775807 | map "x + 1"'
peer 'bc' 'lines were wrapped at 70 digits, syntax errors ended with 0'
gives '91\n' 'echo 2 | map "x**300" | map "len(x)"'
refuses 'a value is missing' 'map "1 +"'
peer 'jq' 'an exponent of more than 10^9'
fails '' 'not a number' 'echo 1e9999999999 | reduce'
fails '' 'too large' 'echo 2 | map "x**9999999999999"'
peer 'jq' 'a number too long for its buffer'
gives '100000\n' 'head -c 100000 /dev/zero | tr "\0" 7 > digits
    echo 0 | map "$(cat digits)" | map "len(x)"'
gives '100000\n' 'flatten digits | map "len(x)"'

# Depth, length and helpers.
peer 'jq' 'recursion without a limit'
gives '' '(eval "$shallow"; head -c 2000000 /dev/zero | tr "\0" "[" > deep
    head -c 2000000 /dev/zero | tr "\0" "]" >> deep; flatten deep)'
fails '' 'within a list' '(eval "$shallow"; head -c 2000000 deep | flatten)'
refuses 'nested too deeply' '(eval "$shallow"; map "$(head -c 90000 /dev/zero |
    tr "\0" "(")x")'
refuses 'nested too deeply' '(eval "$shallow"; map -- "$(head -c 90000 /dev/zero |
    tr "\0" "-")x")'
peer 'mawk' 'programs of 8 KiB and more'
for n in 4095 8191 8192 8193 65536; do
	gives "$n\n" "echo 0 | map \"len('\$(printf '%0${n}d' 0)')\""
done
peer 'GNU sort 9.9' 'silence, where the helper for compression died'
mkdir helper
printf '#!/bin/sh\nkill -9 $$\n' > helper/iterutils-decompress
chmod +x helper/iterutils-decompress
if needs "$who" gzip; then
	gzip -c < ten > ten.gz
	fails '' 'chain: ten.gz: ' \
	    'ITERUTILS_LIBEXECDIR=$PWD/helper chain ten.gz'
	peer 'Miller 6.6' 'status 0, where compressed data was cut'
	head -c 15 ten.gz > cut.gz
	run 'chain cut.gz'
	check "$who: $what: status" ends 1
	check "$who: $what: named" names 'chain: cut.gz: '
fi
peer 'GNU dd 9.11' 'how much was written, told wrongly'
run 'seq 100000 | take --progress 5 > few; cat few'
check "$who: $what" names '; wrote 10 bytes'

finish
