# SPDX-License-Identifier: MIT
"""groupby is itertools.groupby, -u -c collections.Counter, numbers exact."""

import collections
import decimal
import itertools
import math
import os
import re
import select
import subprocess

import laws

decimal.getcontext().prec = 1000
ALPHABET = b'abAB,, \t\r\0\xff'
FOLD = bytes.maketrans(b'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
                       b'abcdefghijklmnopqrstuvwxyz')


def some(draw):
    """Return records of which neighbours are often equal."""
    few = laws.records(draw, most=6, longest=4, alphabet=ALPHABET) or [b'']
    return [draw.choice(few) for _ in range(draw.randrange(24))]


def blanks(record):
    return [field for field in record.replace(b'\t', b' ').split(b' ')
            if field]


REGEXPS = (('([ab]+),?([AB]*)', b'([ab]+),?([AB]*)'), ('[abAB]', b'[abAB]'),
           ('(?<one>a)|(?<two>b)', b'(?P<one>a)|(?P<two>b)'),
           ('^([^,]*)', b'^([^,]*)'))


def matched(draw):
    """The key is what a regular expression finds, or some of that."""
    regexp, same = draw.choice(REGEXPS)
    same = re.compile(same)
    wanted = None
    words = draw.choice((['-e', regexp], ['--regexp=' + regexp]))
    if draw.randrange(2):
        wanted = draw.choice(([0], [0, 0], [0, 7]))
        words += ['-k', ','.join(str(i + 1) for i in wanted)]
        if 'one' in regexp and draw.randrange(2):
            words[-1], wanted = 'two,one', [1, 0]

    def key(record):
        match = same.search(record)
        if not match:
            return None
        groups = [group or b'' for group in match.groups()] or [match[0]]
        if wanted is None:
            return tuple(groups)
        return tuple(groups[i] if i < len(groups) else b'' for i in wanted)
    return words, key


EXPRESSIONS = {
    'x[:1]': lambda record: (record[:1],),
    '(len(row), row[0])': lambda record: (b'%d' % len(blanks(record)),
                                          (blanks(record) + [b''])[0]),
    "x if 'a' in x else None":
        lambda record: (record,) if b'a' in record else None,
    "[x.upper(), 'z']": lambda record: (record.upper(), b'z'),
}


def computed(draw):
    """The key is the value of an expression."""
    word = draw.choice(list(EXPRESSIONS))
    return draw.choice((['-f', word], ['--func=' + word])), EXPRESSIONS[word]


def keys(draw):
    """Return options that say what the key is, and a function that does.

    A record for which that is None has no key.
    """
    way = draw.randrange(8)
    if way == 0:
        return [], lambda record: (record,), b'\t'
    if way > 4:
        options, key = (matched if way > 5 else computed)(draw)
        joint = draw.choice((None, b'+'))
        if joint:
            options.append('--output-delimiter=+')
        return options, key, joint or b'\t'
    split = blanks
    options, joint = [], b'\t'
    if way > 2:
        joint = draw.choice([b',', b'ab', b'\xff'])
        options = ['-t', b'\\xff' if joint == b'\xff' else joint]
        separator = joint
        split = lambda record: record.split(separator)
    if way % 2:
        wanted = [draw.randrange(3) for _ in range(draw.randrange(1, 4))]
        options += ['-k', ','.join(str(i + 1) for i in wanted)]
        pick = lambda fields: tuple(fields[i] if i < len(fields) else b''
                                    for i in wanted)
    else:
        options += ['-k', '2-']
        pick = lambda fields: tuple(fields[1:])
    if draw.randrange(4) == 0:
        joint = b'::'
        options += ['--output-delimiter', '::']
    return options, lambda record: pick(split(record)), joint


def with_case(draw, options, key):
    """Ignore case now and then; return how keys are to be compared."""
    if draw.randrange(2):
        return options, key

    def equal(record):
        fields = key(record)
        return fields and tuple(field.translate(FOLD) for field in fields)
    return options + ['-i'], equal


class Group(list):
    """Records, and the key that the first one spells."""

    def __init__(self, key, equal):
        super().__init__()
        self.key = key
        self.equal = equal


