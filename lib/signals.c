/*
 * signals - what a run ignores and answers, and what its commands get back
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "signals.h"
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/time.h>
#include <time.h>

/*
 * What a timer sends. Only where there is but one timer does it have to be
 * the signal of alarm(2), which a caller may have set to end the run.
 */
#ifdef HAVE_TIMER_CREATE
#define SIGTICK SIGVTALRM
#else
#define SIGTICK SIGALRM
#endif

/* What the caller had set, of all that is changed here. */
static struct kept {
	int number;
	bool changed;
	struct sigaction found;
} kept[] = {
	{ .number = SIGPIPE },
	{ .number = SIGXFSZ },
	{ .number = SIGCHLD },
	{ .number = SIGTICK },
	{ .number = SIGUSR1 },
#ifdef SIGINFO
	{ .number = SIGINFO },
#endif
};
#define KEPT (sizeof kept / sizeof *kept)

static void (*on_answer)(void);
static void (*on_tick)(void);

/* The mask outside of hold and release. */
static sigset_t mask;

/* Set a signal's disposition, and remember the first that it had. */
static void
change(int number, const struct sigaction *action)
{
	for (size_t i = 0; i < KEPT; i++) {
		if (kept[i].number != number)
			continue;
		sigaction(number, action, kept[i].changed ? NULL :
		    &kept[i].found);
		kept[i].changed = true;
	}
}

static void
ignore(int number)
{
	struct sigaction action = { .sa_handler = SIG_IGN };

	change(number, &action);
}

void
signals_ignore(void)
{
	ignore(SIGPIPE);
	ignore(SIGXFSZ);
	ignore(SIGUSR1);
}

/* Make the set of the signals that are answered. */
static void
fill(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGTICK);
	sigaddset(set, SIGUSR1);
#ifdef SIGINFO
	sigaddset(set, SIGINFO);
#endif
}

static void
handle(int number)
{
	const int error = errno;

	if (number == SIGTICK)
		on_tick();
	else
		on_answer();
	errno = error;
}

static void
catch(int number)
{
	struct sigaction action = {
		.sa_handler = handle,
		.sa_flags = SA_RESTART,
	};

	fill(&action.sa_mask);
	change(number, &action);
}

void
signals_answer(void (*answer)(void))
{
	on_answer = answer;
	catch(SIGUSR1);
#ifdef SIGINFO
	catch(SIGINFO);
#endif
}

void
signals_tick(unsigned seconds, void (*tick)(void))
{
#ifdef HAVE_TIMER_CREATE
	struct sigevent event = {
		.sigev_notify = SIGEV_SIGNAL,
		.sigev_signo = SIGTICK,
	};
	struct itimerspec every = { { seconds, 0 }, { seconds, 0 } };
	timer_t timer;
#else
	struct itimerval every = { { seconds, 0 }, { seconds, 0 } };
#endif

	on_tick = tick;
	catch(SIGTICK);
#ifdef HAVE_TIMER_CREATE
	if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0)
		timer_settime(timer, 0, &every, NULL);
#else
	setitimer(ITIMER_REAL, &every, NULL);
#endif
}

void
signals_hold(void)
{
	sigset_t set;

	fill(&set);
	sigprocmask(SIG_BLOCK, &set, &mask);
}

void
signals_hold_all(void)
{
	sigset_t set;

	sigfillset(&set);
	sigprocmask(SIG_BLOCK, &set, &mask);
}

void
signals_release(void)
{
	sigprocmask(SIG_SETMASK, &mask, NULL);
}

void
signals_keep_children(void)
{
	struct sigaction action;

	sigaction(SIGCHLD, NULL, &action);
	if (action.sa_handler != SIG_IGN)
		return;
	action.sa_handler = SIG_DFL;
	change(SIGCHLD, &action);
}

void
signals_restore(void)
{
	for (size_t i = 0; i < KEPT; i++) {
		if (kept[i].changed)
			sigaction(kept[i].number, &kept[i].found, NULL);
	}
	signal(SIGPIPE, SIG_DFL);
}
