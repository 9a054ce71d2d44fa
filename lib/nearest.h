/*
 * nearest - which known word was probably meant
 *
 * Layer 1: includes nothing of ours.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef NEAREST_H
#define NEAREST_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Say whether word, which is not known, is a slip of known: at most two
 * letters added, left out, changed or swapped with their neighbour, and
 * fewer than a third of them where the word is short; or a beginning of it
 * with at least two letters.
 * Cost: the product of the lengths, of which at most 32 bytes are looked at.
 * From: the optimal string alignment distance.
 */
bool nearest(const char *word, const char *known);

#endif
