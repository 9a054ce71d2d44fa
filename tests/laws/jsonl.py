# SPDX-License-Identifier: MIT
"""--jsonl agrees with python's json: on what is an object, and what is in it.

Where they differ, python's side is made as strict: it takes NaN, Infinity and
halves of surrogates. Numbers are compared as they are spelled.
"""

import decimal
import json

import laws

decimal.getcontext().prec = 1000
NAMES = 'a', 'b', 'c', 'a.b', 'a.b.c', '', 'level', 'h\xe9', 'x"y', 'row', 'i'
ALPHABET = 'abc 07"\\/\b\n\t\0\x1f\x7f\x80\xe9\u20ac\uffff\U0001f600'


class Number(str):
    """A number, as it is spelled."""

    def plain(self):
        """Return it as it is written: without an exponent and minus zero."""
        value = decimal.Decimal(self)
        text = '{:f}'.format(value)
        return text if value else text.lstrip('-')


class Strange(Exception):
    """Not an object."""


def refuse(constant):
    raise Strange(constant)


def value_of(line):
    """Return the dict that a line is, or raise Strange."""
    try:
        value = json.loads(line.decode(), parse_float=Number,
                           parse_int=Number, parse_constant=refuse)
    except ValueError as reason:
        raise Strange(reason)
    if not isinstance(value, dict):
        raise Strange(type(value))
    return value


def compact(value):
    """Return a value as the tools write it."""
    if isinstance(value, Number):
        return value.plain()
    if isinstance(value, dict):
        return '{%s}' % ','.join(compact(name) + ':' + compact(item)
                                 for name, item in value.items())
    if isinstance(value, list):
        return '[%s]' % ','.join(compact(item) for item in value)
    return json.dumps(value, ensure_ascii=False)


# -------- random objects, spelled at random --------

def blanks(draw):
    return draw.choice(('', '', '', ' ', '\t', '  \r'))


def spelled(draw, text):
    """Return a string as JSON, its escapes chosen at random."""
    out = []
    plainly = draw.randrange(2)
    for c in text:
        if c >= ' ' and c not in '"\\' and (plainly or draw.randrange(4)):
            out.append(c)
        elif draw.randrange(2):
            out.append(json.dumps(c)[1:-1])
        else:
            out.extend('\\u%04x' % (unit[0] << 8 | unit[1]) for unit in
                       zip(*[iter(c.encode('utf-16-be'))] * 2))
    return '"%s"' % ''.join(out)


def a_number(draw):
    return (draw.choice(('', '', '-')) +
            draw.choice(('0', '7', '42', '12345678', '9' * 30)) +
            draw.choice(('', '', '.0', '.125', '.1234567890')) +
            draw.choice(('', '', '', 'e5', 'E-10', 'e+007')))


def a_string(draw):
    if draw.randrange(2):
        return draw.choice(('x', 'error', '1', '007', ''))
    return ''.join(draw.choice(ALPHABET)
                   for _ in range(draw.choice((1, 3, 7, 8, 9, 20))))


def a_value(draw, depth):
    kind = draw.randrange(10)
    if kind < 3 and depth > 0:
        return an_object(draw, depth - 1)
    if kind < 5 and depth > 0:
        return '[%s]' % (','.join(
            blanks(draw) + a_value(draw, depth - 1) + blanks(draw)
            for _ in range(draw.randrange(4))) or blanks(draw))
    if kind < 7:
        return a_number(draw)
    if kind < 9:
        return spelled(draw, a_string(draw))
    return draw.choice(('true', 'false', 'null'))


def an_object(draw, depth, names=None):
    names = draw.randrange(7) if names is None else names
    return '{%s}' % (','.join(
        blanks(draw) + spelled(draw, draw.choice(NAMES) if names < 9 else
                               str(draw.randrange(names))) + blanks(draw) +
        ':' + blanks(draw) + a_value(draw, depth) + blanks(draw)
        for _ in range(names)) or blanks(draw))


def objects(draw):
    """Return lines, each an object."""
    lines = [blanks(draw) + an_object(draw, draw.randrange(4)) + blanks(draw)
             for _ in range(draw.choice((0, 1, 5, 20)))]
    if draw.randrange(4) == 0:
        lines.append(an_object(draw, 1, names=draw.randrange(20, 200)))
    return [line.encode() for line in lines]


PIECES = (b'[', b']', b'{', b'}', b',', b':', b'"', b'\\', b'0', b'-', b'.',
          b'e', b'1', b'null', b'\xff', b'\xc3', b'\0', b'NaN', b' ', b'\\u',
          b'"a"', b'\xef\xbb\xbf', b'-Infinity', b'/*', b'}{', b'\xa0')


