/*
 * test_compression - magics, and the helper on good, cut and spoilt data
 *
 * The helper is found through ITERUTILS_LIBEXECDIR.
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "compression.h"
#include "descriptor.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ONE "one\ntwo\n"
#define TWO "three\n"

#ifdef HAVE_GZIP
#define GZIP true
#else
#define GZIP false
#endif
#ifdef HAVE_XZ
#define XZ true
#else
#define XZ false
#endif
#ifdef HAVE_ZSTD
#define ZSTD true
#else
#define ZSTD false
#endif
#ifdef HAVE_BZIP2
#define BZIP2 true
#else
#define BZIP2 false
#endif

/*
 * Each codec's ONE, TWO and nothing, made by its own command; parts is ONE,
 * flushed, then TWO, in one member, made with its library.
 */
static const struct sample {
	const char *name;
	bool built;
	const char *one, *two, *empty, *parts;
	size_t flushed; /* so many bytes of parts tell ONE */
} samples[] = {
	{ "gzip", GZIP,
	    "1f8b0800000000000203cbcf4be52a29cfe70200e60bba1208000000",
	    "1f8b08000000000002032bc9284a4de50200d8c546ff06000000",
	    "1f8b080000000000020303000000000000000000",
	    "1f8b0800000000000203cacf4be52a29cfe702000000ffff2bc9284a4de502"
	    "00b6d5e6250e000000", 24 },
	{ "xz", XZ,
	    "fd377a585a0000016922de36020021010c0000008f98419c0100076f6e650a"
	    "74776f0a00e60bba1200011c0844602ac89042990d010000000001595a",
	    "fd377a585a0000016922de36020021010c0000008f98419c01000574687265"
	    "650a000000d8c546ff00011a06c5eac8799042990d010000000001595a",
	    "fd377a585a0000016922de36000000001cdf44219042990d01000000000159"
	    "5a",
	    "fd377a585a0000016922de36020021010c0000008f98419c0100076f6e650a"
	    "74776f0a02000574687265650a00000000b6d5e6250001250ecb48cd2f9042"
	    "990d010000000001595a", 35 },
	{ "zstd", ZSTD,
	    "28b52ffd04584100006f6e650a74776f0ae6a60e40",
	    "28b52ffd045831000074687265650ad706fd28",
	    "28b52ffd240001000099e9d851",
	    "28b52ffd04584000006f6e650a74776f0a31000074687265650aa4588934",
	    17 },
	{ "bzip2", BZIP2,
	    "425a6839314159265359a7142b77000002c180001002018480200021800c02"
	    "38f51b8bb9229c2848538a15bb80",
	    "425a683931415926535901c7336a000002c180001002401400200021834"
	    "19a08b01c5dc914e14240071ccda8",
	    "425a683917724538509000000000", NULL, 0 },
};

/* Compressed bytes in the making. */
struct data {
	char bytes[1024];
	size_t len;
};

/* What came of a run. */
static struct {
	char text[8192];
	size_t len;
	const char *why;
	bool whole;
} got;

static void
add(struct data *data, const char *hex)
{
	unsigned byte;

	for (; *hex; hex += 2) {
		ck_assert_int_eq(sscanf(hex, "%2x", &byte), 1);
		ck_assert_uint_lt(data->len, sizeof data->bytes);
		data->bytes[data->len++] = (char)byte;
	}
}

static struct data
data_of(const char *hex, const char *more)
{
	struct data data = { .len = 0 };

	add(&data, hex);
	add(&data, more);
	return data;
}

/* Read what comes within a time from fd, at least len bytes of it. */
static void
collect(int fd, size_t len)
{
	struct pollfd p = { fd, POLLIN, 0 };
	ssize_t n;

	while (got.len < len) {
		if (poll(&p, 1, 20000) <= 0)
			return;
		n = read(fd, got.text + got.len, sizeof got.text - got.len);
		if (n <= 0)
			return;
		got.len += (size_t)n;
	}
}

/* Start a helper on fd. Returns: where plain bytes come. */
static int
start(struct decompression *helper, int fd, const char *seen, size_t len)
{
	int plain = decompression_start(helper, fd, seen, len);

	ck_assert_msg(plain >= 0, "the helper does not start: %s",
	    strerror(errno));
	got.len = 0;
	return plain;
}

