/*
 * Bytes that are read from their end, as a file at many block sizes and as
 * memory: the records that a plain search finds, and where they begin.
 *
 * Shape: three bytes (the terminator, which records are left out before and
 * behind), then the text.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "backward.h"
#include "fuzz.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const size_t blocks[] = { 1, 2, 3, 7, 64, 64 * 1024 };

/* A part of a text that lies between records. */
struct part {
	const char *bytes;
	size_t begin, end;
	char eol;
};

/* Return where the record begins that ends before `end`, which is not 0. */
static size_t
begin_of(const struct part *part, size_t end)
{
	for (end--; end > part->begin; end--) {
		if (part->bytes[end - 1] == part->eol)
			break;
	}
	return end;
}

/* Hold the rest of the records against the part, from `at` back. */
static void
check(struct backward *backward, const struct part *part, size_t at)
{
	struct record record;
	size_t begin, end;

	while (backward_next(backward, &record)) {
		must(at > part->begin);
		begin = begin_of(part, at);
		end = part->bytes[at - 1] == part->eol ? at - 1 : at;
		must_equal(record.bytes, record.len, part->bytes + begin,
		    end - begin);
		must(backward->at == (off_t)begin);
		at = begin;
	}
	must(at == part->begin);
	must(!backward_next(backward, &record));
}

/* Pass over some, and check the rest. */
static void
check_behind(struct backward *backward, const struct part *part, uint64_t n)
{
	size_t at = part->end;
	uint64_t passed = 0;

	for (; passed < n && at > part->begin; passed++)
		at = begin_of(part, at);
	must(backward_skip(backward, n) == passed);
	check(backward, part, at);
	backward_close(backward);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct pieces pieces = { bytes, len };
	struct part part = { 0 };
	struct backward backward;
	int before, behind;
	char *text;
	size_t i;

	if (len > AID_PIPE_MAX)
		return 0;
	part.eol = pieces_byte(&pieces) & 1 ? '\0' : '\n';
	before = pieces_byte(&pieces);
	behind = pieces_byte(&pieces);
	text = apart((const char *)pieces.at, pieces.left);
	part.bytes = text;
	part.end = pieces.left;
	for (; behind >= 16 && part.end > 0; behind -= 16)
		part.end = begin_of(&part, part.end);
	for (; before > 0 && part.begin < part.end; part.begin++)
		before -= text[part.begin] == part.eol;
	if (before > 0)
		part.begin = part.end;
	standard_input_file(text, pieces.left);
	for (i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		backward_open(&backward, fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC,
		    3), "-", (off_t)part.begin, (off_t)part.end, part.eol);
		backward_block(&backward, blocks[i]);
		check_behind(&backward, &part, (uint64_t)behind);
	}
	must(lseek(STDIN_FILENO, 0, SEEK_CUR) == 0);
	part.begin = 0;
	backward_open_memory(&backward, text, part.end, part.eol);
	check_behind(&backward, &part, (uint64_t)behind);
	free(text);
	return 0;
}
