# SPDX-License-Identifier: MIT
# What an install needs beside programs and pages: the names that the tools
# get (--program-prefix and its like), and completions.

EXTRA_DIST += build-aux/completions build-aux/installed-names \
	completions/iterutils.bash completions/iterutils.fish \
	completions/iterutils.zsh
CLEANFILES += lib/installed_names.h

page_names = `for page in $(dist_man_MANS); do basename "$$page"; done`
tool_names = `for tool in $(bin_PROGRAMS); do \
	basename "$$tool" '$(EXEEXT)'; done`
helper_names = `for helper in $(libexec_PROGRAMS); do \
	basename "$$helper" '$(EXEEXT)'; done`

# A row a name. Most pages have one that a program has too.
lib/installed_names.h: Makefile
	@$(MKDIR_P) lib
	$(AM_V_GEN)for name in $(tool_names) $(helper_names) $(page_names); \
	do \
		name=`echo "$$name" | sed 's/\.[1-9]$$//'`; \
		new=`echo "$$name" | sed '$(transform)'`; \
		printf '\t{ "%s", "%s" },\n' "$$name" "$$new"; \
	done | LC_ALL=C sort -u >$@.$$$$ && mv $@.$$$$ $@

# The one that asks for it, which must not wait for a first make all.
lib/libiterutils_a-installed.$(OBJEXT): lib/installed_names.h

rename = $(srcdir)/build-aux/installed-names lib/installed_names.h

# Automake gives a page the new name, not its text.
install-data-hook: lib/installed_names.h
	for page in $(dist_man_MANS); do \
		name=`basename "$$page"`; \
		section=$${name##*.}; \
		name=`echo "$${name%.*}" | sed '$(transform)'`.$$section; \
		$(rename) "$(srcdir)/$$page" >page.new && \
		$(INSTALL_DATA) page.new \
			"$(DESTDIR)$(mandir)/man$$section/$$name" || exit; \
	done
	rm -f page.new

# The shells load a file when its command is first completed. bash gets one
# for all commands, which is linked to their names; fish one for each, with
# what stands before the first; zsh itself looks which commands a file is for.
install-data-local: lib/installed_names.h
	rm -rf completions.new
	$(MKDIR_P) completions.new
	for shell in bash fish zsh; do \
		$(rename) $(srcdir)/completions/iterutils.$$shell \
			>completions.new/$$shell || exit; \
	done
	all=`echo iterutils | sed '$(transform)'`; \
	if test -n '$(bash_completion_dir)'; then \
		dir='$(DESTDIR)$(bash_completion_dir)'; \
		$(MKDIR_P) "$$dir" && \
		$(INSTALL_DATA) completions.new/bash "$$dir/$$all" || exit; \
		for name in $(tool_names); do \
			name=`echo "$$name" | sed '$(transform)'`; \
			(cd "$$dir" && rm -f "$$name" && \
				$(LN_S) "$$all" "$$name") || exit; \
		done; \
	fi; \
	if test -n '$(fish_completion_dir)'; then \
		dir='$(DESTDIR)$(fish_completion_dir)'; \
		$(MKDIR_P) "$$dir" || exit; \
		for name in $(tool_names); do \
			name=`echo "$$name" | sed '$(transform)'`; \
			sed -n -e '/^# tools:/q' -e p completions.new/fish \
				>completions.new/one && \
			grep "^complete -c $$name " completions.new/fish \
				>>completions.new/one && \
			$(INSTALL_DATA) completions.new/one \
				"$$dir/$$name.fish" || exit; \
		done; \
	fi; \
	if test -n '$(zsh_completion_dir)'; then \
		dir='$(DESTDIR)$(zsh_completion_dir)'; \
		$(MKDIR_P) "$$dir" && \
		$(INSTALL_DATA) completions.new/zsh "$$dir/_$$all" || exit; \
	fi
	rm -rf completions.new

uninstall-local:
	all=`echo iterutils | sed '$(transform)'`; \
	if test -n '$(zsh_completion_dir)'; then \
		rm -f "$(DESTDIR)$(zsh_completion_dir)/_$$all"; \
	fi; \
	for name in iterutils $(tool_names); do \
		name=`echo "$$name" | sed '$(transform)'`; \
		test -z '$(bash_completion_dir)' || \
			rm -f "$(DESTDIR)$(bash_completion_dir)/$$name"; \
		test -z '$(fish_completion_dir)' || \
			rm -f "$(DESTDIR)$(fish_completion_dir)/$$name.fish"; \
	done
