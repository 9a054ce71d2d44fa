# SPDX-License-Identifier: MIT
"""map is map, and writes what Python's value has: fields, JSON, nothing."""

import json

import laws

ALPHABET = b'ab,AB \t\r\0\xff'
# What can stand in JSON: characters of one to four bytes, and what is escaped.
CHARACTERS = 'ab,"\\/ \t\r\0\x1f\x7f\xe9\u20ac\u2028\U0001d11e'


class Row:
    """A record, its fields, its index, and the row before."""

    def __init__(self, record, fields, i, prev):
        self.record = record
        self.fields = fields
        self.i = i
        self.prev = prev

    def field(self, i):
        return self.fields[i] if -len(self.fields) <= i < len(self.fields) \
            else b''


def blanks(record):
    return record.replace(b'\t', b' ').split(b' ')


# Expressions, and the fields that come of them; None: no record.
VALUES = {
    'x': lambda r: [r.record],
    'i, x': lambda r: [b'%d' % r.i, r.record],
    '[x, x]': lambda r: [r.record] * 2,
    'row': lambda r: r.fields,
    'row[::-1]': lambda r: r.fields[::-1],
    'row[1:]': lambda r: r.fields[1:],
    'row[0], row[-1], row[9]':
        lambda r: [r.field(0), r.field(-1), r.field(9)],
    'len(row)': lambda r: [b'%d' % len(r.fields)],
    'x if i % 2 else None': lambda r: [r.record] if r.i % 2 else None,
    'None': lambda r: None,
    '(prev[0], x) if i else None':
        lambda r: [r.prev.field(0), r.record] if r.prev else None,
    "x.upper() + '!'": lambda r: [r.record.upper() + b'!'],
    "f'{i}:{row[0]}'": lambda r: [b'%d:' % r.i + r.field(0)],
    "sorted(row)[:2]": lambda r: sorted(r.fields)[:2],
    "x.replace('a', 'bb')": lambda r: [r.record.replace(b'a', b'bb')],
    "'a' in x, x.startswith('b')":
        lambda r: [b'%r' % (b'a' in r.record),
                   b'%r' % r.record.startswith(b'b')],
}


@laws.law
def is_map(draw):
    records = laws.varied(draw, ALPHABET)
    words, joint = draw.choice((
        ([], b'\t'), (['--output-delimiter=\\t+'], b'\t+'),
        (['-t,'], b','), (['-t', 'ab', '--output-delimiter', ''], b''),
    ))

    def split(record):
        if words[:1] == ['-t,']:
            return record.split(b',')
        if words[:1] == ['-t']:
            return record.split(b'ab')
        return [field for field in blanks(record) if field]

    expression = draw.choice(list(VALUES))
    # The order of bytes is another one with two of them in each other's place.
    way = draw.choice(laws.WAYS if 'sorted' in expression else laws.WAYS_Z)
    want, prev = [], None
    for i, record in enumerate(records):
        row = Row(record, split(record), i, prev)
        fields = VALUES[expression](row)
        if fields is not None:
            want.append(joint.join(fields))
        prev = row
    outcome = laws.run(['map', *words, expression], laws.stream(
        draw, records), way)
    laws.same(outcome.out, laws.joined(want))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def is_a_function_of_a_field(draw):
    texts = [draw.choice(('1', '-2', '3.50', '007', '1e2', '', 'x', '1_0',
                          '-', '10' * 12)) for _ in range(draw.randrange(9))]
    words, records = draw.choice((
        (['-k2'], ['a %s ' % (text or '-') for text in texts]),
        (['-t,', '--key=1'], ['%s,b' % text for text in texts]),
        (['-e', '=(.*)$', '-k', '1'], ['a=%s' % text for text in texts]),
        (['--regexp=([^=]*)=(.*)', '-k2'], ['a=%s' % text
                                            for text in texts]),
    ))
    records = [record.encode() for record in records]
    good = {'1': 2, '-2': -4, '3.50': '7.00', '007': 14, '1e2': 200,
            '10' * 12: 2 * int('10' * 12)}
    bad = sum(text not in good for text in texts)
    what = draw.choice(('skip', 'pass', 'fail'))
    want = []
    for text, record in zip(texts, records):
        if text in good:
            want.append(str(good[text]).encode())
        elif what == 'pass':
            want.append(record)
        elif what == 'fail':
            break
    words += draw.choice((['--invalid=' + what], ['--invalid', what]))
    outcome = laws.run(['map', *words, 'x * 2'], laws.joined(records),
                       draw.choice(laws.WAYS_Z))
    laws.same(outcome.out, laws.joined(want))
    laws.same(outcome.status, 1 if bad and what == 'fail' else 0, 'status')


def a_string(draw):
    return ''.join(draw.choice(CHARACTERS) for _ in range(draw.randrange(9)))


@laws.law
def a_dict_is_json(draw):
    records = [a_string(draw) for _ in range(draw.randrange(9))]
    name = a_string(draw).replace('\0', '')
    spelled = "'%s'" % name.replace('\\', '\\\\').replace("'", "\\'")
    expression = '{%s: x, "i": i, "n": 1.50, "t": [i < 1, None, "\\x01"], ' \
        '**{"b": row}}' % spelled
    outcome = laws.run(['map', '-t', '/', expression], laws.joined(
        record.encode() for record in records), draw.choice(laws.WAYS))

    class Decimal(float):
        """A number that has the fraction that it was written with."""

        def __repr__(self):
            return '1.50'

    want = []
    for i, record in enumerate(records):
        value = {name: record}
        value.update({'i': i, 'n': Decimal(1.5), 't': [i < 1, None, '\1'],
                      'b': record.split('/')})
        want.append(json.dumps(value, ensure_ascii=False,
                               separators=(',', ':')).encode())
    laws.same(outcome.err, b'', 'standard error')
    laws.same([json.loads(line) for line in
               outcome.out.decode().split('\n')[:-1]],
              [json.loads(line) for line in want])
    laws.same(outcome.out.count(b'"n":1.50'), len(records))


laws.main()
