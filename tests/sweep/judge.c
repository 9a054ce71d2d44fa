/*
 * judge - says whether what came of a run is what may come of it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "judge.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool
same(const struct bytes *a, const struct bytes *b)
{
	return a->len == b->len && (a->len == 0 ||
	    memcmp(a->at, b->at, a->len) == 0);
}

static bool
is_prefix(const struct bytes *a, const struct bytes *of)
{
	return a->len <= of->len && (a->len == 0 ||
	    memcmp(a->at, of->at, a->len) == 0);
}

/* Return the length of the record at a place, its terminator included. */
static size_t
record_len(const struct bytes *bytes, size_t at, char eol)
{
	const char *end = memchr(bytes->at + at, eol, bytes->len - at);

	return end ? (size_t)(end + 1 - bytes->at) - at : bytes->len - at;
}

/* Say whether each record of a is one of b, in the order that b has them. */
static bool
is_subsequence(const struct bytes *a, const struct bytes *b, char eol)
{
	size_t i = 0, j = 0, len, other;

	while (i < a->len) {
		len = record_len(a, i, eol);
		for (;;) {
			if (j >= b->len)
				return false;
			other = record_len(b, j, eol);
			j += other;
			if (len == other &&
			    memcmp(a->at + i, b->at + j - len, len) == 0)
				break;
		}
		i += len;
	}
	return true;
}

/* Say whether a line is among what was said when nothing failed. */
static bool
was_said(const struct bytes *err, const char *line, size_t len)
{
	return err->len > 0 && memmem(err->at, err->len, line, len);
}

/*
 * Say whether there are messages, one a line, all by the tool; what it says
 * anyway may stand among them. to_terminal also has what is drawn.
 */
static bool
is_said(const struct command *command, const struct outcome *good,
    const struct outcome *outcome)
{
	const struct bytes *err = &outcome->err;
	const size_t name = strlen(command->argv[0]);
	bool any = false;
	size_t i, len;

	for (i = 0; i < err->len; i += len) {
		const char *line = err->at + i;

		len = record_len(err, i, '\n');
		if (line[len - 1] != '\n')
			return false;
		if (was_said(&good->err, line, len))
			continue;
		if (command->to_terminal && memmem(line, len, "\r", 1))
			line = (char *)memrchr(line, '\r', len) + 1;
		if ((size_t)(err->at + i + len - line) < name + 2 ||
		    memcmp(line, command->argv[0], name) != 0 ||
		    memcmp(line + name, ": ", 2) != 0)
			return false;
		any = true;
	}
	return any;
}

/* Say whether the next reader finds what it finds when nothing fails. */
static bool
leaves_same(const struct command *command, const struct outcome *good,
    const struct outcome *outcome)
{
	/* After a fault, what was read of a pipe is gone. */
	if (good->err.len > 0 && command->kind != STDIN_FILE)
		return true;
	return outcome->left == good->left;
}

static bool
is_same(const struct command *command, const struct outcome *good,
    const struct outcome *outcome, const char **reason)
{
	*reason = NULL;
	if (outcome->status != good->status)
		*reason = "another status, and nothing said of it";
	else if (!same(&outcome->out, &good->out))
		*reason = outcome->out.len < good->out.len ?
		    "something is lost in silence" :
		    "something else is written, and nothing said of it";
	else if (!leaves_same(command, good, outcome))
		*reason = "the next reader finds another place in the input";
	return !*reason;
}

/* What failed, as far as it decides what may come of it. */
struct failure {
	bool waits, ignores; /* for a command; SIGPIPE: that failed */
	bool two; /* it may be something else, too */
	bool once; /* a write did, and the next one need not */
	bool unsaid; /* something on standard error was not written */
	bool mute; /* and a message may not be, either */
	int fd; /* of a write by the tool; -1: it was none */
	bool left; /* and it said that the reader has left */
};

/* A write to standard output is what decides, where that is one of two. */
static void
add_write(struct failure *failure, const struct fault *fault, int fd)
{
	failure->once = failure->fd < 0 && fault->times == 1;
	failure->unsaid |= fd == STDERR_FILENO;
	failure->mute |= fault->times != 1 ||
	    (failure->two && fd == STDERR_FILENO);
	if (failure->fd != STDOUT_FILENO)
		failure->fd = fd;
	failure->left |= fault->error == EPIPE || fault->error == ECONNRESET;
}

