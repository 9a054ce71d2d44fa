/*
 * --jsonl of all tools - rows
 *
 * SPDX-License-Identifier: MIT
 */
#include "cli.h"

#define SKIP "; --invalid=skip leaves such records out\n"
#define USAGE(tool) "Try '" tool " --help'.\n"

/* Terminators are newlines. */
#define LINES .no_zero_twin = true

/* What a cluster writes. */
#define POD(level, ms, pod)                                               \
	"{\"ts\": \"2026-11-28T03:00:00Z\", \"level\": \"" level          \
	"\", \"ms\": " ms ", \"kubernetes\": {\"pod\": \"" pod            \
	"\", \"labels\": {\"app.io/name\": \"web\"}}}\n"

static const struct row take[] = {
	{ .name = "lines as they are, and no more",
	    .args = { "--jsonl", "2" },
	    .in = TEXT("{ \"a\" : 1 }\r\n{\"b\":2}\n{\"c\":3}\n"),
	    .out = TEXT("{ \"a\" : 1 }\r\n{\"b\":2}\n"),
	    .left = TEXT("{\"c\":3}\n"), LINES },
	{ .name = "what nobody looks into is not checked",
	    .args = { "--jsonl", "2" },
	    .in = TEXT("[1]\n\n{}\n"),
	    .out = TEXT("[1]\n\n"),
	    .left = TEXT("{}\n"), LINES },
	{ .name = "the last without its newline",
	    .args = { "--jsonl", "9" },
	    .in = TEXT("{}\n{}"),
	    .out = TEXT("{}\n{}\n"), LINES },
	{ .name = "there is no header",
	    .args = { "--jsonl", "-N", "2" },
	    .status = 2,
	    .err = "take: -N: JSON Lines have no header\n" USAGE("take"),
	    LINES },
};

static const struct row islice[] = {
	{ .name = "the last",
	    .args = { "--jsonl", "-1:" },
	    .in = TEXT("{\"a\":1}\n{\"a\":2}\n"),
	    .out = TEXT("{\"a\":2}\n"), LINES },
};

static const struct row chain[] = {
	{ .name = "files have no header",
	    .args = { "--jsonl", "a", "b" },
	    .files = { { "a", TEXT("{\"a\":1}\n") },
		{ "b", TEXT("{\"a\":1}\n{}") } },
	    .out = TEXT("{\"a\":1}\n{\"a\":1}\n{}\n"), LINES },
};

