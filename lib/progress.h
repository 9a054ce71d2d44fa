/*
 * progress - how far the run is, on request or all the time
 *
 * Layer 1: may include layer 0. Whoever reads and writes counts here, once a
 * block. The line is made in a signal handler, so it comes at once, also while
 * the run is blocked or computes, and costs nothing until it is asked for:
 *
 *	take: read 734003200 bytes (734 MB), 42%, 61.2 MB/s, 9120044 records,
 *	    12.0 s; wrote 733888100 bytes (733 MB)
 *
 * (one line). Shares, rates and sizes are rounded down, and a rate is the mean
 * since the start. What is not known is left out.
 *
 *	progress_start(true);			SIGUSR1 is answered
 *	progress_show();			--progress
 *	progress_expect(st.st_size);
 *	progress_read(n);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From now on answer SIGUSR1, and SIGINFO where there is one. */
void progress_start(bool reads);

/*
 * From now on show the line without being asked: drawn over the one before
 * every second where standard error is a terminal, else a line every ten
 * seconds; and one at the end of a run that read or wrote anything.
 */
void progress_show(void);

/* Say how many bytes there are to be read; 0, the default: it is not known. */
void progress_expect(uint64_t bytes);

/* Count bytes that were read (0 at the end of a file), or are given back. */
void progress_read(size_t n);
void progress_give_back(uint64_t n);

/* Count records that were read. */
void progress_records(uint64_t n);

/* Records were read that nobody counts: leave their number out. */
void progress_records_unknown(void);

/* Bytes are about to be written: a terminal shows them below no line. */
void progress_make_way(void);

/* Count bytes that were written. */
void progress_wrote(size_t n);

#endif
