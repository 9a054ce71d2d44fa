# SPDX-License-Identifier: MIT
"""chain is itertools.chain, and chain.from_iterable where names are read."""

import bz2
import gzip
import itertools
import lzma
import os
import re
import tempfile

import laws

PACKERS = {'': bytes, '.gz': gzip.compress, '.xz': lzma.compress,
           '.bz2': bz2.compress}


class Pools:
    """Operands, some of them standard input or not there."""

    def __init__(self, draw, operands, most=5, missing=True):
        self.names, self.pools, self.said = [], [], []
        self.data = laws.stream(draw, laws.varied(draw))
        used_up = False
        for _ in range(draw.randrange(most + 1)):
            kind = draw.randrange(8)
            if kind == 0 and missing:
                name = b'%s/none' % operands.folder.encode()
                self.names.append(name)
                self.pools.append([])
                self.said.append(b'chain: %s: No such file or directory\n' %
                                 name)
            elif kind == 1:
                self.names.append(b'-')
                self.pools.append([] if used_up else self.split(self.data))
                used_up = True
            else:
                records = laws.varied(draw)
                self.names.append(operands.add(
                    laws.stream(draw, records),
                    draw.choice(('operand', 'operand', 'fifo'))))
                self.pools.append(records)
        if not self.names:
            self.pools.append(self.split(self.data))
        self.left = self.data if b'-' not in self.names and self.names \
            else b''

    @staticmethod
    def split(data):
        records = data.split(b'\n')
        return records if records[-1] else records[:-1]

    def hold(self, outcome, records):
        laws.same(outcome.out, laws.joined(records))
        laws.same(outcome.err, b''.join(self.said), 'standard error')
        laws.same(outcome.status, 1 if self.said else 0, 'status')


@laws.law
def is_chain(draw):
    with laws.Operands() as operands:
        pools = Pools(draw, operands)
        outcome = laws.run(['chain', *pools.names], pools.data,
                           draw.choice(laws.SHARED))
    pools.hold(outcome, itertools.chain(*pools.pools))
    laws.same(outcome.left, pools.left, 'left')


@laws.law
def one_file_passes_unchanged(draw):
    records = laws.varied(draw)
    outcome = laws.run(['chain'], laws.stream(draw, records),
                       draw.choice(laws.WAYS_Z))
    laws.same(outcome.out, laws.joined(records))


@laws.law
def says_where_records_are_from(draw):
    with laws.Operands() as operands:
        pools = Pools(draw, operands)
        outcome = laws.run(['chain', draw.choice(('-H', '--with-filename')),
                            *pools.names], pools.data,
                           draw.choice(laws.SHARED))
    pools.hold(outcome, (name + b'\t' + record for name, pool in
                         zip(pools.names or [b'-'], pools.pools)
                         for record in pool))


@laws.law
def is_chain_from_iterable(draw):
    with laws.Operands() as operands:
        pools = Pools(draw, operands)
        option, end = draw.choice((('--files-from', b'\n'),
                                   ('--files0-from', b'\0')))
        data = laws.joined(pools.names, end)
        if draw.randrange(2):
            data = data[:-1]
        if b'-' in pools.names or draw.randrange(2):
            words = ['chain', option + '=' +
                     operands.add(data).decode()]
            outcome = laws.run(words, pools.data, draw.choice(laws.SHARED))
        else:
            outcome = laws.run(['chain', option, '-'], data,
                               draw.choice(laws.SHARED))
    pools.hold(outcome, itertools.chain.from_iterable(
        pools.pools if pools.names else []))


def copy_of(draw):
    """Return what a copy's name has, and its age: the least is the oldest."""
    if draw.randrange(2):
        n = draw.choice((0, 1, 2, 9, 10, 11, 99, 100, 10**25))
        return '.%d' % n, (1, -n)
    parts = (draw.choice((1999, 2025, 2026)), draw.choice((1, 2, 10, 12)),
             draw.choice((1, 2, 9, 10, 31)))
    more = draw.choice(('', '', '', '-5', '-10', '.7', '-1200'))
    date = draw.choice(('-%04d%02d%02d', '.%04d-%02d-%02d')) % parts
    return date + more, (0, *parts,
                         [int(n) for n in re.findall(r'\d+', more)])


NO_COPIES = ('.old', '.1.tar', '.1a', '-2026', '-20261301', '.2026-1-1', '~',
             '.gz', '1', '-1', '.x.1')


@laws.law
def rotated_copies_come_before_oldest_first(draw):
    with tempfile.TemporaryDirectory() as folder:
        copies = {}
        for _ in range(draw.randrange(8)):
            name, age = copy_of(draw)
            if age not in copies.values():
                copies[name] = age
        for name in draw.sample(NO_COPIES, 3):
            with open(os.path.join(folder, 'log' + name), 'wb') as file:
                file.write(b'no copy\n')
        want = []
        for name in sorted(copies, key=copies.get) + ['']:
            records = laws.records(draw, most=4)
            ending = draw.choice(list(PACKERS)) if name else ''
            with open(os.path.join(folder, 'log' + name + ending),
                      'wb') as file:
                # What is empty is not known as compressed, nor is it.
                file.write(PACKERS[ending](laws.stream(draw, records)))
            want += records
        log = os.path.join(folder, 'log')
        outcome = laws.run(['chain', '--rotated', log])
        laws.same(outcome.err, b'', 'standard error')
        laws.same(outcome.out, laws.joined(want))
        with laws.Operands() as operands:
            names = operands.add(laws.joined([log.encode()] * 2))
            outcome = laws.run(['chain', '--rotated',
                                '--files-from=' + names.decode()])
        laws.same(outcome.out, laws.joined(want + want))


laws.main()
