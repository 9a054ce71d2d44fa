/*
 * text - bytes that are written one after the other
 *
 * Layer 1: may include layer 0. It grows at its end, and its room is used
 * again once it is emptied.
 *
 *	struct text text = { 0 };
 *	text_add(&text, bytes, len);
 *	memset(text_extend(&text, 3), ' ', 3);
 *	text.len = 0;
 *	text_free(&text);
 *
 * Owns: bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TEXT_H
#define TEXT_H

#include "memory.h"
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct text {
	char *bytes;
	size_t len, capacity;
};

/*
 * Make len bytes more, at least one, its end. Returns: where they begin; they
 * are undefined.
 * Valid: until it grows again.
 */
static inline char *
text_extend(struct text *text, size_t len)
{
	char *end;

	if (!text->bytes || len > text->capacity - text->len)
		text->bytes = xgrow(text->bytes, &text->capacity,
		    len > SIZE_MAX - text->len ? SIZE_MAX : text->len + len, 1);
	end = text->bytes + text->len;
	text->len += len;
	return end;
}

static inline void
text_add(struct text *text, const char *bytes, size_t len)
{
	if (len > 0)
		memcpy(text_extend(text, len), bytes, len);
}

static inline void
text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){ 0 };
}

#endif
