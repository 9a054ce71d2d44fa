# SPDX-License-Identifier: MIT
"""Say which option of a tool, and which kind of input, no law has tried.

    python3 inventory.py NOTED

NOTED has what laws.note wrote. The tools are those of $TOOLS, what they can
have is what their --help says. What no law can try is in `untried`, a line
each: TOOL (or *), WHAT, and the reason.
"""

import ast
import os
import re
import subprocess
import sys

OPTION = re.compile(r'^  (?:-(\S), |    )--([a-z0-9-]+)(=?)')
WAYS = 'file', 'pipe', 'operand', 'fifo', '-z'


def options_of(tool):
    """Return the options that --help says, and whether it reads files."""
    said = subprocess.run([os.path.join(os.environ['TOOLS_DIR'], tool),
                           '--help'], stdout=subprocess.PIPE, check=True)
    lines = said.stdout.decode().split('\n')
    found = [match.groups() for match in map(OPTION.match, lines) if match]
    return found, 'FILE' in lines[0]


def used(word, options):
    """Yield the long names of the options in a word."""
    if word.startswith('--'):
        yield word[2:]
        return
    for letter in word[1:]:
        for short, name, has_value in options:
            if short == letter:
                yield name
                if has_value:
                    return


def exceptions():
    name = os.path.join(os.path.dirname(sys.argv[0]), 'untried')
    with open(name) as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                yield tuple(line.split(None, 2)[:2])


def main():
    tried = set()
    tools = [os.path.basename(path) for path in os.environ['TOOLS'].split()]
    known = {tool: options_of(tool) for tool in tools}
    with open(sys.argv[1]) as file:
        for line in file:
            tool, words, way = ast.literal_eval(line)
            if tool not in known:
                continue
            tried.add((tool, way))
            for word in words.split('\t'):
                for name in used(word, known[tool][0]):
                    tried.add((tool, '--' + name))
                    if name == 'zero-terminated':
                        tried.add((tool, '-z'))
    status = 0
    left_out = set(exceptions())
    for tool, (options, reads) in known.items():
        wanted = ['--' + name for _, name, _ in options]
        wanted += WAYS if reads else []
        missing = [what for what in wanted
                   if (tool, what) not in tried and
                   not {(tool, what), ('*', what)} & left_out]
        for what in missing:
            print('not ok inventory: no law tries %s of %s' % (what, tool))
            status = 1
        if not missing:
            print('ok inventory: %s' % tool)
    sys.exit(status)


main()
