# SPDX-License-Identifier: MIT
"""flatten agrees with python's json: on what is JSON, and on its leaves.

Where they differ, python's side is made as strict: it takes NaN and Infinity,
forgets how numbers are spelled, and lets numbers touch the words behind them.
"""

import json
import os
import subprocess

import laws

BLANKS = ' \t\n\r'

# What a value may begin with where it touches the number or word before.
CLOSED = '[{"'


class Bad(Exception):
    """Not JSON; done has the values before, at is where it is wrong."""

    def __init__(self, done):
        super().__init__()
        self.done = done


class Number(str):
    """A number, as it is spelled."""


def refuse(constant):
    raise ValueError(constant)


DECODER = json.JSONDecoder(
    strict=True, parse_float=Number, parse_int=Number,
    parse_constant=refuse, object_pairs_hook=tuple)


def values_of(data):
    """Return the values of a sequence."""
    values = []
    try:
        text = data.decode()
    except UnicodeDecodeError as reason:
        # It is wrong in any case; what is before may be complete.
        try:
            values_of(data[:reason.start])
        except Bad as bad:
            raise bad
        raise Bad(values)
    at = 0
    touches = False
    while True:
        after = at
        while after < len(text) and text[after] in BLANKS:
            after += 1
        if after == len(text):
            return values
        if touches and after == at and text[at] not in CLOSED:
            raise Bad(values)
        try:
            value, at = DECODER.raw_decode(text, after)
        except (ValueError, RecursionError):
            raise Bad(values)
        values.append(value)
        touches = isinstance(value, Number) or value in (True, False, None)


def compact(value):
    """Return a value as compact text, in which only strings are respelled."""
    if isinstance(value, Number):
        return value
    if isinstance(value, list):
        return '[%s]' % ','.join(compact(item) for item in value)
    if isinstance(value, tuple):
        return '{%s}' % ','.join('%s:%s' % (json.dumps(name), compact(item))
                                 for name, item in value)
    return json.dumps(value)


def leaves(value, depth):
    """Yield the leaves of lists, as deep as they are opened."""
    if isinstance(value, list) and depth > 0:
        for item in value:
            yield from leaves(item, depth - 1)
    else:
        yield value


def text_of(draw, value):
    """Return a value as text with random blanks and spellings."""
    def blanks():
        return ''.join(draw.choice(BLANKS)
                       for _ in range(draw.randrange(3) * draw.randrange(2)))

    def some(text):
        return blanks() + text + blanks()

    if isinstance(value, list):
        return '[%s]' % (','.join(some(text_of(draw, item))
                                  for item in value) or blanks())
    if isinstance(value, tuple):
        return '{%s}' % (','.join(
            some(spelled(draw, name)) + ':' + some(text_of(draw, item))
            for name, item in value) or blanks())
    if isinstance(value, Number):
        return value
    if isinstance(value, str):
        return spelled(draw, value)
    return json.dumps(value)


def spelled(draw, text):
    """Return a string as JSON, its escapes chosen at random."""
    out = []
    for c in text:
        escape = json.dumps(c)[1:-1]
        if escape == c and draw.randrange(8) == 0:
            escape = '\\u%04x' % ord(c)
        if c == '/' and draw.randrange(2):
            escape = '\\/'
        if draw.randrange(3) == 0 and len(escape) > 2:
            escape = escape.upper().replace('\\U', '\\u')
        plain = c >= ' ' and c not in '"\\' and not '\ud800' <= c < '\ue000'
        out.append(c if plain and draw.randrange(2) else escape)
    return '"%s"' % ''.join(out)


ALPHABET = 'abc 0"\\/\b\n\t\0\x1f\x7f\x80\xe9\u20ac\uffff\U0001f600'


def a_string(draw, alphabet=ALPHABET):
    return ''.join(draw.choice(alphabet) for _ in range(draw.choice(
        (0, 1, 3, 7, 8, 9, 20, 40))))


def a_number(draw):
    whole = draw.choice(('0', '7', '42', '12345678', '9' * 30))
    return Number(draw.choice(('', '', '-')) + whole +
                  draw.choice(('', '', '.0', '.125', '.1234567890')) +
                  draw.choice(('', '', '', 'e5', 'E-10', 'e+007')))


def a_value(draw, depth=5, alphabet=ALPHABET):
    kind = draw.randrange(10)
    if depth == 0 or kind > 4:
        return draw.choice((a_number, lambda d: a_string(d, alphabet),
                            lambda d: d.choice((True, False, None))))(draw)
    items = [a_value(draw, depth - 1, alphabet)
             for _ in range(draw.randrange(5))]
    if kind > 1:
        return items
    return tuple((a_string(draw, alphabet), item) for item in items)


def a_text(draw, alphabet=ALPHABET):
    """Return values and how they may be written, in bytes."""
    values = [a_value(draw, draw.randrange(7), alphabet)
              for _ in range(draw.choice((0, 1, 1, 3, 200)))]
    parts = [text_of(draw, value) for value in values]
    text = draw.choice(('\n', ' ')).join(parts)
    return values, text.encode()


def respell(data):
    """Return each record with its strings as python spells them."""
    return [compact(DECODER.decode(record.decode()))
            for record in data.splitlines()]


@laws.law
def gives_the_leaves(draw):
    values, data = a_text(draw)
    depth = draw.choice((0, 1, 2, 3, 10**20))
    want = [compact(leaf) for value in values for leaf in leaves(value, depth)]
    outcome = laws.run(['flatten', '--depth=%d' % depth], data,
                       draw.choice(laws.WAYS))
    laws.same(outcome.left or b'', b'', 'left')
    laws.same((outcome.status, outcome.err), (0, b''), 'status')
    laws.same(respell(outcome.out), want)