/* Decompress what comes from fd, the first bytes of which were seen. */
static void
run(int fd, const char *seen, size_t len)
{
	struct decompression helper;
	int plain = start(&helper, fd, seen, len);

	collect(plain, sizeof got.text);
	close(plain);
	got.why = decompression_finish(&helper, &got.whole);
}

/* Decompress data that comes through a pipe. */
static void
run_data(const struct data *data, size_t seen)
{
	int end[2];

	pipe_make(end);
	ck_assert(descriptor_write(end[1], data->bytes + seen,
	    data->len - seen));
	close(end[1]);
	run(end[0], data->bytes, seen);
}

/* Assert what came: text, and the reason, which is NULL where all is well. */
static void
expect(const char *name, const char *text, const char *why, bool whole)
{
	ck_assert_msg(got.len == strlen(text) &&
	    memcmp(got.text, text, got.len) == 0, "%s: got %zu bytes: %.*s",
	    name, got.len, (int)got.len, got.text);
	ck_assert_msg(why && got.why ? strcmp(why, got.why) == 0 :
	    why == got.why, "%s: because %s", name,
	    got.why ? got.why : "all is well");
	ck_assert_msg(got.whole == whole, "%s: whole is %d", name, got.whole);
}

static const char truncated[] = "compressed data is truncated";
static const char corrupt[] = "compressed data is corrupt";
static const char trailing[] =
    "bytes that are not compressed follow the compressed data";

static const struct magic {
	const char *name, *bytes;
	size_t len;
	enum compression is;
} magics[] = {
	{ "gzip", "\x1f\x8b\x08", 3, COMPRESSION_GZIP },
	{ "xz", "\xfd" "7zXZ\0", 6, COMPRESSION_XZ },
	{ "zstd", "\x28\xb5\x2f\xfd", 4, COMPRESSION_ZSTD },
	{ "bzip2 1", "BZh11AY&SY", 10, COMPRESSION_BZIP2 },
	{ "bzip2 9", "BZh91AY&SY", 10, COMPRESSION_BZIP2 },
	{ "bzip2 empty", "BZh9\x17\x72\x45\x38\x50\x90", 10, COMPRESSION_BZIP2 }
};

START_TEST(magic)
{
	const struct magic *row = &magics[_i];
	char bytes[COMPRESSION_MAGIC_MAX + 1];
	enum compression found;

	for (size_t len = 0; len <= row->len + 1; len++) {
		memset(bytes, 'x', sizeof bytes);
		memcpy(bytes, row->bytes, len < row->len ? len : row->len);
		found = compression_of(bytes, len);
		ck_assert_msg(found == (len < row->len ? COMPRESSION_UNSURE :
		    row->is), "%s: %d of %zu bytes", row->name, found, len);
		if (len == 0 || len > row->len)
			continue;
		bytes[len - 1] ^= '\x40';
		found = compression_of(bytes, len);
		ck_assert_msg(found == COMPRESSION_NONE,
		    "%s: %d where byte %zu differs", row->name, found, len);
	}
}
END_TEST

START_TEST(magic_level)
{
	ck_assert_int_eq(compression_of("BZh0", 4), COMPRESSION_NONE);
	ck_assert_int_eq(compression_of("BZh:", 4), COMPRESSION_NONE);
	ck_assert_int_eq(compression_of("BZh1", 4), COMPRESSION_UNSURE);
	ck_assert_int_eq(compression_of("BZh9\x17""AY&SY", 10),
	    COMPRESSION_NONE);
}
END_TEST

START_TEST(good)
{
	const struct sample *row = &samples[_i];
	struct data data = data_of(row->one, "");
	int file;

	for (size_t seen = 0; seen <= COMPRESSION_MAGIC_MAX; seen++) {
		run_data(&data, seen);
		expect(row->name, ONE, NULL, true);
	}
	data = data_of(row->empty, "");
	run_data(&data, 0);
	expect(row->name, "", NULL, true);

	/* From where the offset is, of a file. */
	data = data_of("00", row->two);
	file = file_make(data.bytes, data.len);
	ck_assert_int_eq(lseek(file, 1, SEEK_SET), 1);
	run(file, NULL, 0);
	expect(row->name, TWO, NULL, true);
}
END_TEST

