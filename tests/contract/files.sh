#!/bin/sh
# SPDX-License-Identifier: MIT
# A file is what can be read of it, whatever kind it is, where it begins and
# what becomes of it meanwhile; one that can't be read is named, with the
# system's reason.
. "${0%/*}/lib.sh"

# Names that can't be opened. Nobody is somebody else where we are root.
ln -s loop loop
ln -s nowhere dangling
: > plain
"$WORLD/place" socket socket 2> log || rm -f socket
long=$(printf '%0300d' 0)
nobody=
if [ "$(id -u)" -eq 0 ]; then
	chmod 711 "$work"
	nobody="$WORLD/place user 65534"
	$nobody take --version > log 2>&1 || nobody=none
fi

unlimited() {
	(ulimit -S -f unlimited && "$@")
}

# A file whose records stand behind a hole of many terabytes.
hole=
for size in 15T 2T; do
	if unlimited truncate -s "$size" sparse 2> log; then
		hole=$(($(wc -c < sparse) - 16777216))
		break
	fi
done
[ -n "$hole" ] || rm -f sparse

# The reasons that the system has against a file, in the C library's words.
for name in loop dangling plain/in "$long" socket; do
	echo "$name $("$WORLD/place" refusal "$name")"
done > reasons

# refused NAME: it is named, and the rest is done.
refused() {
	shown=$(printf '%.20s' "$1")
	name=../$1
	[ "$1" != "$long" ] || name=$long
	reason=$(awk -v name="$1" \
	    '$1 == name { sub(/^[^ ]* /, ""); print }' ../reasons)
	start "$name" in > out 2> err < /dev/null
	status=$?
	check "$tool $shown: status" ends "$fault"
	check "$tool $shown: named" says "$tool: $name: $reason"
	if [ "$going_on" = yes ]; then
		check "$tool $shown: the rest is done" same out want
	else
		check "$tool $shown: nothing is written" empty out
	fi
}

# gives NAME: it gives what the plain file does.
gives() {
	check "$tool $1: status" ends 0
	check "$tool $1: no message" empty err
	check "$tool $1: output" same out want
}

# alike NAME: it ended and wrote as of a copy.
alike() {
	check "$tool $1: status" [ "$status" -eq "$plain" ]
	check "$tool $1: output" same out want
	sed "s|$1|copy|" err > said
	check "$tool $1: messages" same said err.copy
}

# Say whether out, but for its last record, is the beginning of a file.
begins() {
	sed '$d' out > beginning
	head -c "$(wc -c < beginning)" < "$1" | cmp -s - beginning
}

unreadable() {
	going_on=no
	! goes_on || going_on=yes
	for file in loop dangling plain/in "$long"; do
		refused "$file"
	done
	[ ! -e ../socket ] || refused socket
	case $nobody in
	'') ;;
	none) skip "$tool" 'no other user can run it here' ;;
	*)
		cp in secret
		chmod 600 secret
		chmod 755 .
		$nobody sh -c "exec $stage secret in" < /dev/null > out 2> err
		status=$?
		check "$tool secret, by nobody: status" ends "$fault"
		check "$tool secret, by nobody: named" names "$tool: secret: "
		[ "$going_on" = no ] ||
			check "$tool secret, by nobody: the rest is done" \
			    same out want
		;;
	esac
}

# Other ways to the same bytes.
other_names() {
	for name in /dev/stdin /dev/fd/0 /proc/self/fd/0; do
		[ -e "$name" ] || continue
		start "$name" > out 2> err < in
		status=$?
		gives "$name < in"
		cat in | start "$name" > out 2> err
		status=$?
		gives "cat in | $name"
	done
	if [ -e /dev/fd/0 ]; then
		start /dev/fd/3 > out 2> err 3< in < /dev/null
		status=$?
		gives '/dev/fd/3 3< in'
	fi
	rm -f fifo && mkfifo fifo
	cat in > fifo &
	start fifo > out 2> err < /dev/null
	status=$?
	wait
	gives 'fifo'
}

# What has no size, or another one than it says.
without_size() {
	for name in /proc/filesystems /proc/devices \
	    /sys/devices/system/cpu/online; do
		cat $name > copy 2> log || continue
		start copy > want 2> err.copy < /dev/null
		plain=$?
		start $name > out 2> err < /dev/null
		status=$?
		alike $name
	done
}

# Behind a hole the offsets are large.
behind_hole() {
	[ -n "$hole" ] || { skip "$tool" 'no files so large here'; return; }
	unlimited dd of=../sparse bs=1048576 seek=$((hole / 1048576)) \
	    conv=notrunc < in 2> log
	unlimited truncate -s $((hole + $(wc -c < in))) ../sparse
	{
		start > want 2> err.copy
		"$WORLD/place" tell > at.copy
	} < in
	{
		"$PROBE" limit 20 "$WORLD/place" seek "$hole" \
		    sh -c "exec $stage" > out 2> err
		status=$?
		"$WORLD/place" tell > at
	} < ../sparse
	gives "behind $hole bytes"
	check "$tool behind $hole bytes: stands behind what it used" \
	    [ "$(cat at)" = $((hole + $(cat at.copy))) ]
}

# A file that becomes shorter, or longer, while it is read.
changing() {
	i=0
	while [ $i -lt 40 ]; do
		cat in in in in in in in in in in
		i=$((i + 1))
	done > much
	start < much > want 2> err
	plain=$?
	"$WORLD/place" truncated much sh -c "exec $stage" > out 2> err
	status=$?
	# Where the end has come is within a record, which may be another then.
	check "$tool, truncated meanwhile: no signal" [ "$status" -le "$fault" ]
	! is_early || check "$tool, truncated meanwhile: output" begins want

	cp in growing
	: > go
	while [ -e go ]; do
		cat in >> growing
	done &
	start growing > out 2> err < /dev/null
	status=$?
	rm go
	wait
	check "$tool, growing meanwhile: ends" [ "$status" -le "$fault" ]
	start growing > want 2> err < /dev/null
	! is_early || check "$tool, growing meanwhile: output" begins want
}

# One terminal is its input and its output: that is not the same file.
on_terminal() {
	has_terminals || { skip "$tool" 'no terminal here'; return; }
	head -n 7 in > few
	start < few > want 2> err
	plain=$?
	"$WORLD/place" terminal sh -c "exec $stage 2>err" < few > out
	status=$?
	check "$tool on a terminal: status" [ "$status" -eq "$plain" ]
	check "$tool on a terminal: no message" empty err
	check "$tool on a terminal: output" same out want
}

one() {
	start in > want 2> err < /dev/null
	unreadable
	other_names
	without_size
	behind_hole
	changing
	on_terminal
}

each_reader files one

# From either end of a large file, at once.
if [ -n "$hole" ]; then
	tool=sparse
	printf 'first\n' | unlimited dd of=sparse conv=notrunc 2> log
	printf '\nlast but one\nlast\n' |
	    unlimited sh -c 'cat >> sparse'
	"$PROBE" limit 5 take 1 sparse > out 2> err
	status=$?
	check 'take 1: the first record of a sparse file' writes_out first
	"$PROBE" limit 5 islice -2: sparse > out 2> err
	status=$?
	check 'islice -2: the last records of a sparse file' \
	    writes_out 'last but one' last
	"$PROBE" limit 5 sh -c 'islice ::-1 sparse | take 2' > out 2> err
	status=$?
	check 'islice ::-1 | take 2: a sparse file backwards' \
	    writes_out last 'last but one'
fi
finish
