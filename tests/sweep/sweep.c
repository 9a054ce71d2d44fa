/*
 * sweep - every call of every tool fails once
 *
 *	sweep [-a] [-j JOBS] [-p N] [-s SEED] [-t MS] TABLE...
 *
 * Runs the command lines of the tables (commands.h) again and again, each
 * time with another call failing (fault.h): once, and from there on. What
 * comes of it must be the same as ever, or a message and a prefix of it
 * (judge.h). Then it lets two of them fail in one run, N pairs a line, and
 * cuts and interrupts reads and writes, as often, which must change nothing.
 * Without -a it tries a sample, one of many. What takes longer than so many
 * milliseconds counts as one that hangs.
 *
 * The working directory has the files that the tables name. TOOLS_DIR is
 * where the tools are, FAULT_OBJECT what is preloaded. Ends with 1 where
 * something is wrong, with 77 where nothing can be preloaded.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "items.h"
#include "judge.h"
#include "../common/must.h"
#include "totals.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is shown of each job's faults; the others are but counted. */
#define SHOWN_MAX 12

/* In a sample one of so many, beside what is there in any case. */
#define SAMPLE 20

static bool all;
static unsigned jobs, n_pieces;
static uint64_t seed = 1;

/* Say what is wrong, and how to see it again. */
static void
report(const struct item *item, const struct outcome *outcome,
    const char *reason)
{
	static const char *const inputs[] = {
		[STDIN_NONE] = "< /dev/null", [STDIN_CLOSED] = "<&-",
		[STDIN_FILE] = "<", [STDIN_PIPE] = "|", [STDIN_SOCKET] = "="
	};
	const struct command *command = item->subject->command;
	const struct outcome *good = &item->subject->good;
	const bool piped = command->kind == STDIN_PIPE ||
	    command->kind == STDIN_SOCKET;
	char text[8192], variables[256];
	int n;

	run_variables(command, &item->plan, variables, sizeof variables);
	n = snprintf(text, sizeof text, "not ok %s: %s%s\n"
	    "  %s%s%s%s LD_PRELOAD=%s %s%s%s%s%s\n"
	    "  status %d for %d, %zu bytes for %zu, %ld left for %ld%s%.*s\n",
	    command->argv[0], reason,
	    outcome->counts.failed[0] > 0 ? "" : " (and nothing failed)",
	    piped ? "cat " : "", piped ? command->file : "",
	    piped ? " | " : "", variables, getenv("FAULT_OBJECT"),
	    command->words, piped ? "" : " ",
	    piped ? "" : inputs[command->kind], piped ? "" : " ",
	    command->kind == STDIN_FILE ? command->file : "",
	    outcome->status, good->status, outcome->out.len, good->out.len,
	    outcome->left, good->left,
	    outcome->err.len > 0 ? "; it said\n  " : "\n",
	    (int)(outcome->err.len < 400 ? outcome->err.len : 400),
	    outcome->err.len > 0 ? outcome->err.at : "");
	if (write(STDOUT_FILENO, text, strlen(text)) != n)
		exit(99);
}

/* Try one. Returns: whether it is as it must be. */
static bool
try(const struct item *item, struct outcome *outcome, bool shown)
{
	const struct plan *plan = &item->plan;
	const char *reason;
	enum verdict verdict;

	run(item->subject->command, plan, outcome);
	verdict = judge(item->subject->command, plan, &item->subject->good,
	    outcome, &reason);
	if (plan->pieces > 0 && verdict != VERDICT_WRONG &&
	    verdict != VERDICT_SAME) {
		verdict = VERDICT_WRONG;
		reason = "what was cut and interrupted is not the same";
	}
	totals_add(plan, outcome, verdict);
	if (verdict == VERDICT_WRONG && shown)
		report(item, outcome, reason);
	return verdict != VERDICT_WRONG;
}

