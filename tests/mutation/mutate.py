#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""mutate - put a fault into the library, and see whether a test notices

    make mutation				what MUTATION_TIME allows
    make mutation MUTATION='lib/slice.c'	these modules only
    make mutation MUTATION_SEED=7 MUTATION_TIME=3600

A mutant is one source of lib/ with one small fault: a bound off by one, an
operator for its opposite, a check dropped, a constant or a result changed, a
call left out. It is compiled alone and linked before the library, with

  1  the module's own unit tests;
  2  the other unit tests and the tools' rows that have the module in them, the
     quick ones first;
  3  the comparison with Python, and promises over three of the tools,

until something fails, which kills it, or does not end in time. What does not
compile, or compiles to the same bytes, is no mutant and is not counted.

The order is drawn by the seed; the run ends after so many seconds or mutants.
Who survives is looked up in `survivors`, where a word says why; what is not
there is printed in the form of that file. Who is there counts as a survivor
and is not tried again, for it takes the longest, unless --again is given. The
status is 1 when fewer than GATE per cent are killed.

Run by make, which sets what tests need; the folder is a build with its tests.
"""

import argparse
import collections
import concurrent.futures
import hashlib
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time

GATE = 85

# Without them a test may pass and memory be lost: the sanitizers see that.
# Nobody can see whether memory is advised, or a shrinking is left out.
FREEING = re.compile(r'free|_clear\b|_close|madvise|shrink')

# Words of the C library that a test cannot tell from their neighbours.
SWAPS = [
    ('bound', ' < ', ' <= '), ('bound', ' <= ', ' < '),
    ('bound', ' > ', ' >= '), ('bound', ' >= ', ' > '),
    ('comparison', ' == ', ' != '), ('comparison', ' != ', ' == '),
    ('comparison', ' < ', ' >= '), ('comparison', ' > ', ' <= '),
    ('comparison', ' <= ', ' > '), ('comparison', ' >= ', ' < '),
    ('logic', ' && ', ' || '), ('logic', ' || ', ' && '),
    ('arithmetic', ' + ', ' - '), ('arithmetic', ' - ', ' + '),
    ('arithmetic', ' * ', ' + '), ('arithmetic', ' / ', ' * '),
    ('arithmetic', ' % ', ' / '), ('arithmetic', ' += ', ' -= '),
    ('arithmetic', ' -= ', ' += '), ('arithmetic', '++', '--'),
    ('arithmetic', '--', '++'), ('arithmetic', ' *= ', ' += '),
    ('bits', ' & ', ' | '), ('bits', ' | ', ' & '), ('bits', ' ^ ', ' | '),
    ('bits', ' << ', ' >> '), ('bits', ' >> ', ' << '),
    ('bits', ' |= ', ' &= '), ('bits', ' &= ', ' |= '),
]

Mutant = collections.namedtuple('Mutant', 'file line function kind start '
                                'end text before after cut',
                                defaults=[False])


def mask(source):
    """The source with blanks for comments, literals, and the preprocessor."""
    out = list(source)

    def blank(a, b):
        for i in range(a, b):
            if out[i] != '\n':
                out[i] = ' '

    token = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'
                       r"'(?:\\.|[^'\\\n])*'|^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*",
                       re.S | re.M)
    for found in token.finditer(source):
        blank(*found.span())
    return ''.join(out)


def closing(text, at):
    """Where the parenthesis at `at` closes."""
    depth = 0
    for i in range(at, len(text)):
        if text[i] == '(':
            depth += 1
        elif text[i] == ')':
            depth -= 1
            if depth == 0:
                return i
    return -1


def mutants_of(path, root):
    """Every fault that can be put into a file."""
    with open(os.path.join(root, path), encoding='utf-8') as file:
        source = file.read()
    code = mask(source)
    starts = [0]
    for found in re.finditer('\n', source):
        starts.append(found.end())
    lines = source.split('\n')
    excluded = set()
    inside = False
    for i, line in enumerate(lines):
        inside = (inside or 'LCOV_EXCL_START' in line) and \
            'LCOV_EXCL_STOP' not in line
        if inside or 'LCOV_EXCL_LINE' in line:
            excluded.add(i)
    function, functions = '', []
    for i, line in enumerate(lines):
        found = re.match(r'([a-z_0-9]+)\(', line)
        if found:
            function = found.group(1)
        functions.append(function)

    def line_of(at):
        low, high = 0, len(starts)
        while high - low > 1:
            middle = (low + high) // 2
            if starts[middle] <= at:
                low = middle
            else:
                high = middle
        return low

    faults = []

    def add(kind, start, end, text):
        i = line_of(start)
        last = line_of(max(start, end - 1))
        # A declaration's numbers are room; outside of functions stand tables.
        if i in excluded:
            return
        a, b = starts[i], starts[last] + len(lines[last])
        after = source[a:start] + text + source[end:b]
        faults.append(Mutant(path, i + 1, functions[i], kind, start, end, text,
                             ' '.join(source[a:b].split()),
                             ' '.join(after.split())))

    for kind, old, new in SWAPS:
        at = code.find(old)
        while at >= 0:
            add(kind, at, at + len(old), new)
            at = code.find(old, at + 1)
    for found in re.finditer(r'(?<![\w.])(\d+)([uUlL]*)(?![\w.])', code):
        before = code[starts[line_of(found.start())]:found.start()]
        if re.match(r'\s+(static |const |unsigned |struct )*\w+ [^=();]*\[$',
                    before):
            continue
        n = int(found.group(1), 8 if re.match('0[0-7]', found.group(1)) else 10)
        for other in (n + 1, n - 1):
            if other >= 0:
                add('constant', found.start(), found.end(),
                    str(other) + found.group(2))
    for found in re.finditer(r'\b(if|while) \(', code):
        end = closing(code, found.end() - 1)
        if end < 0:
            continue
        inner = source[found.end():end]
        if found.group(1) == 'if':
            add('check dropped', found.end(), end, f'0 && ({inner})')
        add('condition', found.end(), end, f'!({inner})')
    for found in re.finditer(r'!(?=[a-z(*])', code):
        add('condition', found.start(), found.end(), '')
    for found in re.finditer(r'\breturn ([^;]+);', code):
        value = source[found.start(1):found.end(1)]
        if value in ('true', 'false'):
            other = 'false' if value == 'true' else 'true'
        elif re.fullmatch(r'-?\d+|NULL', value):
            continue
        else:
            other = f'!({value})'
        add('result', found.start(1), found.end(1), other)
    for found in re.finditer(r'^(\t+)([a-z_][\w>.-]*\([^;{}]*\));$', code,
                             re.M):
        if not FREEING.search(found.group(2).split('(')[0]):
            add('call left out', found.start(2), found.end(2), '')
    return source, faults


def survivors_read(path):
    """{(file, function, before, after): the word} of who survived."""
    known = {}
    if not os.path.exists(path):
        return known
    with open(path, encoding='utf-8') as file:
        paragraphs = file.read().split('\n\n')
    for paragraph in paragraphs:
        lines = paragraph.strip('\n').split('\n')
        if len(lines) < 4 or lines[0].startswith('#'):
            continue
        file, _, function = lines[0].partition(':')
        key = (file, function.strip(), lines[1].strip()[2:],
               lines[2].strip()[2:])
        known[key] = ' '.join(line.strip() for line in lines[3:])
    return known


def survivor_text(mutant):
    return (f'{mutant.file}: {mutant.function}\n\t- {mutant.before}\n'
            f'\t+ {mutant.after}\n')


def limits():
    resource.setrlimit(resource.RLIMIT_FSIZE, (400 << 20, 400 << 20))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_session(number):
    """Kill what a test started and left; some are groups of their own."""
    if not os.path.isdir('/proc/self'):
        try:
            os.killpg(number, signal.SIGKILL)
        except ProcessLookupError:
            pass
        return
    for name in os.listdir('/proc'):
        if not name.isdigit():
            continue
        try:
            with open(f'/proc/{name}/stat', encoding='latin-1') as file:
                words = file.read().rpartition(')')[2].split()
            if int(words[3]) == number:
                os.kill(int(name), signal.SIGKILL)
        except (OSError, ProcessLookupError):
            continue


class Build:
    """The folder with objects and tests, and what is known about them."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.lock = threading.Lock()
        self.base = {}
        self.objects = {}
        self.symbols = {}
        self.cc = os.environ.get('CC', 'gcc').split()
        self.flags = os.environ.get('MUTATION_CFLAGS', '').split()
        self.libs = os.environ.get('MUTATION_LIBS', '').split()
        self.codecs = os.environ.get('CODEC_LIBS', '').split()
        self.checks = os.environ.get('CHECK_LIBS', '').split()
        self.units = os.environ['UNIT_TESTS'].split()
        self.rows = os.environ['ROW_TESTS'].split()
        self.tools = os.environ['MUTATION_TOOLS'].split()
        self.work = os.path.join(folder, 'mutation')

    def command(self, argv, **more):
        return subprocess.run(argv, cwd=self.folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=False, **more)

    def compile(self, source, name, to, path):
        """Compile the text of a file as if it stood at its place."""
        with open(to + '.c', 'w', encoding='utf-8') as file:
            file.write(source)
        extra = []
        if name == 'installed':
            extra = ['-I' + os.path.join(self.root, 'tests/lib')]
        argv = self.cc + ['-std=gnu11', '-O2', '-g0', '-w',
                          '-Werror=int-conversion',
                          '-Werror=incompatible-pointer-types',
                          '-iquote', os.path.join(self.root,
                                                  os.path.dirname(path))]
        argv += extra + self.flags + ['-c', '-o', to + '.o', to + '.c']
        done = self.command(argv)
        if done.returncode != 0 and path not in self.objects:
            sys.stderr.write(done.stderr.decode())
        return done.returncode == 0

    def defined(self, path):
        """The functions and variables that an object or program defines."""
        if path not in self.symbols:
            out = self.command(['nm', '-g', '--defined-only', path]).stdout
            names = {line.split()[-1] for line in out.decode().split('\n')
                     if len(line.split()) == 3}
            with self.lock:
                self.symbols[path] = names
        return self.symbols[path]

    def has(self, program, module):
        """Whether the module is linked into the program."""
        return bool(self.defined(program) & self.defined(module))

    def link(self, program, module, to):
        """Link the program anew, a module before the library."""
        folder, name = os.path.split(program)
        argv = self.cc + ['-o', to]
        if folder == 'tests/lib':
            argv += [f'{program}-{name}.o', module,
                     'tests/lib/libsupport.a', 'tests/common/libcommon.a',
                     'lib/libiterutils.a']
            argv += self.checks + self.libs
        elif program.endswith('decompress'):
            argv += [program + '.o', module, 'lib/libiterutils.a']
            argv += self.codecs
        else:
            argv += [program + '.o', module, 'lib/libiterutils.a'] + self.libs
        return self.command(argv).returncode == 0

    def execute(self, argv, env, seconds):
        """The status of a run; None when it did not end in time."""
        with subprocess.Popen(argv, cwd=self.folder, env=env,
                              stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL,
                              start_new_session=True,
                              preexec_fn=limits) as process:
            try:
                return process.wait(seconds)
            except subprocess.TimeoutExpired:
                return None
            finally:
                end_session(process.pid)

    def baseline(self, name, argv, env):
        """How long a test takes as it is; None when it does not pass."""
        if name not in self.base:
            start = time.monotonic()
            status = self.execute(argv, env, 300)
            took = time.monotonic() - start
            with self.lock:
                self.base[name] = took if status == 0 else None
        return self.base[name]