@laws.law
def gives_what_raw_strings_say(draw):
    values, data = a_text(draw, ALPHABET.replace('\0', ''))
    want = [leaf if isinstance(leaf, str) else compact(leaf)
            for value in values for leaf in leaves(value, 10**6)]
    outcome = laws.run(['flatten', '-rz'], data, draw.choice(laws.WAYS))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')
    got = outcome.out.decode().split('\0')[:-1]
    laws.same(len(got), len(want), 'number of leaves')
    for one, other in zip(got, want):
        if one[:1] == '{':
            one, other = respell(one.encode()), respell(other.encode())
        laws.same(one, other)


@laws.law
def writes_nothing_but_what_it_read(draw):
    """Spelling stays: compact text goes through as it is."""
    values, _ = a_text(draw)
    data = laws.joined([compact(value).encode() for value in values])
    outcome = laws.run(['flatten', '--depth=0'], data)
    laws.same(outcome.out, data)


PIECES = (b'[', b']', b'{', b'}', b',', b':', b'"', b'\\', b'0', b'-', b'.',
          b'e', b'1', b'null', b'\xff', b'\xc3', b'\n', b'\0', b'NaN', b' ',
          b'\\u', b'\\ud800', b'"a"', b'\xef\xbb\xbf', b'-Infinity', b'/*')


def damaged(draw, data):
    data = bytearray(data)
    for _ in range(draw.randrange(1, 3)):
        at = draw.randrange(len(data) + 1)
        kind = draw.randrange(4)
        if kind == 0:
            del data[at:]
        elif kind == 1:
            del data[at:at + 1]
        elif kind == 2:
            data[at:at] = draw.choice(PIECES)
        else:
            data[at:at + 1] = draw.choice(PIECES)
    return bytes(data)


@laws.law
def refuses_what_python_refuses(draw):
    for _ in range(10):
        value = a_value(draw, draw.randrange(4))
        data = damaged(draw, text_of(draw, value).encode())
        try:
            values = values_of(data)
        except Bad as bad:
            want, status = bad.done, 1
        else:
            want, status = values, 0
        outcome = laws.run(['flatten', '--depth=0'], data,
                           draw.choice(('pipe', 'file')))
        laws.same(outcome.status, status, 'status for %r' % data)
        if status == 0:
            laws.same(respell(outcome.out), [compact(v) for v in want])
        else:
            # A number ends before what it can't go on with: `1.` is no 1.
            if want and isinstance(want[-1], Number):
                want.pop()
            got = respell(outcome.out)
            laws.same(got[:len(want)], [compact(v) for v in want])


@laws.law
def names_the_first_byte_that_is_wrong(draw):
    """What is before it can go on to be JSON; with it, it can't."""
    value = a_value(draw, draw.randrange(4))
    data = damaged(draw, text_of(draw, value).encode())
    outcome = laws.run(['flatten'], data, 'file')
    if outcome.status == 0:
        return
    byte = int(outcome.err.split(b'byte ')[1].split(b':')[0])
    if b'the data ends' in outcome.err:
        laws.same(byte, len(data) + 1, 'byte')
        return
    laws.same(outcome.left, data[byte - 1:], 'left')
    before = laws.run(['flatten'], data[:byte - 1])
    if before.status == 1 and b'the data ends' not in before.err:
        raise laws.Broken('byte %d of %r is not the first' % (byte, data))
    there = laws.run(['flatten'], data[:byte])
    laws.same(there.err, outcome.err, 'message')


def most_held(options, words, head, piece, times, tail):
    """Feed flatten much, and return its most memory in KiB."""
    tool = subprocess.Popen(['flatten'] + options, stdin=subprocess.PIPE,
                            stdout=subprocess.DEVNULL)
    with tool.stdin as pipe:
        pipe.write(head)
        for _ in range(times):
            pipe.write(piece)
        pipe.write(tail)
    _, status, usage = os.wait4(tool.pid, 0)
    tool.returncode = status
    laws.same(status, 0, 'status of ' + words)
    return usage.ru_maxrss


MUCH = (
    ('a string of 60 MB', b'["', b'x' * 100000, 600, b'"]'),
    ('a string of escapes', b'["', b'\\u00e9\\n' * 10000, 600, b'"]'),
    ('a number of 60 MB', b'[1', b'0' * 100000, 600, b']'),
    ('a list of 60 MB', b'[0', b', 1' * 30000, 600, b']'),
    ('an object of 60 MB', b'{"a":0', b', "b": 1' * 10000, 600, b'}'),
    ('ten million lists', b'[' * 10**7 + b'1', b'', 0, b']' * 10**7),
    ('ten million lists inside an object',
     b'{"":' + b'[' * 10**7 + b'1', b'', 0, b']' * 10**7 + b'}'),
)


@laws.rarely(6)
def holds_no_more_than_a_bit_a_level(draw):
    words, *parts = draw.choice(MUCH)
    # What python had up to the fork counts as well.
    idle = most_held([], 'nothing', b'', b'', 0, b'')
    options = draw.choice(([], ['-r'], ['--depth=0']))
    most = most_held(options, words, *parts)
    if most > idle + 6000:
        raise laws.Broken('%s: %d KiB, without it %d' % (words, most, idle))


laws.main()
