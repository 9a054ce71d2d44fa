/*
 * totals - how much was tried, and what came of it, by all jobs together
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "../common/must.h"
#include "totals.h"
#include <stdio.h>
#include <sys/mman.h>

enum part { PART_CALLS, PART_MEMORY, PART_PAIRS, PART_PIECES, PART_N };

static const char *const part_names[] = {
	"system calls", "allocations", "two faults",
	"short input and output"
};

/* Of all jobs together. */
static struct totals {
	atomic_uint tried[PART_N], wrong[PART_N];
	atomic_uint call_tried[FAULT_N], call_missed[FAULT_N];
	atomic_uint call_wrong[FAULT_N];
	atomic_uint verdicts[VERDICT_N];
	atomic_uint cut, interrupted;
} *totals;

static enum part
part_of(const struct plan *plan)
{
	if (plan->pieces > 0)
		return PART_PIECES;
	if (plan->fault[1].call < FAULT_N)
		return PART_PAIRS;
	return plan->fault[0].call == FAULT_MEMORY ? PART_MEMORY : PART_CALLS;
}

void
totals_start(void)
{
	totals = mmap(NULL, sizeof *totals, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	must(totals != MAP_FAILED, "memory");
}

void
totals_add(const struct plan *plan, const struct outcome *outcome,
    enum verdict verdict)
{
	totals->tried[part_of(plan)]++;
	totals->wrong[part_of(plan)] += verdict == VERDICT_WRONG;
	totals->verdicts[verdict]++;
	if (plan->pieces > 0) {
		totals->cut += outcome->counts.cut;
		totals->interrupted += outcome->counts.failed[0];
	} else {
		const enum fault_call call = plan->fault[0].call;

		totals->call_tried[call]++;
		totals->call_missed[call] += outcome->counts.failed[0] == 0;
		totals->call_wrong[call] += verdict == VERDICT_WRONG;
	}
}

/* Say what was tried of each call, and what became of it. */
static void
show_calls(void)
{
	for (int call = 0; call < FAULT_N; call++) {
		const unsigned tried = totals->call_tried[call];
		const unsigned wrong = totals->call_wrong[call];
		const unsigned missed = totals->call_missed[call];

		printf("%s %s: ", wrong > 0 ? "not ok" : tried > 0 ? "ok" :
		    "skip", call_name((enum fault_call)call));
		if (tried == 0)
			printf("not in this sample, or not made here\n");
		else
			printf("%u tried, %u not reached, %u wrong\n",
			    tried, missed, wrong);
	}
}

bool
totals_show(void)
{
	show_calls();
	printf("the same as ever %u, a message %u, the reader left %u, "
	    "wrong %u\n", totals->verdicts[VERDICT_SAME],
	    totals->verdicts[VERDICT_SAID], totals->verdicts[VERDICT_QUIET],
	    totals->verdicts[VERDICT_WRONG]);
	printf("cut short %u times, interrupted %u times\n", totals->cut,
	    totals->interrupted);
	for (int part = 0; part < PART_N; part++) {
		const unsigned tried = totals->tried[part];
		const unsigned wrong = totals->wrong[part];

		printf("%s %s\n", wrong > 0 || tried == 0 ? "not ok" : "ok",
		    part_names[part]);
		printf("trust: %s: %u tried, %u failed\n", part_names[part],
		    tried, wrong);
	}
	return totals->verdicts[VERDICT_WRONG] == 0;
}
