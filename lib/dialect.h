/*
 * dialect - the formats whose records are rows with named columns
 *
 * Layer 1: includes nothing of ours. --csv, --tsv and --jsonl; what each is
 * stands in csv.h, tsv.h and json_object.h.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef DIALECT_H
#define DIALECT_H

enum dialect {
	DIALECT_NONE, /* records, whose fields have no names */
	DIALECT_CSV,
	DIALECT_TSV,
	DIALECT_JSONL
};

#endif
