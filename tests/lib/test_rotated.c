/*
 * test_rotated - which names are copies, and in which order they come
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "names.h"
#include "refuse.h"
#include "rotated.h"
#include "suite.h"
#include "support.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Files in a folder, and what is given for FILE there, each after a blank;
 * then what is said. @ stands for the folder and a slash.
 */
static const struct row {
	const char *name, *file, *there, *given, *said;
} rows[] = {
	{ "no copies", "@log", "log", " @log", "" },
	{ "not even the file", "@log", "", " @log", "" },
	{ "numbers, not names", "@log", "log log.1 log.10 log.2 log.9",
	    " @log.10 @log.9 @log.2 @log.1 @log", "" },
	{ "numbers of any size", "@log",
	    "log.18446744073709551616 log.18446744073709551615 log.0 "
	    "log.99999999999999999999999999999999999999 log.007",
	    " @log.99999999999999999999999999999999999999"
	    " @log.18446744073709551616 @log.18446744073709551615 @log.007"
	    " @log.0 @log", "" },
	{ "leading zeros", "@log", "log.1 log.01 log.001 log.2.gz",
	    " @log.2.gz @log.001 @log.01 @log.1 @log", "" },
	{ "packings", "@log", "log log.1 log.2.gz log.3.bz2 log.4.xz log.5.zst",
	    " @log.5.zst @log.4.xz @log.3.bz2 @log.2.gz @log.1 @log", "" },
	{ "no copies but alike", "@log",
	    "log log.gz log.1.Z log.1.lz4 log.x log. log.. log.1x log.1.2 "
	    "log.-1 log.+1 log1 logs.1 xlog.1 log.1~ log.1.gz.gz log-1 "
	    "log.1.gzip log-20260801~ log-20260801- log-20260801x log- "
	    "log-20260801.log log.1. LOG.1", " @log", "" },
	{ "dates", "@log", "log-20260801 log-20260731.gz log-20251231",
	    " @log-20251231 @log-20260731.gz @log-20260801 @log", "" },
	{ "dates before numbers", "@log",
	    "log.1 log.2 log-20260801 log.2026-07-31",
	    " @log.2026-07-31 @log-20260801 @log.2 @log.1 @log", "" },
	{ "no dates", "@log",
	    "log-20261301 log-20260001 log-20260100 log-20260132 log-2026080 "
	    "log.2026-13-01 log.2026-8-1 log.2026-0801 log.2026-08 "
	    "log-2026-08-01", " @log", "" },
	{ "eight digits are a number", "@log", "log.20260801 log.20260802",
	    " @log.20260802 @log.20260801 @log", "" },
	{ "hours and seconds", "@log",
	    "log-2026080109.gz log-2026080110 log-20260801 "
	    "log-20260802-1785628800 log-20260802-999999999 log-20260802",
	    " @log-20260801 @log-2026080109.gz @log-2026080110 @log-20260802"
	    " @log-20260802-999999999 @log-20260802-1785628800 @log", "" },
	{ "times", "@log",
	    "log.2026-08-01T10:00:00 log.2026-08-01T09:30:00 "
	    "log.2026-08-01T09:05:59.xz log.2026-08-01_00 log.2026-08-01.10 "
	    "log.2026-08-01.9 log.2026-08-01",
	    " @log.2026-08-01 @log.2026-08-01_00 @log.2026-08-01.9"
	    " @log.2026-08-01T09:05:59.xz @log.2026-08-01T09:30:00"
	    " @log.2026-08-01.10 @log.2026-08-01T10:00:00 @log", "" },
	{ "one date in two spellings", "@log", "log.2026-08-01 log-20260801",
	    " @log-20260801 @log.2026-08-01 @log", "" },
	{ "plain and compressed", "@log", "log.1 log.1.gz log.2.gz",
	    " @log.2.gz @log.1 @log",
	    "iterutils: @log.1.gz: left out: log.1 is the same copy\n" },
	{ "all forms", "@log",
	    "log-20260801.bz2 log-20260801.zst log-20260801.xz "
	    "log-20260801.gz log-20260801",
	    " @log-20260801 @log",
	    "iterutils: @log-20260801.gz: left out: log-20260801 is the same "
	    "copy\n"
	    "iterutils: @log-20260801.xz: left out: log-20260801 is the same "
	    "copy\n"
	    "iterutils: @log-20260801.zst: left out: log-20260801 is the same "
	    "copy\n"
	    "iterutils: @log-20260801.bz2: left out: log-20260801 is the same "
	    "copy\n" },
	{ "two compressions", "@log", "log.3.zst log.3.xz", " @log.3.xz @log",
	    "iterutils: @log.3.zst: left out: log.3.xz is the same copy\n" },
	{ "a copy's copies", "@log.1", "log.1 log.2 log.1.1 log.1.2.gz",
	    " @log.1.2.gz @log.1.1 @log.1", "" },
	{ "a pattern is a name", "@l*g", "log.1 l*g.1", " @l*g.1 @l*g", "" },
	{ "without a folder", "log", "log.1 log.2", " log.2 log.1 log", "" },
	{ "in this folder", "./log", "log.1", " ./log.1 ./log", "" },
	{ "slashes", "@/log", "log.1", " @/log.1 @/log", "" },
	{ "standard input", "-", "-.1 --20260801", " -", "" },
	{ "a file called -", "./-", "-.1 --20260801",
	    " ./--20260801 ./-.1 ./-", "" },
	{ "no folder", "@none/log", "log.1", " @none/log", "" },
	{ "a file as a folder", "@log/log", "log log.1", " @log/log", "" },
	{ "a folder as a file", "@", ".1 log.1", " @", "" },
	{ "no name", "", ".1", " ", "" },
	{ "the root", "/no such file", "", " /no such file", "" }
};

