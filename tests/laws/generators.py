# SPDX-License-Identifier: MIT
"""Tools that take an expression are what they are called after in Python.

The iterator that itertools and the tools share is checked as well: what
takewhile, any and all leave is what Python's functions leave.
"""

import functools
import itertools
import re

import laws

ALPHABET = b'ab, \t\r\0\xff'


def blanks(record):
    return [field for field in re.split(b'[ \t]', record) if field]


# Expressions, and how Python writes them.
MATCHES = (('[ab]', b'[ab]'), ('([ab]+)(,?)', b'([ab]+)(,?)'),
           ('(?<first>a)|(b)', b'(?P<first>a)|(b)'), ('^$|[^a]', b'^$|[^a]'))


def matched(regexp):
    def split(record):
        match = regexp.search(record)
        if not match:
            return None
        return [group or b'' for group in match.groups()] or [match[0]]
    return split


def options(draw):
    """Return options, and functions that give x and row of a record.

    The row of a record without a match is None.
    """
    regexp, same = draw.choice(MATCHES)
    words, split = draw.choice((
        ([], blanks),
        (['-t,'], lambda record: record.split(b',')),
        (['--field-separator', 'ab'], lambda record: record.split(b'ab')),
        (draw.choice((['-e', regexp], ['--regexp=' + regexp])),
         matched(re.compile(same))),
    ))
    # What passes whole records on joins no fields.
    words += draw.choice(([], [], ['--output-delimiter=+']))
    if draw.randrange(2):
        return words, lambda record: record, split
    at = draw.randrange(3)

    def field(record):
        return (split(record)[at:at + 1] or [b''])[0]

    return words + ['-k', at + 1], field, split


def predicate(draw, n):
    """Return an expression of x, row, i, prev, and a function of them."""
    k = draw.randrange(n + 2)
    return draw.choice((
        ('True', lambda x, row, i, prev: True),
        ('None', lambda x, row, i, prev: None),
        ('x', lambda x, row, i, prev: x),
        ('not x', lambda x, row, i, prev: not x),
        ("x == 'a'", lambda x, row, i, prev: x == b'a'),
        ("x != 'b'", lambda x, row, i, prev: x != b'b'),
        ("'a' in x", lambda x, row, i, prev: b'a' in x),
        ("'\\0' not in x", lambda x, row, i, prev: b'\0' not in x),
        ("x.startswith('b')", lambda x, row, i, prev: x.startswith(b'b')),
        ("x < 'aa' or i < 2", lambda x, row, i, prev: x < b'aa' or i < 2),
        ("search('a+b?$', x)",
         lambda x, row, i, prev: re.search(b'a+b?$', x)),
        ('row', lambda x, row, i, prev: row),
        ('len(row) < 3', lambda x, row, i, prev: len(row) < 3),
        ("row[0] == 'a'", lambda x, row, i, prev: row[:1] == [b'a']),
        ("row[-1] != 'b'", lambda x, row, i, prev: row[-1:] != [b'b']),
        ('i %% %d' % (k + 1), lambda x, row, i, prev: i % (k + 1)),
        ('i < %d' % k, lambda x, row, i, prev: i < k),
        ('i > %d' % k, lambda x, row, i, prev: i > k),
        ('[i, x][i != %d]' % k, lambda x, row, i, prev: [i, x][i != k]),
        ('prev is None or prev != row',
         lambda x, row, i, prev: prev is None or prev != row),
        ("prev and prev[0] != 'a'",
         lambda x, row, i, prev: prev and prev[0] != b'a'),
    ))


class Case:
    """Records, options and an expression, with what Python knows of them."""

    def __init__(self, draw, records):
        self.words, self.x, self.split = options(draw)
        self.expression, self.function = predicate(draw, len(records))

    def command(self, tool, *more):
        return [tool, *self.words, self.expression, *more]

    def items(self, iterator):
        """Yield what the function wants, and the record."""
        prev = None
        i = 0
        for record in iterator:
            row = self.split(record)
            if row is None:
                continue
            yield (self.x(record), row, i, prev), record
            prev = row
            i += 1

    def is_true(self, item):
        return bool(self.function(*item[0]))

    def apply(self, tool, iterator):
        """Return what tool writes and answers; it uses of the iterator."""
        items = self.items(iterator)
        if tool in ('any', 'all'):
            answer = {'any': any, 'all': all}[tool]
            return [], 0 if answer(map(self.is_true, items)) else 1
        function = filter if tool == 'filter' else getattr(itertools, tool)
        if tool == 'dropwhile':
            # Nothing is looked at behind the first that is passed on.
            first = [record for _, record in itertools.islice(
                itertools.dropwhile(self.is_true, items), 1)]
            return first + list(iterator), 0
        return [record for _, record in function(self.is_true, items)], 0


