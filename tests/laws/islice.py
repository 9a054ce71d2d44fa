# SPDX-License-Identifier: MIT
"""islice is a slice of a list, and itertools.islice where nothing is negative."""

import itertools
import os
import subprocess
import tempfile

import laws

HUGE = 2**63 - 1, 2**63, 10**30


def bound(draw, n, negative):
    """Return an index, None or a number past any type."""
    kind = draw.randrange(12)
    if kind < 2:
        return None
    if kind == 2:
        value = draw.choice(HUGE)
    elif kind < 7:
        value = draw.randrange(12)
    else:
        value = draw.randrange(n + 4)
    return -value if negative and draw.randrange(2) else value


def stride(draw, negative):
    value = draw.choice((None, 1, 1, 2, 3, 7, 16, 17, 40, 1000, 10**30))
    return -value if value and negative and draw.randrange(2) else value


def words(draw, start, stop, step):
    """Say it in notation or as one to three words."""
    if draw.randrange(2):
        if start is None and step is None and draw.randrange(2):
            return [str(stop)]
        if step is None and draw.randrange(2):
            return [str(start), str(stop)]
        return [str(start), str(stop), str(step)]
    parts = [start, stop] if step is None and draw.randrange(2) else [
        start, stop, step]
    return [':'.join('' if part is None and draw.randrange(4) else str(part)
                     for part in parts)]


@laws.law
def is_a_slice_of_a_list(draw):
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    start = bound(draw, len(records), True)
    stop = bound(draw, len(records), True)
    step = stride(draw, True)
    want = laws.joined(records[start:stop:step])
    outcome = laws.run(['islice'] + words(draw, start, stop, step), data,
                       draw.choice(laws.WAYS_Z))
    laws.same(outcome.out, want)
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def is_a_slice_of_several_files(draw):
    """They are one stream, read from its end or not."""
    pools = [laws.varied(draw) if draw.randrange(4) == 0 else
             laws.records(draw) for _ in range(draw.randrange(1, 4))]
    records = [record for pool in pools for record in pool]
    start = bound(draw, len(records), True)
    stop = bound(draw, len(records), True)
    step = stride(draw, True)
    standard = laws.stream(draw, pools[0])
    with laws.Operands() as operands:
        names = [operands.add(laws.stream(draw, pool),
                              draw.choice(('operand', 'fifo')))
                 for pool in pools]
        if draw.randrange(2):
            names[0] = '-'
        outcome = laws.run(['islice'] + words(draw, start, stop, step) +
                           names, standard, draw.choice(laws.SHARED))
    laws.same(outcome.out, laws.joined(records[start:stop:step]))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def uses_what_itertools_uses(draw):
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    bounds = [bound(draw, len(records), False) for _ in range(2)]
    step = stride(draw, False)
    # islice() itself refuses what is past its integers.
    least = [None if value is None else min(value, 2**62)
             for value in bounds + [step]]
    iterator = iter(range(len(records)))
    want = [records[i] for i in itertools.islice(iterator, *least)]
    used = len(records) - len(list(iterator))
    outcome = laws.run(['islice'] + words(draw, *bounds, step), data,
                       draw.choice(laws.SHARED_Z))
    laws.same(outcome.out, laws.joined(want))
    laws.same(outcome.left, laws.rest(data, records, used), 'left')


@laws.law
def uses_what_it_must_backwards(draw):
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    start, stop = (abs(draw.randrange(len(records) + 4)) for _ in range(2))
    step = -draw.choice((1, 2, 3, 17))
    outcome = laws.run(['islice', '%d:%d:%d' % (start, stop, step)], data,
                       draw.choice(laws.SHARED_Z))
    laws.same(outcome.out, laws.joined(records[start:stop:step]))
    laws.same(outcome.left, laws.rest(data, records, start + 1), 'left')


@laws.law
def uses_everything_from_the_end(draw):
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    start, stop = (-1 - draw.randrange(len(records) + 4) for _ in range(2))
    step = draw.choice((1, 3, -1, -3))
    outcome = laws.run(['islice', '%d:%d:%d' % (start, stop, step)], data,
                       draw.choice(laws.SHARED_Z))
    laws.same(outcome.out, laws.joined(records[start:stop:step]))
    laws.same(outcome.left, b'', 'left')


@laws.law
def goes_on_where_the_one_before_left_off(draw):
    records = laws.varied(draw)
    data = laws.stream(draw, records)
    first = draw.randrange(min(len(records), 12) + 1)
    start = bound(draw, len(records), True)
    step = stride(draw, True)
    one = ' '.join(words(draw, None, first, None))
    two = ' '.join(words(draw, start, None, step))
    outcome = laws.run(['sh', '-c', 'islice %s; islice %s' % (one, two)],
                       data, draw.choice(('file', 'pipe')))
    want = records[:first] + records[first:][start::step]
    laws.same(outcome.out, laws.joined(want))


def most_held(words, stdin):
    """Run islice, see its output pass by, return its most memory, in KiB."""
    tool = subprocess.Popen(['islice'] + words, stdin=stdin,
                            stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(tool.pid, 0)
    tool.returncode = status
    laws.same(status, 0, 'status')
    return usage.ru_maxrss


# Slices of a pipe, and of a file, that do not hold it; it has 80 MB.
SIZE = 80000000
FROM_PIPE = '1::3', '-5:', ':-5', '5:-5:2', '-9:-2:3', '1000:10:-3', '-9:9'
FROM_FILE = FROM_PIPE + ('::-1', '-7::-2', ':7:-1', '90000000:7:-1',
                         '-3000000:')


@laws.rarely(3)
def holds_no_more_than_it_must(draw):
    # What python had up to the fork counts as well.
    limit = SIZE / 1024 / 2
    if draw.randrange(2):
        words = [draw.choice(FROM_PIPE)]
        feeder = subprocess.Popen(
            'yes some words | head -c %d' % SIZE, shell=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        most = most_held(words, feeder.stdout)
        feeder.stdout.close()
        feeder.wait()
    else:
        words = [draw.choice(FROM_FILE)]
        with tempfile.TemporaryFile() as file:
            for _ in range(SIZE // 11000):
                file.write(b'some words\n' * 1000)
            file.seek(0)
            most = most_held(words, file)
    if most > limit:
        raise laws.Broken('%s held %d KiB' % (words, most))


@laws.law
def finds_the_end_of_a_file_at_once(draw):
    """A tebibyte of nothing would take minutes from its beginning."""
    with tempfile.NamedTemporaryFile() as file:
        try:
            file.truncate(2**40)
        except OSError:
            return
        file.seek(0, 2)
        file.write(b'\na\nb\nc')
        file.flush()
        words = draw.choice((['-3:'], ['-3:None'], ['-1:-4:-1']))
        outcome = laws.run(['islice'] + words + [file.name], way='pipe')
    laws.same(sorted(outcome.out.split()), [b'a', b'b', b'c'])


laws.main()