static char folder[64];
static char said[8192];

static void
enter_folder(void)
{
	folder_make(folder);
	ck_assert_int_eq(chdir(folder), 0);
}

static void
leave_folder(void)
{
	ck_assert_int_eq(chdir("/"), 0);
	folder_remove(folder);
}

/* Return text with the folder's name for each @. */
static const char *
spell(const char *text, char *room, size_t size)
{
	size_t len = 0;

	for (; *text; text++) {
		ck_assert_uint_lt(len + sizeof folder + 1, size);
		len += (size_t)sprintf(room + len,
		    *text == '@' ? "%s/" : "%.1s",
		    *text == '@' ? folder : text);
	}
	room[len] = '\0';
	return room;
}

static void
make_files(const char *names)
{
	char name[256];
	size_t len;

	for (; *names; names += len + (names[len] == ' ')) {
		len = strcspn(names, " ");
		snprintf(name, sizeof name, "%.*s", (int)len, names);
		close(open(name, O_WRONLY | O_CREAT | O_EXCL, 0644));
		ck_assert_msg(access(name, F_OK) == 0, "%s", name);
	}
}

/* Join the names that are given for files; catch what is said. */
static void
give(const char *const *files, size_t n, char *given, size_t size)
{
	int standard_error = dup(2), file = file_make("", 0);
	struct rotated rotated;
	struct words words;
	struct names *names = rotated_open(&rotated,
	    words_open(&words, files, n));
	const char *name;
	size_t len = 0;
	ssize_t got;

	dup2(file, 2);
	while ((name = names->next(names)) != NULL) {
		len += (size_t)snprintf(given + len, size - len, " %s", name);
		ck_assert_uint_lt(len, size);
	}
	ck_assert_ptr_null(names->next(names));
	rotated_close(&rotated);
	dup2(standard_error, 2);
	got = pread(file, said, sizeof said - 1, 0);
	ck_assert_int_ge(got, 0);
	said[got] = '\0';
	close(standard_error);
	close(file);
}

