/*
 * regexp - regular expressions, by PCRE2, on bytes
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "regexp.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* How much one match may cost: steps, and memory for its way back. */
#define STEPS_MAX 10000000
#define HEAP_MAX (64u * 1024) /* KiB */

/* The stack of the just-in-time compiler, where its usual 32 KiB are short. */
#define STACK_MIN ((size_t)64 * 1024)
#define STACK_MAX ((size_t)HEAP_MAX * 1024)

struct regexp {
	pcre2_general_context *memory;
	pcre2_code *code;
	pcre2_match_context *limits;
	pcre2_match_data *match;
	pcre2_jit_stack *stack; /* NULL: not needed yet */
	bool compiled; /* to machine code */
	size_t groups;
	const unsigned char *names; /* n_names entries, as PCRE2 has them */
	size_t n_names, name_size;
};

static void *
take(size_t n, void *about)
{
	(void)about;
	return xallocate(n, 1);
}

static void
give_back(void *memory, void *about)
{
	(void)about;
	free(memory);
}

/* Compile so that results don't hang on how PCRE2 itself was built. */
static pcre2_code *
compile(const struct regexp *regexp, const char *pattern, uint32_t options,
    int *error, size_t *offset)
{
	pcre2_compile_context *context =
	    pcre2_compile_context_create(regexp->memory);
	pcre2_code *code;

	pcre2_set_newline(context, PCRE2_NEWLINE_LF);
	pcre2_set_bsr(context, PCRE2_BSR_ANYCRLF);
	code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
	    PCRE2_NEVER_UTF | options, error, offset, context);
	pcre2_compile_context_free(context);
	return code;
}

/* Ask what the compiled pattern has. */
static void
inspect(struct regexp *regexp)
{
	size_t size = 0;
	uint32_t n;

	/* A pattern may begin with (*NO_JIT). */
	pcre2_pattern_info(regexp->code, PCRE2_INFO_JITSIZE, &size);
	regexp->compiled = size > 0;
	pcre2_pattern_info(regexp->code, PCRE2_INFO_CAPTURECOUNT, &n);
	regexp->groups = n;
	pcre2_pattern_info(regexp->code, PCRE2_INFO_NAMECOUNT, &n);
	regexp->n_names = n;
	pcre2_pattern_info(regexp->code, PCRE2_INFO_NAMEENTRYSIZE, &n);
	regexp->name_size = n;
	pcre2_pattern_info(regexp->code, PCRE2_INFO_NAMETABLE,
	    &regexp->names);
}

static struct regexp *
open_with(const char *pattern, uint32_t options, const char **reason,
    size_t *offset)
{
	static unsigned char words[256];
	struct regexp *regexp = xallocate(1, sizeof *regexp);
	int error;

	memset(regexp, 0, sizeof *regexp);
	regexp->memory = pcre2_general_context_create(take, give_back, NULL);
	regexp->code = compile(regexp, pattern, options, &error, offset);
	if (!regexp->code) {
		pcre2_get_error_message(error, words, sizeof words);
		*reason = (const char *)words;
		regexp_close(regexp);
		return NULL;
	}
	/* Where this can't be done, matching is only slower. */
	pcre2_jit_compile(regexp->code, PCRE2_JIT_COMPLETE);
	regexp->limits = pcre2_match_context_create(regexp->memory);
	pcre2_set_match_limit(regexp->limits, STEPS_MAX);
	pcre2_set_heap_limit(regexp->limits, HEAP_MAX);
	regexp->match = pcre2_match_data_create_from_pattern(regexp->code,
	    regexp->memory);
	inspect(regexp);
	return regexp;
}

struct regexp *
regexp_open(const char *pattern, const char **reason, size_t *offset)
{
	return open_with(pattern, 0, reason, offset);
}

struct regexp *
regexp_open_anchored(const char *pattern, const char **reason,
    size_t *offset)
{
	return open_with(pattern, PCRE2_ANCHORED, reason, offset);
}

size_t
regexp_groups(const struct regexp *regexp)
{
	return regexp->groups;
}

/*
 * An entry is the number of a group, in two bytes, high one first, and its
 * name with a NUL.
 */
