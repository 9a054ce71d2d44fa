/*
 * source - one file that is read: exactly, and decompressed where it must be
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "descriptor.h"
#include "message.h"
#include "progress.h"
#include "scan.h"
#include "source.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Have the helper read the file, of which len bytes were already seen. */
static bool
unpack(struct source *source, const char *seen, size_t len)
{
	source->fd = decompression_start(&source->decompression, source->fd,
	    seen, len);
	if (source->fd < 0) {
		fault(source->name, "can't start the decompression helper: %s",
		    strerror(errno));
		return false;
	}
	source->packed = true;
	source->seekable = false;
	/* What its bytes will be is not known. */
	progress_expect(0);
	return true;
}

/*
 * Read what the file begins with, however little one read gives of it.
 * Returns: how many bytes that is, -1 where it can't be done.
 */
static ssize_t
read_magic(const struct source *source, char magic[COMPRESSION_MAGIC_MAX])
{
	size_t len = 0;
	ssize_t n;

	do {
		n = pread(source->fd, magic + len, COMPRESSION_MAGIC_MAX - len,
		    (off_t)len);
		if (n > 0)
			len += (size_t)n;
	} while (n > 0 ? compression_of(magic, len) == COMPRESSION_UNSURE :
	    n < 0 && errno == EINTR);
	return n < 0 ? -1 : (ssize_t)len;
}

/*
 * Find out how the file that was just opened is read. What can be rewound is
 * looked at now, the rest when its first bytes come.
 */
static bool
prepare(struct source *source, bool decompress)
{
	char magic[COMPRESSION_MAGIC_MAX];
	struct stat st;
	ssize_t n;

	if (fstat(source->fd, &st) < 0) {
		fault_errno(source->name, errno);
		return false;
	}
	if (descriptor_is_output(&st))
		die(source->name, "input file is output file");
	source->mode = st.st_mode;
	/* Some files that look so, of the kernel's own, have no offset. */
	source->seekable = descriptor_seekable(&st) &&
	    lseek(source->fd, 0, SEEK_CUR) >= 0;
	source->packed = source->blind = source->unsure = false;
	source->seen = source->given = 0;
	source->hint = decompress && source->fd == STDIN_FILENO;
	if (!decompress || source->fd == STDIN_FILENO)
		return true;
	if (!source->seekable) {
		source->unsure = true;
		return true;
	}
	n = read_magic(source, magic);
	/* Where that can't be, a read will tell, or say why not. */
	source->unsure = n < 0;
	if (n <= 0 || compression_of(magic, (size_t)n) < COMPRESSION_GZIP)
		return true;
	return unpack(source, NULL, 0);
}

bool
source_open(struct source *source, const char *name, bool decompress)
{
	source->name = name;
	if (strcmp(name, STANDARD_INPUT) == 0)
		source->fd = STDIN_FILENO;
	else
		source->fd = descriptor_open(name);
	if (source->fd < 0) {
		fault_errno(name, errno);
		return false;
	}
	if (prepare(source, decompress))
		return true;
	source_close(source);
	return false;
}

/*
 * Read the first bytes, one by one, until it is known whether they are the
 * beginning of compressed data. A terminator decides it, so no byte is taken
 * that the first record does not need.
 * Returns: false after a fault.
 */
static bool
sniff(struct source *source)
{
	enum compression compression = COMPRESSION_UNSURE;
	ssize_t n = 1;

	while (n > 0 && compression == COMPRESSION_UNSURE) {
		descriptor_await(source->fd);
		n = descriptor_read(source->fd, source->magic + source->seen,
		    1);
		if (n <= 0)
			break;
		source->seen++;
		compression = compression_of(source->magic, source->seen);
	}
	source->unsure = false;
	if (n < 0) {
		fault_errno(source->name, errno);
		return false;
	}
	if (compression < COMPRESSION_GZIP)
		return true;
	n = (ssize_t)source->seen;
	source->seen = 0;
	return unpack(source, source->magic, (size_t)n);
}

/*
 * Return how many bytes may be read: the records still wanted must need them
 * all. Waits until there are some. N records have at least N bytes, so only
 * when fewer records than bytes are wanted there is need to look first.
 */
