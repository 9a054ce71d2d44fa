#!/bin/sh
# SPDX-License-Identifier: MIT
# What stands around a tool changes nothing: the environment, the locale, the
# limits, the folder, the user, the name.
. "${0%/*}/lib.sh"

# Locales of other alphabets, where they can be made.
LOCPATH=$work/locales
mkdir "$LOCPATH"
made=
if [ "${TRUST-}" = long ] && command -v localedef > log; then
	for locale in de_DE.UTF-8 tr_TR.UTF-8 ja_JP.EUC-JP; do
		localedef -i "${locale%.*}" -f "${locale#*.}" \
		    "$LOCPATH/$locale" > log 2>&1 && made="$made $locale"
	done
fi
# A variable is at most so long on Linux.
long=$(head -c 100000 /dev/zero | tr '\0' v)

nobody=
if [ "$(id -u)" -eq 0 ]; then
	chmod 711 "$work"
	"$WORLD/place" user 65534 take --version > log 2>&1 && nobody=yes
fi

# try NAME COMMAND...: what is begun so gives the same.
try() {
	what=$1
	shift
	{
		"$@" < in 2> err
		echo $? > status
	} | head -n 300 > out
	status=$(cat status)
	check "$tool, $what: status" [ "$status" -eq "$plain" ]
	check "$tool, $what: no message" empty err
	check "$tool, $what: output" same out want
}

# limited OPTION N: under that limit.
limited() {
	(ulimit "$1" "$2" && start)
}

# The shell itself would complain.
in_removed_folder() {
	eval "set -- $stage"
	(mkdir gone && cd gone && rmdir ../gone && "$PROBE" limit 20 "$@")
}

in_closed_folder() {
	mkdir -p closed && chmod 700 closed
	(cd closed && "$PROBE" limit 20 "$WORLD/place" user 65534 \
	    sh -c "exec $stage")
}

with_mask() {
	(umask 777 && start)
}

# named NAME: the tool is told that it is called so.
named() {
	name=$1
	eval "set -- $stage"
	"$PROBE" limit 20 "$WORLD/place" name "$name" "$@"
}

one() {
	{
		start < in 2> err
		echo $? > status
	} | head -n 300 > want
	plain=$(cat status)

	for locale in C.UTF-8 de_DE.UTF-8 tr_TR.UTF-8 nonsense $made; do
		try "LC_ALL=$locale" env LC_ALL="$locale" LANGUAGE=de \
		    "$PROBE" limit 20 sh -c "exec $stage"
	done
	try 'no environment' env -i PATH="$PATH" \
	    "$PROBE" limit 20 sh -c "exec $stage"
	try 'an environment of 1 MB' env A="$long" B="$long" C="$long" \
	    D="$long" E="$long" F="$long" G="$long" H="$long" I="$long" \
	    J="$long" "$PROBE" limit 20 sh -c "exec $stage"
	try 'odd variables' env TZ=:nowhere POSIXLY_CORRECT=1 COLUMNS=0 \
	    HOME= TMPDIR=/nowhere TERM= IFS=1 \
	    "$PROBE" limit 20 sh -c "exec $stage"
	try 'memory that is not zero' env MALLOC_PERTURB_=165 \
	    "$PROBE" limit 20 sh -c "exec $stage"
	try 'a stack of 256 KiB' limited -s 256
	try '16 descriptors' limited -n 16
	try 'no core, no file' limited -c 0
	try 'umask 777' with_mask
	try 'a folder that is gone' in_removed_folder
	for name in '' a/b/c "$(printf 'a\nb')" "$(printf '%05000d' 0)"; do
		try "called $(printf '%.9s' "$name" | tr '\n' ' ')" \
		    named "$name"
	done
	{
		"$PROBE" limit 20 "$WORLD/place" nameless \
		    "$TOOLS_DIR/$tool" 2> err < /dev/null
		echo $? > status
	} | head -n 1 > out
	status=$(cat status)
	check "$tool, without a name: no signal" [ "$status" -le 2 ]
	if [ -n "$nobody" ]; then
		try 'nobody' "$PROBE" limit 20 "$WORLD/place" user 65534 \
		    sh -c "exec $stage"
		try 'nobody, in a folder that is closed' in_closed_folder
	else
		skip "$tool" 'no other user can run it here'
	fi
}

each_tool environment one
finish
