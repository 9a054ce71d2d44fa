/*
 * running - a result that each record changes
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "field_options.h"
#include "fold.h"
#include "message.h"
#include "running.h"
#include <string.h>

/* Let the value be the result from now on. */
static void
keep(struct running *running, const struct value *value)
{
	struct scratch spare;

	if (value->kind == VALUE_WORD) {
		value_set_scaled(&running->generator.frame.acc, value->word,
		    value->scale);
		return;
	}
	/* The value may be made of what acc was, so that goes last. */
	spare = running->kept;
	running->kept = running->spare;
	running->spare = spare;
	scratch_reset(&running->kept);
	running->generator.frame.acc = value_copy(value, &running->kept);
}

/* Begin with the value of -I, if there is one; a fold's is a number. */
void
running_restart(struct running *running)
{
	struct record text = { running->initial, 0 };
	struct value value;

	running->begun = text.bytes != NULL;
	if (!text.bytes)
		return;
	text.len = strlen(text.bytes);
	value = value_input(&text, 0);
	if (running->fold && !value_parse(&value, &value, &running->spare))
		die_usage(text.bytes, "-I takes a number");
	keep(running, &value);
}

void
running_open(struct running *running, const char *func, const char *initial,
    const struct option_list *keys, const char *invalid)
{
	struct generator *generator = &running->generator;
	const struct fold *fold = fold_option(func);

	*running = (struct running){ .fold = fold, .initial = initial };
	generator_open_options(generator, keys, invalid);
	if (fold && !fold->counts && generator->key == SIZE_MAX)
		generator->key = field_options_only(&generator->splitter);
	generator_compile(generator, fold ? fold->next : func, true,
	    &generator->program);
	generator_compile(generator, fold ? fold->first : "x", false,
	    &running->first);
	running_restart(running);
}

bool
running_take(struct running *running, const struct input *in)
{
	const struct program *program = running->begun ?
	    &running->generator.program : &running->first;
	struct value value;

	if (!generator_run(&running->generator, program, in, &value))
		return false;
	if (value_height(&value) > TREE_HEIGHT_MAX) {
		invalid_record(&running->generator.invalid, in,
		    &running->generator.frame.record,
		    "values are nested too deeply");
		return false;
	}
	keep(running, &value);
	running->begun = true;
	return true;
}

const struct value *
running_result(struct running *running)
{
	struct value *acc = &running->generator.frame.acc;

	if (running->begun)
		return acc;
	if (!running->fold || !running->fold->nothing)
		return NULL;
	*acc = value_of_text(running->fold->nothing,
	    strlen(running->fold->nothing));
	return acc;
}

void
running_close(struct running *running)
{
	program_close(&running->first);
	generator_close(&running->generator);
	scratch_close(&running->kept);
	scratch_close(&running->spare);
}