def damaged(draw, line):
    line = bytearray(line)
    at = draw.randrange(len(line) + 1)
    kind = draw.randrange(4)
    if kind == 0:
        del line[at:]
    elif kind == 1:
        del line[at:at + 1]
    elif kind == 2:
        line[at:at] = draw.choice(PIECES)
    else:
        line[at:at + 1] = draw.choice(PIECES)
    return bytes(line)


def strange(draw):
    """Return lines, many of which are no objects."""
    return [damaged(draw, line) if draw.randrange(2) else
            draw.choice((b'', b'[]', b'1', b'"{}"', b'null')) if
            draw.randrange(9) == 0 else line for line in objects(draw)]


def is_object(line):
    try:
        value_of(line)
    except Strange:
        return False
    return True


# -------- laws --------

@laws.law
def gives_the_dict_that_python_has(draw):
    lines = objects(draw)
    outcome = laws.run(['map', '--jsonl', 'row'], laws.joined(lines),
                       draw.choice(laws.WAYS))
    want = [compact(value_of(line)).encode() for line in lines]
    laws.same((outcome.err, outcome.status), (b'', 0), 'status')
    laws.same(outcome.out, laws.joined(want))


def member(value, path):
    """Return what a path leads to, None where that is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def some_question(draw):
    """Return what is asked of a row, and python's answer to it."""
    path = [draw.choice(NAMES) for _ in range(draw.randrange(1, 4))]
    part = 'row%s' % ''.join('[%r]' % name for name in path)
    name = draw.choice(NAMES)
    n = draw.randrange(5)
    return draw.choice((
        (part + ' is None', lambda row: member(row, path) is None),
        (part + " == 'error'", lambda row: member(row, path) == 'error' and
         not isinstance(member(row, path), Number)),
        (part + ' is True', lambda row: member(row, path) is True),
        ('str(%s) != %r' % (part, 'x'),
         lambda row: member(row, path) != 'x' or
         isinstance(member(row, path), Number)),
        ('%r in row' % name, lambda row: name in row),
        ('%r not in row' % name, lambda row: name not in row),
        ("%r in row and 'b' not in {**row}" % name,
         lambda row: name in row and 'b' not in row),
        ('len(row) > %d' % n, lambda row: len(row) > n),
        ('len({**row, %r: 0}) > %d' % (name, n),
         lambda row: len({**row, name: 0}) > n),
    ))


@laws.law
def picks_what_python_picks(draw):
    lines = objects(draw)
    for _ in range(3):
        question, answer = some_question(draw)
        want = [line for line in lines if answer(value_of(line))]
        for tool in 'filter', 'filterfalse':
            outcome = laws.run([tool, '--jsonl', question],
                               laws.joined(lines))
            laws.same((outcome.err, outcome.status), (b'', 0), question)
            laws.same(outcome.out, laws.joined(want), question)
            want = [line for line in lines if line not in want]


@laws.law
def finds_members_by_path(draw):
    lines = objects(draw)
    path = draw.choice(('a', 'a.b', 'b.a', 'a.b.c', '.a', 'level'))

    def is_there(line):
        row = value_of(line)
        value = row[path] if path in row else member(row, path.split('.'))
        return value is not None

    outcome = laws.run(['filter', '--jsonl', '-k', path, 'x is not None'],
                       laws.joined(lines), draw.choice(laws.WAYS))
    laws.same((outcome.err, outcome.status), (b'', 0), 'status')
    laws.same(outcome.out, laws.joined(
        [line for line in lines if is_there(line)]))


def text_of(value):
    """Return a scalar as a field, None where it is no scalar."""
    if isinstance(value, (dict, list)):
        return None
    if value is None or isinstance(value, bool):
        return '' if value is None else compact(value)
    return str(value)


@laws.law
def counts_as_counter(draw):
    path = draw.choice(('a', 'a.b', 'level', 'b'))
    lines, counter = [], {}
    for line in objects(draw):
        row = value_of(line)
        key = text_of(row[path] if path in row else
                      member(row, path.split('.')))
        if key is not None:
            lines.append(line)
            counter[key] = counter.get(key, 0) + 1
    outcome = laws.run(['groupby', '--jsonl', '-u', '-c', '-k', path],
                       laws.joined(lines), draw.choice(laws.WAYS))
    laws.same((outcome.err, outcome.status), (b'', 0), 'status')
    laws.same(outcome.out, laws.joined(
        [('{%s:%s,"count":%d}' % (compact(path), compact(key), n)).encode()
         for key, n in counter.items()]))