def groups(records, key, equal, starts=False):
    """Return groups as itertools.groupby makes them.

    What has no key belongs to the group before; before the first key the key
    is empty. With starts every key begins a group.
    """
    found = []
    for record in records:
        same = equal(record)
        if not found or (same is not None and
                         (starts or same != found[-1].equal)):
            found.append(Group(*((key(record), same) if same is not None
                                 else ((b'',), (b'',)))))
        found[-1].append(record)
    return found


@laws.law
def the_model_is_itertools(draw):
    """Where every record has a key, those groups are itertools.groupby's."""
    records = some(draw)
    laws.same([list(group) for group in groups(
        records, lambda record: (record,), len)],
        [list(group) for _, group in itertools.groupby(records, len)])


@laws.law
def groups_as_itertools(draw):
    records = some(draw)
    options, key, joint = keys(draw)
    options, equal = with_case(draw, options, key)
    starts = draw.randrange(4) == 0
    if starts:
        options.append(draw.choice(('-s', '--start')))
    found = groups(records, key, equal, starts)
    first = [joint.join(group.key) for group in found]
    n = draw.randrange(4)
    ways = {
        (): [b'\t'.join([spelled] + group)
             for spelled, group in zip(first, found)],
        ('-c',): [b'%d\t%s' % (len(group), spelled)
                  for spelled, group in zip(first, found)],
        ('-n', n): [record for group in found for record in group[:n]],
        ('-g',): [record for i, group in enumerate(found)
                  for record in ([b''] if i else []) + group],
    }
    for output, want in ways.items():
        way = draw.choice(laws.WAYS_Z)
        outcome = laws.run(['groupby', *options, *output],
                           laws.joined(records), way)
        laws.same(outcome.out, laws.joined(want), ' '.join(map(str, output)))
    outcome = laws.run(['groupby', *options, '-j'], laws.joined(records),
                       draw.choice(laws.WAYS))
    laws.same(outcome.out, laws.joined(map(laws.joined, found), b'\0'), '-j')


@laws.law
def zero_is_as_good_a_terminator(draw):
    records = [record.replace(b'\0', b'\n') for record in some(draw)]
    want = [b'%d\t%s' % (len(list(group)), record)
            for record, group in itertools.groupby(records)]
    outcome = laws.run(['groupby', '-z', '-c'], laws.joined(records, b'\0'))
    laws.same(outcome.out, laws.joined(want, b'\0'))


@laws.law
def unsorted_counts_as_counter(draw):
    records = some(draw)
    options, key, joint = keys(draw)
    options, equal = with_case(draw, options, key)
    # Each with the key that it has, or takes over.
    known = [(group.equal, group.key, record)
             for group in groups(records, key, equal) for record in group]
    counter = collections.Counter(same for same, _, _ in known)
    spelled = {}
    for same, spelling, _ in known:
        spelled.setdefault(same, spelling)
    way = draw.choice(laws.WAYS_Z)
    outcome = laws.run(['groupby', '-u', '-c', *options],
                       laws.joined(records), way)
    laws.same(outcome.out, laws.joined(
        b'%d\t%s' % (n, joint.join(spelled[each]))
        for each, n in counter.items()))
    seen = collections.Counter()
    want = []
    for same, _, record in known:
        seen[same] += 1
        if seen[same] <= 2:
            want.append(record)
    outcome = laws.run(['groupby', '-u', '-n2', *options],
                       laws.joined(records), way)
    laws.same(outcome.out, laws.joined(want))


@laws.rarely(3)
def many_keys_are_counted(draw):
    many = draw.randrange(1, 5000)
    records = [b'%x' % draw.randrange(many) for _ in range(5000)]
    outcome = laws.run(['groupby', '-u', '-c'], laws.joined(records))
    laws.same(outcome.out, laws.joined(
        b'%d\t%s' % (n, key)
        for key, n in collections.Counter(records).items()))


@laws.law
def a_record_without_a_key_joins_the_one_before(draw):
    records = laws.records(draw, longest=3, alphabet=b'01x\0\xff')
    start = draw.randrange(2)
    found = []
    for record in records:
        digit = next((bytes([c]) for c in record if c in b'01'), None)
        if found and (digit is None or
                      not start and digit == found[-1][0]):
            found[-1][1].append(record)
        else:
            found.append((digit or b'', [record]))
    outcome = laws.run(['groupby', '-e', '[01]'] + ['-s'] * start,
                       laws.joined(records))
    laws.same(outcome.out, laws.joined(
        b'\t'.join([key] + group) for key, group in found))