static size_t
allowance(struct source *source, char *bytes, size_t len, uint64_t wanted,
    char eol)
{
	uint64_t found;
	size_t used;
	ssize_t n;

	if (source->seekable)
		return len;
	descriptor_await(source->fd);
	if (source->packed || wanted >= len)
		return len;
	if (source->blind)
		return (size_t)wanted;
	n = look_at(&source->look, source->fd, source->mode, bytes, len);
	if (n < 0)
		source->blind = true;
	if (n <= 0)
		return (size_t)wanted;
	used = scan_records(bytes, (size_t)n, eol, wanted, &found);
	if (found < wanted)
		used = (size_t)n;
	return used > wanted ? used : (size_t)wanted;
}

/* Standard input is read as it is; say so to who may expect otherwise. */
static void
hint_compressed(const struct source *source, const char *bytes, size_t len)
{
	if (compression_of(bytes, len) >= COMPRESSION_GZIP &&
	    isatty(STDERR_FILENO))
		remark(source->name, "this is compressed; only FILE operands "
		    "are decompressed");
}

void
source_borrow(struct source *source)
{
	source->borrows = true;
}

/* Take what is used of what was borrowed: all but so many bytes. */
static void
take_borrowed(struct source *source, size_t unused)
{
	size_t left = source->borrowed > unused ? source->borrowed - unused : 0;
	char bytes[4096];
	ssize_t n = 1;

	for (; left > 0 && n > 0; left -= (size_t)n) {
		n = descriptor_read(source->fd, bytes,
		    left < sizeof bytes ? left : sizeof bytes);
		if (n < 0)
			fault_errno(source->name, errno);
	}
	source->borrowed = 0;
}

/*
 * Read without taking. Returns: how many bytes, 0 at the end, or -1 where that
 * can't be done.
 */
static ssize_t
borrow(struct source *source, char *bytes, size_t len)
{
	ssize_t n;

	take_borrowed(source, 0);
	if (source->seekable || source->packed || source->blind)
		return -1;
	descriptor_await(source->fd);
	n = look_at(&source->look, source->fd, source->mode, bytes, len);
	if (n < 0)
		source->blind = true;
	else
		source->borrowed = (size_t)n;
	return n;
}

ssize_t
source_read(struct source *source, char *bytes, size_t len, uint64_t wanted,
    char eol)
{
	ssize_t n;

	if (source->unsure && !sniff(source))
		return -1;
	if (source->given < source->seen) {
		if (len > source->seen - source->given)
			len = source->seen - source->given;
		memcpy(bytes, source->magic + source->given, len);
		source->given += len;
		progress_read(len);
		return (ssize_t)len;
	}
	n = source->borrows ? borrow(source, bytes, len) : -1;
	if (n < 0)
		n = descriptor_read(source->fd, bytes,
		    allowance(source, bytes, len, source->borrows ? 1 : wanted,
		    eol));
	if (n < 0)
		fault_errno(source->name, errno);
	else
		progress_read((size_t)n);
	if (n <= 0)
		return n;
	descriptor_pace((size_t)n);
	if (source->hint)
		hint_compressed(source, bytes, (size_t)n);
	source->hint = false;
	return n;
}

int
source_look(struct source *source)
{
	ssize_t n;
	char byte;

	if (source->seekable || source->packed || source->blind ||
	    source->unsure || source->given < source->seen)
		return -1;
	take_borrowed(source, 0);
	descriptor_await(source->fd);
	n = look_at(&source->look, source->fd, source->mode, &byte, 1);
	if (n < 0)
		source->blind = true;
	return (int)n;
}

bool
source_whole(struct source *source)
{
	const char *reason;
	bool whole;

	if (!source->packed)
		return true;
	source->packed = false;
	reason = decompression_finish(&source->decompression, &whole);
	if (!reason)
		return true;
	fault(source->name, "%s", reason);
	return whole;
}

void
source_give_back(struct source *source, off_t unused)
{
	progress_give_back((uint64_t)unused);
	/* Of what can be given back nothing is left of the first bytes. */
	unused += (off_t)(source->seen - source->given);
	if (source->borrowed > 0)
		take_borrowed(source, (size_t)unused);
	else if (source->seekable && unused > 0 &&
	    lseek(source->fd, -unused, SEEK_CUR) < 0)
		fault_errno(source->name, errno);
}

void
source_close(struct source *source)
{
	if (source->fd < 0)
		return;
	if (source->fd != STDIN_FILENO)
		close(source->fd);
	source->fd = -1;
	if (source->packed)
		decompression_abandon(&source->decompression);
}

void
source_release(struct source *source)
{
	source_close(source);
	look_close(&source->look);
}