TOOLS = 'filter', 'filterfalse', 'takewhile', 'dropwhile', 'any', 'all'


@laws.law
def they_do_what_python_does_and_leave_what_it_leaves(draw):
    records = laws.varied(draw, ALPHABET)
    data = laws.stream(draw, records)
    case = Case(draw, records)
    way = draw.choice(laws.WAYS)
    if '\\0' not in case.expression:
        way = draw.choice(laws.WAYS_Z)
    for tool in TOOLS:
        iterator = iter(records)
        out, status = case.apply(tool, iterator)
        used = len(records) - len(list(iterator))
        outcome = laws.run(case.command(tool), data, way)
        laws.same(outcome.out, laws.joined(out))
        laws.same((outcome.status, outcome.err), (status, b''), 'status')
        if outcome.left is not None:
            laws.same(outcome.left, laws.rest(data, records, used), 'left')


@laws.law
def they_share_a_descriptor_as_an_iterator(draw):
    records = laws.varied(draw, ALPHABET)
    data = laws.stream(draw, records)
    iterator = iter(records)
    script, want = [], b''
    words = []
    for _ in range(4):
        tool = draw.choice(('takewhile', 'any', 'all'))
        case = Case(draw, records)
        out, status = case.apply(tool, iterator)
        want += laws.joined(out) + b'%d\n' % status
        command = case.command(tool)
        script.append('"$1" %s; echo $?; shift %d' % (
            ' '.join('"$%d"' % (i + 2) for i in range(len(command) - 1)),
            len(command)))
        words += command
    used = len(records) - len(list(iterator))
    outcome = laws.run(['sh', '-c', '\n'.join(script), 'sh', *words], data,
                       draw.choice(('file', 'pipe')))
    laws.same(outcome.out, want)
    laws.same(outcome.left, laws.rest(data, records, used), 'left')


@laws.law
def zero_is_as_good_a_terminator(draw):
    records = [record.replace(b'\0', b'\n')
               for record in laws.records(draw, alphabet=ALPHABET)]
    case = Case(draw, records)
    for tool in TOOLS:
        out, status = case.apply(tool, iter(records))
        outcome = laws.run(case.command(tool, '-z'),
                           laws.joined(records, b'\0'))
        laws.same(outcome.out, laws.joined(out, b'\0'))
        laws.same(outcome.status, status, 'status')


def numbers(draw, most=40):
    """Return integers as they may be spelled."""
    return [draw.choice((b'%d', b'%d', b'%+d', b' %d', b'%d\t', b'%06d')) %
            draw.randrange(-10 ** draw.choice((1, 3, 19, 40)),
                           10 ** draw.choice((1, 3, 19, 40)))
            for _ in range(draw.randrange(most + 1))]