@laws.law
def check_names_the_first_that_comes_back(draw):
    records = laws.records(draw, longest=2, alphabet=b'abc')
    seen, last, back = set(), None, None
    for i, record in enumerate(records):
        if record != last and record in seen:
            back = i
            break
        seen.add(record)
        last = record
    output = draw.choice((['-c'], ['-g'], ['-n1'], ['-i'], ['--first', '2'],
                          ['-a', 'count'], []))
    outcome = laws.run(['groupby', '--check'] + output,
                       laws.joined(records), draw.choice(laws.SHARED))
    want = b''
    if back is not None:
        want = (b"groupby: -:%d: the key '%s' comes back; sort the input, "
                b'or use -u\n' % (back + 1, records[back]))
    laws.same(outcome.err, want, 'standard error')
    laws.same(outcome.status, 0 if back is None else 1, 'status')
    if output == ['-g']:
        good = records if back is None else records[:back]
        found = [list(group) for _, group in itertools.groupby(good)]
        laws.same(outcome.out, laws.joined(
            record for i, group in enumerate(found)
            for record in ([b''] if i else []) + group))


def number(draw):
    text = str(draw.randrange(10 ** draw.choice([1, 2, 19, 40])))
    if draw.randrange(2):
        at = draw.randrange(len(text) + 1)
        text = text[:at] + '.' + text[at:]
    if draw.randrange(8) == 0:
        text += 'e%d' % draw.randrange(-4, 5)
    return draw.choice(['', '', '+', '-']) + text


def plain(value):
    """Write a number without exponent, zero without a sign."""
    text = format(value, 'f')
    return text.lstrip('-') if value == 0 else text


def read(text):
    value = decimal.Decimal(text)
    if value.as_tuple().exponent > 0:
        value = value.quantize(1)
    return value


def scale(value):
    return -value.as_tuple().exponent


@laws.law
def values_are_exact(draw):
    texts = [[number(draw) for _ in range(draw.randrange(1, 9))]
             for _ in range(draw.randrange(1, 4))]
    digits = draw.choice([None, 0, 3])
    percents = [draw.choice(['0', '50', '95', '99.9', '100', '33.333333',
                             str(draw.randrange(101))]) for _ in range(2)]
    records, want = [], []
    for i, group in enumerate(texts):
        records += ['%d,%s' % (i, text) for text in group]
        values = [read(text) for text in group]
        total = sum(values, decimal.Decimal(0))
        places = scale(total) + 6 if digits is None else digits
        mean = (total / len(values)).quantize(
            decimal.Decimal(1).scaleb(-places), decimal.ROUND_HALF_EVEN)
        ranked = sorted(values, key=lambda value: (value, scale(value)))
        found = [min(values), max(values), total, mean]
        for percent in percents:
            rank = math.ceil(decimal.Decimal(percent) * len(values) / 100)
            found.append(ranked[max(rank, 1) - 1])
        want.append('\t'.join(
            [str(i)] + [plain(value) for value in found] +
            [str(len(set(group))), ','.join(group), group[0], group[-1],
             str(len(group))]))
    options = ['-t,', '-k1', '-a', 'min:2,max:2,sum:2,mean:2,p%s:2,p%s:2,'
               'distinct:2,list:2,first:2,last:2,count' % tuple(percents)]
    if digits is not None:
        options.append('--digits=%d' % digits)
    data = laws.joined(record.encode() for record in records)
    want = laws.joined(line.encode() for line in want)
    outcome = laws.run(['groupby', *options], data,
                       draw.choice(laws.WAYS))
    laws.same(outcome.out, want)
    outcome = laws.run(['groupby', '-u', *options], data)
    laws.same(outcome.out, want, '-u')