START_TEST(not_built)
{
	struct data data = data_of(samples[_i].one, "");

	run_data(&data, 0);
	expect(samples[_i].name, "",
	    "built without support for this compression", false);
}
END_TEST

/* What may follow a member, and what comes of it. */
static const struct sequel {
	const char *name;
	const char *between; /* ONE and TWO, in hexadecimal digits; or */
	const char *after; /* ONE, at the end */
	const char *why;
} sequels[] = {
	{ "next member", "", NULL, NULL },
	{ "padded member", "00000000", NULL, NULL },
	{ "oddly padded member", "0000000000", NULL, NULL },
	{ "nothing", NULL, "", NULL },
	{ "a NUL", NULL, "00", NULL },
	{ "NULs", NULL, "000000000000000000000000", NULL },
	{ "a letter", NULL, "41", trailing },
	{ "letters", NULL, "414243444546474849505152", trailing },
	{ "letters after NULs", NULL, "00000041", trailing },
	{ "a newline", NULL, "0a", trailing }
};

START_TEST(sequel)
{
	const struct sequel *row = &sequels[_i % LENGTH(sequels)];
	const struct sample *sample = &samples[_i / LENGTH(sequels)];
	struct data data = data_of(sample->one,
	    row->between ? row->between : row->after);
	char name[64];

	snprintf(name, sizeof name, "%s, %s", sample->name, row->name);
	if (row->between)
		add(&data, sample->two);
	run_data(&data, 0);
	expect(name, row->between ? ONE TWO : ONE, row->why, true);
}
END_TEST

/* After a member: others' members don't count, a cut magic is a fault. */
START_TEST(other_sequel)
{
	const struct sample *row = &samples[_i];

	for (int other = 0; other < LENGTH(samples); other++) {
		struct data data = data_of(row->one, samples[other].two);

		run_data(&data, 0);
		if (other == _i)
			expect(row->name, ONE TWO, NULL, true);
		else
			expect(row->name, ONE, trailing, true);
		data.len = strlen(row->one) / 2 + 2;
		run_data(&data, 0);
		if (other == _i)
			expect(row->name, ONE, truncated, false);
		else
			expect(row->name, ONE, trailing, true);
	}
}
END_TEST

/* More than a buffer's worth of members, so that some straddle its end. */
START_TEST(many)
{
	static const char nuls[1100];
	const struct sample *row = &samples[_i];
	struct data data = data_of(row->two, "");
	char text[100 * (sizeof TWO - 1) + 1];
	int file = file_make("", 0);

	for (size_t i = 0; i < 100; i++) {
		memcpy(text + i * strlen(TWO), TWO, sizeof TWO);
		ck_assert(descriptor_write(file, data.bytes, data.len));
		ck_assert(descriptor_write(file, nuls, 999 + i));
	}
	ck_assert_int_eq(lseek(file, 0, SEEK_SET), 0);
	run(file, NULL, 0);
	expect(row->name, text, NULL, true);
}
END_TEST

START_TEST(cut)
{
	const struct sample *row = &samples[_i];
	struct data data = data_of(row->one, row->two);
	size_t first = strlen(row->one) / 2;
	char name[64];

	for (size_t len = data.len - 1; len > 0; len--) {
		data.len = len;
		run_data(&data, 0);
		snprintf(name, sizeof name, "%s, %zu bytes", row->name, len);
		ck_assert_msg(got.len <= strlen(ONE TWO) &&
		    memcmp(got.text, ONE TWO, got.len) == 0,
		    "%s: got %.*s", name, (int)got.len, got.text);
		if (len >= first)
			ck_assert_msg(got.len >= strlen(ONE),
			    "%s: got %.*s", name, (int)got.len, got.text);
		ck_assert_msg(len == first ? !got.why :
		    got.why && strcmp(got.why, truncated) == 0,
		    "%s: because %s", name, got.why ? got.why : "all is well");
	}
}
END_TEST

