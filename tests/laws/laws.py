# SPDX-License-Identifier: MIT
"""What the laws share: random input, running a tool on it, reporting.

    import laws

    @laws.law
    def takes_as_islice(draw):
        records = laws.records(draw)
        n = draw.randrange(10)
        way = draw.choice(laws.WAYS)
        outcome = laws.run(['take', n], laws.joined(records), way)
        laws.same(outcome.out, laws.joined(records[:n]))
        laws.same(outcome.left, laws.joined(records[n:]))

    laws.main()

A law is a function of a random.Random. It is called $ROUNDS times, or for a
share of $LAWS_TIME seconds, each time with a generator of its own, made of
$SEED, its name and the round, so that a round can be repeated alone: that
which fails says how. What is said is one line a law, `ok` or `not ok`.
"""

import atexit
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

SEED = int(os.environ.get('SEED') or 1)
ROUNDS = int(os.environ.get('ROUNDS') or 40)

# Seconds for this file, in which rounds go on; None: ROUNDS of them.
SECONDS = float(os.environ.get('LAW_TIME') or 0) or None

# The one law that is to be tried, as its function is called, and its round.
ONLY = (os.environ.get('LAW') or ':').split(':')[1]
ROUND = os.environ.get('ROUND') or None

# How bytes reach a tool: standard input, or a file or FIFO that is its last
# operand. With ' -z' newline and NUL change their places in all that is read
# and written: the tools do not care which of them ends a record.
SHARED = 'file', 'pipe'
WAYS = SHARED + ('operand', 'fifo')
SHARED_Z = SHARED + tuple(way + ' -z' for way in SHARED)
WAYS_Z = WAYS + tuple(way + ' -z' for way in WAYS)
SWAP = bytes.maketrans(b'\n\0', b'\0\n')

# A tool that takes so many seconds hangs.
PATIENCE = 60

_laws = []


class Broken(Exception):
    """A law does not hold; the text says how."""


class Outcome:
    """What a run came to: out, err and left (unread) are bytes."""

    def __init__(self, command, out, err, status, left):
        self.command = command
        self.out = out
        self.err = err
        self.status = status
        self.left = left


def law(function, every=1):
    """Decorate a function that main is to call."""
    _laws.append((function, every))
    return function


def rarely(every):
    """Decorate one that takes long: it is called in every so many-th round."""
    return lambda function: law(function, every)


def same(got, want, what='output'):
    """Hold that two values are equal."""
    if got == want:
        return
    at = 0
    if isinstance(got, bytes) and isinstance(want, bytes):
        while at < min(len(got), len(want)) and got[at] == want[at]:
            at += 1
        at = max(0, at - 40)
        got, want = got[at:at + 160], want[at:at + 160]
    raise Broken('%s, from %d:\n  want %r\n  got  %r' % (what, at, want, got))


def joined(records, end=b'\n'):
    """Return records as a stream: each with its terminator."""
    return b''.join(record + end for record in records)


ALPHABET = b'ab \t\r\0\xff'


def records(draw, most=20, longest=8, alphabet=ALPHABET):
    """Return a random list of records."""
    return [bytes(draw.choice(alphabet)
                  for _ in range(draw.randrange(longest + 1)))
            for _ in range(draw.randrange(most + 1))]


def varied(draw, alphabet=ALPHABET):
    """Return random records, or more or longer ones than a block has."""
    kind = draw.randrange(4)
    if kind > 0:
        return records(draw, alphabet=alphabet)
    if draw.randrange(2):
        return records(draw, most=30000, longest=12, alphabet=alphabet)
    some = records(draw, most=40, longest=4000, alphabet=alphabet)
    for size in draw.sample((65534, 65535, 65536, 131072, 200000), 2):
        some.insert(draw.randrange(len(some) + 1), b'x' * size)
    return some


def stream(draw, records):
    """Return records as bytes, perhaps without the last terminator."""
    data = joined(records)
    if records and records[-1] and draw.randrange(2):
        data = data[:-1]
    return data


def rest(data, records, used):
    """Return what is left of data when so many records were used."""
    return data[len(joined(records[:used])):]


def run(command, data=b'', way='pipe'):
    """Run a tool on data and return its Outcome.

    The words of command may be text, bytes or numbers. left is what the tool
    did not use of its standard input; None where data is an operand.
    """
    words = [word if isinstance(word, bytes) else str(word).encode()
             for word in command]
    way, _, zero = way.partition(' ')
    if zero:
        words[1:1] = [b'-z']
        data = data.translate(SWAP)
    note(words, way)
    if way == 'pipe':
        outcome = _run_on_pipe(words, data)
    elif way == 'fifo':
        outcome = _run_on_fifo(words, data)
    else:
        outcome = _run_on_file(words, data, way == 'operand')
    if zero:
        outcome.out = outcome.out.translate(SWAP)
        outcome.left = outcome.left and outcome.left.translate(SWAP)
    _say(outcome)
    return outcome


_noted = set()


def note(command, way):
    """Remember what was tried, for inventory.py."""
    words = []
    for word in command[1:]:
        word = word.decode() if isinstance(word, bytes) and \
            word[:1] == b'-' and word.isascii() else str(word)
        if word in ('--', ':::'):
            break
        words.append(word)
    tool = command[0] if isinstance(command[0], str) else command[0].decode()
    _noted.add((tool, '\t'.join(word.split('=')[0] for word in words
                                if word[:1] == '-'), way))


