/*
 * signals - what a run ignores, and what its commands get back
 *
 * Layer 0: includes nothing of ours. A write that fails says so itself, so a
 * broken pipe and a file size limit need not kill the tool.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef SIGNALS_H
#define SIGNALS_H

/* Ignore SIGPIPE and SIGXFSZ; remember what they were. */
void signals_ignore(void);

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