static const struct row filter[] = {
	{ .name = "a member by its name",
	    .args = { "--jsonl", "level == 'error'" },
	    .in = TEXT(POD("info", "3", "a") POD("error", "4", "b")),
	    .out = TEXT(POD("error", "4", "b")),
	    .left = TEXT(""), LINES },
	{ .name = "numbers",
	    .args = { "--jsonl", "ms > 3.5" },
	    .in = TEXT(POD("x", "3", "a") POD("x", "3.5", "b")
		POD("x", "3.50001", "c") POD("x", "\"40\"", "d")),
	    .out = TEXT(POD("x", "3.50001", "c") POD("x", "\"40\"", "d")),
	    LINES },
	{ .name = "members of members",
	    .args = { "--jsonl", "row['kubernetes']['pod'] == 'b' and "
		"kubernetes['labels']['app.io/name'] == 'web'" },
	    .in = TEXT(POD("x", "3", "a") POD("x", "4", "b")),
	    .out = TEXT(POD("x", "4", "b")), LINES },
	{ .name = "a path",
	    .args = { "--jsonl", "-k", "kubernetes.pod", "x == 'b'" },
	    .in = TEXT(POD("x", "3", "a") "{}\n" POD("x", "4", "b")),
	    .out = TEXT(POD("x", "4", "b")), LINES },
	{ .name = "what is missing is None",
	    .args = { "--jsonl", "a is None" },
	    .in = TEXT("{}\n{\"a\":0}\n{\"a\":null}\n{\"a\":\"\"}\n"),
	    .out = TEXT("{}\n{\"a\":null}\n"), LINES },
	{ .name = "whether it is there",
	    .args = { "--jsonl", "'a' in row" },
	    .in = TEXT("{}\n{\"a\":0}\n{\"a\":null}\n{\"a\":\"\"}\n"),
	    .out = TEXT("{\"a\":0}\n{\"a\":null}\n{\"a\":\"\"}\n"), LINES },
	{ .name = "a list in place of an object",
	    .args = { "--jsonl", "a" },
	    .in = TEXT("{\"a\":1}\n[1]\n{\"a\":2}\n"),
	    .out = TEXT("{\"a\":1}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "filter: -:2: a list, not an object" SKIP, LINES },
	{ .name = "a file and its line",
	    .args = { "--jsonl", "a", "f", "g" },
	    .files = { { "f", TEXT("{\"a\":1}\n{}\n") },
		{ "g", TEXT("{\"a\":2}\n{\"a\":}\n") } },
	    .out = TEXT("{\"a\":1}\n{\"a\":2}\n"),
	    .status = 1,
	    .err = "filter: g:2: byte 6: a value is expected, not }" SKIP,
	    LINES },
	{ .name = "an empty line",
	    .args = { "--jsonl", "True" },
	    .in = TEXT("{}\n\n{}\n"),
	    .out = TEXT("{}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "filter: -:2: an empty line, not an object" SKIP, LINES },
	{ .name = "lines that are no objects are left out",
	    .args = { "--jsonl", "--invalid=skip", "a" },
	    .in = TEXT("{\"a\":1}\n[1]\nERROR\n{\"a\":2}\n"),
	    .out = TEXT("{\"a\":1}\n{\"a\":2}\n"),
	    .err = "filter: 2 records left out: --invalid=skip\n", LINES },
	{ .name = "lines that are no objects pass",
	    .args = { "--jsonl", "--invalid=pass", "a > 1" },
	    .in = TEXT("{\"a\":1}\n[1]\nERROR\n{\"a\":2}\n{\"a\":\"x\"}\n"),
	    .out = TEXT("[1]\nERROR\n{\"a\":2}\n{\"a\":\"x\"}\n"), LINES },
	{ .name = "a record that is none is none for i and prev",
	    .args = { "--jsonl", "--invalid=skip",
		"i == 1 and prev['a'] == 1" },
	    .in = TEXT("{\"a\":1}\n[1]\n{\"a\":2}\n"),
	    .out = TEXT("{\"a\":2}\n"),
	    .err = "filter: 1 record left out: --invalid=skip\n", LINES },
	{ .name = "half a surrogate where it is not asked for",
	    .args = { "--jsonl", "b" },
	    .in = TEXT("{\"a\":\"\\ud800\",\"b\":1}\n"),
	    .out = TEXT("{\"a\":\"\\ud800\",\"b\":1}\n"), LINES },
	{ .name = "half a surrogate",
	    .args = { "--jsonl", "a" },
	    .in = TEXT("{\"a\":\"\\ud800\",\"b\":1}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "filter: -:1: a: a string has a surrogate without its "
		"other half, which is no character" SKIP, LINES },
	{ .name = "what is missing has no order",
	    .args = { "--jsonl", "a > 0" },
	    .in = TEXT("{\"a\":1}\n{\"b\":1}\n"),
	    .out = TEXT("{\"a\":1}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "filter: -:2: a > 0: None and a number have no order" SKIP,
	    LINES },
	{ .name = "what is no number is said once",
	    .args = { "--jsonl", "a > 0" },
	    .in = TEXT("{\"a\":\"x\"}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "filter: -:1: a is 'x', not a number" SKIP, LINES },
	{ .name = "a line that is longer than a block",
	    .args = { "--jsonl", "len(row) == 1" },
	    .in = LONG("{\"a\":1}\n{\"a\":\"", 70000, "\"}\n{\"a\":[]}\n"),
	    .out = LONG("{\"a\":1}\n{\"a\":\"", 70000, "\"}\n{\"a\":[]}\n"),
	    LINES },
	{ .name = "fields have no numbers",
	    .args = { "--jsonl", "row[0] == 1" },
	    .in = TEXT("{}\n"),
	    .left = TEXT("{}\n"),
	    .status = 2,
	    .err = "filter: 'row[0] == 1': the members of an object have "
		"names and no numbers: row['name']\n"
		"filter:   row[0] == 1\n"
		"filter:       ^\n" USAGE("filter"), LINES },
	{ .name = "a word of JSON",
	    .args = { "--jsonl", "a == true" },
	    .in = TEXT("{}\n"),
	    .left = TEXT("{}\n"),
	    .status = 2,
	    .err = "filter: 'a == true': there is no name true; did you mean "
		"True?\n"
		"filter:   a == true\n"
		"filter:        ^^^^\n" USAGE("filter"), LINES },
	{ .name = "two members are no x",
	    .args = { "--jsonl", "-k", "a,b", "x" },
	    .in = TEXT("{}\n"),
	    .left = TEXT("{}\n"),
	    .status = 2,
	    .err = "filter: -k: x is one field; row has them all\n"
		USAGE("filter"), LINES },
	{ .name = "a number is a name",
	    .args = { "--jsonl", "-k", "2-", "x" },
	    .in = TEXT("{\"a\":1,\"2-\":3}\n{\"a\":0,\"b\":1}\n"),
	    .out = TEXT("{\"a\":1,\"2-\":3}\n"), LINES },
	{ .name = "-t has nothing to separate",
	    .args = { "--jsonl", "-t,", "True" },
	    .status = 2,
	    .err = "filter: -t: --jsonl says already what separates "
		"fields\n" USAGE("filter"), LINES },
};

static const struct row map[] = {
	{ .name = "a row is an object",
	    .args = { "--jsonl", "row" },
	    .in = TEXT("{\"id\":1}\n{ \"a\" : 1.50, \"b\":\"x\\u00e9\" }\r\n"
		"{\"n\":1e3,\"t\":[true,null,{}]}\n"),
	    .out = TEXT("{\"id\":1}\n{\"a\":1.50,\"b\":\"x\xc3\xa9\"}\n"
		"{\"n\":1000,\"t\":[true,null,{}]}\n"), LINES },
	{ .name = "an object with more",
	    .args = { "--jsonl", "{**row, 'total': qty * price}" },
	    .in = TEXT("{\"qty\":3,\"price\":0.10}\n"
		"{\"qty\":\"2\",\"price\":\"1.25\"}\n"),
	    .out = TEXT("{\"qty\":3,\"price\":0.10,\"total\":0.30}\n"
		"{\"qty\":\"2\",\"price\":\"1.25\",\"total\":2.50}\n"),
	    LINES },
	{ .name = "the last of a name",
	    .args = { "--jsonl", "row" },
	    .in = TEXT("{\"a\":1,\"b\":2,\"\\u0061\":3}\n"),
	    .out = TEXT("{\"a\":3,\"b\":2}\n"), LINES },
};

static const struct row takewhile[] = {
	{ .name = "up to the first that fails",
	    .args = { "--jsonl", "n < 3" },
	    .in = TEXT("{\"n\":1}\n{\"n\":3}\n{\"n\":2}\n"),
	    .out = TEXT("{\"n\":1}\n"),
	    .left = TEXT("{\"n\":2}\n"), LINES },
};

static const struct row dropwhile[] = {
	{ .name = "from the first that fails",
	    .args = { "--jsonl", "n < 3" },
	    .in = TEXT("{\"n\":1}\n{\"n\":3}\n{\"n\":2}\n"),
	    .out = TEXT("{\"n\":3}\n{\"n\":2}\n"), LINES },
};

static const struct row any[] = {
	{ .name = "stops at the first",
	    .args = { "--jsonl", "level == 'error'" },
	    .in = TEXT(POD("info", "3", "a") POD("error", "4", "b") "{}\n"),
	    .left = TEXT("{}\n"), LINES },
	{ .name = "a line that is none comes first",
	    .args = { "--jsonl", "level == 'error'" },
	    .in = TEXT("x\n" POD("error", "4", "b")),
	    .status = 2,
	    .no_operand = true,
	    .err = "any: -:1: byte 1: a value is expected, not x" SKIP,
	    LINES },
};

static const struct row all[] = {
	{ .name = "members of each record",
	    .args = { "--jsonl", "'ms' in row" },
	    .in = TEXT("{\"ms\":1}\n{\"ms\":null}\n{}\n"),
	    .status = 1, LINES },
};

#define PODS POD("info", "12", "a") POD("error", "340", "b")              \
	POD("error", "15.5", "a") "{\"ms\":\"7\",\"level\":null}\n"

static const struct row groupby[] = {
	{ .name = "counts, and what is computed of members",
	    .args = { "--jsonl", "-u", "-k", "level", "-a",
		"count,sum:ms,list:kubernetes.pod" },
	    .in = TEXT(PODS),
	    .out = TEXT("{\"level\":\"info\",\"count\":1,\"sum_ms\":12,"
		"\"list_kubernetes.pod\":\"a\"}\n"
		"{\"level\":\"error\",\"count\":2,\"sum_ms\":355.5,"
		"\"list_kubernetes.pod\":\"b,a\"}\n"
		"{\"level\":\"\",\"count\":1,\"sum_ms\":7,"
		"\"list_kubernetes.pod\":\"\"}\n"), LINES },
	{ .name = "a path is a key, and two are",
	    .args = { "--jsonl", "-u", "-c", "-k", "level,kubernetes.pod" },
	    .in = TEXT(PODS),
	    .out = TEXT("{\"level\":\"info\",\"kubernetes.pod\":\"a\","
		"\"count\":1}\n"
		"{\"level\":\"error\",\"kubernetes.pod\":\"b\","
		"\"count\":1}\n"
		"{\"level\":\"error\",\"kubernetes.pod\":\"a\","
		"\"count\":1}\n"
		"{\"level\":\"\",\"kubernetes.pod\":\"\",\"count\":1}\n"),
	    LINES },
	{ .name = "the first of each, as they are",
	    .args = { "--jsonl", "-u", "-n", "1", "-k", "a" },
	    .in = TEXT("{\"a\":\"x\"}\n{ \"\\u0061\": \"\\u0078\" }\n"
		"{\"a\":1 }\n{\"a\":\"1\"}\n"),
	    .out = TEXT("{\"a\":\"x\"}\n{\"a\":1 }\n"), LINES },
	{ .name = "an expression as a key",
	    .args = { "--jsonl", "-u", "-c", "-f", "ms > 20" },
	    .in = TEXT(PODS),
	    .out = TEXT("{\"ms > 20\":\"False\",\"count\":3}\n"
		"{\"ms > 20\":\"True\",\"count\":1}\n"), LINES },
	{ .name = "a line that is none",
	    .args = { "--jsonl", "-c", "-k", "a" },
	    .in = TEXT("{\"a\":1}\n[]\n{\"a\":2}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "groupby: -:2: a list, not an object" SKIP, LINES },
	{ .name = "lines that are none are left out",
	    .args = { "--jsonl", "-c", "-k", "a", "--invalid=skip" },
	    .in = TEXT("{\"a\":1}\n[]\n{\"a\":1}\n"),
	    .out = TEXT("{\"a\":\"1\",\"count\":2}\n"),
	    .err = "groupby: 1 record left out: --invalid=skip\n", LINES },
	{ .name = "half a surrogate is no key",
	    .args = { "--jsonl", "-c", "-k", "a" },
	    .in = TEXT("{\"b\":1,\"a\":\"x\\ud800\"}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "groupby: -:1: byte 14: a surrogate without its other "
		"half, which is no character" SKIP, LINES },
	{ .name = "an object is no key by itself",
	    .args = { "--jsonl", "-c" },
	    .in = TEXT("{}\n"),
	    .left = TEXT("{}\n"),
	    .status = 2,
	    .err = "groupby: --jsonl: say with -k or -f what the key is\n"
		USAGE("groupby"), LINES },
};

static const struct row accumulate[] = {
	{ .name = "numbers as they are spelled, strings too",
	    .args = { "--jsonl", "-k", "ms" },
	    .in = TEXT("{\"ms\":1.50}\n{\"ms\":\"2\"}\n{\"ms\":1e2}\n"),
	    .out = TEXT("1.50\n3.50\n103.50\n"), LINES },
	{ .name = "one more member",
	    .args = { "--jsonl", "-p", "-k", "a.b" },
	    .in = TEXT("{\"a\" : {\"b\":1} }\n{ \"a\":{\"b\":2}}\n"),
	    .out = TEXT("{\"a\" : {\"b\":1} ,\"add_a.b\":1}\n"
		"{ \"a\":{\"b\":2},\"add_a.b\":3}\n"), LINES },
	{ .name = "a member that is there has another value",
	    .args = { "--jsonl", "-p", "-k", "a" },
	    .in = TEXT("{\"add_a\" : \"x\" ,\"a\":1}\n{\"a\":2}\n"
		"{\"add_a\":null,\"a\":4,\"\\u0061dd_a\":[0]}\n"),
	    .out = TEXT("{\"add_a\" : 1 ,\"a\":1}\n"
		"{\"a\":2,\"add_a\":3}\n"
		"{\"add_a\":null,\"a\":4,\"\\u0061dd_a\":7}\n"), LINES },
	{ .name = "by a path",
	    .args = { "--jsonl", "-k", "ms", "-b", "kubernetes.pod" },
	    .in = TEXT(POD("x", "3", "a") POD("x", "4", "a")
		POD("x", "5", "b")),
	    .out = TEXT("3\n7\n5\n"), LINES },
	{ .name = "an expression",
	    .args = { "--jsonl", "-f", "acc + qty * price", "-I", "0" },
	    .in = TEXT("{\"qty\":2,\"price\":0.10}\n"
		"{\"qty\":1,\"price\":\"5\"}\n"),
	    .out = TEXT("0\n0.20\n5.20\n"), LINES },
	{ .name = "a line that is none passes",
	    .args = { "--jsonl", "--invalid=pass", "-p", "-k", "a" },
	    .in = TEXT("{\"a\":1}\n[]\n{\"a\":2}\n"),
	    .out = TEXT("{\"a\":1,\"add_a\":1}\n[]\n"
		"{\"a\":2,\"add_a\":3}\n"), LINES },
};

static const struct row reduce[] = {
	{ .name = "a sum",
	    .args = { "--jsonl", "-k", "ms" },
	    .in = TEXT("{\"ms\":1.50}\n{\"ms\":\"2\"}\n"),
	    .out = TEXT("3.50\n"), LINES },
	{ .name = "an expression",
	    .args = { "--jsonl", "-I", "0", "-f", "acc + len(row)" },
	    .in = TEXT("{\"a\":1}\n{\"b\":1,\"c\":[]}\n{}\n"),
	    .out = TEXT("3\n"), LINES },
	{ .name = "what is missing",
	    .args = { "--jsonl", "-k", "a" },
	    .in = TEXT("{\"a\":1}\n{\"b\":1}\n"),
	    .status = 1,
	    .no_operand = true,
	    .err = "reduce: -:2: x is None, not a number" SKIP, LINES },
};

static const struct row product[] = {
	{ .name = "the members of both, the later value of a name",
	    .args = { "--jsonl", "a", "b" },
	    .files = { { "a", TEXT("{\"a\":1}\n{ \"c\" : 1.50 }\n") },
		{ "b", TEXT("{\"b\":\"x\"}\n{\"b\":2,\"a\":3}\n") } },
	    .out = TEXT("{\"a\":1,\"b\":\"x\"}\n{\"a\":3,\"b\":2}\n"
		"{\"c\":1.50,\"b\":\"x\"}\n{\"c\":1.50,\"b\":2,\"a\":3}\n"),
	    LINES },
	{ .name = "values are objects",
	    .args = { "--jsonl", "-", ":::", "{\"e\":\"p\"}", "{}", ":::",
		"{\"n\":1}" },
	    .in = TEXT("{\"a\":1}\n"),
	    .out = TEXT("{\"a\":1,\"e\":\"p\",\"n\":1}\n"
		"{\"a\":1,\"n\":1}\n"), LINES },
	{ .name = "a pool by itself",
	    .args = { "--jsonl", ":::", "{\"a\":1}", "{\"a\":2}" },
	    .out = TEXT("{\"a\":1}\n{\"a\":2}\n"), LINES },
	{ .name = "a value that is none",
	    .args = { "--jsonl", ":::", "{\"a\":1}", ":::", "{}", "x" },
	    .status = 1,
	    .err = "product: x: byte 1: a value is expected, not x\n",
	    LINES },
	{ .name = "a line of a file that is held",
	    .args = { "--jsonl", "-", "b" },
	    .in = TEXT("{\"a\":1}\n"),
	    .files = { { "b", TEXT("{}\n[]\n") } },
	    .status = 1,
	    .err = "product: b:2: a list, not an object\n", LINES },
	{ .name = "a line of the stream",
	    .args = { "--jsonl", "-", ":::", "{\"b\":1}" },
	    .in = TEXT("{\"a\":1}\n{}\n3\n{}\n"),
	    .out = TEXT("{\"a\":1,\"b\":1}\n{\"b\":1}\n"),
	    .status = 1,
	    .err = "product: -:3: a number, not an object\n", LINES },
	{ .name = "nothing is chosen",
	    .args = { "--jsonl", "-r", "0" },
	    .out = TEXT("{}\n"), LINES },
	{ .name = "objects are not joined by a text",
	    .args = { "--jsonl", "-d", ",", "a" },
	    .status = 2,
	    .err = "product: -d: with --jsonl a row is one object\n"
		USAGE("product"), LINES },
};

static const struct row zip_longest[] = {
	{ .name = "side by side, until the longest has ended",
	    .args = { "--jsonl", "a", "b" },
	    .files = { { "a", TEXT("{\"a\":1}\r\n{ \"a\": 2 }\n") },
		{ "b", TEXT("{\"b\":1}\n{}\n{\"b\":3}") } },
	    .out = TEXT("{\"a\":1,\"b\":1}\n{\"a\":2}\n{\"b\":3}\n"),
	    LINES },
	{ .name = "what fills is an object",
	    .args = { "--jsonl", "-F", "{\"a\":null}", "a", "b" },
	    .files = { { "a", TEXT("{\"a\":1}\n") },
		{ "b", TEXT("{\"b\":1}\n{\"b\":2}\n") } },
	    .out = TEXT("{\"a\":1,\"b\":1}\n{\"a\":null,\"b\":2}\n"),
	    LINES },
	{ .name = "what fills must be an object",
	    .args = { "--jsonl", "-F", "none", "a", "b" },
	    .status = 2,
	    .err = "zip_longest: -F: byte 2: true, false or null is "
		"expected, not o\n"
		USAGE("zip_longest"), LINES },
	{ .name = "pairs of one file",
	    .args = { "--jsonl", "-s", "-", "-" },
	    .in = TEXT("{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n"),
	    .out = TEXT("{\"a\":1,\"b\":2}\n"), LINES },
	{ .name = "what joins",
	    .args = { "--jsonl", "-d,", "a" },
	    .status = 2,
	    .err = "zip_longest: -d: with --jsonl a row is one object\n"
		USAGE("zip_longest"), LINES },
	{ .name = "unequal files",
	    .args = { "--jsonl", "--strict", "a", "b" },
	    .files = { { "a", TEXT("{\"a\":1}\n") },
		{ "b", TEXT("{\"b\":1}\n{\"b\":2}\n") } },
	    .out = TEXT("{\"a\":1,\"b\":1}\n"),
	    .status = 1,
	    .err = "zip_longest: a: has no record for row 2, and b has "
		"one\n", LINES },
	{ .name = "a line that is none",
	    .args = { "--jsonl", "a", "b" },
	    .files = { { "a", TEXT("{\"a\":1}\n{}\n") },
		{ "b", TEXT("{\"b\":1}\n\n") } },
	    .out = TEXT("{\"a\":1,\"b\":1}\n"),
	    .status = 1,
	    .err = "zip_longest: b:2: an empty line, not an object\n",
	    LINES },
	{ .name = "a line that is none, of one file several times",
	    .args = { "--jsonl", "-", "-" },
	    .in = TEXT("{\"a\":1}\n{}\n{}\n[]\n"),
	    .out = TEXT("{\"a\":1}\n"),
	    .status = 1,
	    .err = "zip_longest: -:4: a list, not an object\n", LINES },
};

static const struct tool_rows tools[] = {
	ROWS_OF(take), ROWS_OF(islice), ROWS_OF(chain), ROWS_OF(filter),
	ROWS_OF(map), ROWS_OF(takewhile), ROWS_OF(dropwhile), ROWS_OF(any),
	ROWS_OF(all), ROWS_OF(groupby), ROWS_OF(accumulate), ROWS_OF(reduce),
	ROWS_OF(product), ROWS_OF(zip_longest),
};

TOOLS_MAIN(tools)
