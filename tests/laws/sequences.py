# SPDX-License-Identifier: MIT
"""fib and countdown are the generators that they are called after."""

import itertools

import laws


def fib(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def integer(draw):
    value = draw.choice((draw.randrange(20), draw.randrange(10**6),
                         draw.randrange(10**18, 10**20),
                         10**draw.randrange(1, 60) - draw.randrange(2)))
    return value


def signed(draw):
    return draw.choice((1, 1, -1)) * integer(draw)


def typed(draw, n):
    """Return an integer as it may be typed."""
    word = draw.choice(('%d', '{:_}', '00%d')).replace(
        '{:_}', '{:_}'.format(abs(n))).replace('%d', str(abs(n)))
    return ('-' if n < 0 else draw.choice(('', '+'))) + word


def hold(draw, words, want, n):
    """Compare the first n records, ended by newline or NUL."""
    end = draw.choice(('', '-z'))
    laws.note(words + [end], 'none')
    outcome = laws.run(['sh', '-c', '"$@" | take %s %d' % (end, n), 'sh',
                        *words[:1], *([end] if end else []), *words[1:]])
    laws.same(outcome.out, laws.joined(
        (b'%d' % each for each in itertools.islice(want, n)),
        b'\0' if end else b'\n'))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def fib_is_its_generator(draw):
    words, want = ['fib'], fib()
    if draw.randrange(2):
        a, b = signed(draw), signed(draw)
        words += [typed(draw, a), typed(draw, b)]
        want = fib(a, b)
    hold(draw, words, want, draw.choice((0, 1, 2, 10, 100, 3000)))


@laws.law
def fib_begins_anywhere(draw):
    at = draw.choice((0, 1, 2, draw.randrange(100), draw.randrange(3000)))
    words, want = ['fib', '--from=' + typed(draw, at)], fib()
    if draw.randrange(2):
        a, b = signed(draw), signed(draw)
        words = ['fib', typed(draw, a), typed(draw, b), '--from', str(at)]
        want = fib(a, b)
    hold(draw, words, itertools.islice(want, at, None),
         draw.choice((1, 2, 40)))


@laws.law
def countdown_is_its_generator(draw):
    n = draw.choice((0, -1, 1, draw.randrange(30), draw.randrange(30000)))
    end = draw.choice(('', '-z'))
    outcome = laws.run(['countdown', *([end] if end else []),
                        typed(draw, n)])
    laws.same(outcome.out, laws.joined((b'%d' % each for each in
                                        countdown(n)),
                                       b'\0' if end else b'\n'))
    laws.same((outcome.status, outcome.err), (0, b''), 'status')


@laws.law
def countdown_of_any_size(draw):
    n = signed(draw)
    hold(draw, ['countdown', typed(draw, n)], countdown(n),
         draw.choice((0, 1, 25, 20000)))


@laws.law
def countdown_says_what_it_does(draw):
    n = draw.randrange(-2, 6)
    words = ['countdown', draw.choice(('-v', '--verbose')), str(n)]
    words += draw.choice(([], ['-n', '0'], ['--interval=0.001'],
                          ['-n.0005']))
    outcome = laws.run(words)
    laws.same(outcome.out, laws.joined(b'%d' % each for each in
                                       countdown(n)))
    laws.same(outcome.err, b'Starting countdown from %d\nLiftoff!\n' % n,
              'standard error')


laws.main()
