# SPDX-License-Identifier: MIT
# How far the tests can be trusted: what they reach, and what they notice.
# Long runs, none of them needed to build.

EXTRA_DIST += tests/TRUST tests/mutation/mutate.py tests/mutation/survivors

# Put faults into the library and see whether the tests notice. MUTATION are
# the sources, all of lib/ where it is empty; tests/mutation/mutate.py has the
# rest.
MUTATION =
MUTATION_SEED = 1
MUTATION_TIME = 3600
MUTATION_FLAGS =
mutation_cflags = $(DEFS) -I. $(AM_CPPFLAGS) $(CPPFLAGS) $(PCRE2_CFLAGS) \
	-DDECOMPRESS_HELPER=""

mutation: all config.h
	@$(MAKE) $(AM_MAKEFLAGS) $(check_PROGRAMS) $(check_LIBRARIES) >/dev/null
	@$(AM_TESTS_ENVIRONMENT) \
	CC='$(CC)'; export CC; CCACHE_DISABLE=1; export CCACHE_DISABLE; \
	MUTATION_CFLAGS='$(mutation_cflags)'; export MUTATION_CFLAGS; \
	MUTATION_LIBS='$(PCRE2_LIBS) $(GMP_LIBS)'; export MUTATION_LIBS; \
	CODEC_LIBS='$(CODEC_LIBS)'; export CODEC_LIBS; \
	CHECK_LIBS='$(CHECK_LIBS)'; export CHECK_LIBS; \
	UNIT_TESTS='$(unit_tests)'; export UNIT_TESTS; \
	ROW_TESTS='$(row_tests)'; export ROW_TESTS; \
	MUTATION_TOOLS='$(bin_PROGRAMS) $(libexec_PROGRAMS)'; \
	export MUTATION_TOOLS; \
	python3 $(srcdir)/tests/mutation/mutate.py --root=$(srcdir) \
		--seed=$(MUTATION_SEED) --seconds=$(MUTATION_TIME) \
		$(MUTATION_FLAGS) $(MUTATION)

.PHONY: mutation
