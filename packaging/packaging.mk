# SPDX-License-Identifier: MIT
# How a release is packed, and what is made of it.
#
#	make dist		the tarball: one commit, one sequence of bytes
#	make check-tarball	show that, and that no file is missing
#	make deb		the Debian package, in deb/
#	make check-deb		the same, put to the test (as root)
#	make formula URL=...	the Homebrew formula of the tarball, in
#				iterutils.rb; URL is the folder it is at
#
# For a new version: NEWS, configure.ac, debian/changelog (dch -v VERSION-1),
# Version and %changelog of iterutils.spec, url of iterutils.rb. check-tarball
# looks whether they agree.

EXTRA_DIST += packaging/build-deb packaging/check-deb packaging/check-root \
	packaging/check-tarball packaging/debian packaging/iterutils.rb \
	packaging/iterutils.spec packaging/musl-build packaging/pack
CLEANFILES += iterutils.rb

am__tar = $(srcdir)/packaging/pack "$$tardir"

check-tarball:
	$(srcdir)/packaging/check-tarball tarball

deb: dist
	$(srcdir)/packaging/build-deb $(distdir).tar.gz deb

check-deb: deb
	$(srcdir)/packaging/check-deb deb/iterutils_$(VERSION)-*.deb

# The hash of the tarball, which it can't have within, stands behind its url.
formula: dist
	@test -n '$(URL)' || { echo 'formula: say URL=...' >&2; exit 1; }
	hash=`sha256sum $(distdir).tar.gz | sed 's/ .*//'` && \
	awk -v url='$(URL)/$(distdir).tar.gz' -v hash="$$hash" ' \
		!/^  url / { print; next } \
		{ printf "  url \"%s\"\n  sha256 \"%s\"\n", url, hash }' \
		$(srcdir)/packaging/iterutils.rb >iterutils.rb

.PHONY: check-deb check-tarball deb formula