class Trial:
    """One mutant in one worker's folder."""

    # Promises that look at how a module behaves; the others look at pages.
    promises = ['exact', 'bytes', 'live', 'close', 'read', 'write', 'closed',
                'signals', 'compressed', 'progress']

    def __init__(self, build, place, mutant, source):
        self.build, self.place, self.mutant = build, place, mutant
        self.name = os.path.basename(mutant.file)[:-2]
        self.object = os.path.join(place, self.name)
        self.source = source
        self.deadline = 0
        self.cut = False

    def make(self):
        """Compile it. Returns: whether it is a mutant at all."""
        build, mutant = self.build, self.mutant
        text = self.source[:mutant.start] + mutant.text + \
            self.source[mutant.end:]
        with build.lock:
            original = build.objects.get(mutant.file)
        if original is None:
            if not build.compile(self.source, self.name, self.object,
                                 mutant.file):
                sys.exit(f'mutate: {mutant.file}: does not compile as it is')
            with open(self.object + '.o', 'rb') as file:
                original = file.read()
            shutil.copy(self.object + '.o', os.path.join(
                build.work, mutant.file.replace('/', '_') + '.o'))
            with build.lock:
                build.objects[mutant.file] = original
        if not build.compile(text, self.name, self.object, mutant.file):
            return 'does not compile'
        with open(self.object + '.o', 'rb') as file:
            if file.read() == original:
                return 'same code'
        return None

    def attempt(self, name, argv, good, env):
        """Run a test with the mutant. Returns: whether it noticed."""
        base = self.build.baseline(name, good, os.environ)
        if base is None:
            return False
        return self.build.execute(argv, env, 10 + 6 * base) != 0

    def program(self, program):
        to = os.path.join(self.place, os.path.basename(program))
        if not self.build.link(program, self.object + '.o', to):
            sys.exit(f'mutate: cannot link {program}')
        return to

    def kill(self):
        """Returns: which test noticed, or None."""
        build = self.build
        original = os.path.join(build.work,
                                self.mutant.file.replace('/', '_') + '.o')
        own, others = [], []
        for test in build.units:
            short = test[len('tests/lib/test_'):]
            if not build.has(test, original):
                continue
            if short == self.name or short.startswith(self.name + '_') or \
                    self.name.startswith(short + '_'):
                own.append(test)
            else:
                others.append(test)
        for test in own:
            if self.unit(test):
                return test
        # This one is compiled with names of a test, which only that knows.
        if self.name == 'installed':
            return None
        tools = [tool for tool in build.tools if build.has(tool, original)]
        # Rows are named as their tool, or go through several tools.
        names = {os.path.basename(tool) for tool in tools}
        every = {os.path.basename(tool) for tool in build.tools}
        rows = [row for row in build.rows if tools and
                (os.path.basename(row) in names or
                 os.path.basename(row) not in every)]
        known = build.base
        rest = sorted(others + rows, key=lambda test: known.get(test) or 1)
        folder = self.folder(tools)
        for test in rest:
            if self.late():
                return None
            if test in rows:
                if self.row(test, folder, tools):
                    return test
            elif self.unit(test):
                return test
        return self.promise(tools, folder)

    def late(self):
        """Whether no more tests are to be tried, though there are some."""
        self.cut = time.monotonic() > self.deadline
        return self.cut

    def unit(self, test):
        # One that is linked with a copy of its own has the module twice.
        path = os.path.join(self.build.folder, test)
        return self.attempt(test, [self.program(test)], [path], os.environ)

    def folder(self, tools):
        """A folder of tools that have the mutant, and of the others."""
        folder = os.path.join(self.place, 'tools')
        shutil.rmtree(folder, ignore_errors=True)
        os.mkdir(folder)
        for tool in self.build.tools:
            if tool not in tools:
                os.symlink(os.path.join(self.build.folder, tool),
                           os.path.join(folder, os.path.basename(tool)))
        return folder

    def tool(self, tool, folder):
        to = os.path.join(folder, os.path.basename(tool))
        if not os.path.exists(to):
            if not self.build.link(tool, self.object + '.o', to):
                sys.exit(f'mutate: cannot link {tool}')

    def env(self, folder, tools):
        env = dict(os.environ, TOOLS_DIR=folder, ITERUTILS_LIBEXECDIR=folder,
                   TOOLS=' '.join(tools))
        env['PATH'] = folder + ':' + env['PATH']
        return env

    def row(self, test, folder, tools):
        own = 'tools/' + os.path.basename(test)
        helper = 'tools/iterutils-decompress'
        for tool in ([own, helper] if own in tools else tools + [helper]):
            self.tool(tool, folder)
        path = os.path.join(self.build.folder, test)
        return self.attempt(test, [path], [path], self.env(folder, []))

    def promise(self, tools, folder):
        """The comparison with Python, then promises over three tools."""
        chosen = [tool for tool in tools
                  if not tool.endswith('decompress')]
        for tool in tools:
            self.tool(tool, folder)
        chosen = sorted(chosen, key=lambda tool: hash_of(
            self.mutant.after + tool))[:3]
        scripts = [('tests/contract/' + promise + '.sh', chosen)
                   for promise in self.promises] if chosen else []
        scripts.insert(0, ('tests/laws/laws.sh', self.build.tools))
        for script, over in scripts:
            if self.late():
                return None
            argv = ['sh', os.path.join(self.build.root, script)]
            name = script + ' '.join(over if over is chosen else [])
            good = dict(os.environ, TOOLS=' '.join(over))
            if name not in self.build.base:
                start = time.monotonic()
                status = self.build.execute(argv, good, 300)
                with self.build.lock:
                    self.build.base[name] = None if status != 0 else \
                        time.monotonic() - start
            base = self.build.base[name]
            if base is None:
                continue
            env = self.env(folder, over)
            if 'laws' in script:
                env['COMPUTE'] = self.program('tests/laws/compute')
            if self.build.execute(argv, env, 20 + 6 * base) != 0:
                return script
        return None


