# SPDX-License-Identifier: MIT
"""product is itertools.product."""

import itertools

import laws

# Around the steps that short records are copied in, and past a block.
LENGTHS = 0, 1, 2, 8, 14, 15, 16, 17, 31, 32, 33
LONG = 200, 65530, 65536, 70000


def pool(draw, most):
    alphabet = b'ab \r\0\xff'
    longest = LONG if draw.randrange(12) == 0 else LENGTHS
    return [bytes(draw.choices(alphabet, k=draw.choice(longest)))
            for _ in range(draw.randrange(most + 1))]


def rows(pools, repeat, delimiter):
    return laws.joined(delimiter.join(row) for row in
                       itertools.product(*pools, repeat=repeat))


def options(draw, most_repeat):
    """Return words, how often to repeat, the delimiter."""
    words, repeat, delimiter = [], 1, b'\t'
    if draw.randrange(2):
        repeat = draw.randrange(most_repeat + 1)
        words += ['-r', repeat]
    if draw.randrange(2):
        delimiter = draw.choice((b'', b', ', b'<' * 20))
        words += ['-d', delimiter]
    return words, repeat, delimiter


@laws.law
def is_the_product(draw):
    """Files, standard input any number of times, and lists."""
    words, repeat, delimiter = options(draw, 3)
    kinds = 'operand', 'operand', 'fifo'
    n = draw.randrange(1, 5) if repeat < 2 else draw.randrange(1, 3)
    most = 4 if n > 2 or repeat > 1 else 30
    shared = pool(draw, most)
    data = laws.joined(shared)
    if shared and shared[-1] and draw.randrange(2):
        data = data[:-1]
    pools = []
    with laws.Operands() as operands:
        for i in range(draw.randrange(n + 1)):
            kind = draw.randrange(3)
            if kind == 0:
                pools.append(shared)
                words.append('-')
                continue
            pools.append(pool(draw, most))
            # What is repeated or empty may be read not at all.
            kind = draw.choice(kinds)
            words.append(operands.add(laws.joined(pools[-1]), kind))
            laws.note(['product'], kind)
        while len(pools) < n:
            values = [value.replace(b'\0', b'0')[:5000]
                      for value in pool(draw, most)]
            pools.append(values)
            words += [':::'] + values
        outcome = laws.run(['product'] + words, data,
                           draw.choice(('file', 'pipe')))
    laws.same(outcome.out, rows(pools, repeat, delimiter))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def uses_nothing_where_a_pool_is_empty(draw):
    records = laws.records(draw)
    words = ['-'] + [':::', 'a'] * draw.randrange(3) + [':::']
    words += [':::', 'b'] * draw.randrange(3)
    outcome = laws.run(['product'] + words, laws.joined(records),
                       draw.choice(('file', 'pipe')))
    laws.same(outcome.out, b'')
    laws.same(outcome.left, laws.joined(records), 'left')


@laws.law
def has_the_records_where_there_is_one_pool(draw):
    records = laws.records(draw, most=20000)
    outcome = laws.run(['product'], laws.joined(records),
                       draw.choice(laws.WAYS_Z))
    laws.same(outcome.out, laws.joined(records))


@laws.law
def the_first_pool_is_streamed(draw):
    """It may be endless."""
    pools = [pool(draw, 5) or [b'a'] for _ in range(draw.randrange(1, 3))]
    pools = [[value.replace(b'\0', b'0')[:5000] for value in values]
             for values in pools]
    words = [word for values in pools for word in [':::'] + values]
    n = draw.randrange(1, 3000)
    outcome = laws.run(['sh', '-c', 'fib | product - "$@" | take %d' % n,
                        'sh'] + words)

    def first():
        a, b = 0, 1
        while True:
            yield b'%d' % a
            a, b = b, a + b

    want = (b'\t'.join((one,) + row) for one in first()
            for row in itertools.product(*pools))
    laws.same(outcome.out, laws.joined(itertools.islice(want, n)))


laws.main()