START_TEST(order)
{
	const struct row *row = &rows[_i];
	char given[8192] = "", want[8192], file[256];
	const char *files[] = { file };

	make_files(row->there);
	spell(row->file, file, sizeof file);
	give(files, 1, given, sizeof given);
	spell(row->given, want, sizeof want);
	ck_assert_msg(strcmp(given, want) == 0, "%s: given%s", row->name,
	    given);
	spell(row->said, want, sizeof want);
	ck_assert_msg(strcmp(said, want) == 0, "%s: said %s", row->name, said);
}
END_TEST

START_TEST(several)
{
	char given[1024] = "";
	char a[] = "a", b[] = "sub/b", c[] = "-";
	const char *files[] = { a, b, c, a, b };

	ck_assert_int_eq(mkdir("sub", 0755), 0);
	make_files("a.1 a.2 sub/b.1.gz sub/a.7 b.7");
	give(files, 5, given, sizeof given);
	ck_assert_str_eq(given,
	    " a.2 a.1 a sub/b.1.gz sub/b - a.2 a.1 a sub/b.1.gz sub/b");
	ck_assert_str_eq(said, "");
	unlink("sub/b.1.gz");
	unlink("sub/a.7");
}
END_TEST

START_TEST(unlistable)
{
	char given[1024] = "", file[] = "sub/log";
	const char *files[] = { file };

	ck_assert_int_eq(symlink("sub", "sub"), 0);
	give(files, 1, given, sizeof given);
	ck_assert_str_eq(given, " sub/log");
	ck_assert_str_eq(said, own_words("iterutils: sub: "
	    "Too many levels of symbolic links\n"));
}
END_TEST

START_TEST(unreadable)
{
	char given[1024] = "", file[] = "sub/log";
	const char *files[] = { file };

	ck_assert_int_eq(mkdir("sub", 0755), 0);
	make_files("sub/log.1 sub/log.2");
	refuse(CALL_READDIR, ANY_DESCRIPTOR, EIO, 0, 1);
	give(files, 1, given, sizeof given);
	ck_assert_str_eq(given, " sub/log");
	ck_assert_str_eq(said, own_words("iterutils: sub: "
	    "Input/output error\n"));
	unlink("sub/log.1");
	unlink("sub/log.2");
}
END_TEST

/* Whoever stops early frees what is held. */
START_TEST(early)
{
	char file[] = "log";
	const char *files[] = { file };
	struct rotated rotated;
	struct words words;
	struct names *names = rotated_open(&rotated,
	    words_open(&words, files, 1));

	make_files("log.1 log.2 log.3");
	ck_assert_str_eq(names->next(names), "log.3");
	rotated_close(&rotated);
	names = rotated_open(&rotated, words_open(&words, files, 1));
	rotated_close(&rotated);
}
END_TEST

START_TEST(thousand)
{
	static char given[65536];
	char name[32], file[] = "log";
	const char *files[] = { file };
	const char *at = given;
	int len;

	for (int i = 0; i < 1000; i++) {
		snprintf(name, sizeof name, "log.%d.gz", i * 7919 % 1000);
		make_files(name);
	}
	give(files, 1, given, sizeof given);
	for (int i = 999; i >= 0; i--) {
		len = snprintf(name, sizeof name, " log.%d.gz", i);
		ck_assert_msg(strncmp(at, name, (size_t)len) == 0,
		    "not%s but %.20s", name, at);
		at += len;
	}
	ck_assert_str_eq(at, " log");
}
END_TEST

static Suite *
rotated_suite(void)
{
	Suite *suite = suite_create("rotated");
	TCase *tc = tcase_create("names");

	tcase_add_checked_fixture(tc, enter_folder, leave_folder);
	tcase_add_loop_test(tc, order, 0, LENGTH(rows));
	tcase_add_test(tc, several);
	tcase_add_test(tc, unlistable);
	tcase_add_test(tc, unreadable);
	tcase_add_test(tc, early);
	tcase_add_test(tc, thousand);
	suite_add_tcase(suite, tc);
	return suite;
}

SUITE_MAIN(rotated_suite)
