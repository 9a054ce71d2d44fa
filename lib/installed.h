/*
 * installed - the names that the tools were installed under
 *
 * Layer 0: may include message. configure can be told to give the tools other
 * names (--program-prefix); a program that runs under such a name then says
 * the names of the others as they are too. The table is installed_names.h,
 * which make writes. A program that runs under the name its source has,
 * installed or not, leaves all names alone.
 *
 *	installed_name("iterutils")		"it-iterutils"
 *	installed_command("fib | take 10")	"it-fib | it-take 10"
 *	installed_hint("N is an operand: take 10")
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef INSTALLED_H
#define INSTALLED_H

/* Return what a tool, or a page, is called. */
const char *installed_name(const char *name);

/*
 * Return a line of shell with the names that its commands have: of the words
 * that a shell would run, not of arguments or what stands in quotes.
 * Valid: until the next call of this or installed_hint. A line that is too
 * long comes back as it is.
 */
const char *installed_command(const char *line);

/* The same for a sentence, in which a command stands behind a colon. */
const char *installed_hint(const char *sentence);

#endif
