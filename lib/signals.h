/*
 * signals - what a run ignores and answers, and what its commands get back
 *
 * Layer 0: includes nothing of ours. A write that fails says so itself, so a
 * broken pipe and a file size limit need not kill the tool. What is called on
 * a signal runs in its handler, wherever the run is, also where it is blocked:
 * it may use only what is safe there. Calls that the handler interrupted are
 * taken up again, by the system where it can.
 *
 *	signals_ignore();
 *	signals_answer(show);			from now on, on request
 *	signals_tick(1, draw);			every second
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SIGNALS_H
#define SIGNALS_H

/*
 * Ignore SIGPIPE and SIGXFSZ, and SIGUSR1 until signals_answer; remember what
 * they were.
 */
void signals_ignore(void);

/*
 * Call answer on SIGUSR1, and SIGINFO where there is one, even where the
 * caller ignores them.
 */
void signals_answer(void (*answer)(void));

/*
 * Call tick every so many seconds. Where timers are short it is not called.
 */
void signals_tick(unsigned seconds, void (*tick)(void));

/* Put off answer and tick, until signals_release. */
void signals_hold(void);
void signals_release(void);

/* Put off every signal that can be, until signals_release. */
void signals_hold_all(void);

/*
 * See to it that the end of a child can be waited for, even where the caller
 * ignores SIGCHLD.
 */
void signals_keep_children(void);

/*
 * Give back every disposition as the tool found it, but SIGPIPE at its
 * default. For a child between fork(2) and exec(2): calls only what is safe
 * there.
 */
void signals_restore(void);

#endif