FOLDS = {
    'add': (lambda acc, x: acc + x, 0),
    'mul': (lambda acc, x: acc * x, 1),
    'min': (min, None),
    'max': (max, None),
    'acc + x': (lambda acc, x: acc + x, None),
    'acc - x': (lambda acc, x: acc - x, None),
    'acc * 2 - x // 3': (lambda acc, x: acc * 2 - x // 3, None),
    'x if x % 7 > acc % 7 else acc':
        (lambda acc, x: x if x % 7 > acc % 7 else acc, None),
    '(acc * x + 1) % 1000003': (lambda acc, x: (acc * x + 1) % 1000003, None),
}


@laws.law
def reduce_is_as_in_functools(draw):
    data = laws.stream(draw, numbers(draw))
    values = [int(word) for word in data.split(b'\n') if word]
    way = draw.choice(laws.WAYS)
    for func, (function, nothing) in FOLDS.items():
        command = ['reduce', '-f', func]
        if draw.randrange(2):
            initial = [draw.randrange(-1000, 1000)]
            command += ['-I', initial[0]]
        else:
            initial = []
        outcome = laws.run(command, data, way)
        if not values and not initial and nothing is None:
            laws.same((outcome.out, outcome.status), (b'', 1), 'status')
            continue
        if not values and not initial:
            want = nothing
        else:
            want = functools.reduce(function, values, *initial)
        laws.same(outcome.status, 0, 'status')
        # What was not computed with is written as it was spelled.
        laws.same(int(outcome.out), want)
        if func in ('add', 'mul', 'min', 'max'):
            laws.same(outcome.out, b'%d\n' % want)


@laws.law
def they_read_several_files_as_one(draw):
    pools = [laws.records(draw, alphabet=ALPHABET) for _ in range(3)]
    case = Case(draw, pools[0])
    tool = draw.choice(TOOLS)
    with laws.Operands() as operands:
        names = [operands.add(laws.stream(draw, pool),
                              draw.choice(('operand', 'fifo')))
                 for pool in pools]
        names[draw.randrange(3)] = '-'
        standard = pools[names.index('-')]
        outcome = laws.run(case.command(tool, *names),
                           laws.stream(draw, standard),
                           draw.choice(laws.SHARED))
    out, status = case.apply(tool, itertools.chain(*pools))
    laws.same(outcome.out, laws.joined(out))
    laws.same((outcome.status, outcome.err), (status, b''), 'status')


@laws.law
def reduce_takes_a_field(draw):
    """A field, a group of a match, or the record; bad ones are left out."""
    rows = [(draw.choice('ab'), str(draw.randrange(-99, 100)) if
             draw.randrange(5) else draw.choice(('', 'x', '1_0')))
            for _ in range(draw.randrange(12))]
    end = draw.choice((b'\n', b'\0'))
    words, data = draw.choice((
        (['-k2'], [' %s\t%s ' % row for row in rows]),
        (['-t:', '-k', '2'], ['%s:%s:c' % row for row in rows]),
        (['-e', '^a(?:=([^;]*))', '--key=1'], ['%s=%s;' % row
                                              for row in rows]),
        (['-e', '(.)=(.*);', '-k2', '--output-delimiter=,'],
         ['%s=%s;' % row for row in rows]),
    ))
    if '^a' in ''.join(words):
        rows = [row for row in rows if row[0] == 'a']
    good = [int(value) for _, value in rows if re.fullmatch(r'-?\d+', value)]
    initial = draw.randrange(-9, 10)
    words += draw.choice(([], ['-z'])) if end == b'\n' else ['-z']
    if '-z' in words:
        end = b'\0'
    data = laws.joined([record.encode() for record in data], end)
    for func, function in (('add', lambda acc, x: acc + x), ('max', max),
                           ('acc * 3 - x', lambda acc, x: acc * 3 - x)):
        outcome = laws.run(
            ['reduce', '--invalid=skip', '-I', initial, '--func', func] +
            words, data, draw.choice(laws.WAYS))
        laws.same(outcome.out, b'%d' % functools.reduce(
            function, good, initial) + end)
        laws.same(outcome.status, 0, 'status')


@laws.law
def reduce_joins_text(draw):
    records = laws.records(draw, most=60, alphabet=ALPHABET) + [b'a']
    way = draw.choice(laws.WAYS)
    data = laws.stream(draw, records)
    outcome = laws.run(['reduce', '-f', "acc + ';' + x"], data, way)
    laws.same(outcome.out, b';'.join(records) + b'\n')
    # The result is part of the one before, or of the record.
    outcome = laws.run(['reduce', '-f', 'max(acc[1:], x)'], data, way)
    laws.same(outcome.out, functools.reduce(
        lambda acc, x: max(acc[1:], x), [record.decode('latin-1')
                                         for record in records]
    ).encode('latin-1') + b'\n')
    outcome = laws.run(['reduce', '-f', 'count'], data, way)
    laws.same(outcome.out, b'%d\n' % len(records))


@laws.law
def records_without_a_value_are_left_out_or_passed(draw):
    bad = b'', b'-', b'x', b'0x1', b'1_0', b'nan', b'1\r', b'\xff', b'5\0'
    records = [draw.choice(bad) if draw.randrange(3) == 0 else
               b'%d' % draw.randrange(10) for _ in range(draw.randrange(12))]
    good = [record for record in records if record not in bad]
    limit = draw.randrange(11)
    expression = 'x < %d' % limit
    data = laws.joined(records)
    case = Case(draw, records)
    case.words, case.split, case.expression = [], blanks, expression
    case.x, case.function = int, lambda x, row, i, prev: x < limit
    for tool in TOOLS:
        want, status = case.apply(tool, iter(good))
        outcome = laws.run([tool, '--invalid=skip', expression], data)
        # dropwhile looks at no record behind the first that it passes on.
        if tool == 'dropwhile' and want:
            least = len(good) - len(want)
            at = [i for i, record in enumerate(records)
                  if record not in bad][least]
            want = records[at:]
        laws.same(outcome.out, laws.joined(want))
        laws.same(outcome.status, status, 'status')
    outcome = laws.run(['filter', '--invalid=pass', expression], data)
    laws.same(outcome.out, laws.joined(
        record for record in records
        if record in bad or int(record) < limit))
    # A fault that comes before the answer is 2, what comes behind is not seen.
    for tool in 'any', 'all':
        status = 1 if tool == 'any' else 0
        for record in records:
            if record in bad:
                status = 2
                break
            if (int(record) < limit) == (tool == 'any'):
                status = 1 - status
                break
        outcome = laws.run([tool, expression], data)
        laws.same(outcome.status, status, 'status')


laws.main()
