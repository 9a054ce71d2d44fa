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

A law is a function of a random.Random. It is called $ROUNDS times, each time
with a generator of its own, made of $SEED, its name and the round, so that a
round can be repeated alone. What is said is one line a law, `ok` or `not ok`.
"""

import os
import random
import subprocess
import sys
import tempfile
import threading

SEED = int(os.environ.get('SEED') or 1)
ROUNDS = int(os.environ.get('ROUNDS') or 40)

# How bytes reach a tool: standard input, or a file that is its last operand.
WAYS = 'file', 'pipe', 'operand'

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


def law(function):
    """Decorate a function that main is to call."""
    _laws.append(function)
    return function


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
    if way == 'pipe':
        outcome = _run_on_pipe(words, data)
    else:
        outcome = _run_on_file(words, data, way == 'operand')
    _say(outcome)
    return outcome


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


def main():
    """Try every law, and end with the status of all."""
    global _last
    program = os.path.basename(sys.argv[0])
    print('# %s: SEED=%d ROUNDS=%d' % (program, SEED, ROUNDS))
    bad = 0
    for each in _laws:
        name = '%s: %s' % (program[:-3], each.__name__.replace('_', ' '))
        for i in range(ROUNDS):
            _last = None
            try:
                each(random.Random('%d %s %d' % (SEED, each.__name__, i)))
            except (Broken, subprocess.TimeoutExpired) as reason:
                print('not ok %s (round %d)\n  %s' % (name, i, reason))
                if _last:
                    print('  of %r\n  status %d, said %r' % (
                        _last.command, _last.status, _last.err[:300]))
                bad = 1
                break
        else:
            print('ok ' + name)
        sys.stdout.flush()
    sys.exit(bad)


_last = None
