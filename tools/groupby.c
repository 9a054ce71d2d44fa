/*
 * groupby - groups of consecutive records with equal keys
 *
 * The key is the record, or fields of it (-k), or the groups of a match (-e).
 * A record that has no key (-e does not match) belongs to the group before
 * it; before the first key the key is empty. By default a group becomes one
 * record, its key and its members, streamed; else what one of -a -c -g -j -n
 * -x says. Rows with a header become others that have one, or pass on as they
 * are. Holds a key; with -u, which puts all records of a key into one
 * group, a state for each key.
 *
 *	$ printf '%s\n' A,1 A,2 B,3 A,4 | groupby -t, -k1
 *	A	A,1	A,2
 *	B	B,3
 *	A	A,4
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "group.h"
#include "group_rows.h"
#include "input.h"
#include "message.h"
#include "output.h"
#include "pass.h"
#include "repeats.h"
#include "row_options.h"
#include "tally.h"
#include "tool.h"

/* More digits than anybody reads, and each takes time. */
#define DIGITS_MAX 1000000

static struct option_list keys;
static bool ignore_case, start, count, gap, join, unsorted, check;
static const char *aggregate, *first, *exec, *digits, *func, *invalid;

static const struct option options[] = {
	{ 'k', "key", "LIST", "the key: fields, as 2 or 1,3 or 2-4",
	  .list = &keys },
	{ 'f', "func", "EXPR", "the key: what an expression makes",
	  .text = &func },
	{ 'i', "ignore-case", NULL, "compare keys without case (ASCII)",
	  .flag = &ignore_case },
	{ 's', "start", NULL, "every record with a key starts a group",
	  .flag = &start },
	{ 'u', "unsorted", NULL, "one group a key over all (-a, -c, -n)",
	  .flag = &unsorted },
	{ 0, "check", NULL, "a key that comes back is a fault",
	  .flag = &check },
	{ 'c', "count", NULL, "write how many and the key",
	  .flag = &count },
	{ 'a', "aggregate", "LIST", "write the key and e.g. count,sum:2",
	  .text = &aggregate },
	{ 'n', "first", "N", "write the first N records of each group",
	  .text = &first },
	{ 'g', "gap", NULL, "write the records, groups set apart",
	  .flag = &gap },
	{ 'j', "join", NULL, "write each group as one NUL-ended record",
	  .flag = &join },
	{ 'x', "exec", "COMMAND", "run COMMAND on each group; $KEY, $GROUP",
	  .text = &exec },
	{ 0, "digits", "N", "digits of a mean behind the point",
	  .text = &digits },
	INVALID_OPTION(invalid),
	{ 0 }
};

static const char *const examples[] = {
	"groupby -c -k 1 access.log | sort -rn | take 10",
	"groupby -s -j -e '^[0-9]{4}-' app.log | grep -z Exception",
	"groupby -t, -k 2 -a count,sum:3 sales.txt",
	NULL
};

static const struct tool tool = {
	.name = "groupby",
	.summary = "groups of consecutive records with equal keys",
	.synopsis = "[OPTION]... [FILE]...",
	.options = options,
	.shared = field_options,
	.hints = field_hints,
	.examples = examples,
	.reads = true,
	.rows = true,
};

/* Say whether any of the outputs that exclude each other is asked for. */
static unsigned
outputs(void)
{
	return (unsigned)(count + gap + join) + (aggregate != NULL) +
	    (first != NULL) + (exec != NULL);
}

/* Refuse what does not go with rows. */
static void
check_row_options(void)
{
	if (!count && !aggregate && !first && !exec)
		die_usage(row_options_word(), "needs -a, -c, -n or -x");
	if (row_options_dialect() == DIALECT_JSONL && keys.n == 0 && !func)
		die_usage(row_options_word(), "say with -k or -f what the key "
		    "is");
}

/* Refuse options that contradict each other. */
static void
check_options(void)
{
	const bool rows = row_options_dialect() != DIALECT_NONE;

	if (outputs() > 1)
		die_usage(NULL, "only one of -a, -c, -g, -j, -n and -x");
	if (unsorted && !count && !aggregate && !first)
		die_usage("-u", "needs -a, -c or -n");
	if (unsorted && start)
		die_usage("-u", "not together with -s");
	if (unsorted && check)
		die_usage("-u", "not together with --check");
	if (func && keys.n > 0)
		die_usage("-f", "not together with -k: it says what the key "
		    "is");
	if (digits && !aggregate)
		die_usage("--digits", "needs -a");
	if (invalid && !aggregate && !rows)
		die_usage("--invalid", "needs -a");
	if (rows)
		check_row_options();
}