START_TEST(spoilt)
{
	const struct sample *row = &samples[_i];
	struct data data = data_of(row->one, row->two);

	for (size_t bit = 0; bit < 8 * data.len; bit += 9) {
		char flip = (char)(1 << bit % 8);

		data.bytes[bit / 8] ^= flip;
		run_data(&data, 0);
		data.bytes[bit / 8] ^= flip;
		/* A date in a header says nothing of the data. */
		if (got.why)
			continue;
		ck_assert_msg(got.len == strlen(ONE TWO) &&
		    memcmp(got.text, ONE TWO, got.len) == 0,
		    "%s, bit %zu: unnoticed, got %.*s", row->name, bit,
		    (int)got.len, got.text);
	}
	/* What comes before the fault is given. */
	data.bytes[data.len - 1] ^= '\x55';
	data.bytes[data.len - 7] ^= '\x55';
	run_data(&data, 0);
	ck_assert_msg(got.len >= strlen(ONE) &&
	    memcmp(got.text, ONE, strlen(ONE)) == 0, "%s: got %.*s",
	    row->name, (int)got.len, got.text);
	ck_assert_msg(got.why && !got.whole, "%s: unnoticed", row->name);
}
END_TEST

/* What can be decoded comes while the writer is still there. */
START_TEST(prompt)
{
	const struct sample *row = &samples[_i];
	struct data data = data_of(row->parts ? row->parts : row->one,
	    row->parts ? "" : row->two);
	size_t first = row->parts ? row->flushed : strlen(row->one) / 2;
	struct decompression helper;
	int end[2], plain;

	pipe_make(end);
	plain = start(&helper, end[0], NULL, 0);
	for (size_t i = 0; i < data.len; i++) {
		ck_assert(descriptor_write(end[1], data.bytes + i, 1));
		if (i + 1 == first) {
			collect(plain, strlen(ONE));
			expect(row->name, ONE, got.why, got.whole);
		}
		if (i % 4 == 0)
			pause_for(1);
	}
	collect(plain, strlen(ONE TWO));
	close(end[1]);
	collect(plain, sizeof got.text);
	close(plain);
	got.why = decompression_finish(&helper, &got.whole);
	expect(row->name, ONE TWO, NULL, true);
}
END_TEST

/* Wait for the helper by itself. Returns: its status; -1 after a second. */
static int
await_helper(const struct decompression *helper)
{
	int status;

	for (int i = 0; i < 1000; i++) {
		if (waitpid(helper->pid, &status, WNOHANG) == helper->pid)
			return status;
		pause_for(1);
	}
	return -1;
}

/* The reader leaves while the writer is there and says nothing. */
START_TEST(left)
{
	const struct sample *row = &samples[_i];
	struct data data = data_of(row->one, "");
	struct decompression helper;
	int end[2], plain, status;

	for (size_t len = 0; len <= data.len; len += data.len / 2) {
		pipe_make(end);
		plain = start(&helper, end[0], NULL, 0);
		ck_assert(descriptor_write(end[1], data.bytes, len));
		pause_for(20);
		close(plain);
		status = await_helper(&helper);
		ck_assert_msg(status == 0, "%s: %d after %zu bytes",
		    row->name, status, len);
		close(end[1]);
	}
}
END_TEST

/* The reader leaves while the helper, which has more, can't write. */
START_TEST(left_full)
{
	const struct sample *row = &samples[_i];
	struct data data = data_of(row->two, "");
	struct decompression helper;
	struct pollfd p = { -1, POLLIN, 0 };
	int file = file_make("", 0);
	int plain;

	for (int i = 0; i < 30000; i++)
		ck_assert(descriptor_write(file, data.bytes, data.len));
	ck_assert_int_eq(lseek(file, 0, SEEK_SET), 0);
	plain = start(&helper, file, NULL, 0);
	p.fd = plain;
	ck_assert_int_eq(poll(&p, 1, 20000), 1);
	pause_for(20);
	close(plain);
	ck_assert_msg(await_helper(&helper) == 0, "%s", row->name);
}
END_TEST

START_TEST(abandoned)
{
	struct decompression helper;
	int end[2];

	pipe_make(end);
	close(start(&helper, end[0], NULL, 0));
	decompression_abandon(&helper);
	close(end[1]);
}
END_TEST