static size_t
entry_number(const unsigned char *entry)
{
	return (size_t)entry[0] << 8 | entry[1];
}

size_t
regexp_named(const struct regexp *regexp, const char *name, size_t len)
{
	const unsigned char *entry = regexp->names;
	const char *known;
	size_t i;

	for (i = 0; i < regexp->n_names; i++, entry += regexp->name_size) {
		known = (const char *)entry + 2;
		if (strlen(known) == len && memcmp(known, name, len) == 0)
			return entry_number(entry);
	}
	return 0;
}

const char *
regexp_name(const struct regexp *regexp, size_t i)
{
	const unsigned char *entry = regexp->names;
	size_t n;

	for (n = 0; n < regexp->n_names; n++, entry += regexp->name_size) {
		if (entry_number(entry) == i)
			return (const char *)entry + 2;
	}
	return NULL;
}

/* Give the just-in-time compiler all the stack it may have. */
static bool
widen(struct regexp *regexp)
{
	if (regexp->stack)
		return false;
	regexp->stack = pcre2_jit_stack_create(STACK_MIN, STACK_MAX,
	    regexp->memory);
	if (!regexp->stack)
		return false; /* LCOV_EXCL_LINE: no memory */
	pcre2_jit_stack_assign(regexp->limits, NULL, regexp->stack);
	return true;
}

static int
match(struct regexp *regexp, const char *bytes, size_t len, size_t from,
    uint32_t options)
{
	int result;

	if (!regexp->compiled)
		return pcre2_match(regexp->code, (PCRE2_SPTR)bytes, len, from,
		    options, regexp->match, regexp->limits);
	do {
		result = pcre2_jit_match(regexp->code, (PCRE2_SPTR)bytes, len,
		    from, options, regexp->match, regexp->limits);
	} while (result == PCRE2_ERROR_JIT_STACKLIMIT && widen(regexp));
	return result;
}

enum regexp_result
regexp_match(struct regexp *regexp, const struct record *record,
    struct record *group)
{
	/* No bytes may be no pointer, which PCRE2 does not take. */
	const char *bytes = record->len > 0 ? record->bytes : "";
	const int result = match(regexp, bytes, record->len, 0, 0);
	const size_t *place;
	size_t i;

	if (result == PCRE2_ERROR_NOMATCH)
		return REGEXP_NONE;
	if (result < 0)
		return REGEXP_LIMIT;
	place = pcre2_get_ovector_pointer(regexp->match);
	for (i = 0; i <= regexp->groups; i++, place += 2) {
		group[i] = (struct record){ bytes, 0 };
		/*
		 * Both are the same, PCRE2_UNSET, of a group that took no part;
		 * \K can make a match end before it begins.
		 */
		if (place[0] >= place[1])
			continue;
		group[i].bytes = bytes + place[0];
		group[i].len = place[1] - place[0];
	}
	return REGEXP_MATCH;
}

enum regexp_result
regexp_match_next(struct regexp *regexp, const struct record *record,
    size_t from, bool not_empty, struct record *group)
{
	const char *bytes = record->len > 0 ? record->bytes : "";
	const int result = match(regexp, bytes, record->len, from,
	    not_empty ? PCRE2_NOTEMPTY_ATSTART : 0);
	const size_t *place;
	size_t i;

	if (result == PCRE2_ERROR_NOMATCH)
		return REGEXP_NONE;
	if (result < 0)
		return REGEXP_LIMIT;
	place = pcre2_get_ovector_pointer(regexp->match);
	for (i = 0; i <= regexp->groups; i++, place += 2) {
		group[i] = (struct record){ NULL, 0 };
		if (place[0] == PCRE2_UNSET)
			continue;
		group[i].bytes = bytes + place[0];
		if (place[1] > place[0])
			group[i].len = place[1] - place[0];
	}
	return REGEXP_MATCH;
}

void
regexp_close(struct regexp *regexp)
{
	if (!regexp)
		return;
	pcre2_jit_stack_free(regexp->stack);
	pcre2_match_data_free(regexp->match);
	pcre2_match_context_free(regexp->limits);
	pcre2_code_free(regexp->code);
	pcre2_general_context_free(regexp->memory);
	free(regexp);
}
