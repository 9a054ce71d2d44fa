/*
 * fault - calls that fail in a program that knows nothing of it
 *
 * A shared object that is preloaded (LD_PRELOAD). It stands before the C
 * library's functions, counts the calls that the program itself makes of
 * them, and lets some of them fail, as a variable of the environment says:
 *
 *	FAULT='take:read:3:1:5'		the third read of take fails, once, by
 *					error 5
 *	FAULT='take:read:3:-1:5'	and every one from there on
 *	FAULT='take:write:1:1:0'	error 0: a result of 0, as at the end
 *	FAULT='take:pieces:17'		reads and writes are cut at random, and
 *					interrupted; 17 is the seed
 *	FAULT='take:tee:1:-1:22;read:3:1:5'
 *					two at once
 *
 * Before the first colon stand the names of the programs that are meant,
 * with a comma between them; their children are only where they are named as
 * well. FAULT_COUNTS is a file of at least sizeof(struct fault_counts) bytes
 * that the counts are kept in, together for all processes that are meant.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef FAULT_H
#define FAULT_H

#include <stdatomic.h>

/* Each a name, in capitals and as FAULT has it. */
#define FAULT_CALLS(CALL) \
	CALL(ACCESS, access) \
	CALL(CLOCK_NANOSLEEP, clock_nanosleep) \
	CALL(CLOSE, close) \
	CALL(CLOSEDIR, closedir) \
	CALL(DUP2, dup2) \
	CALL(EXECVE, execve) \
	CALL(FCNTL, fcntl) \
	CALL(FORK, fork) \
	CALL(FSTAT, fstat) \
	CALL(IOCTL, ioctl) \
	CALL(ISATTY, isatty) \
	CALL(LSEEK, lseek) \
	CALL(MADVISE, madvise) \
	CALL(MEMORY, memory) \
	CALL(MMAP, mmap) \
	CALL(OPEN, open) \
	CALL(OPENDIR, opendir) \
	CALL(PIPE, pipe) \
	CALL(POLL, poll) \
	CALL(PPOLL, ppoll) \
	CALL(PREAD, pread) \
	CALL(READ, read) \
	CALL(READDIR, readdir) \
	CALL(RECV, recv) \
	CALL(SIGACTION, sigaction) \
	CALL(SIGPROCMASK, sigprocmask) \
	CALL(SPAWN, spawn) \
	CALL(SPAWN_ACTIONS, spawn_actions) \
	CALL(STAT, stat) \
	CALL(TEE, tee) \
	CALL(TIMER, timer) \
	CALL(WAITPID, waitpid) \
	CALL(WRITE, write)

#define FAULT_ENUM(upper, lower) FAULT_##upper,
enum fault_call {
	FAULT_CALLS(FAULT_ENUM)
	FAULT_N
};

#define FAULT_ANY_FD (-1)

/* How many faults a plan may have. */
#define FAULTS_MAX 4

struct fault_counts {
	atomic_uint present; /* how many programs that are meant began */
	atomic_uint made[FAULT_N]; /* calls, those that failed included */
	atomic_uint cut; /* how many reads and writes were cut short */
	/* Of each fault of the plan. */
	atomic_uint failed[FAULTS_MAX]; /* how many calls */
	atomic_int fd[FAULTS_MAX]; /* of the first, or FAULT_ANY_FD */
};

#endif