@laws.law
def adds_a_member_as_a_dict_does(draw):
    name = draw.choice(NAMES)
    column = 'add_' + name
    lines, want, total = [], [], 0
    for line in objects(draw):
        row = value_of(line)
        n = row.get(name)
        if not isinstance(n, Number):
            continue
        lines.append(line)
        total += decimal.Decimal(n)
        row[column] = Number(total)
        want.append(row)
        if draw.randrange(2):
            # What it wrote has the member already.
            lines.append(json.dumps({column: 0, name: 1}).encode())
            total += 1
            want.append({column: Number(total), name: Number(1)})
    outcome = laws.run(['accumulate', '--jsonl', '-p', '-k', name],
                       laws.joined(lines), draw.choice(laws.WAYS))
    if ',' in name or name == '':
        return
    laws.same((outcome.err, outcome.status), (b'', 0), 'status')
    laws.same([compact(value_of(line))
               for line in outcome.out.split(b'\n')[:-1]],
              [compact(row) for row in want])


def joined_objects(rows):
    whole = {}
    for row in rows:
        whole.update(row)
    return whole


@laws.law
def joins_objects_as_dicts(draw):
    """Two records of one file side by side, and one with each of a list."""
    lines = objects(draw)
    rows = [value_of(line) for line in lines]
    outcome = laws.run(['zip_longest', '--jsonl', '-', '-'],
                       laws.joined(lines), draw.choice(('file', 'pipe')))
    laws.same((outcome.err, outcome.status), (b'', 0), 'status')
    laws.same([compact(value_of(line))
               for line in outcome.out.split(b'\n')[:-1]],
              [compact(joined_objects(rows[i:i + 2]))
               for i in range(0, len(rows), 2)])
    values = objects(draw)[:3]
    outcome = laws.run(['product', '--jsonl', '-', ':::'] + values,
                       laws.joined(lines), draw.choice(('file', 'pipe')))
    laws.same((outcome.err, outcome.status), (b'', 0), 'status')
    laws.same([compact(value_of(line))
               for line in outcome.out.split(b'\n')[:-1]],
              [compact(joined_objects([row, value_of(value)]))
               for row in rows for value in values])


@laws.law
def knows_the_row_before(draw):
    lines = objects(draw)
    name = draw.choice(NAMES)
    outcome = laws.run(
        ['map', '--jsonl', "{'row': prev, 'at': prev and prev[%r], "
         "'in': prev is not None and %r in prev}" % (name, name)],
        laws.joined(lines), draw.choice(laws.WAYS))
    laws.same((outcome.err, outcome.status), (b'', 0), 'status')
    rows = [None] + [value_of(line) for line in lines]
    laws.same(outcome.out, laws.joined([compact(
        {'row': row, 'at': row and row.get(name),
         'in': row is not None and name in row}).encode()
        for row in rows[:-1]]))


@laws.law
def leaves_out_what_python_refuses(draw):
    lines = strange(draw)
    good = [line for line in lines if is_object(line)]
    way = draw.choice(laws.WAYS)
    outcome = laws.run(['filter', '--jsonl', '--invalid=skip', 'True'],
                       laws.joined(lines), way)
    laws.same(outcome.out, laws.joined(good))
    laws.same(outcome.status, 0, 'status')
    outcome = laws.run(['filter', '--jsonl', '--invalid=pass', 'False'],
                       laws.joined(lines), way)
    laws.same(outcome.out, laws.joined(
        [line for line in lines if not is_object(line)]))


@laws.law
def names_the_first_line_that_is_none(draw):
    lines = strange(draw)
    good = [is_object(line) for line in lines]
    outcome = laws.run(['filter', '--jsonl', 'True'], laws.joined(lines))
    if all(good):
        laws.same((outcome.err, outcome.status), (b'', 0), 'status')
        return
    n = good.index(False)
    laws.same(outcome.status, 1, 'status')
    laws.same(outcome.out, laws.joined(lines[:n]))
    if not outcome.err.startswith(b'filter: -:%d: ' % (n + 1)):
        raise laws.Broken('%r is not line %d' % (outcome.err, n + 1))


@laws.law
def passes_what_nobody_looks_into(draw):
    lines = [line.replace(b'\n', b'') for line in strange(draw)]
    n = draw.randrange(6)
    outcome = laws.run(['take', '--jsonl', n], laws.joined(lines))
    laws.same(outcome.out, laws.joined(lines[:n]))
    laws.same(outcome.left, laws.joined(lines[n:]), 'left')


laws.main()
