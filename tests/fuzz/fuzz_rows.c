/*
 * Any bytes as rows of CSV and of TSV: the same rows, fields, lines and faults
 * whatever the size of a block, and the same as a model finds that looks at
 * one byte after the other; fields that are written and read again are the
 * same fields. The first byte says what the rest is: its bits 1 TSV, 2 without
 * a header, 4 apart by semicolons, 8 from a pipe.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "columns.h"
#include "csv.h"
#include "csv_text.h"
#include "fields.h"
#include "fuzz.h"
#include "input.h"
#include "input_rows.h"
#include "memory.h"
#include "message.h"
#include "names.h"
#include "text.h"
#include "tsv.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t blocks[] = { 65536, 64, 7, 3, 2, 1 };

/* How the bytes are to be read. */
struct mode {
	bool tsv, unnamed, pipe;
	char delimiter;
};

static void
add_number(struct text *text, char before, uint64_t n)
{
	char number[24];
	int len = snprintf(number, sizeof number, "%c%ju", before,
	    (uintmax_t)n);

	text_add(text, number, (size_t)len);
}

/* Add the bytes of a row, without its newline. */
static void
add_bytes(struct text *text, const char *begin, const char *end)
{
	const size_t len = (size_t)(end - begin);

	add_number(text, '=', len);
	text_add(text, begin, len);
}

/* Add fields so that no other ones look the same. */
static void
add_fields(struct text *text, const struct fields *fields)
{
	size_t i;

	for (i = 0; i < fields->n; i++) {
		add_number(text, '[', fields->field[i].len);
		text_add(text, ":", 1);
		text_add(text, fields->field[i].bytes, fields->field[i].len);
	}
	text_add(text, "\n", 1);
}

/* -------- the model -------- */

/* Where it is, and what its row is made of: a byte is added, or a field. */
struct model {
	const char *at, *end;
	uint64_t line; /* of at */
	struct text bytes; /* of the fields, one behind the other */
	size_t ends[AID_PIPE_MAX + 1];
	size_t n;
};

static void
add_byte(struct model *model, char byte)
{
	text_add(&model->bytes, &byte, 1);
}

static void
end_field(struct model *model)
{
	model->ends[model->n++] = model->bytes.len;
}

static bool
is_here(const struct model *model, const char *what)
{
	const size_t len = strlen(what);

	return (size_t)(model->end - model->at) >= len &&
	    memcmp(model->at, what, len) == 0;
}

/* Say whether the row ends here, with or without a newline. */
static bool
is_end(const struct model *model)
{
	return model->at == model->end || is_here(model, "\n") ||
	    is_here(model, "\r\n") ||
	    (is_here(model, "\r") && model->end - model->at == 1);
}

/* Go on behind the end of the row. */
static void
pass_end(struct model *model)
{
	if (model->at < model->end && *model->at == '\r')
		model->at++;
	if (model->at < model->end)
		model->at++;
	model->line++;
}

/* Read a field in quotes. Returns: why it can't be one, or NULL. */
static const char *
read_quoted(struct model *model, char delimiter)
{
	for (model->at++; ; model->at++) {
		if (model->at == model->end)
			return "a quote is not closed";
		if (is_here(model, "\"\"")) {
			model->at++;
		} else if (is_here(model, "\"")) {
			model->at++;
			break;
		}
		model->line += *model->at == '\n';
		add_byte(model, *model->at);
	}
	return is_end(model) || *model->at == delimiter ? NULL :
	    "text after a closing quote";
}

/* Read a row. Returns: why it can't be one, or NULL. */
static const char *
read_csv(struct model *model, char delimiter)
{
	const char *reason = NULL;

	while (!reason) {
		if (is_here(model, "\"")) {
			reason = read_quoted(model, delimiter);
		} else {
			while (!is_end(model) && *model->at != delimiter)
				add_byte(model, *model->at++);
		}
		end_field(model);
		if (reason || is_end(model))
			break;
		model->at++;
	}
	if (!reason)
		pass_end(model);
	return reason;
}

static const char *
read_tsv(struct model *model)
{
	static const char escapes[][3] = { "\\t", "\\n", "\\r", "\\\\" };
	size_t i;

	for (; !is_end(model); model->at++) {
		if (*model->at == '\t') {
			end_field(model);
			continue;
		}
		for (i = 0; i < 4 && !is_here(model, escapes[i]); i++)
			continue;
		/* One byte before the end is a return of its own. */
		if (i < 4) {
			add_byte(model, "\t\n\r\\"[i]);
			model->at++;
		} else {
			add_byte(model, *model->at);
		}
	}
	end_field(model);
	pass_end(model);
	return NULL;
}

/* Make views of what the row is made of. */
static void
view(const struct model *model, struct fields *fields)
{
	size_t i, from = 0;

	fields->n = 0;
	for (i = 0; i < model->n; from = model->ends[i++])
		fields_push(fields, model->bytes.len > 0 ?
		    model->bytes.bytes + from : "", model->ends[i] - from);
}