def hash_of(text):
    """The same in every run, as hash is not."""
    value = 0
    for byte in text.encode():
        value = (value * 131 + byte) % (1 << 61)
    return value


def arguments():
    parser = argparse.ArgumentParser(description='see the first lines')
    parser.add_argument('--root', required=True)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--seconds', type=float, default=480)
    parser.add_argument('--mutants', type=int, default=10**9)
    parser.add_argument('--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--patience', type=float, default=90,
                        help='seconds for tests that are not its own')
    parser.add_argument('--again', action='store_true',
                        help='try who survived before, too')
    parser.add_argument('--list', action='store_true',
                        help='only print the mutants')
    parser.add_argument('--quiet', action='store_true')
    parser.add_argument('--survivors')
    parser.add_argument('file', nargs='*')
    return parser.parse_args()


def draw(options):
    """The mutants in the order they are tried, and the files' texts."""
    files = options.file
    if not files:
        for folder in ('lib', 'lib/expression'):
            names = sorted(os.listdir(os.path.join(options.root, folder)))
            files += [f'{folder}/{name}' for name in names
                      if name.endswith('.c')]
    sources, mutants = {}, []
    for path in files:
        sources[path], found = mutants_of(path, options.root)
        mutants += found
    # By what a mutant is, so that a change elsewhere leaves the order.
    def place(mutant):
        words = [str(options.seed), mutant.file, mutant.function,
                 mutant.before, mutant.after]
        return hashlib.sha256('\0'.join(words).encode()).digest()

    return sources, sorted(mutants, key=place)