@laws.law
def invalid_values_are_left_out_or_passed(draw):
    records = [b'%d %s' % (draw.randrange(2),
                           draw.choice([b'1', b'2.5', b'', b'x', b'0x1',
                                        b'1_0', b'nan', b'\xff', b'5\0']))
               for _ in range(draw.randrange(9))]

    def good(record):
        return record[2:] in (b'1', b'2.5')

    first = list(dict.fromkeys(record[:1] for record in records))
    kept = [[record for record in records
             if record[:1] == key and good(record)] for key in first]
    want = laws.joined(
        b'%s\t%d\t%s' % (key, len(group), plain(sum(
            decimal.Decimal(record[2:].decode())
            for record in group)).encode() if group else b'')
        for key, group in zip(first, kept))
    command = ['groupby', '-u', '-k1', '-a', 'count,sum:2']
    outcome = laws.run(command + ['--invalid=skip'], laws.joined(records))
    laws.same(outcome.out, want)
    bad = [record for record in records if not good(record)]
    said = b''
    if bad:
        said = b'groupby: %d record%s left out: --invalid=skip\n' % (
            len(bad), b's' * (len(bad) > 1))
    laws.same(outcome.err, said, 'standard error')
    outcome = laws.run(command + ['--invalid=pass'], laws.joined(records))
    laws.same(outcome.out, laws.joined(bad) + want)


@laws.law
def commands_get_their_groups(draw):
    records = [record.replace(b'\0', b'') for record in some(draw)[:8]]
    want = b''.join(
        b'[%s %d]\n%s' % (key, i, laws.joined(group))
        for i, (key, group) in enumerate(
            (key, list(group)) for key, group in itertools.groupby(records)))
    outcome = laws.run(
        ['groupby', '-x', 'printf "[%s %s]\\n" "$KEY" "$GROUP"; cat'],
        laws.joined(records), draw.choice(laws.WAYS))
    laws.same(outcome.out, want)
    laws.same(outcome.status, 0, 'status')


_done = set()


def once(name):
    """Say whether a law that takes long has not been tried yet."""
    return name not in _done and not _done.add(name)


def read_until(fd, want):
    """Read what want has; what comes later than 10 seconds does not come."""
    got = b''
    while len(got) < len(want):
        if not select.select([fd], [], [], 10)[0]:
            break
        more = os.read(fd, 65536)
        if not more:
            break
        got += more
    return got


@laws.law
def a_record_does_not_wait_for_the_next(draw):
    if draw.randrange(4):
        return
    for options, want in ((['-g'], b'a\na\n'), (['-n1'], b'a\n'),
                          (['-u', '-n1'], b'a\n'), (['-c'], b'2\ta\n'),
                          (['-x', 'cat'], b'a\na\n')):
        # Of a count the group must be complete.
        data = b'a\na\n' + (b'b\n' if options == ['-c'] else b'')
        with subprocess.Popen(['groupby', *options], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as tool:
            tool.stdin.write(data)
            tool.stdin.flush()
            got = read_until(tool.stdout.fileno(), want)
            tool.stdin.close()
        laws.same(got, want, ' '.join(options))


@laws.law
def a_group_may_have_no_end(draw):
    if not once('no end'):
        return
    # The reader leaves while one group goes on and on.
    for options in ['-g'], ['-x', 'cat'], ['-n99999999']:
        with subprocess.Popen(['yes'], stdout=subprocess.PIPE) as writer:
            with subprocess.Popen(['groupby', *options], stdin=writer.stdout,
                                  stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE) as tool:
                writer.stdout.close()
                laws.same(tool.stdout.read(4), b'y\ny\n')
                tool.stdout.close()
                laws.same(tool.stderr.read(), b'', 'standard error')
                laws.same(tool.wait(laws.PATIENCE), 0, 'status')


@laws.law
def many_groups_leave_nothing_behind(draw):
    if not once('many'):
        return
    # A descriptor or a child that is left over would not fit these limits.
    script = ('ulimit -n 16; exec groupby -x '
              '"case \\$KEY in *999) ls /proc/self/fd | wc -l; '
              'ps -o pid= --ppid \\$PPID | wc -l;; esac"')
    data = laws.joined(b'%d' % i for i in range(2000))
    outcome = laws.run(['sh', '-c', script], data)
    laws.same(outcome.status, 0, 'status')
    lines = outcome.out.split()
    laws.same(lines[:2], lines[2:], 'what is there after 2000 groups')


laws.main()
