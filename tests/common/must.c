/*
 * must - a test's own trouble ends it
 *
 * SPDX-License-Identifier: MIT
 */
#include <config.h>

#include "must.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
must(bool done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "test: %s: %s\n", what, strerror(errno));
	_exit(STATUS_BROKEN);
}