/* Try every jobs-th item from the first on. */
static void
work(const struct items *items, size_t first)
{
	struct outcome outcome = { 0 };
	unsigned wrong = 0;
	char folder[32];

	snprintf(folder, sizeof folder, ".job%zu", first);
	must(mkdir(folder, 0700) == 0 || errno == EEXIST, folder);
	run_start(folder);
	for (size_t i = first; i < items->n; i += jobs)
		wrong += !try(&items->item[i], &outcome, wrong < SHOWN_MAX);
	_exit(0);
}

/* Try all, in as many jobs. Returns: false where one of them had trouble. */
static bool
try_all(const struct items *items)
{
	bool good = true;
	int status;

	fflush(stdout);
	for (size_t i = 0; i < jobs; i++) {
		const pid_t pid = fork();

		if (pid == 0)
			work(items, i);
		good &= pid > 0;
	}
	while (wait(&status) > 0)
		good &= status == 0;
	return good;
}

/*
 * Run the command without a fault, twice, for what it writes and which calls
 * it and its helper make.
 */
static bool
prepare(struct subject *subject, const struct command *command)
{
	struct plan plan = { .program = HELPER,
	    .fault = { NO_FAULT, NO_FAULT } };
	struct outcome again = { 0 };
	const char *reason;
	bool good;

	subject->command = command;
	run(command, &plan, &subject->good);
	subject->helper = subject->good.counts;
	plan.program = command->argv[0];
	run(command, &plan, &subject->good);
	run(command, &plan, &again);
	good = judge(command, &plan, &subject->good, &again, &reason) ==
	    VERDICT_SAME && WIFEXITED(again.status) && !again.late;
	if (!good)
		printf("not ok %s: without a fault: %s\n", command->words,
		    reason ? reason : "it is ended by a signal");
	outcome_free(&again);
	return good;
}

static bool
sweep(const struct commands *commands)
{
	struct subject *subject = calloc(commands->n + 1, sizeof *subject);
	struct items items = { 0 }, pairs = { 0 };
	size_t n = 0, i;
	bool good = true;

	for (i = 0; i < commands->n; i++) {
		const struct command *command = &commands->command[i];

		if (!all && command->slow)
			continue;
		good &= prepare(&subject[n++], command);
		if (subject[0].good.counts.present == 0) {
			printf("skip all: nothing can be preloaded here\n");
			exit(77);
		}
	}
	printf("%zu command lines, %zu left out\n", n,
	    commands->n - n + commands->absent);
	for (i = 0; i < n; i++) {
		const size_t from = items.n;

		items_add_calls(&items, &subject[i]);
		items_add_pairs(&pairs, &items, from, n_pieces, seed);
	}
	if (!all)
		items_sample(&items, SAMPLE, seed);
	for (i = 0; i < pairs.n; i++)
		items_add(&items, &pairs.item[i]);
	for (i = 0; i < n; i++)
		items_add_pieces(&items, &subject[i], n_pieces, seed);
	good = good && items.n > 0 && try_all(&items);
	good &= totals_show();
	for (i = 0; i < n; i++)
		outcome_free(&subject[i].good);
	free(subject);
	free(items.item);
	free(pairs.item);
	return good;
}

int
main(int argc, char **argv)
{
	const struct rlimit no_core = { 0, 0 };
	struct commands commands = { 0 };
	int option;

	jobs = (unsigned)sysconf(_SC_NPROCESSORS_ONLN);
	while ((option = getopt(argc, argv, "aj:p:s:t:")) >= 0) {
		switch (option) {
		case 'a':
			all = true;
			break;
		case 'j':
			jobs = (unsigned)atoi(optarg);
			break;
		case 'p':
			n_pieces = (unsigned)atoi(optarg);
			break;
		case 's':
			seed = strtoull(optarg, NULL, 10);
			break;
		case 't':
			run_patience_ms = atoi(optarg);
			break;
		default:
			return 99;
		}
	}
	if (jobs < 1 || jobs > 64)
		jobs = 2;
	setlinebuf(stdout);
	setrlimit(RLIMIT_CORE, &no_core);
	for (; optind < argc; optind++)
		commands_read(&commands, argv[optind]);
	totals_start();
	run_start(".");
	return sweep(&commands) ? 0 : 1;
}