static struct failure
failure_of(const struct command *command, const struct plan *plan,
    const struct outcome *outcome)
{
	struct failure failure = {
		.two = plan->fault[1].call < FAULT_N, .fd = -1
	};

	for (size_t i = 0; i < PLAN_FAULTS; i++) {
		const struct fault *fault = &plan->fault[i];

		failure.waits |= fault->call == FAULT_WAITPID;
		failure.ignores |= fault->call == FAULT_SIGACTION;
		/* What the helper writes is read by the tool alone. */
		if (fault->call == FAULT_WRITE &&
		    outcome->counts.failed[i] > 0 &&
		    strcmp(plan->program, command->argv[0]) == 0)
			add_write(&failure, fault, outcome->counts.fd[i]);
	}
	return failure;
}

/* Say whether the run ended as one does whose reader left. */
static bool
is_quiet(const struct command *command, const struct failure *failure,
    const struct outcome *good, const struct outcome *outcome)
{
	const int status = WEXITSTATUS(outcome->status);

	/* Of standard error nobody is the reader that counts. */
	if (!failure->left || (failure->fd == STDERR_FILENO && failure->once))
		return false;
	if (!command->to_terminal && !is_prefix(&outcome->err, &good->err))
		return false;
	/* What was named or decided before that keeps its status. */
	return status == 0 || status == WEXITSTATUS(good->status);
}

/*
 * Say whether what came out is what may come before a fault. A write that
 * failed may have left any bytes of it, else they are whole records.
 */
static bool
comes_before(const struct command *command, const struct failure *failure,
    const struct outcome *good, const struct bytes *out)
{
	const char eol = command->nul ? '\0' : '\n';
	struct bytes whole = *out;

	if (command->endless && out->len == ENDLESS_MAX)
		return is_prefix(out, &good->out);
	if (failure->fd == STDOUT_FILENO &&
	    (!failure->two || is_prefix(out, &good->out)))
		return is_prefix(out, &good->out);
	if (out->len > 0 && out->at[out->len - 1] != eol)
		return false;
	/* Commands that can't be waited for may write in any order. */
	if (command->part || failure->waits)
		return true;
	if (command->rest)
		return is_subsequence(out, &good->out, eol);
	if (command->last && whole.len > 0) {
		whole.len--;
		while (whole.len > 0 && whole.at[whole.len - 1] != eol)
			whole.len--;
	}
	return is_prefix(&whole, &good->out);
}

/* Judge a run that ended by itself. */
static enum verdict
judge_end(const struct command *command, const struct failure *failure,
    const struct outcome *good, const struct outcome *outcome,
    const char **reason)
{
	*reason = "what is said is no message";
	/* Messages that can't be written change nothing else. */
	if ((failure->unsaid || command->to_terminal ||
	    same(&outcome->err, &good->err)) &&
	    is_same(command, good, outcome, reason))
		return VERDICT_SAME;
	if (is_quiet(command, failure, good, outcome)) {
		*reason = "the reader left, and what it got is no prefix";
		/* A command's reader is a reader, too. */
		return is_prefix(&outcome->out, &good->out) ||
		    failure->fd > STDERR_FILENO ? VERDICT_QUIET :
		    VERDICT_WRONG;
	}
	if (!is_said(command, good, outcome) && !(failure->mute &&
	    (command->to_terminal || is_prefix(&outcome->err, &good->err))))
		return VERDICT_WRONG;
	*reason = "a fault that was named has another status";
	/* Wrong usage stays that. */
	if (WEXITSTATUS(outcome->status) != (command->answers ? 2 : 1) &&
	    !(good->err.len > 0 && WEXITSTATUS(good->status) == 2 &&
	    outcome->status == good->status))
		return VERDICT_WRONG;
	*reason = "what was written before the fault is no prefix";
	return comes_before(command, failure, good, &outcome->out) ?
	    VERDICT_SAID : VERDICT_WRONG;
}

enum verdict
judge(const struct command *command, const struct plan *plan,
    const struct outcome *good, const struct outcome *outcome,
    const char **reason)
{
	const struct failure failure = failure_of(command, plan, outcome);

	*reason = "it did not end and was killed";
	if (outcome->late)
		return VERDICT_WRONG;
	*reason = "it was ended by a signal";
	/* Where it can't be ignored, SIGPIPE ends who writes to no reader. */
	if (failure.ignores && WIFSIGNALED(outcome->status) &&
	    WTERMSIG(outcome->status) == SIGPIPE)
		return VERDICT_QUIET;
	if (!WIFEXITED(outcome->status))
		return VERDICT_WRONG;
	return judge_end(command, &failure, good, outcome, reason);
}
