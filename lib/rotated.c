/*
 * rotated - before each name the names of its rotated copies, oldest first
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "memory.h"
#include "message.h"
#include "rotated.h"
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A copy: FILE, then what makes it one, then perhaps an ending. */
struct rotated_copy {
	char *name; /* in its folder */
	size_t len; /* of the name without .gz and the like */
	size_t order; /* where its number, or what follows its date, begins */
	int date; /* YYYYMMDD, 0 where it has a number */
	int packing; /* 0 plain, else which ending it has */
};

static const char *const endings[] = { "", ".gz", ".xz", ".zst", ".bz2" };

#define DIGITS "0123456789"

/*
 * Read a date at text, with a hyphen between its parts where it stands
 * behind a point. Returns: its length, 0 where there is none (*date is 0).
 */
static size_t
read_date(const char *text, int *date)
{
	const char *pattern = *text == '.' ? ".dddd-dd-dd" : "-dddddddd";
	int value = 0, month, day;
	size_t i;

	*date = 0;
	for (i = 0; pattern[i]; i++) {
		if (pattern[i] != 'd') {
			if (text[i] != pattern[i])
				return 0;
		} else {
			if (text[i] < '0' || text[i] > '9')
				return 0;
			value = value * 10 + (text[i] - '0');
		}
	}
	month = value / 100 % 100;
	day = value % 100;
	if (month < 1 || month > 12 || day < 1 || day > 31)
		return 0;
	*date = value;
	return i;
}

/* Say whether name is a copy of a file whose own name has len bytes. */
static bool
read_copy(const char *name, size_t len, struct rotated_copy *copy)
{
	size_t end = strlen(name), n, date;

	copy->packing = 0;
	for (int i = 1; i < (int)(sizeof endings / sizeof *endings); i++) {
		n = strlen(endings[i]);
		if (end > n && strcmp(name + end - n, endings[i]) == 0)
			copy->packing = i;
	}
	copy->len = end -= strlen(endings[copy->packing]);
	/* FILE.N ends with a digit, a date and what follows it too. */
	if (end < len + 2 || !strchr(DIGITS, name[end - 1]))
		return false;
	date = read_date(name + len, &copy->date);
	copy->order = len + (date ? date : 1);
	n = strspn(name + copy->order, date ? DIGITS "-._T:" : DIGITS);
	return copy->order + n >= end && (date || name[len] == '.');
}

/* Say whether the files' names before such endings are the same. */
static bool
same_copy(const struct rotated_copy *a, const struct rotated_copy *b)
{
	return a->len == b->len && memcmp(a->name, b->name, a->len) == 0;
}

/* Find the next number in a name, without leading zeros; go past it. */
static const char *
next_number(const struct rotated_copy *copy, size_t *at, size_t *len)
{
	size_t i = *at, first;

	while (i < copy->len && !strchr(DIGITS, copy->name[i]))
		i++;
	first = i;
	while (i < copy->len && strchr(DIGITS, copy->name[i]))
		i++;
	while (first + 1 < i && copy->name[first] == '0')
		first++;
	*at = i;
	*len = i - first;
	return copy->name + first;
}

/* Compare by the numbers from order on, of any size; none is the least. */
static int
compare_numbers(const struct rotated_copy *a, const struct rotated_copy *b)
{
	size_t i = a->order, j = b->order, m, n;
	const char *p, *q;
	int difference;

	do {
		p = next_number(a, &i, &m);
		q = next_number(b, &j, &n);
		difference = m != n ? (m > n) - (m < n) : memcmp(p, q, n);
	} while (difference == 0 && n > 0);
	return difference;
}

/* Compare for qsort(3): the oldest first, the same copy side by side. */
static int
compare(const void *one, const void *other)
{
	const struct rotated_copy *a = one, *b = other;
	int difference;

	if (a->date != b->date)
		/* No date is 0, and comes last. */
		return (unsigned)a->date - 1 < (unsigned)b->date - 1 ? -1 : 1;
	difference = compare_numbers(a, b);
	if (difference != 0)
		return a->date ? difference : -difference;
	if (!same_copy(a, b))
		return strcmp(a->name, b->name);
	return a->packing - b->packing;
}

