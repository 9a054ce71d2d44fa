# SPDX-License-Identifier: MIT
# One stanza a tool: program, page, table of rows.

LDADD = lib/libiterutils.a $(STATIC_LDFLAGS)

bin_PROGRAMS += tools/accumulate
dist_man_MANS += man/accumulate.1
tools_accumulate_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
row_tests += tests/cli/accumulate
tests_cli_accumulate_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/all
tools_all_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/all.1
row_tests += tests/cli/all
tests_cli_all_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/any
tools_any_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/any.1
row_tests += tests/cli/any
tests_cli_any_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/chain
dist_man_MANS += man/chain.1
row_tests += tests/cli/chain
tests_cli_chain_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/countdown
dist_man_MANS += man/countdown.1
row_tests += tests/cli/countdown
tests_cli_countdown_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/dropwhile
tools_dropwhile_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/dropwhile.1
row_tests += tests/cli/dropwhile
tests_cli_dropwhile_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/fib
dist_man_MANS += man/fib.1
tools_fib_LDADD = $(LDADD) $(GMP_LIBS)
row_tests += tests/cli/fib
tests_cli_fib_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/filter
tools_filter_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/filter.1
row_tests += tests/cli/filter
tests_cli_filter_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/filterfalse
tools_filterfalse_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/filterfalse.1
row_tests += tests/cli/filterfalse
tests_cli_filterfalse_LDADD = $(row_ldadd)

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

bin_PROGRAMS += tools/map
tools_map_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/map.1
row_tests += tests/cli/map
tests_cli_map_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/product
dist_man_MANS += man/product.1
row_tests += tests/cli/product
tests_cli_product_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/range
dist_man_MANS += man/range.1
row_tests += tests/cli/range
tests_cli_range_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/reduce
tools_reduce_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/reduce.1
row_tests += tests/cli/reduce
tests_cli_reduce_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/take
dist_man_MANS += man/take.1
row_tests += tests/cli/take
tests_cli_take_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/takewhile
tools_takewhile_LDADD = $(LDADD) $(PCRE2_LIBS) $(GMP_LIBS)
dist_man_MANS += man/takewhile.1
row_tests += tests/cli/takewhile
tests_cli_takewhile_LDADD = $(row_ldadd)

bin_PROGRAMS += tools/zip_longest
dist_man_MANS += man/zip_longest.1
row_tests += tests/cli/zip_longest
tests_cli_zip_longest_LDADD = $(row_ldadd)

# The helper that reads compressed operands. It alone needs the codecs, and no
# quick start: it is never static.
libexec_PROGRAMS += tools/iterutils-decompress
tools_iterutils_decompress_LDADD = lib/libiterutils.a $(CODEC_LIBS)