/* Headers that ask for the largest window that is allowed, and for more. */
static const struct window {
	bool built;
	const char *name, *hex, *text, *why;
} windows[] = {
	{ XZ, "xz, 128 MiB",
	    "fd377a585a0000016922de36020021011e0000009b0751660100076f6e650a"
	    "74776f0a00e60bba1200011c0844602ac89042990d010000000001595a",
	    ONE, NULL },
	{ XZ, "xz, 192 MiB",
	    "fd377a585a0000016922de36020021011f000000fe60edde0100076f6e650a"
	    "74776f0a00e60bba1200011c0844602ac89042990d010000000001595a",
	    "", "needs more than 128 MiB to decompress" },
	{ XZ, "xz, a filter that nobody knows",
	    "fd377a585a0000016922de36020022010c00000021ead51a0100076f6e650a"
	    "74776f0a00e60bba1200011c0844602ac89042990d010000000001595a",
	    "", "built without support for this compression" },
	{ ZSTD, "zstd, 128 MiB",
	    "28b52ffd0088410000" "6f6e650a74776f0a", ONE, NULL },
	{ ZSTD, "zstd, 144 MiB", "28b52ffd0089410000" "6f6e650a74776f0a", "",
	    "needs more than 128 MiB to decompress" },
	{ ZSTD, "zstd, 256 MiB", "28b52ffd0090410000" "6f6e650a74776f0a", "",
	    "needs more than 128 MiB to decompress" },
	{ ZSTD, "zstd, a dictionary",
	    "28b52ffd01587f410000" "6f6e650a74776f0a", "",
	    "built without support for this compression" },
	{ ZSTD, "zstd, a bad block after a good one",
	    "28b52ffd0458400000" "6f6e650a74776f0a" "070000", ONE, corrupt },
	{ ZSTD, "zstd, a skippable frame at the end",
	    "28b52ffd0058410000" "6f6e650a74776f0a" "502a4d1803000000616263",
	    ONE, NULL },
	{ ZSTD, "zstd, a skippable frame between",
	    "28b52ffd0058210000" "6f6e650a" "5f2a4d180100000000"
	    "28b52ffd0058210000" "74776f0a", ONE, NULL },
	{ ZSTD, "zstd, a skippable frame cut short",
	    "28b52ffd0058410000" "6f6e650a74776f0a" "502a4d1803000000",
	    ONE, truncated },
	{ ZSTD, "zstd, nearly a skippable frame",
	    "28b52ffd0058410000" "6f6e650a74776f0a" "502a4d19", ONE, trailing },
	{ GZIP, "gzip, with all that a header can have",
	    "1f8b081e000000000003" "0400" "61620000" "6e616d6500" "7300" "7cfd"
	    "cbcf4be52a29cfe70200e60bba1208000000", ONE, NULL },
	{ true, "not compressed", "706c61696e", "", corrupt },
	{ true, "nothing at all", "", "", NULL },
	{ true, "the beginning of a magic", "1f8b", "", truncated }
};

START_TEST(window)
{
	const struct window *row = &windows[_i];
	struct data data = data_of(row->hex, "");

	if (!row->built)
		return;
	run_data(&data, 0);
	expect(row->name, row->text, row->why,
	    !row->why || row->why == trailing);
}
END_TEST

START_TEST(killed)
{
	struct decompression helper;
	int end[2], plain;

	pipe_make(end);
	plain = start(&helper, end[0], NULL, 0);
	kill(helper.pid, SIGKILL);
	collect(plain, sizeof got.text);
	got.why = decompression_finish(&helper, &got.whole);
	expect("killed", "", "the decompression helper was killed by signal 9",
	    false);
}
END_TEST

START_TEST(unreadable)
{
	run(open("/", O_RDONLY | O_CLOEXEC), NULL, 0);
	expect("a folder", "", strerror(EISDIR), false);
}
END_TEST

START_TEST(no_helper)
{
	struct decompression helper;
	int end[2];

	pipe_make(end);
	setenv("ITERUTILS_LIBEXECDIR", "/nonexistent", 1);
	ck_assert_int_eq(decompression_start(&helper, end[0], NULL, 0), -1);
	ck_assert_int_eq(errno, ENOENT);
	ck_assert_int_eq(fcntl(end[0], F_GETFD), -1);
}
END_TEST

/* Without a word about it the helper is the installed one, if there is any. */
START_TEST(installed_helper)
{
	struct decompression helper;
	int end[2], plain;
	bool whole;

	for (int i = 0; i < 2; i++) {
		if (i == 0)
			unsetenv("ITERUTILS_LIBEXECDIR");
		else
			setenv("ITERUTILS_LIBEXECDIR", "", 1);
		pipe_make(end);
		close(end[1]);
		plain = decompression_start(&helper, end[0], NULL, 0);
		if (plain < 0) {
			ck_assert_int_eq(errno, ENOENT);
			continue;
		}
		close(plain);
		decompression_finish(&helper, &whole);
	}
}
END_TEST

