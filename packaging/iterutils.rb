# SPDX-License-Identifier: MIT
#
# iterutils.rb - how Homebrew builds a release
#
#	make formula URL=https://HOST/FOLDER
#	brew install --build-from-source ./iterutils.rb
#
# For a new version the number in url is changed here. make formula writes a
# copy that has the place of the tarball and its hash, and that is the one to
# publish: a tarball can't have its own hash within.
class Iterutils < Formula
  desc "Python's generators and itertools as Unix filters"
  homepage "https://example.org/iterutils"
  url "https://example.org/iterutils/iterutils-0.1.0.tar.gz"
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on "gmp"
  depends_on "pcre2"
  depends_on "xz"
  depends_on "zstd"

  uses_from_macos "bzip2"
  uses_from_macos "zlib"

  def install
    system "./configure", "--with-gzip=yes", "--with-xz=yes",
           "--with-zstd=yes", "--with-bzip2=yes", *std_configure_args
    system "make"
    system "make", "install"
  end

  test do
    assert_equal "0\n1\n1\n2\n3\n", pipe_output("#{bin}/take 5", shell_output("#{bin}/fib | #{bin}/take 9"))
    (testpath/"lines").write "one\ntwo\n"
    system "gzip", "lines"
    assert_equal "one\n", shell_output("#{bin}/take 1 lines.gz")
  end
end
