#!/bin/sh
# SPDX-License-Identifier: MIT
# A compressed FILE gives what the plain one gives; what is damaged gives what
# is good of it, and is named.
. "${0%/*}/lib.sh"

features=$("${tools##* }" --version | sed -n 's/^features://p')

gives() {
	check "$tool $1: status" unfaulted
	check "$tool $1: no message" empty err
	check "$tool $1: output" same out want
}

# format PROGRAM SUFFIX NAME: one of them.
format() {
	case " $features " in
	*" +$3 "*) ;;
	*) skip "$tool $3" 'built without it'; return ;;
	esac
	needs "$tool $3" "$1" || return
	"$1" -c < in > "in$2"
	start in > want 2> err < /dev/null

	start "in$2" > out 2> err < /dev/null
	status=$?
	gives "in$2"
	cp "in$2" nameless
	start nameless > out 2> err < /dev/null
	status=$?
	gives "$3 in a file of another name"
	rm -f fifo && mkfifo fifo
	"$PROBE" pieces 3 < "in$2" > fifo &
	start fifo > out 2> err < /dev/null
	status=$?
	release
	gives "$3 from a FIFO"
	"$PROBE" signal ignore CHLD "$PROBE" limit 20 \
	    sh -c "exec $stage in$2" > out 2> err < /dev/null
	status=$?
	gives "$3, SIGCHLD ignored by the caller"
	start "in$2" > out 2> err <&-
	status=$?
	gives "$3, standard input closed"

	# Several files, members one behind the other, padding.
	start in in > want 2> err < /dev/null
	start in "in$2" > out 2> err < /dev/null
	status=$?
	gives "in in$2"
	cat in in > two
	start two > want 2> err < /dev/null
	cat "in$2" "in$2" > two
	start two > out 2> err < /dev/null
	status=$?
	gives "$3, two members"

	# As it is.
	start < "in$2" > want 2> err
	start_with --no-decompress "in$2" > out 2> err < /dev/null
	check "$tool --no-decompress in$2: as it is" same out want

	# Nothing in it.
	: > empty
	"$1" -c < empty > "empty$2"
	start empty > want 2> err < /dev/null
	start "empty$2" > out 2> err < /dev/null
	status=$?
	gives "empty$2"

	damaged "$@"
}

# Only tools that come to the end of their input can see the damage.
damaged() {
	# Numbers that do not repeat, so that half of the data is half of it.
	awk 'BEGIN { for (i = 0; i < 60000; i++) print i * i % 65521 }' > much
	for file in in much; do
		{
			start > /dev/null 2> err
			cat > rest
		} < $file
		[ -s rest ] && return
	done
	"$1" -c < much > "much$2"
	size=$(wc -c < "much$2")
	head -c $((size - 2)) < "much$2" > short
	start short > out 2> err < /dev/null
	status=$?
	check "$tool $3, truncated: status" ends "$fault"
	check "$tool $3, truncated: named" names "$tool: short: "
	check "$tool $3, truncated: one line" lines err 1
	# What is good of it, as a plain file, and the next file.
	chain short > good 2> err.good
	if excepted "$tool" rest; then
		check "$tool $3, truncated: nothing is written" empty out
	else
		start good > want 2> err < /dev/null
		check "$tool $3, truncated: what is good of it" same want out
	fi
	if goes_on; then
		start good in > want 2> err < /dev/null
		start short in > out 2> err < /dev/null
		check "$tool $3, truncated: the rest is still read" \
		    same want out
	fi
	{ cat "in$2"; echo garbage; } > trailing
	start trailing > out 2> err < /dev/null
	status=$?
	start in > want 2> err.plain < /dev/null
	check "$tool $3, trailing bytes: status" ends "$fault"
	check "$tool $3, trailing bytes: named" names "$tool: trailing: "
	check "$tool $3, trailing bytes: the data before is whole" \
	    same out want
}

one() {
	check "$tool: its library tells what it was built with" \
	    [ -n "$features" ]
	format gzip .gz gzip
	format xz .xz xz
	format zstd .zst zstd
	format bzip2 .bz2 bzip2
	cp in in.gz.plain
	cp in plain.gz
	start in > want 2> err < /dev/null
	start plain.gz > out 2> err < /dev/null
	status=$?
	gives 'a plain file named plain.gz'
	# Standard input is never decompressed.
	if needs "$tool < in.gz" gzip; then
		gzip -c < in > in.gz
		start_with --no-decompress in.gz > want 2> err < /dev/null
		start < in.gz > out 2> err
		check "$tool < in.gz: as it is" same out want
	fi
}

each_reader compressed one
finish
