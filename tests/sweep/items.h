/*
 * items - what is to be tried: a command and a plan each
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef ITEMS_H
#define ITEMS_H

#include "run.h"

#define HELPER "iterutils-decompress"

/* A command that is swept, and what comes of it when nothing fails. */
struct subject {
	const struct command *command;
	struct outcome good;
	struct fault_counts helper; /* the calls that its helper makes */
};

struct item {
	const struct subject *subject;
	struct plan plan;
	bool pinned; /* always tried */
};

struct items {
	struct item *item;
	size_t n, room;
};

void items_add(struct items *items, const struct item *item);

/*
 * Add every call of a subject that can fail, once and from there on, with
 * every error that it can have.
 */
void items_add_calls(struct items *items, const struct subject *subject);

/*
 * Add some n pairs of the faults that stand in single from an item on, which
 * are of one subject.
 */
void items_add_pairs(struct items *items, const struct items *single,
    size_t from, unsigned n, uint64_t seed);

/* Add n runs with cut reads and writes. */
void items_add_pieces(struct items *items, const struct subject *subject,
    unsigned n, uint64_t seed);

/*
 * Keep one of so many, picked at random, but each call of each tool, and
 * each error of each call, once and for ever, at least once.
 */
void items_sample(struct items *items, unsigned one_of, uint64_t seed);

#endif