/* What is written as a row is that row. */
static void
check_again(const struct fields *fields, const struct mode *mode)
{
	enum csv_place place = CSV_START;
	struct text row = { 0 }, bytes = { 0 }, want = { 0 }, got = { 0 };
	struct fields again = { 0 };
	struct record record;
	size_t i;

	for (i = 0; i < fields->n; i++) {
		if (i > 0)
			text_add(&row, mode->tsv ? "\t" : &mode->delimiter, 1);
		if (mode->tsv)
			tsv_add(&row, fields->field[i].bytes,
			    fields->field[i].len);
		else
			csv_add(&row, fields->field[i].bytes,
			    fields->field[i].len, mode->delimiter);
	}
	text_add(&row, "\n", 1);
	record = (struct record){ row.bytes, row.len - 1 };
	if (mode->tsv) {
		must(!memchr(row.bytes, '\n', row.len - 1));
		tsv_split(&record, SIZE_MAX, &again, &bytes);
	} else {
		must(csv_row(row.bytes, row.len, mode->delimiter, &place) ==
		    row.len);
		csv_split(&record, mode->delimiter, SIZE_MAX, &again, &bytes);
	}
	add_fields(&want, fields);
	add_fields(&got, &again);
	must_equal(want.bytes, want.len, got.bytes, got.len);
	fields_close(&again);
	text_free(&row);
	text_free(&bytes);
	text_free(&want);
	text_free(&got);
}

static void
read_model(const char *bytes, size_t len, const struct mode *mode,
    struct text *text)
{
	struct model model = { .at = bytes, .end = bytes + len, .line = 1 };
	struct fields fields = { 0 };
	const char *reason = NULL, *begin;
	char said[128];
	uint64_t number = 0, line;
	bool named = mode->unnamed;

	if (is_here(&model, "\xef\xbb\xbf"))
		model.at += 3;
	while (model.at < model.end && !reason) {
		if (!mode->tsv && is_end(&model)) {
			pass_end(&model);
			continue;
		}
		model.n = model.bytes.len = 0;
		line = model.line;
		begin = model.at;
		reason = mode->tsv ? read_tsv(&model) :
		    read_csv(&model, mode->delimiter);
		if (reason) {
			/* A header is no record, and has no number. */
			len = (size_t)snprintf(said, sizeof said, named ?
			    "fuzz: -:%ju" : "fuzz: -", (uintmax_t)number + 1);
			snprintf(said + len, sizeof said - len,
			    " (line %ju): %s\n", (uintmax_t)line, reason);
			text_add(text, said, strlen(said));
			break;
		}
		view(&model, &fields);
		check_again(&fields, mode);
		if (named) {
			add_number(text, '#', ++number);
			add_number(text, '@', line);
			add_bytes(text, begin, model.at -
			    (model.at > begin && model.at[-1] == '\n'));
		}
		named = true;
		add_fields(text, &fields);
	}
	fields_close(&fields);
	text_free(&model.bytes);
}

/* -------- what is tried -------- */

/* Split a row, and see that a part of it splits the same. */
static void
split(const struct record *row, const struct mode *mode,
    struct fields *fields, struct text *bytes)
{
	size_t reach, half;

	for (half = 0; half < 2; half++) {
		reach = half == 0 ? 2 : SIZE_MAX;
		if (mode->tsv)
			tsv_split(row, reach, fields, bytes);
		else
			csv_split(row, mode->delimiter, reach, fields, bytes);
		must(half > 0 || (fields->n >= 1 && fields->n <= 2));
	}
	if (!mode->tsv)
		must(csv_count(row, mode->delimiter) == fields->n);
}

static void
read_input(const struct mode *mode, size_t block, struct text *text)
{
	struct fields fields = { 0 };
	struct text bytes = { 0 };
	struct columns *columns;
	struct record record;
	struct words words;
	struct input in;

	input_open(&in, words_open(&words, NULL, 0), '\n');
	input_rows(&in, mode->tsv ? DIALECT_TSV : DIALECT_CSV,
	    mode->delimiter, !mode->unnamed);
	input_block(&in, block);
	columns = mode->unnamed ? NULL : input_columns(&in, &record);
	if (columns)
		add_fields(text, &columns->names.fields);
	while (input_next(&in, &record)) {
		add_number(text, '#', input_number(&in));
		add_number(text, '@', input_row_line(&in));
		split(&record, mode, &fields, &bytes);
		add_bytes(text, record.bytes, record.bytes + record.len);
		add_fields(text, &fields);
	}
	input_close(&in);
	fields_close(&fields);
	text_free(&bytes);
}

/* One reading: what of, how, and what came of it. */
struct reading {
	const struct mode *mode;
	size_t block;
	struct text text;
};

static void
read_once(void *about)
{
	struct reading *reading = about;

	read_input(reading->mode, reading->block, &reading->text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const char *rest = (const char *)bytes + 1;
	char said[AID_SAID_MAX];
	struct reading reading = { 0 };
	struct text want = { 0 };
	struct mode mode;
	size_t i;

	if (len == 0 || len > AID_PIPE_MAX)
		return 0;
	message_start("fuzz");
	mode = (struct mode){ *bytes & 1, *bytes & 2, *bytes & 8,
	    *bytes & 4 ? ';' : ',' };
	read_model(rest, len - 1, &mode, &want);
	for (i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		reading.mode = &mode;
		reading.block = blocks[i];
		reading.text.len = 0;
		if (mode.pipe)
			standard_input_pipe(rest, len - 1);
		else
			standard_input_file(rest, len - 1);
		must(survives(read_once, &reading, said));
		text_add(&reading.text, said, strlen(said));
		must_equal(reading.text.bytes, reading.text.len, want.bytes,
		    want.len);
	}
	text_free(&reading.text);
	text_free(&want);
	return 0;
}
