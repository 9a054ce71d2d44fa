# SPDX-License-Identifier: MIT
"""take is itertools.islice with a stop; a descriptor is an iterator."""

import itertools

import laws

HUGE = 2**31, 2**63 - 1, 2**63, 2**64 + 1, 10**30


def count(draw, n):
    """Return how many to take, and how that may be typed."""
    value = draw.choice((0, 1, draw.randrange(12), draw.randrange(n + 4),
                         draw.choice(HUGE)))
    return value, draw.choice(('%d', '+%d', '00%d', '{:_}')).replace(
        '{:_}', '{:_}'.format(value)).replace('%d', str(value))


@laws.law
def takes_as_islice_and_leaves_the_rest(draw):
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    n, word = count(draw, len(records))
    outcome = laws.run(['take', word], data, draw.choice(laws.WAYS_Z))
    iterator = iter(records)
    # islice() itself refuses what is past its integers.
    want = list(itertools.islice(iterator, min(n, 2**62)))
    laws.same(outcome.out, laws.joined(want))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')
    if outcome.left is not None:
        used = len(records) - len(list(iterator))
        laws.same(outcome.left, laws.rest(data, records, used), 'left')


@laws.law
def is_strict_where_there_are_fewer(draw):
    records = laws.records(draw)
    data = laws.stream(draw, records)
    n, word = count(draw, len(records))
    words = draw.choice((['take', '-s', word], ['take', word, '--strict']))
    outcome = laws.run(words, data, draw.choice(laws.SHARED_Z))
    laws.same(outcome.out, laws.joined(records[:n]))
    laws.same((outcome.status, outcome.err),
              (0 if len(records) >= n else 1, b''), 'status')
    laws.same(outcome.left, laws.rest(data, records, n), 'left')


@laws.law
def drains_to_the_end(draw):
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    n, word = count(draw, len(records))
    words = ['take', '--drain', word] + ['-s'] * draw.randrange(2)
    outcome = laws.run(words, data, draw.choice(laws.SHARED_Z))
    laws.same(outcome.out, laws.joined(records[:n]))
    laws.same(outcome.status,
              1 if '-s' in words and len(records) < n else 0, 'status')
    laws.same(outcome.left, b'', 'left')


@laws.law
def takes_of_several_files_as_of_one(draw):
    """Only as many are opened as are needed: the last does not exist."""
    pools = [laws.records(draw) for _ in range(draw.randrange(1, 4))]
    standard = draw.randrange(len(pools) + 1)
    datas = [laws.stream(draw, pool) for pool in pools]
    way = draw.choice(laws.SHARED)
    with laws.Operands() as operands:
        names = [b'-' if i == standard else
                 operands.add(data, draw.choice(('operand', 'fifo')))
                 for i, data in enumerate(datas)]
        total = sum(map(len, pools))
        n = draw.randrange(total + 1)
        data = datas[standard] if standard < len(pools) else b'unread\n'
        outcome = laws.run(['take', n, *names, b'missing/file'], data, way)
    want = list(itertools.islice(itertools.chain(*pools), n))
    laws.same(outcome.out, laws.joined(want))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')
    if standard == len(pools):
        laws.same(outcome.left, data, 'left')
    else:
        used = n - sum(map(len, pools[:standard]))
        laws.same(outcome.left, laws.rest(data, pools[standard],
                                          max(0, used)), 'left')


@laws.law
def tools_share_a_descriptor_as_an_iterator(draw):
    """Whoever reads next goes on where the one before ended."""
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    iterator = iter(records)
    script, want = [], []
    for _ in range(draw.randrange(2, 7)):
        n = draw.choice((0, 1, 2, draw.randrange(12),
                         draw.randrange(len(records) + 2)))
        start = draw.randrange(n + 1)
        step = draw.randrange(1, 5)
        kind = draw.randrange(5)
        if kind == 0:
            script.append('take %d' % n)
            want += itertools.islice(iterator, n)
        elif kind == 1:
            script.append('islice %d %d %d' % (start, n, step))
            want += itertools.islice(iterator, start, n, step)
        elif kind == 2:
            script.append("takewhile 'i < %d'" % n)
            want += [record for _, record in itertools.takewhile(
                lambda pair: pair[0] < n, enumerate(iterator))]
        elif kind == 3:
            script.append("any 'i == %d'; echo $?" % n)
            want.append(b'%d' % (not any(
                i == n for i, _ in enumerate(iterator))))
        else:
            script.append("all 'i < %d'; echo $?" % n)
            want.append(b'%d' % (not all(
                i < n for i, _ in enumerate(iterator))))
    outcome = laws.run(['sh', '-c', '\n'.join(script)], data,
                       draw.choice(laws.SHARED))
    laws.same(outcome.out, laws.joined(want))
    used = len(records) - len(list(iterator))
    laws.same(outcome.left, laws.rest(data, records, used), 'left')


@laws.law
def ends_a_loop_of_the_shell(draw):
    """take -s is next(), and its status StopIteration."""
    records = [b'<' + record.replace(b'\0', b'').replace(b'\xff', b'')
               for record in laws.records(draw, most=8)]
    data = laws.stream(draw, records)
    n = draw.randrange(1, 3)
    outcome = laws.run(
        ['sh', '-c', 'while x=$(take -s %d); do printf "%%s\\n" "$x"; done'
         % n], data, draw.choice(laws.SHARED))
    whole = len(records) // n * n
    laws.same(outcome.out, laws.joined(records[:whole]))


laws.main()
