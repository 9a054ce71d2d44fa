/*
 * fault_plan - which calls of this process are to fail
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "fault_plan.h"
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define NAME(upper, lower) #lower,
static const char *const names[] = { FAULT_CALLS(NAME) };

/* Calls that a signal may interrupt, and those that may not want to wait. */
static const bool interrupts[FAULT_N] = {
	[FAULT_CLOCK_NANOSLEEP] = true,
	[FAULT_OPEN] = true,
	[FAULT_POLL] = true,
	[FAULT_PPOLL] = true,
	[FAULT_PREAD] = true,
	[FAULT_READ] = true,
	[FAULT_RECV] = true,
	[FAULT_TEE] = true,
	[FAULT_WAITPID] = true,
	[FAULT_WRITE] = true,
};
static const bool postpones[FAULT_N] = {
	[FAULT_READ] = true,
	[FAULT_RECV] = true,
	[FAULT_TEE] = true,
	[FAULT_WRITE] = true,
};

static struct fault_counts own;
static struct fault_counts *counts = &own;

/* What is to fail: nothing before it is known, nor where we are not meant. */
static bool meant, pieces;
static uint64_t state;

static struct fault {
	enum fault_call call;
	unsigned long from, times;
	int error;
} faults[FAULTS_MAX];
static size_t n_faults;

/* How many calls are to be let through before the next interruption. */
static unsigned calm;

/* The generator is Knuth's of MMIX, of which the high bits are good. */
static unsigned
chance(unsigned n)
{
	state = state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)((state >> 33) % n);
}

static bool
disturb(enum fault_call call)
{
	if (calm > 0) {
		calm--;
		return false;
	}
	if (!interrupts[call] || chance(3) > 0)
		return false;
	/* Some come in a row. */
	calm = chance(3);
	errno = postpones[call] && chance(2) ? EAGAIN : EINTR;
	counts->failed[0]++;
	return true;
}

bool
fault_due(enum fault_call call, int fd)
{
	unsigned long n;

	if (!meant)
		return false;
	n = ++counts->made[call];
	if (pieces)
		return disturb(call);
	for (size_t i = 0; i < n_faults; i++) {
		if (call != faults[i].call || n < faults[i].from ||
		    n - faults[i].from >= faults[i].times)
			continue;
		if (counts->failed[i]++ == 0)
			counts->fd[i] = fd;
		errno = faults[i].error;
		return true;
	}
	return false;
}

size_t
fault_piece(size_t len)
{
	size_t n;

	if (!pieces || len <= 1)
		return len;
	/* As often a few bytes as many. */
	n = 1 + chance(chance(2) && len > 8 ? 8 : (unsigned)len);
	counts->cut += n < len;
	return n;
}

/* Say whether name is among those before the colon. */
static bool
is_named(const char *list, const char *name)
{
	const size_t len = strlen(name);

	for (; *list && *list != ':'; list += *list == ',') {
		const size_t n = strcspn(list, ",:");

		if (n == len && memcmp(list, name, n) == 0)
			return true;
		list += n;
	}
	return false;
}

static void
read_fault(const char *plan)
{
	struct fault *fault = &faults[n_faults];
	char *end;

	for (int call = 0; call < FAULT_N; call++) {
		const size_t len = strlen(names[call]);

		if (strncmp(plan, names[call], len) != 0 || plan[len] != ':')
			continue;
		fault->call = (enum fault_call)call;
		fault->from = strtoul(plan + len + 1, &end, 10);
		fault->times = strtoul(end + (*end == ':'), &end, 10);
		fault->error = atoi(end + (*end == ':'));
		n_faults++;
		return;
	}
	if (strncmp(plan, "pieces:", 7) == 0) {
		pieces = true;
		state = strtoull(plan + 7, NULL, 10);
	}
}

static void
share_counts(const char *file)
{
	const int fd = open(file, O_RDWR | O_CLOEXEC);
	void *shared;

	if (fd < 0)
		return;
	shared = mmap(NULL, sizeof own, PROT_READ | PROT_WRITE, MAP_SHARED,
	    fd, 0);
	close(fd);
	if (shared != MAP_FAILED)
		counts = shared;
}

__attribute__((constructor)) static void
begin(void)
{
	const char *plan = getenv("FAULT");
	const char *file = getenv("FAULT_COUNTS");

	if (!plan || !is_named(plan, program_invocation_short_name))
		return;
	if (file)
		share_counts(file);
	plan += strcspn(plan, ":");
	while (*plan && n_faults < FAULTS_MAX) {
		read_fault(++plan);
		plan += strcspn(plan, ";");
	}
	counts->present++;
	meant = true;
}