/* Return how many bytes of a file's name are its folder's, with the slash. */
static size_t
folder_len(const char *file)
{
	const char *slash = strrchr(file, '/');

	return slash ? (size_t)(slash - file) + 1 : 0;
}

/* Spell a copy's name as its file's name was spelled. */
static char *
copy_path(const char *file, const struct rotated_copy *copy)
{
	size_t folder = folder_len(file), len = strlen(copy->name);
	char *path = xallocate(folder + len + 1, 1);

	memcpy(path, file, folder);
	memcpy(path + folder, copy->name, len + 1);
	return path;
}

/* Forget the copies of one file. */
static void
drop(struct rotated *rotated)
{
	for (size_t i = 0; i < rotated->n; i++)
		free(rotated->copy[i].name);
	rotated->n = rotated->i = 0;
}

/* Keep the names in a folder that are copies of the file called base. */
static void
read_folder(struct rotated *rotated, const char *folder, const char *base)
{
	size_t len = strlen(base);
	struct rotated_copy copy;
	struct dirent *entry;
	DIR *listing = opendir(folder);

	if (!listing) {
		/* Opening the file will say this. */
		if (errno != ENOENT && errno != ENOTDIR)
			fault_errno(folder, errno);
		return;
	}
	while (errno = 0, (entry = readdir(listing)) != NULL) {
		if (strncmp(entry->d_name, base, len) != 0 ||
		    !read_copy(entry->d_name, len, &copy))
			continue;
		rotated->copy = xgrow(rotated->copy, &rotated->capacity,
		    rotated->n + 1, sizeof *rotated->copy);
		copy.name = xcopy(entry->d_name, strlen(entry->d_name));
		rotated->copy[rotated->n++] = copy;
	}
	if (errno != 0)
		fault_errno(folder, errno);
	closedir(listing);
}

/* Leave out what is there in another form; the first form is kept. */
static void
leave_out_doubles(struct rotated *rotated)
{
	struct rotated_copy *copy = rotated->copy;
	size_t kept = 0;
	char *path;

	for (size_t i = 0; i < rotated->n; i++) {
		if (i == 0 || !same_copy(&copy[kept - 1], &copy[i])) {
			copy[kept++] = copy[i];
			continue;
		}
		path = copy_path(rotated->file, &copy[i]);
		fault(path, "left out: %s is the same copy",
		    copy[kept - 1].name);
		free(path);
		free(copy[i].name);
	}
	rotated->n = kept;
}

/* Find the copies of the file that is next. */
static void
find(struct rotated *rotated)
{
	const char *base = rotated->file + folder_len(rotated->file);
	size_t len = (size_t)(base - rotated->file);
	char *folder;

	if (strcmp(rotated->file, STANDARD_INPUT) == 0 || !*base)
		return;
	/* The folder as typed, without the slash behind it. */
	folder = len > 0 ? xcopy(rotated->file, len > 1 ? len - 1 : 1) :
	    xcopy(".", 1);
	read_folder(rotated, folder, base);
	free(folder);
	if (rotated->n > 0)
		qsort(rotated->copy, rotated->n, sizeof *rotated->copy,
		    compare);
	leave_out_doubles(rotated);
}

static const char *
next(struct names *names)
{
	struct rotated *rotated = (struct rotated *)names;
	const char *file;

	if (!rotated->file) {
		rotated->file = rotated->files->next(rotated->files);
		if (!rotated->file)
			return NULL;
		find(rotated);
	}
	free(rotated->path);
	rotated->path = NULL;
	if (rotated->i < rotated->n)
		return rotated->path = copy_path(rotated->file,
		    &rotated->copy[rotated->i++]);
	file = rotated->file;
	rotated->file = NULL;
	drop(rotated);
	return file;
}

struct names *
rotated_open(struct rotated *rotated, struct names *files)
{
	*rotated = (struct rotated){ .names = { next }, .files = files };
	return &rotated->names;
}

void
rotated_close(struct rotated *rotated)
{
	drop(rotated);
	free(rotated->copy);
	free(rotated->path);
	rotated->copy = NULL;
	rotated->path = NULL;
}