@atexit.register
def _keep_noted():
    if os.environ.get('LAWS_NOTED'):
        with open(os.environ['LAWS_NOTED'], 'a') as file:
            for tool, words, way in sorted(_noted):
                file.write(repr((tool, words, way)) + '\n')


def computed(questions):
    """Ask tests/laws/compute many questions, each a tuple of words.

    Return its answers, which are text; one that is a fault begins with an
    exclamation mark.
    """
    data = ''.join('\t'.join(str(word) for word in question) + '\n'
                   for question in questions)
    outcome = run([os.environ['COMPUTE']], data.encode())
    same(outcome.err, b'', 'message')
    same(outcome.status, 0, 'status')
    return outcome.out.decode().split('\n')[:-1]


def compare(wanted):
    """Hold that questions, the keys, have their answers."""
    answers = computed(wanted)
    same(len(answers), len(wanted), 'answers')
    for (question, want), got in zip(wanted.items(), answers):
        same(got, want, '\t'.join(str(word) for word in question))


def _say(outcome):
    global _last
    _last = outcome


def _call(words, stdin):
    done = subprocess.run(words, stdin=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=PATIENCE)
    return done.stdout, done.stderr, done.returncode


def _run_on_file(words, data, is_operand):
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        if is_operand:
            words = words + [file.name.encode()]
            return Outcome(words, *_call(words, subprocess.DEVNULL),
                           left=None)
        with open(file.name, 'rb', buffering=0) as stdin:
            out, err, status = _call(words, stdin)
            # The offset is shared with the tool that has ended.
            return Outcome(words, out, err, status, stdin.read())


def _run_on_pipe(words, data):
    reading, writing = os.pipe()

    def feed():
        with open(writing, 'wb') as pipe:
            pipe.write(data)

    feeder = threading.Thread(target=feed)
    feeder.start()
    with open(reading, 'rb') as pipe:
        try:
            out, err, status = _call(words, pipe)
        finally:
            left = pipe.read()
            feeder.join()
    return Outcome(words, out, err, status, left)


def _run_on_fifo(words, data):
    """Run a tool on a FIFO that is its last operand."""
    with Operands() as operands:
        words = words + [operands.add(data, 'fifo')]
        return Outcome(words, *_call(words, subprocess.DEVNULL), left=None)


class Operands:
    """Files and FIFOs with data, as long as a `with` lasts."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory()
        self.folder = self._folder.__enter__()
        self._feeders = []
        self._n = 0
        return self

    def add(self, data, kind='operand'):
        """Return the name of a new one, in bytes."""
        name = os.path.join(self.folder, str(self._n)).encode()
        self._n += 1
        if kind == 'fifo':
            os.mkfifo(name)
            feeder = threading.Thread(target=self._feed, args=(name, data))
            feeder.start()
            self._feeders.append((name, feeder))
        else:
            with open(name, 'wb') as file:
                file.write(data)
        return name

    @staticmethod
    def _feed(name, data):
        try:
            with open(name, 'wb') as fifo:
                fifo.write(data)
        except BrokenPipeError:
            pass

    def __exit__(self, *reason):
        # A writer still waits where a tool did not open its FIFO.
        for name, feeder in self._feeders:
            with open(os.open(name, os.O_RDONLY | os.O_NONBLOCK), 'rb'):
                feeder.join(0.001)
            feeder.join()
        return self._folder.__exit__(*reason)


def _try(function, i):
    """Try a round. Return whether it held."""
    global _last, _tried
    _last = None
    _tried += 1
    try:
        function(random.Random('%d %s %d' % (SEED, function.__name__, i)))
        return True
    except (Broken, subprocess.TimeoutExpired) as reason:
        print('not ok %s\n  %s' % (_name(function), reason))
        if _last:
            print('  of %r\n  status %d, said %r' % (
                _last.command, _last.status, _last.err[:300]))
        print('  again: SEED=%d LAW=%s:%s ROUND=%d make check '
              'TESTS=tests/laws/laws.sh' % (
                  SEED, _program()[:-3], function.__name__, i))
        return False


def _program():
    return os.path.basename(sys.argv[0])


def _name(function):
    return '%s: %s' % (_program()[:-3], function.__name__.replace('_', ' '))


def main():
    """Try every law, and end with the status of all."""
    left = [(function, every) for function, every in _laws
            if ONLY in ('', function.__name__)]
    first = int(ROUND) if ROUND else 0
    end = first + 1 if ROUND else None if SECONDS else ROUNDS
    print('# %s: SEED=%d %s' % (
        _program(), SEED, 'for %g s' % SECONDS if SECONDS and not ROUND else
        'rounds %d to %d' % (first, end - 1)))
    begin = time.monotonic()
    i, bad = first, []
    while left and (i != end if end is not None else
                    i == first or time.monotonic() - begin < SECONDS):
        for one in list(left):
            if (i % one[1] == 0 or ROUND) and not _try(one[0], i):
                left.remove(one)
                bad.append(one)
        sys.stdout.flush()
        i += 1
    for function, _ in left:
        print('ok ' + _name(function))
    print('# tried %d failed %d' % (_tried, len(bad)))
    sys.exit(bool(bad))


_tried = 0
_last = None
