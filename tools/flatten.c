/*
 * flatten - the leaves of nested JSON lists
 *
 * Reads any sequence of JSON values and writes what stands in their lists, at
 * any depth, one a record: whatever is no list is a leaf, and is written as
 * compact JSON, its numbers and strings as they are spelled. A leaf goes out
 * as soon as it is complete. What is not JSON ends the run and is named by
 * file and byte, counted from 1. Holds one block, a count of open lists, and
 * one bit a level inside objects.
 *
 *	$ echo '[1, [2, [3, [4]], 5], 6]' | flatten
 *
 * writes the numbers from 1 to 6.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "input.h"
#include "input_place.h"
#include "json.h"
#include "json_leaves.h"
#include "json_text.h"
#include "message.h"
#include "output.h"
#include "tool.h"

static bool raw_strings;
static const char *depth_word;

static const struct option options[] = {
	{ 'r', "raw-strings", NULL, "write strings without quotes and escapes",
	  .flag = &raw_strings },
	{ 0, "depth", "N", "open only N levels of lists",
	  .text = &depth_word },
	{ 0 }
};

static const char *const examples[] = {
	"echo '[1, [2, [3, [4]], 5], 6]' | flatten",
	"flatten -r names.json | sort | groupby -c",
	"flatten --depth=1 pages-*.json.gz | take 10",
	NULL
};

static const struct tool tool = {
	.name = "flatten",
	.summary = "the leaves of nested JSON lists",
	.synopsis = "[OPTION]... [FILE]...",
	.options = options,
	.examples = examples,
	.reads = true,
};

/* Plain leaves are looked for where there is room for so many bytes. */
#define LEAVES_ROOM 4096
_Static_assert(JSON_LEAVES_SLACK <= OUTPUT_SLACK, "written behind the room");

/* A leaf that is written token by token stands in no lists but these. */
#define NO_LEAF UINT64_MAX

struct flattening {
	struct json_sink sink; /* first: of the string that is decoded */
	struct json_decoder decoder;
	uint64_t string; /* its first byte */
	struct input *in;
	struct json json;
	uint64_t depth; /* lists deeper than this are leaves */
	uint64_t around; /* how deep the list or object stands that is one */
	bool zero; /* NUL ends records */
};

/* End the run at what is wrong; what was not read yet is given back. */
static noreturn void
die_at(const struct flattening *flat, uint64_t byte, const char *reason)
{
	input_unused(flat->in, json_unread(&flat->json));
	die(flat->in->name, "byte %ju: %s", (uintmax_t)byte, reason);
}

static noreturn void
die_in_string(const struct flattening *flat, const char *reason)
{
	die_at(flat, flat->string + flat->decoder.escape, reason);
}

/* Write what a string says. A NUL in it can only come from an escape. */
static void
write_decoded(struct json_sink *sink, const char *bytes, size_t len)
{
	const struct flattening *flat = (struct flattening *)sink;

	if (flat->zero && bytes[0] == '\0')
		die_in_string(flat, "a NUL in a string, which -r -z can't "
		    "tell from the end of a record");
	output_bytes(bytes, len);
}

static void
write_raw(struct flattening *flat, const struct json_token *token)
{
	if (token->opens) {
		flat->decoder = (struct json_decoder){ 0 };
		flat->string = json_byte(&flat->json) - token->len;
	}
	if (!json_decode(&flat->decoder, token->bytes, token->len,
	    &flat->sink))
		die_in_string(flat, "a surrogate without its other half, "
		    "which -r can't write");
}

/* Write a scalar, or a part of it. */
static void
write_scalar(struct flattening *flat, const struct json_token *token)
{
	if (raw_strings && token->type == JSON_STRING) {
		write_raw(flat, token);
	} else if (token->opens && token->closes) {
		output_record(token->bytes, token->len);
		return;
	} else {
		output_bytes(token->bytes, token->len);
	}
	if (token->closes)
		output_end();
}

/* Write a list or object that is a leaf, token by token. */
static void
write_inside(struct flattening *flat, const struct json_token *token)
{
	if (token->before)
		output_bytes(&token->before, 1);
	output_bytes(token->bytes, token->len);
	if (json_depth(&flat->json) == flat->around) {
		output_end();
		flat->around = NO_LEAF;
	}
}

/* Write the plain leaves that come next, if any do, all at once. */
static void
write_plain(struct flattening *flat)
{
	size_t room;
	char *to = output_room(LEAVES_ROOM, &room);

	output_filled(json_leaves(&flat->json, flat->depth, raw_strings,
	    flat->zero ? '\0' : '\n', to, room));
}

/* Write the leaves that are at hand. */
static void
flatten(struct flattening *flat)
{
	struct json_token token;

	for (;;) {
		if (flat->around == NO_LEAF && !flat->json.within)
			write_plain(flat);
		if (!json_next(&flat->json, &token))
			break;
		if (flat->around != NO_LEAF) {
			write_inside(flat, &token);
		} else if (token.type == JSON_OBJECT ||
		    (token.type == JSON_LIST &&
		    json_depth(&flat->json) > flat->depth)) {
			flat->around = json_depth(&flat->json) - 1;
			output_bytes(token.bytes, token.len);
		} else if (token.type > JSON_OBJECT_END) {
			write_scalar(flat, &token);
		}
	}
}

/*
 * The file has come to its end, or was cut short by a fault. What is not
 * complete is none of the next file's.
 */
static void
end_file(struct flattening *flat, bool whole)
{
	if (whole) {
		json_finish(&flat->json);
		flatten(flat);
		if (flat->json.reason)
			fault(flat->in->name, "byte %ju: %s",
			    (uintmax_t)json_byte(&flat->json),
			    flat->json.reason);
	}
	output_abandon();
	flat->around = NO_LEAF;
	json_restart(&flat->json);
}

static void
flatten_files(struct flattening *flat)
{
	struct span span;

	while (input_bytes(flat->in, &span)) {
		if (span.len == 0) {
			end_file(flat, span.closes);
			continue;
		}
		json_put(&flat->json, span.bytes, span.len);
		flatten(flat);
		if (flat->json.reason)
			die_at(flat, json_byte(&flat->json),
			    flat->json.reason);
	}
}

int
main(int argc, char **argv)
{
	struct run run = tool_start(&tool, argc, argv);
	struct input in;
	struct flattening flat = {
		.sink.put = write_decoded,
		.in = &in,
		.depth = depth_word ? tool_count(depth_word, "--depth") :
		    UINT64_MAX,
		.around = NO_LEAF,
		.zero = run.eol == '\0',
	};

	json_open(&flat.json);
	tool_input(&run, &in, tool_files(&run));
	flatten_files(&flat);
	input_close(&in);
	json_close(&flat.json);
	tool_finish();
}