class Tally:
    """What has come out so far."""

    def __init__(self, known):
        self.known = known
        self.tried = self.killed = self.equivalent = self.told = 0
        self.none = collections.Counter()
        self.kinds = collections.defaultdict(lambda: [0, 0])
        self.fresh = []

    def word(self, mutant):
        """Why a known survivor survives; None for the others."""
        return self.known.get((mutant.file, mutant.function, mutant.before,
                               mutant.after))

    def add(self, mutant, killer):
        self.tried += 1
        self.kinds[mutant.kind][0] += 1
        if killer:
            self.killed += 1
            self.kinds[mutant.kind][1] += 1
            return f'killed by {killer}'
        word = self.word(mutant)
        if word is None:
            self.fresh.append(mutant)
            return 'SURVIVED' + (', of the tests that there was time for'
                                 if mutant.cut else '')
        if word.startswith('equivalent'):
            self.equivalent += 1
        else:
            self.told += 1
        return f'survived: {word}'

    def end(self, seed):
        for mutant in self.fresh:
            print(f'\n{survivor_text(mutant)}\t?' +
                  (' not all tests were tried' if mutant.cut else ''))
        print()
        for kind, (tried, killed) in sorted(self.kinds.items()):
            print(f'{kind:14} {tried:5} tried {killed:5} killed')
        rate = 100 * self.killed / max(1, self.tried)
        real = 100 * self.killed / max(1, self.tried - self.equivalent)
        print(f'trust: mutation: {self.tried} tried (seed {seed}), '
              f'{self.killed} killed ({rate:.1f} %, {real:.1f} % of those '
              f'that are not equivalent), {self.equivalent} equivalent, '
              f'{self.told} known survivors, {len(self.fresh)} new')
        return self.tried > 0 and real >= GATE


