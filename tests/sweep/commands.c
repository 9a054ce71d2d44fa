/*
 * commands - the command lines that are swept, from a table
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "commands.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORDS_MAX 64

#define NAME(upper, lower) #lower,
static const char *const names[] = { FAULT_CALLS(NAME) };

enum fault_call
call_named(const char *name)
{
	int call = 0;

	while (call < FAULT_N && strcmp(names[call], name) != 0)
		call++;
	return (enum fault_call)call;
}

const char *
call_name(enum fault_call call)
{
	return names[call];
}

static void
die(const char *file, unsigned number, const char *reason)
{
	fprintf(stderr, "sweep: %s:%u: %s\n", file, number, reason);
	exit(99);
}

/*
 * Cut the next word off the line, without its quotes; a backslash keeps the
 * next character. Returns: NULL where there is none.
 */
static char *
next_word(char **line)
{
	char *from = *line + strspn(*line, " \t"), *to = from;
	char *word = from;
	bool quoted = false;

	if (!*from)
		return NULL;
	for (; *from && (quoted || (*from != ' ' && *from != '\t')); from++) {
		if (*from == '\'')
			quoted = !quoted;
		else if (*from == '\\' && !quoted && from[1])
			*to++ = *++from;
		else
			*to++ = *from;
	}
	*line = *from ? from + 1 : from;
	*to = '\0';
	return word;
}

static bool
set_kind(struct command *command, const char *how)
{
	static const struct {
		const char *name;
		enum stdin_kind kind;
	} kinds[] = {
		{ "file:", STDIN_FILE },
		{ "pipe:", STDIN_PIPE },
		{ "socket:", STDIN_SOCKET },
	};
	size_t i, len;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		len = strlen(kinds[i].name);
		if (strncmp(how, kinds[i].name, len) != 0)
			continue;
		command->kind = kinds[i].kind;
		command->file = how + len;
		return true;
	}
	command->kind = strcmp(how, "closed") == 0 ? STDIN_CLOSED : STDIN_NONE;
	return command->kind == STDIN_CLOSED || strcmp(how, "none") == 0;
}

/* Read CALL:FROM:TIMES:ERROR, as in FAULT. */
static bool
read_fault(const char *text, struct fault *fault)
{
	char name[32];

	if (sscanf(text, "%31[a-z_0-9]:%u:%d:%d", name, &fault->from,
	    &fault->times, &fault->error) != 4)
		return false;
	fault->call = call_named(name);
	return fault->call < FAULT_N;
}

static bool
set_flag(struct command *command, const char *flag)
{
	const struct {
		const char *name;
		bool *value;
	} flags[] = {
		{ "endless", &command->endless },
		{ "last", &command->last },
		{ "rest", &command->rest },
		{ "to-file", &command->to_file },
		{ "to-terminal", &command->to_terminal },
		{ "nul", &command->nul },
		{ "part", &command->part },
		{ "slow", &command->slow },
	};
	size_t i;

	for (i = 0; i < sizeof flags / sizeof *flags; i++) {
		if (strcmp(flag, flags[i].name) == 0) {
			*flags[i].value = true;
			return true;
		}
	}
	if (strncmp(flag, "only:", 5) == 0) {
		command->only = call_named(flag + 5);
		return command->only < FAULT_N;
	}
	if (strncmp(flag, "with:", 5) == 0)
		return read_fault(flag + 5, &command->with);
	if (strncmp(flag, "pin:pieces:", 11) == 0) {
		command->pieces = strtoull(flag + 11, NULL, 10);
		return command->pieces > 0;
	}
	if (strcmp(flag, "on-terminal") == 0) {
		command->on_terminal = command->to_terminal = true;
		return true;
	}
	return strncmp(flag, "pin:", 4) == 0 &&
	    read_fault(flag + 4, &command->pin);
}

/* Say whether a fault of the tool is status 2: ANSWERS lists those. */
static bool
answers(const char *tool)
{
	const char *list = getenv("ANSWERS");
	const size_t len = strlen(tool);

	while (list && *list) {
		if (strncmp(list, tool, len) == 0 &&
		    (list[len] == ' ' || list[len] == '\0'))
			return true;
		list += strcspn(list, " ");
		list += *list == ' ';
	}
	return false;
}

/* Say whether the tool is there, and each FILE:, which compression may lack. */
static bool
is_there(const struct command *command)
{
	const char *folder = getenv("TOOLS_DIR");
	char path[4096];

	snprintf(path, sizeof path, "%s/%s", folder ? folder : ".",
	    command->argv[0]);
	if (access(path, X_OK) < 0)
		return false;
	return !command->file || access(command->file, R_OK) == 0;
}

static void
read_line(struct commands *commands, char *line, const char *file,
    unsigned number)
{
	struct command command = {
		.only = FAULT_N, .with.call = FAULT_N, .pin.call = FAULT_N
	};
	char *words[WORDS_MAX + 1], *how, *flag;
	size_t n = 0;

	how = next_word(&line);
	if (!how || *how == '#')
		return;
	command.words = strdup(line);
	while (n < WORDS_MAX && (words[n] = next_word(&line)) != NULL)
		n++;
	if (n == 0 || n == WORDS_MAX)
		die(file, number, "no command, or a long one");
	words[n] = NULL;
	command.argv = malloc((n + 1) * sizeof *words);
	memcpy(command.argv, words, (n + 1) * sizeof *words);
	if (!set_kind(&command, strsep(&how, ",")))
		die(file, number, "standard input comes in no known way");
	while ((flag = strsep(&how, ",")) != NULL) {
		if (!set_flag(&command, flag))
			die(file, number, flag);
	}
	command.answers = answers(command.argv[0]);
	if (!is_there(&command)) {
		commands->absent++;
		return;
	}
	commands->command = realloc(commands->command,
	    (commands->n + 1) * sizeof command);
	commands->command[commands->n++] = command;
}

void
commands_read(struct commands *commands, const char *file)
{
	FILE *stream = fopen(file, "r");
	size_t size = 0;
	unsigned number = 0;
	char *line;

	if (!stream)
		die(file, 0, "can't be read");
	/* Each line stays, as the words of its command. */
	while (line = NULL, getline(&line, &size, stream) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		read_line(commands, line, file, ++number);
		size = 0;
	}
	free(line);
	fclose(stream);
}
