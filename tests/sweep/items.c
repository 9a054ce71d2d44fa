/*
 * items - what is to be tried: a command and a plan each
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "items.h"
#include "errors.h"
#include "../common/must.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void
items_add(struct items *items, const struct item *item)
{
	if (items->n == items->room) {
		items->room += items->room / 2 + 1024;
		items->item = realloc(items->item,
		    items->room * sizeof *item);
		must(items->item != NULL, "memory");
	}
	items->item[items->n++] = *item;
}

static void
add_program(struct items *items, const struct subject *subject,
    const char *program, const struct fault_counts *counts)
{
	struct item item = { subject, { .program = program,
	    .fault = { NO_FAULT, NO_FAULT } } };
	const enum fault_call only = subject->command->only;
	const struct error *error;
	size_t n, i;

	for (int call = 0; call < FAULT_N; call++) {
		if (only < FAULT_N && only != (enum fault_call)call)
			continue;
		item.plan.fault[0].call = (enum fault_call)call;
		error = errors_of(item.plan.fault[0].call, &n);
		for (i = 0; i < n; i++) {
			/* Its reader, the tool, has not left. */
			if (item.plan.fault[0].call == FAULT_WRITE &&
			    error[i].number == EPIPE &&
			    strcmp(program, HELPER) == 0)
				continue;
			item.plan.fault[0].error = error[i].number;
			for (unsigned k = 1; k <= counts->made[call]; k++) {
				item.plan.fault[0].from = k;
				item.plan.fault[0].times = 1;
				items_add(items, &item);
				item.plan.fault[0].times = error[i].times;
				items_add(items, &item);
			}
		}
	}
}

/* Add the one that the table asks for. */
static void
add_pinned(struct items *items, const struct subject *subject)
{
	const struct command *command = subject->command;
	const struct item item = {
		subject, { .program = command->argv[0],
		    .fault = { command->pin, NO_FAULT },
		    .pieces = command->pieces },
		.pinned = true,
	};

	items_add(items, &item);
}

void
items_add_calls(struct items *items, const struct subject *subject)
{
	if (subject->command->pin.call < FAULT_N ||
	    subject->command->pieces > 0) {
		add_pinned(items, subject);
		return;
	}
	add_program(items, subject, subject->command->argv[0],
	    &subject->good.counts);
	/* Of what fails all the time the helper is not told. */
	if (subject->command->with.call == FAULT_N)
		add_program(items, subject, HELPER, &subject->helper);
}

/* The finisher of SplitMix64: all bits of x count in each of the result. */
static uint64_t
mix(uint64_t x)
{
	x += UINT64_C(0x9e3779b97f4a7c15);
	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

void
items_add_pieces(struct items *items, const struct subject *subject,
    unsigned n, uint64_t seed)
{
	struct item item = { subject, { .fault = { NO_FAULT, NO_FAULT } } };

	if (subject->command->only < FAULT_N ||
	    subject->command->with.call < FAULT_N ||
	    subject->command->pin.call < FAULT_N ||
	    subject->command->pieces > 0)
		return;
	item.plan.program = subject->command->argv[0];
	for (unsigned i = 0; i < n; i++) {
		item.plan.pieces = mix(mix(seed) + items->n) >> 32 | 1;
		items_add(items, &item);
	}
}

void
items_add_pairs(struct items *items, const struct items *single, size_t from,
    unsigned n, uint64_t seed)
{
	const size_t most = single->n - from;

	for (unsigned i = 0; most > 1 && i < n; i++) {
		const uint64_t number = mix(mix(seed) + items->n + i);
		const struct item *one =
		    &single->item[from + (number >> 32) % most];
		const struct item *other =
		    &single->item[from + (number & UINT32_MAX) % most];
		struct item both = *one;

		both.plan.fault[1] = other->plan.fault[0];
		if (!one->pinned && one->plan.program == other->plan.program)
			items_add(items, &both);
	}
}

/* What has been picked of a call: for a tool, and an error of it. */
struct picked {
	const char *tool;
	enum fault_call call;
	int error, times;
};

/* Say whether this was not picked before, and note that it is now. */
static bool
is_new(struct picked **list, size_t *n, const struct picked *pick)
{
	for (size_t i = 0; i < *n; i++) {
		if (strcmp((*list)[i].tool, pick->tool) == 0 &&
		    (*list)[i].call == pick->call &&
		    (*list)[i].error == pick->error &&
		    (*list)[i].times == pick->times)
			return false;
	}
	*list = realloc(*list, (*n + 1) * sizeof *pick);
	must(*list != NULL, "memory");
	(*list)[(*n)++] = *pick;
	return true;
}

void
items_sample(struct items *items, unsigned one_of, uint64_t seed)
{
	struct picked *list = NULL;
	size_t known = 0, kept = 0, i;

	/*
	 * From an item that the seed says, so that what comes for the sake of
	 * being the first of its kind is not always the same.
	 */
	for (i = 0; i < items->n; i++) {
		size_t at = (size_t)(mix(seed) + i) % items->n;
		const struct item *item = &items->item[at];
		const struct plan *plan = &item->plan;
		const struct picked of_tool = {
			plan->program, plan->fault[0].call, -1, 0
		}, of_error = {
			"", plan->fault[0].call, plan->fault[0].error,
			plan->fault[0].times
		};
		bool wanted;

		if (item->pinned)
			continue;
		wanted = mix(seed ^ mix(at)) % one_of == 0;
		wanted |= is_new(&list, &known, &of_tool);
		wanted |= is_new(&list, &known, &of_error);
		/* Marked by a program of none. */
		if (!wanted)
			items->item[at].plan.program = NULL;
	}
	for (i = 0; i < items->n; i++) {
		if (items->item[i].plan.program)
			items->item[kept++] = items->item[i];
	}
	items->n = kept;
	free(list);
}
