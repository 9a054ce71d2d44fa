# SPDX-License-Identifier: MIT
# lib - what the contract tests share
#
# A contract test shows one promise of iterutils(7) for every tool:
#
#	. "${0%/*}/lib.sh"
#	one() {
#		start < in > out 2> err
#		status=$?
#		check "$tool: ends with 0" ends 0
#	}
#	each_tool live one
#	finish
#
# `make check` sets TOOLS, TOOLS_DIR, PROBE, SOURCE, VERSION and PATH. What is
# run of a tool is its smoke command: the first example of its page that has
# it in a pipeline. So a new tool is in every test without a line written.
# shellcheck shell=sh
set -u

if [ -z "${TOOLS_DIR-}" ]; then
	echo "$0: run me by make check TESTS=tests/contract/${0##*/}" >&2
	exit 99
fi
contract=$SOURCE/tests/contract

# names_of PROGRAM...: the tools that these are.
names_of() {
	for tool; do
		tool=${tool##*/}
		printf ' %s' "${tool%"${EXEEXT-}"}"
	done
}

# Those that are looked at; all there are, where only one is.
# shellcheck disable=SC2086 # names have no blanks
tools=$(names_of $TOOLS)
# shellcheck disable=SC2034,SC2086 # for the scripts
all_tools=$(names_of ${ALL_TOOLS-$TOOLS})

work=$(mktemp -d "${TMPDIR:-/tmp}/contract.XXXXXX") || exit 99
trap 'cd / && rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 99

# A tool that does not stop shall not fill the disk: 200 MB a file.
ulimit -S -f 400000

tool=
fault=1
status=0
good=0
bad=0

# check NAME CONDITION...: say whether it holds, and show what there was.
check() {
	check_name=$1
	shift
	if "$@"; then
		printf 'ok %s\n' "$check_name"
		good=$((good + 1))
		return
	fi
	bad=$((bad + 1))
	printf 'not ok %s\n' "$check_name"
	printf '  %s; status was %s\n' "$*" "$status${stage:+; of: $stage}"
	for shown in want out err; do
		[ -s "$shown" ] || continue
		head -n 6 < "$shown" | cut -c 1-160 | sed "s/^/  $shown: /"
	done
}

skip() {
	printf 'skip %s: %s\n' "$1" "$2"
}

# Long runs (TRUST=long) say a line for who collects them.
finish() {
	if [ "${TRUST-}" = long ] && [ "$good" -gt 0 ]; then
		printf 'trust: promise %s: %s tried, %s failed\n' \
		    "${0##*/}" $((good + bad)) "$bad"
	fi
	[ "$bad" -eq 0 ] || exit 1
	[ "$good" -gt 0 ] || exit 77
	exit 0
}

# Conditions.
ends() { [ "$status" -eq "$1" ]; }
unfaulted() { [ "$status" -lt "$fault" ]; }
same() { cmp -s "$1" "$2"; }
empty() { [ ! -s "$1" ]; }
says() { printf '%s\n' "$@" | cmp -s - err; }
writes_out() { printf '%s\n' "$@" | cmp -s - out; }
names() { grep -qF -- "$1" err; }
lines() { [ "$(wc -l < "$1")" -eq "$2" ]; }

# Say whether a program can be run here; skip what needs it otherwise.
needs() {
	command -v "$2" > /dev/null 2>&1 && return
	skip "$1" "no $2 here"
	return 1
}

# There is another program of this name.
has_parallel() { parallel --version 2> /dev/null | grep -q '^GNU parallel'; }

# Where no file system for them is mounted, there is no folder with a device.
has_terminals() { [ ! -d /proc/self ] || [ -c /dev/pts/ptmx ]; }

# Say whether exceptions lets a tool off a promise.
excepted() {
	reason=$(awk -v tool="$1" -v promise="$2" \
	    '$1 == tool && $2 == promise { $1 = $2 = ""; sub(/^ */, ""); print }' \
	    "$contract/exceptions")
	[ -n "$reason" ] || return
	skip "$1" "$reason"
}

# Say whether the FILEs of a tool are one stream, so that the rest is read
# where one can't be. Else each is an iterator by itself, and there is nothing.
chains() { ! excepted "$tool" chain; }

# Say whether what could be read of FILEs is done where others are missing.
goes_on() { chains && ! excepted "$tool" rest; }

# Say whether a tool writes while there may be more to read.
is_early() { ! excepted "$tool" early; }

# Say whether a tool writes at all.
writes() { ! excepted "$tool" output; }

# Let no sanitizer look for leaks where the tools may be stopped: it does not
# bear that, and then the process never ends.
leave_leaks() {
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
	export ASAN_OPTIONS
}

page_of() { echo "$SOURCE/man/$1.1"; }

# Print the lines of a section of a page.
section() {
	awk -v want="$2" '/^\.Sh / { on = substr($0, 5) == want; next } on' \
	    "$(page_of "$1")"
}

# Say whether a tool reads records: its synopsis ends with files.
reads() {
	section "$1" SYNOPSIS |
	    grep -Eq '^\.(Op )?Ar$|Ar (FILE|file)( |$)'
}

# Print the blocks of a page that begin with a prompt: of a tool's page those
# among its examples, of one that is about several tools all there are.
blocks_of() {
	awk -v prompt="$1" '
		/^\.Dt / { all = $3 == 7 }
		/^\.Sh / { on = all || $2 == "EXAMPLES" }
		/^\.Ed/ { literal = 0 }
		first { literal = index($0, prompt) == 1; first = 0 }
		literal { print }
		on && /^\.Bd -literal/ { first = 1 }' "$2" |
	    sed -e 's/\\&//g' -e "s/\\\\(aq/'/g" -e 's/\\(dq/"/g' \
		-e 's/\\(ha/^/g' -e 's/\\(ti/~/g' -e 's/\\(ga/`/g' \
		-e 's/\\-/-/g' -e 's/\\e/\\/g'
}

# Print the commands ($ ) and their output (other lines) of a page.
examples_of() { blocks_of '$ ' "$1"; }

# Print the commands alone, one a line, continued lines joined.
commands_of() {
	examples_of "$1" | awk '
		/^\$ / { if (cmd) print cmd; cmd = substr($0, 3); next }
		/^> / && cmd { cmd = cmd " " substr($0, 3); next }
		{ if (cmd) print cmd; cmd = "" }
		END { if (cmd) print cmd }'
}

# Print the part of a pipeline that is the tool with its arguments, then what
# stands before it in the pipeline. Quotes are honoured.
split_stage() {
	printf '%s\n' "$2" | awk -v tool="$1" '
	function piece(    s) {
		s = substr($0, from, i - from)
		sub(/^[ \t]+/, "", s)
		sub(/[ \t]+$/, "", s)
		if (!done && (s == tool || index(s, tool " ") == 1)) {
			print s
			s = substr($0, group, from - group)
			sub(/[ \t]*\|[ \t]*$/, "", s)
			print s
			done = 1
		}
	}
	{
		from = group = 1
		n = length($0)
		for (i = 1; i <= n + 1 && !done; i++) {
			c = substr($0, i, 1)
			if (c == "\\" && quote != "\047") i++
			else if (quote) { if (c == quote) quote = "" }
			else if (c == "\"" || c == "\047") quote = c
			else if (c ~ /[<>]/) piece()
			else if (i > n || c ~ /[|;&{}()]/) {
				piece()
				from = i + 1
				if (c != "|") group = from
			}
		}
	}'
}

# smoke TOOL: set stage, the tool with the arguments of its first example but
# without FILEs, and make a file `in` of records that it is used to.
smoke() {
	stage=
	mkdir smoke && cd smoke || exit 99
	commands_of "$(page_of "$1")" > ../commands
	: > ../split
	while IFS= read -r command <&3; do
		split_stage "$1" "$command" > ../split
		stage=$(sed -n 1p ../split)
		[ -z "$stage" ] || break
		"$PROBE" limit 10 sh -c "$command" > ../log 2>&1 < /dev/null
	done 3< ../commands
	before=$(sed -n 2p ../split)
	: > ../sample
	if [ -n "$before" ]; then
		sh -c "$before" 2> ../log < /dev/null | head -n 500 > ../sample
	fi
	eval "set -- $stage" 2> ../log
	stage=
	for word; do
		if [ -e "$word" ]; then
			cat < "$word" >> ../sample
		elif [ "$word" != - ]; then
			stage="$stage${stage:+ }'$(printf '%s\n' "$word" |
			    sed "s/'/'\\\\''/g")'"
		fi
	done
	cd .. && rm -rf smoke commands split log
	# Enough of it to go around, each record terminated.
	awk 'NR <= 500 { line[NR] = $0 } END {
		if (NR == 0)
			for (; NR < 500; NR++) line[NR + 1] = NR
		n = NR < 500 ? NR : 500
		for (i = 0; i < 500; i++) print line[i % n + 1]
	}' sample > in
	rm -f sample
	[ -n "$stage" ]
}