/* Read the LIST of -a; its fields are split off as well as the key's. */
static void
plan_values(struct group *group)
{
	struct key *key = &group->key;
	const char *reason;

	reason = aggregate_plan_parse(&group->plan, aggregate, &key->splitter);
	if (reason && group->plan.unknown)
		die(key->splitter.columns->origin, "%s", reason);
	if (reason)
		die_usage("-a", "%s", reason);
	if (digits)
		group->plan.digits = (size_t)tool_count(digits, "--digits");
	if (digits && group->plan.digits > DIGITS_MAX)
		die_usage(digits, "--digits is at most %d", DIGITS_MAX);
	key_reach(key, aggregate_plan_reach(&group->plan));
}

static void
prepare(struct group *group)
{
	*group = (struct group){ .plan = AGGREGATE_PLAN_INIT };
	group->rows = row_options_dialect() != DIALECT_NONE;
	if (func)
		key_open_value(&group->key, func, ignore_case, start);
	else
		key_open(&group->key, &keys, "-k", ignore_case);
	if (group->rows && !func)
		key_open_columns(&group->key);
	invalid_open(&group->invalid, invalid);
	group->key.invalid = &group->invalid;
	group->output = count ? &group_count : aggregate ? &group_values :
	    first ? &group_first : gap ? &group_gap : join ? &group_join :
	    exec ? &group_exec : &group_members;
	group->command = exec;
	if (first)
		group->first = tool_count(first, "N of -n");
	if (aggregate)
		plan_values(group);
	if (group->rows && (count || aggregate))
		group_rows_open(group);
	else if (first)
		pass_header();
	if (join)
		output_start('\0');
	if (exec)
		output_redirect(-1);
}

/* Refuse the key of a group that begins when it was there before. */
static void
check_key(struct tally *before, const struct input *in, struct group *group)
{
	const char *text;
	size_t len;

	if (tally_find(before, group)->count++ == 0)
		return;
	text = key_text(&group->key, &len);
	input_die(in, "the key '%.*s'%s comes back%s", KEY_SHOWN, text,
	    len > KEY_SHOWN ? "..." : "",
	    start ? "" : "; sort the input, or use -u");
}

/* Pass on each run of records with equal keys as a group. */
static void
groupby(struct input *in, struct group *group, struct tally *before)
{
	struct record record;
	bool grouping = false;
	bool keyed;

	while (key_next(&group->key, in, &record, &keyed)) {
		if (!grouping || (keyed &&
		    (start || key_changed(&group->key)))) {
			if (grouping)
				group_end(group);
			key_keep(&group->key);
			if (check)
				check_key(before, in, group);
			group_begin(group);
			grouping = true;
		}
		group_add(group, in, &record);
		if (count && !start)
			group->members += key_pass(&group->key, in);
	}
	if (grouping)
		group_end(group);
}

/* The same, where records are their own keys and only how many counts. */
static void
count_repeats(struct input *in)
{
	struct repeats repeats = { .in = in };
	struct record record;
	uint64_t n;

	while (repeats_next(&repeats, &record, &n))
		group_write_repeats(n, &record);
	repeats_close(&repeats);
}

/* Put all records with equal keys into one group. */
static void
groupby_unsorted(struct input *in, struct group *group, struct tally *tally)
{
	struct tallied *tallied = NULL;
	struct record record;
	bool keyed;

	while (key_next(&group->key, in, &record, &keyed)) {
		if (keyed || !tallied)
			tallied = tally_find(tally, group);
		tallied->count++;
		if (aggregate)
			group_count_values(group, tallied->values[0], in,
			    &record);
		else if (tallied->count <= group->first)
			pass_record(&record);
	}
	if (aggregate)
		tally_write(tally, group);
}

/* The same, where only how many there are counts. */
static void
count_unsorted(struct input *in, struct group *group, struct tally *tally)
{
	struct record record;
	bool keyed;

	while (key_next(&group->key, in, &record, &keyed)) {
		if (keyed)
			tally_count(tally, group);
		else
			tally_count_again(tally);
	}
	tally_write(tally, group);
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	struct group group;
	struct tally tally;
	struct input in;

	check_options();
	tool_input(&run, &in, tool_files(&run));
	prepare(&group);
	tally_open(&tally, ignore_case, unsorted && aggregate);
	if (unsorted && count)
		count_unsorted(&in, &group, &tally);
	else if (unsorted)
		groupby_unsorted(&in, &group, &tally);
	else if (count && !start && !check && key_is_record(&group.key))
		count_repeats(&in);
	else
		groupby(&in, &group, &tally);
	invalid_finish(&group.invalid);
	input_close(&in);
	tally_close(&tally, &group);
	group_close(&group);
	tool_finish();
}
