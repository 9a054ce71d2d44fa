#!/bin/sh
# SPDX-License-Identifier: MIT
# Memory does not grow with the number of records, and where a record is longer
# than memory this is said: never cut, never half, never with status 0.
. "${0%/*}/lib.sh"

case ${MODE_CFLAGS-} in
*-fsanitize*)
	skip memory 'the sanitizers need memory without end'
	finish
	;;
esac
(ulimit -v 4194304) 2> /dev/null || {
	skip memory 'no ulimit -v here'
	finish
}

few=50000
many=$(sample 250000 20000000)
empty_records=$(sample 1000000 20000000)
size=$(sample 16 300)

# Run the stage under the limit that it starts in and 8 MiB.
limited() {
	(ulimit -v $(((base + 8) * 1024)) && "$PROBE" limit 600 \
	    sh -c "exec $stage") 2> err
}

# It does not hold what has gone through it: no more than a block that was not
# full before.
stays_flat() {
	flat_name=${1-$tool}
	"$WORLD/flat" $few "$many" sh -c "exec $stage" > amounts 2> err
	status=$?
	[ -s amounts ] || return
	read -r before behind < amounts
	check "$flat_name: $before KiB after $few records, $behind after $many" \
	    [ "$behind" -le $((before + 160)) ]
}

# A record of many MiB, between two short ones. Who looks into records can't
# hold it; who does not passes it on.
huge_input() {
	echo 1
	dd if=/dev/zero bs=1048576 count="$size" 2> /dev/null | tr '\0' 1
	echo
	echo 3
}

# Take apart what comes: the first bytes are kept, of all there is a sum.
digest() {
	head -c 100000 > "$1"
	cksum > "$1.sum"
}

is_whole() {
	ends 0 && empty err && same out want && same out.sum want.sum
}

# It said so, and what it has written is what comes of the first record.
is_honest() {
	ends "$fault" && lines err 1 && grep -q ': out of memory$' err &&
		head -c "$(wc -c < out)" < want | cmp -s - out
}

survives_huge() {
	{
		huge_input | limited
		echo $? > status
	} | digest out
	status=$(cat status)
	if [ "$status" -eq 0 ]; then
		huge_input | "$PROBE" limit 600 sh -c "exec $stage" | digest want
		check "$tool: a record of $size MiB is passed on" is_whole
	else
		echo 1 | "$PROBE" limit 60 sh -c "exec $stage" > want
		check "$tool: a record of $size MiB is too long" is_honest
	fi
}

survives_empty() {
	yes '' 2> /dev/null | head -c "$empty_records" |
	    limited > /dev/null
	status=$?
	if unfaulted; then
		check "$tool: $empty_records empty records" empty err
	else
		check "$tool: an empty record is no number" names ':1: '
	fi
}

one() {
	reads "$tool" || return
	bulk
	base_of
	stays_flat
	survives_empty
	survives_huge
}

each_tool flat one

# Options and expressions go other ways, which are as flat. Some take their time;
# a byte that is kept of each record would show in fewer of them.
many=$(sample 250000 1000000)
cat > stages <<'END'
accumulate -p -f 'acc + x % 7'
groupby -u -a sum:1,p50:2 -f 'i % 10'
islice -1000:
map "f'{i} {x:>20} {sub('1', 'one', x)}', prev, row[::-1]"
chain -H
filter --csv -N 'row[0] > 5'
zip_longest - - -
accumulate --invalid=skip -f 'acc * 3 % 1000007'
any 'x < 0'
chain --tsv -N
filter -e '([0-9]{2})$' 'x > 50 and prev'
flatten --depth=1
groupby --check -c -k 2
groupby -a count,min:1,max:1,mean:1,distinct:2,list:2
groupby -c -k 2
groupby -f 'i // 10' -n 2
groupby -f 'x[:2]' -i -c
groupby -g
groupby -j
groupby -s -e '5$' -c
islice --csv -N -100:
islice 5:-5
islice 5::7
map "[x, {'a': row}, sorted(row), x.split('1'), isoformat(x)]"
map "search(str(x), x)"
map 'x ** 40 % 7, x / 3, sqrt(x), round(x / 7, 30)'
map --csv -N row
reduce -f 'max(acc, x ** 20)'
reduce -f max
take --csv -N 10000000000
take --drain 5
takewhile 'prev is None or x > prev[0]'
zip_longest -s - -
END
is_long || { sed '8,$d' stages > first && mv first stages; }
while read -r stage <&3; do
	tool=${stage%% *}
	case " $tools " in
	*" $tool "*) stays_flat "$stage" ;;
	esac
done 3< stages

# A little compressed data can become much.
much=$(sample 50000000 500000000)
tool=compressed
stage=
for program in $(sample 'gzip zstd' 'gzip bzip2 xz zstd'); do
	needs "$tool" $program || continue
	case " $(chain --version | sed -n 's/^features://p') " in
	*" +$program "*) ;;
	*) skip "$tool $program" 'built without it'; continue ;;
	esac
	yes 0 2> /dev/null | head -c "$much" | $program -c > bomb
	(ulimit -v 200000 && "$PROBE" limit 600 chain bomb) 2> err |
	    wc -c | tr -d ' ' > out
	echo "$much" > want
	check "$program: $much bytes of $(wc -c < bomb): all" same out want
	check "$program: $much bytes of $(wc -c < bomb): no message" empty err
	"$PROBE" limit 10 take 1 bomb > out 2> err
	status=$?
	check "$program: take 1 of much" ends 0
	check "$program: take 1 of much: no message" empty err
done
report 'memory: many, empty and huge records'