# Be the smoke command, with more arguments if there are any. It has 20 seconds.
start() {
	"$PROBE" limit 20 sh -c "exec $stage \"\$@\"" sh "$@"
}

# The same with options before the arguments.
start_with() {
	start_options=$1
	shift
	start_rest=${stage#"'$tool'"}
	"$PROBE" limit 20 sh -c \
	    "exec $tool $start_options $start_rest \"\$@\"" sh "$@"
}

# Set base to the least limit of memory, in MiB, that the tool starts under.
fits() {
	(ulimit -v "$1" && "$PROBE" limit 20 sh -c "exec $tool --version") \
	    > /dev/null 2>&1
}

base_of() {
	base=1
	while ! fits $((base * 1024)) && [ "$base" -lt 1024 ]; do
		base=$((base + 1 + base / 8))
	done
}

# The writer to a FIFO, in the background, has no reader any more; from a tool
# that failed before it opened the FIFO it never had one, and waits.
release() {
	kill "$!" 2> /dev/null
	wait
}

# each_tool PROMISE FUNCTION: call it for every tool that is bound, with tool,
# stage, in and fault (the status of one) set, in an empty folder.
each_tool() {
	for tool in $tools; do
		excepted "$tool" "$1" && continue
		mkdir "$work/$tool" && cd "$work/$tool" || exit 99
		fault=1
		! excepted "$tool" status || fault=2
		if smoke "$tool"; then
			"$2"
		else
			check "$tool: the page has an example of it" false
		fi
		chmod -R u+w "$work/$tool"
		cd "$work" && rm -rf "${work:?}/$tool"
	done
}

# The same for those that read records.
each_reader() {
	reader_function=$2
	each_tool "$1" if_reader
}

if_reader() {
	! reads "$tool" || "$reader_function"
}
