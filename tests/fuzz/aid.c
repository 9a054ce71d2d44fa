/*
 * aid - what fuzz targets share: pieces of the input, bytes to read from
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "aid.h"
#include "message.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void
must(bool holds)
{
	if (!holds)
		abort();
}

void
must_equal(const char *a, size_t a_len, const char *b, size_t b_len)
{
	must(a_len == b_len);
	must(a_len == 0 || memcmp(a, b, a_len) == 0);
}

uint8_t
pieces_byte(struct pieces *pieces)
{
	if (pieces->left == 0)
		return 0;
	pieces->left--;
	return *pieces->at++;
}

uint64_t
pieces_number(struct pieces *pieces, size_t n)
{
	uint64_t number = 0;

	while (n-- > 0)
		number = number << 8 | pieces_byte(pieces);
	return number;
}

char *
apart(const char *bytes, size_t len)
{
	char *copy = malloc(len > 0 ? len : 1);

	if (!copy)
		abort();
	if (len > 0)
		memcpy(copy, bytes, len);
	return copy;
}

char *
pieces_text(struct pieces *pieces, uint8_t end, size_t *len)
{
	const uint8_t *found = pieces->left == 0 ? NULL :
	    memchr(pieces->at, end, pieces->left);
	char *text;

	*len = found ? (size_t)(found - pieces->at) : pieces->left;
	text = malloc(*len + 1);
	if (!text)
		abort();
	if (*len > 0)
		memcpy(text, pieces->at, *len);
	text[*len] = '\0';
	pieces->at += *len + (found != NULL);
	pieces->left -= *len + (found != NULL);
	return text;
}

/* -------- standard input -------- */

/* Return a new file without a name: in memory, where there is such. */
static int
make_file(void)
{
	FILE *file;
	int fd = -1;

#ifdef MFD_CLOEXEC
	fd = memfd_create("fuzz", MFD_CLOEXEC);
#endif
	if (fd < 0) {
		file = tmpfile();
		must(file != NULL);
		fd = fileno(file);
	}
	return fd;
}

void
standard_input_file(const char *bytes, size_t len)
{
	static int fd = -1;

	if (fd < 0)
		fd = make_file();
	must(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0);
	must(write(fd, len > 0 ? bytes : "", len) == (ssize_t)len);
	must(lseek(fd, 0, SEEK_SET) == 0);
	must(dup2(fd, STDIN_FILENO) == STDIN_FILENO);
}

void
standard_input_pipe(const char *bytes, size_t len)
{
	int end[2];

	must(len <= AID_PIPE_MAX && pipe(end) == 0);
	must(write(end[1], len > 0 ? bytes : "", len) == (ssize_t)len);
	must(dup2(end[0], STDIN_FILENO) == STDIN_FILENO);
	close(end[0]);
	close(end[1]);
}

size_t
standard_input_left(const char *bytes, size_t len)
{
	char left[AID_PIPE_MAX + 1];
	size_t n = 0;
	ssize_t got;

	must(len <= AID_PIPE_MAX);
	while ((got = read(STDIN_FILENO, left + n, sizeof left - n)) > 0)
		n += (size_t)got;
	must(got == 0 && n <= len);
	must_equal(left, n, n > 0 ? bytes + len - n : "", n);
	return n;
}

/* -------- the end of a process -------- */

/* First: how it is found. */
struct escape_hatch {
	struct ending ending;
	jmp_buf out;
};

static noreturn void
leave(struct ending *ending)
{
	struct escape_hatch *hatch = (struct escape_hatch *)ending;

	longjmp(hatch->out, 1);
}

/* Have what is said go to a file, and back again. */
static int
listen_begin(int *kept)
{
	static int file = -1;

	if (file < 0)
		file = make_file();
	must(ftruncate(file, 0) == 0 && lseek(file, 0, SEEK_SET) == 0);
	*kept = dup(STDERR_FILENO);
	must(*kept >= 0);
	must(dup2(file, STDERR_FILENO) == STDERR_FILENO);
	return file;
}

static void
listen_end(int file, int kept, char said[AID_SAID_MAX])
{
	ssize_t n;

	must(dup2(kept, STDERR_FILENO) == STDERR_FILENO);
	close(kept);
	n = pread(file, said, AID_SAID_MAX - 1, 0);
	must(n >= 0);
	said[n] = '\0';
}

bool
survives(void (*run)(void *), void *about, char said[AID_SAID_MAX])
{
	static struct escape_hatch hatch;
	static int file, kept;
	static volatile bool returned;

	returned = false;
	file = listen_begin(&kept);
	hatch.ending.run = leave;
	ending_add(&hatch.ending);
	if (setjmp(hatch.out) == 0) {
		run(about);
		ending_remove(&hatch.ending);
		returned = true;
	}
	listen_end(file, kept, said);
	return returned;
}
