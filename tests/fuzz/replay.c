/*
 * replay - puts files through a fuzz target, where there is no libFuzzer
 *
 *	tests/fuzz/fuzz_json FILE...
 *
 * With configure --enable-fuzzing the target's main is libFuzzer's, which
 * does the same when it is given files, and makes its own when given folders.
 *
 * SPDX-License-Identifier: MIT
 */
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>

static uint8_t *
read_file(const char *name, size_t *len)
{
	FILE *file = fopen(name, "rb");
	uint8_t *bytes = NULL;
	long size = -1;

	if (file && fseek(file, 0, SEEK_END) == 0)
		size = ftell(file);
	/* Exactly so much: the sanitizers see what is read past it. */
	if (size >= 0)
		bytes = malloc(size > 0 ? (size_t)size : 1);
	if (bytes)
		rewind(file);
	if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) {
		perror(name);
		exit(1);
	}
	fclose(file);
	*len = (size_t)size;
	return bytes;
}

int
main(int argc, char **argv)
{
	uint8_t *bytes;
	size_t len;
	int i;

	for (i = 1; i < argc; i++) {
		bytes = read_file(argv[i], &len);
		LLVMFuzzerTestOneInput(bytes, len);
		free(bytes);
		printf("ok %s\n", argv[i]);
	}
	return 0;
}
