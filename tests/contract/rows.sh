#!/bin/sh
# SPDX-License-Identifier: MIT
# Rows with a header, of every tool that has --csv: the header is no record, the
# promises hold, and what can't be a row is named.
. "${0%/*}/lib.sh"

# The arguments of a tool, and the header that it writes of a,n.
arguments() {
	header=a,n
	case $1 in
	take | islice) set -- 2 ;;
	chain | product | zip_longest) set -- ;;
	filter | takewhile | all) set -- 'a != ""' ;;
	filterfalse | any) set -- 'a == ""' ;;
	dropwhile) set -- False ;;
	map) set -- a header=a ;;
	reduce) set -- -k n header= ;;
	accumulate) set -- -p -k n header=a,n,add_n ;;
	groupby) set -- -n 1 -k a ;;
	*) return 1 ;;
	esac
	case $tool in
	any | all) header= ;;
	esac
	stage="'$tool' --csv"
	for word; do
		case $word in
		header=*) header=${word#*=} ;;
		*) stage="$stage '$word'" ;;
		esac
	done
}

# What a tool says of nothing: any has found none.
nothing() {
	[ "$tool" = any ] && echo 1 || echo 0
}

begins() { [ "$(head -n 1 < out)" = "$header" ]; }

one() {
	"$tool" --help > help
	if ! grep -q -e '--csv' help; then
		skip "$tool" 'it has no rows'
		return
	fi
	check "$tool: its arguments are known here" arguments "$tool" || return
	printf '%s\n' a,n x,1 '"y' 'z",2' '"""",3' w,4 > in

	start < in > want 2> err
	status=$?
	check "$tool: ends" unfaulted
	cp want out
	[ -z "$header" ] || check "$tool: the header comes first" begins
	"$PROBE" pieces 1 < in | start > out 2> err
	check "$tool: from a pipe" same out want
	start in > out 2> err < /dev/null
	check "$tool: from a FILE" same out want
	{ printf '\357\273\277' && cat in; } | start > out 2> err
	check "$tool: a byte order mark goes" same out want
	gzip < in > in.gz
	if "$PROBE" limit 20 chain in.gz > out 2> err && cmp -s in out; then
		start in.gz > out 2> err < /dev/null
		check "$tool: decompressed" same out want
	fi
	if chains; then
		head -n 2 < in > first
		{ head -n 1 < in && tail -n +3 in; } > second
		: > empty
		start empty first empty second > out 2> err < /dev/null
		check "$tool: files with one header" same out want
		printf '%s\n' b,n v,5 > other
		start first other second > out 2> err < /dev/null
		status=$?
		case $tool in
		# They have what they want before.
		take | islice | any | takewhile) ;;
		*) check "$tool: another header is a fault" ends "$fault"
			check "$tool: and named" names \
			    "$tool: other: the header differs from that of first" ;;
		esac
	fi

	start < /dev/null > out 2> err
	status=$?
	check "$tool: nothing, nothing said" empty err
	[ "$tool" = reduce ] || check "$tool: nothing" ends "$(nothing)"
	head -n 1 < in | start > out 2> err
	case $tool in
	reduce | any | all) ;;
	*) check "$tool: a header alone" begins ;;
	esac

	case $tool in
	any) ;;
	*) printf '%s\n' a,n '"x",1' '"' y,2 | start > out 2> err
		status=$?
		check "$tool: a quote that is not closed" ends "$fault"
		check "$tool: its row and line" \
		    names "$tool: -:2 (line 3): a quote is not closed"
		printf '%s\n' a,n '"x"1,2' y,2 | start > out 2> err
		status=$?
		check "$tool: text behind a quote" ends "$fault"
		check "$tool: its row" names \
		    "$tool: -:1 (line 2): text after a closing quote" ;;
	esac
	start -z < in > out 2> err
	status=$?
	check "$tool: -z is wrong usage" ends 2

	# What is used is the same on a file and on a pipe.
	{ start > used 2> err; cat > rest; } < in
	"$PROBE" pieces 2 < in | { start > out 2> err; cat > left; }
	check "$tool: the rest of a pipe is that of a file" same left rest

	if [ -n "$header" ]; then
		printf '%s\n' "$header" > want
		head -n 1 < in > some
		"$PROBE" live want sh -c "exec $stage" < some 2> err
		status=$?
		check "$tool: the header does not wait" ends 0
	fi
	if writes; then
		head -n 1 < in | "$PROBE" hold 60 |
		    "$PROBE" leave pipe after sh -c "exec $stage" 2> err
		status=$?
		check "$tool: ends when the reader leaves" ends 0
		check "$tool: and says nothing" empty err
	fi
}

each_tool rows one
finish