/* Somebody else has waited for it: how it ended is not known. */
START_TEST(lost)
{
	struct decompression helper;
	int plain = decompression_start(&helper, file_make("", 0), NULL, 0);
	bool whole = true;

	ck_assert_int_ge(plain, 0);
	ck_assert_int_eq(waitpid(helper.pid, NULL, 0), helper.pid);
	close(plain);
	ck_assert_str_eq(decompression_finish(&helper, &whole),
	    strerror(ECHILD));
	ck_assert(!whole);
}
END_TEST

/* A caller that ignores SIGCHLD must not cost us the status. */
START_TEST(sigchld)
{
	struct data data = data_of("1f", "");

	signal(SIGCHLD, SIG_IGN);
	run_data(&data, 0);
	expect("SIGCHLD ignored", "", truncated, false);
}
END_TEST

/* How a helper can end, and what is said then. */
static const struct ending {
	int status;
	const char *why;
	bool whole;
} endings[] = {
	{ DECOMPRESS_DONE, NULL, true },
	{ DECOMPRESS_TRAILING, trailing, true },
	{ DECOMPRESS_TRUNCATED, truncated, false },
	{ DECOMPRESS_CORRUPT, corrupt, false },
	{ DECOMPRESS_WINDOW, "needs more than 128 MiB to decompress", false },
	{ DECOMPRESS_MEMORY, "out of memory while decompressing", false },
	{ DECOMPRESS_UNSUPPORTED,
	    "built without support for this compression", false },
	{ DECOMPRESS_OUTPUT, "the decompression helper could not write",
	    false },
	{ DECOMPRESS_USAGE, "the decompression helper does not work", false },
	{ 127, "the decompression helper does not work", false }
};

START_TEST(reasons)
{
	const struct ending *row = &endings[_i];
	char folder[64], script[64];

	folder_make(folder);
	snprintf(script, sizeof script, "#!/bin/sh\nexit %d\n", row->status);
	chmod(folder_file(folder, "iterutils-decompress", script,
	    strlen(script)), 0755);
	setenv("ITERUTILS_LIBEXECDIR", folder, 1);
	run(file_make("", 0), NULL, 0);
	folder_remove(folder);
	expect(script, "", row->why, row->whole);
}
END_TEST

/* The helper behind a line of shell, and what it then does with gzip's ONE. */
static const struct hindered {
	const char *name, *line, *hex, *text, *why;
	bool built, limits;
} hindered[] = {
	{ "a full disk", "exec \"$HELPER\" \"$@\" >/dev/full",
	    "1f8b0800000000000203cbcf4be52a29cfe70200e60bba1208000000", "",
	    "the decompression helper could not write", GZIP, false },
	{ "no memory for a window of zstd",
	    "ulimit -v 100000; exec \"$HELPER\" \"$@\"",
	    "28b52ffd0088410000" "6f6e650a74776f0a", "",
	    "out of memory while decompressing", ZSTD, true },
	{ "no memory for a window of xz",
	    "ulimit -v 100000; exec \"$HELPER\" \"$@\"",
	    "fd377a585a0000016922de36020021011e0000009b0751660100076f6e650a"
	    "74776f0a00e60bba1200011c0844602ac89042990d010000000001595a", "",
	    "out of memory while decompressing", XZ, true },
};

START_TEST(hinders)
{
	const struct hindered *row = &hindered[_i];
	struct data data = data_of(row->hex, "");
	char folder[64], script[128], helper[4096];

#ifdef __SANITIZE_ADDRESS__
	/* They need memory without end. */
	if (row->limits)
		return;
#endif
	if (!row->built || access("/dev/full", W_OK) < 0)
		return;
	snprintf(helper, sizeof helper, "%s/iterutils-decompress",
	    getenv("ITERUTILS_LIBEXECDIR"));
	setenv("HELPER", helper, 1);
	folder_make(folder);
	snprintf(script, sizeof script, "#!/bin/sh\n%s\n", row->line);
	chmod(folder_file(folder, "iterutils-decompress", script,
	    strlen(script)), 0755);
	setenv("ITERUTILS_LIBEXECDIR", folder, 1);
	run_data(&data, 0);
	folder_remove(folder);
	expect(row->name, row->text, row->why, false);
}
END_TEST

