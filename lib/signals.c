/*
 * signals - what a run ignores, and what its commands get back
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "signals.h"
#include <signal.h>
#include <stdbool.h>

static void (*file_size)(int) = SIG_DFL;
static bool children_ignored;

void
signals_ignore(void)
{
	signal(SIGPIPE, SIG_IGN);
	file_size = signal(SIGXFSZ, SIG_IGN);
}

void
signals_keep_children(void)
{
	if (!children_ignored && signal(SIGCHLD, SIG_DFL) == SIG_IGN)
		children_ignored = true;
}

void
signals_restore(void)
{
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, file_size);
	if (children_ignored)
		signal(SIGCHLD, SIG_IGN);
}