def main():
    options = arguments()
    sources, mutants = draw(options)
    if options.list:
        for mutant in mutants:
            print(survivor_text(mutant))
        print(f'{len(mutants)} mutants')
        return 0
    build = Build(os.path.abspath(options.root), os.getcwd())
    shutil.rmtree(build.work, ignore_errors=True)
    os.mkdir(build.work)
    tally = Tally(survivors_read(
        options.survivors or
        os.path.join(options.root, 'tests/mutation/survivors')))
    stop = time.monotonic() + options.seconds
    places, waiting = threading.local(), iter(range(10**9))

    def one(mutant):
        if time.monotonic() > stop:
            return mutant, None, False
        if tally.word(mutant) and not options.again:
            return mutant, None, True
        if not hasattr(places, 'path'):
            places.path = os.path.join(build.work, str(next(waiting)))
            os.mkdir(places.path)
        trial = Trial(build, places.path, mutant, sources[mutant.file])
        why = trial.make()
        if why:
            return mutant, why, False
        trial.deadline = time.monotonic() + options.patience
        killer = trial.kill()
        if trial.cut:
            mutant = mutant._replace(cut=True)
        return mutant, killer, True

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        pending = collections.deque()
        for mutant in mutants:
            if tally.tried >= options.mutants or time.monotonic() > stop:
                break
            pending.append(pool.submit(one, mutant))
            while len(pending) > 4 * options.jobs:
                collect(pending, tally, options)
        while pending:
            collect(pending, tally, options)
    good = tally.end(options.seed)
    shutil.rmtree(build.work, ignore_errors=True)
    return 0 if good else 1


def collect(pending, tally, options):
    mutant, result, counts = pending.popleft().result()
    if not counts:
        tally.none[result] += 1
        return
    said = tally.add(mutant, result)
    if not options.quiet or not result:
        print(f'{mutant.file}:{mutant.line}: {mutant.function}: '
              f'{mutant.before}  =>  {mutant.after}: {said}', flush=True)


if __name__ == '__main__':
    sys.exit(main())