/* Lines of shell that call the helper as a user may. */
static const struct call {
	const char *line;
	int status;
} calls[] = {
	{ "\"$HELPER\" --help | grep -q '^Usage: iterutils-decompress'", 0 },
	{ "\"$HELPER\" --version | grep -q '^iterutils-decompress '", 0 },
	{ "\"$HELPER\" --help >/dev/full 2>/dev/null", 1 },
	{ "\"$HELPER\" --help | :", 0 },
	{ "\"$HELPER\" abc </dev/null 2>/dev/null", DECOMPRESS_USAGE },
	{ "\"$HELPER\" 1g </dev/null 2>/dev/null", DECOMPRESS_USAGE },
	{ "\"$HELPER\" g1 </dev/null 2>/dev/null", DECOMPRESS_USAGE },
	{ "\"$HELPER\" 1f 1f </dev/null 2>/dev/null", DECOMPRESS_USAGE },
	{ "\"$HELPER\" file 2>&1 </dev/null | "
	    "grep -q 'file: not an operand: standard input is read'", 0 },
	{ "\"$HELPER\" </dev/null", DECOMPRESS_DONE },
	{ "\"$HELPER\" <&-", DECOMPRESS_ERRNO + EBADF },
	{ "\"$HELPER\" 1f </dev/null", DECOMPRESS_TRUNCATED },
};

START_TEST(is_called)
{
	const struct call *row = &calls[_i];
	char helper[4096];
	int status;

	snprintf(helper, sizeof helper, "%s/iterutils-decompress",
	    getenv("ITERUTILS_LIBEXECDIR"));
	setenv("HELPER", helper, 1);
	status = system(row->line);
	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == row->status,
	    "%s: status is %d, should be %d", row->line, WEXITSTATUS(status),
	    row->status);
}
END_TEST

/* Add n checks for each sample whose codec was built in. */
static void
add_samples(TCase *tc, const TTest *test, int n)
{
	for (int i = 0; i < LENGTH(samples); i++)
		if (samples[i].built)
			tcase_add_loop_test(tc, test, i * n, (i + 1) * n);
}

static Suite *
compression_suite(void)
{
	Suite *suite = suite_create("compression");
	TCase *tc = tcase_create("magic");

	tcase_add_loop_test(tc, magic, 0, LENGTH(magics));
	tcase_add_test(tc, magic_level);
	suite_add_tcase(suite, tc);

	/* Hundreds of helpers are started: a while, under a checker. */
	tc = tcase_create("data");
	tcase_set_timeout(tc, 300);
	add_samples(tc, good, 1);
	for (int i = 0; i < LENGTH(samples); i++)
		if (!samples[i].built)
			tcase_add_loop_test(tc, not_built, i, i + 1);
	add_samples(tc, sequel, LENGTH(sequels));
	add_samples(tc, other_sequel, 1);
	add_samples(tc, many, 1);
	add_samples(tc, cut, 1);
	add_samples(tc, spoilt, 1);
	tcase_add_loop_test(tc, window, 0, LENGTH(windows));
	suite_add_tcase(suite, tc);

	tc = tcase_create("helper");
	tcase_set_timeout(tc, 300);
	add_samples(tc, prompt, 1);
	add_samples(tc, left, 1);
	add_samples(tc, left_full, 1);
	tcase_add_test(tc, abandoned);
	tcase_add_test(tc, killed);
	tcase_add_test(tc, unreadable);
	tcase_add_loop_test(tc, hinders, 0, LENGTH(hindered));
	tcase_add_loop_test(tc, is_called, 0, LENGTH(calls));
	tcase_add_test(tc, installed_helper);
	tcase_add_test(tc, lost);
	tcase_add_test(tc, sigchld);
	tcase_add_loop_test(tc, reasons, 0, LENGTH(endings));
	suite_add_tcase(suite, tc);

	tc = tcase_create("no helper");
	tcase_set_tags(tc, TAG_NATIVE);
	tcase_add_test(tc, no_helper);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(compression_suite)
