# SPDX-License-Identifier: MIT
"""zip_longest is itertools.zip_longest, zip, and zip(strict=True)."""

import itertools
import re

import laws

# Around the words and steps that short records go by, and past a block.
LENGTHS = 0, 1, 2, 6, 7, 8, 9, 14, 15, 16, 17, 31, 32, 33
LONG = 200, 65530, 65535, 65536, 70000


def some_records(draw, alphabet):
    most = draw.choice((0, 1, 5, 30, 3000))
    longest = LONG if draw.randrange(12) == 0 else LENGTHS
    if longest is LONG:
        most = min(most, 30)
    return [bytes(draw.choices(alphabet, k=draw.choice(longest)))
            for _ in range(draw.randrange(most + 1))]


class Files:
    """Random operands: files and standard input, perhaps several times."""

    def __init__(self, draw, operands, standard_at_least=0):
        self.zero = draw.randrange(3) == 0
        self.end, alphabet = (b'\0', b'ab \r\n\xff') if self.zero else (
            b'\n', b'ab \r\0\xff')
        self.words = ['-z'] if self.zero else []
        self.standard = some_records(draw, alphabet)
        self.data = self.joined(draw, self.standard)
        self.columns = []
        n = draw.randrange(1, 5)
        for i in range(max(n, standard_at_least)):
            if i < standard_at_least or draw.randrange(3) == 0:
                self.columns.append(None)
                continue
            same = draw.randrange(2) and self.columns and self.columns[-1]
            self.columns.append(
                same[:len(same) - draw.randrange(2)] if same
                else some_records(draw, alphabet))
        draw.shuffle(self.columns)
        self.names = []
        for column in self.columns:
            if column is None:
                self.names.append('-')
                continue
            self.names.append(None)
            kind = draw.choice(('operand', 'operand', 'fifo'))
            self.names[-1] = operands.add(self.joined(draw, column),
                                          kind).decode()
            laws.note(['zip_longest'], kind)

    def joined(self, draw, records):
        data = laws.joined(records, self.end)
        if records and records[-1] and draw.randrange(2):
            data = data[:-1]
        return data

    def iterators(self):
        """Return an iterator for each operand; each - is the same one."""
        self.standard_iterator = iter(self.standard)
        return [self.standard_iterator if column is None else iter(column)
                for column in self.columns]

    def rows(self, tuples, delimiter=b'\t'):
        return laws.joined((delimiter.join(row) for row in tuples), self.end)

    def after(self, n):
        """Return what of standard input follows its first n records."""
        return self.data[sum(len(record) + 1 for record in
                             self.standard[:n]):]


def delimiter(draw):
    """Return words, and the bytes that they mean."""
    if draw.randrange(2):
        return [], b'\t'
    text = draw.choice(('', ', ', '<' * 20))
    return ['-d', text], text.encode()


@laws.law
def is_zip_longest(draw):
    words, between = delimiter(draw)
    fill = draw.choice((None, b'', b'-', b'x' * 17, b'x' * 70000))
    if fill is not None:
        words += ['-F', fill]
    with laws.Operands() as operands:
        files = Files(draw, operands)
        outcome = laws.run(['zip_longest'] + files.words + words +
                           files.names, files.data,
                           draw.choice(('file', 'pipe')))
    laws.same(outcome.out, files.rows(itertools.zip_longest(
        *files.iterators(), fillvalue=fill or b''), between))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')
    laws.same(outcome.left, b'' if '-' in files.names else files.data, 'left')


@laws.law
def is_zip_and_loses_less(draw):
    words, between = delimiter(draw)
    way = draw.choice(('file', 'pipe'))
    with laws.Operands() as operands:
        files = Files(draw, operands, draw.choice((0, 1, 1, 2)))
        outcome = laws.run(['zip_longest', '-s'] + files.words + words +
                           files.names, files.data, way)
    rows = list(zip(*files.iterators()))
    laws.same(outcome.out, files.rows(rows, between))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')
    times = files.names.count('-')
    used = len(rows) * times
    others = [len(column) for column in files.columns if column is not None]
    if way == 'pipe' and len(rows) < min(others, default=len(files.data)):
        # What fills a row only in part is used, and it is the rest.
        used = len(files.standard)
    laws.same(outcome.left, files.after(used) if times else files.data,
              'left')


@laws.law
def is_strict(draw):
    with laws.Operands() as operands:
        files = Files(draw, operands)
        way = draw.choice(('file', 'pipe'))
        outcome = laws.run(['zip_longest', '--strict'] + files.words +
                           files.names, files.data, way)
    rows, reason = [], ''
    try:
        for row in zip(*files.iterators(), strict=True):
            rows.append(row)
    except ValueError as error:
        reason = str(error)
    laws.same(outcome.out, files.rows(rows))
    laws.same(outcome.status, 1 if reason else 0, 'status')
    said = outcome.err.decode()
    if way == 'file' and '-' in files.names:
        laws.same(outcome.left, files.after(len(rows) *
                                            files.names.count('-')), 'left')
    if not reason:
        laws.same(said, '', 'message')
        return
    # Whom Python calls shorter than those before, or longer than those.
    number, how = re.match(r'zip\(\) argument (\d+) is (\w+)', reason).groups()
    found = files.names[int(number) - 1]
    if files.names.count('-') > 1:
        # Which of them is short is only known when there is no more.
        laws.same(bool(re.match(r'zip_longest: \S+: (ends within|has no '
                                r'record for) row %d' % (len(rows) + 1),
                                said)), True, 'message')
    elif how == 'shorter':
        laws.same(said, 'zip_longest: %s: has no record for row %d, and %s '
                  'has one\n' % (found, len(rows) + 1, files.names[0]),
                  'message')
    else:
        laws.same(said, 'zip_longest: %s: has no record for row %d, and %s '
                  'has one\n' % (files.names[0], len(rows) + 1, found),
                  'message')


laws.main()
