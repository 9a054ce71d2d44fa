/*
 * nearest - which known word was probably meant
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "nearest.h"
#include <string.h>

#define WORD_MAX 32

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Return how many edits lie between the words. */
static unsigned
distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	/* Rows of the table: the one before the last, the last, this one. */
	unsigned row[3][WORD_MAX + 1];
	unsigned *above = row[0], *last = row[1], *here = row[2], *spare;
	unsigned swapped;
	size_t i, j;

	for (j = 0; j <= b_len; j++)
		last[j] = (unsigned)j;
	memcpy(above, last, sizeof row[0]);
	for (i = 1; i <= a_len; i++) {
		here[0] = (unsigned)i;
		for (j = 1; j <= b_len; j++) {
			here[j] = least(last[j - 1] + (a[i - 1] != b[j - 1]),
			    least(last[j], here[j - 1]) + 1);
			if (i < 2 || j < 2 || a[i - 1] != b[j - 2] ||
			    a[i - 2] != b[j - 1])
				continue;
			swapped = above[j - 2] + 1;
			here[j] = least(here[j], swapped);
		}
		spare = above;
		above = last;
		last = here;
		here = spare;
	}
	return last[b_len];
}

bool
nearest(const char *word, const char *known)
{
	size_t word_len = strlen(word);
	size_t known_len = strlen(known);
	unsigned most;

	if (word_len < 2 || word_len > WORD_MAX || known_len > WORD_MAX)
		return false;
	if (strncmp(word, known, word_len) == 0)
		return true;
	most = least((unsigned)known_len / 3, 2);
	return distance(word, word_len, known, known_len) <= most;
}
