# SPDX-License-Identifier: MIT
# One stanza a tool: program, page, table of rows.

LDADD = lib/libiterutils.a

bin_PROGRAMS += tools/accumulate
dist_man_MANS += man/accumulate.1
tools_accumulate_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
row_tests += tests/cli/accumulate
tests_cli_accumulate_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/chain
dist_man_MANS += man/chain.1
row_tests += tests/cli/chain
tests_cli_chain_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/countdown
dist_man_MANS += man/countdown.1
row_tests += tests/cli/countdown
tests_cli_countdown_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/fib
dist_man_MANS += man/fib.1
tools_fib_LDADD = $(LDADD) $(GMP_LIBS)
row_tests += tests/cli/fib
tests_cli_fib_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/flatten
dist_man_MANS += man/flatten.1
row_tests += tests/cli/flatten
tests_cli_flatten_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/groupby
dist_man_MANS += man/groupby.1
tools_groupby_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
row_tests += tests/cli/groupby
tests_cli_groupby_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/islice
dist_man_MANS += man/islice.1
row_tests += tests/cli/islice
tests_cli_islice_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/product
dist_man_MANS += man/product.1
row_tests += tests/cli/product
tests_cli_product_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/take
dist_man_MANS += man/take.1
row_tests += tests/cli/take
tests_cli_take_LDADD = $(row_ldadd)

# The helper that reads compressed operands. It alone needs the codecs.
libexec_PROGRAMS += tools/iterutils-decompress
tools_iterutils_decompress_LDADD = $(LDADD) $(CODEC_LIBS)
