#!/usr/bin/env python3
"""Prints every level of one event's schedule: value, bound, gap.

usage: levels.py MATCHDAY EVENT... [-- option of `matchday solve`...]
"""
import sys
import tempfile

import measure


def main():
    given = sys.argv[1:]
    options = given[given.index("--") + 1:] if "--" in given else []
    program, *events = given[:len(given) - len(options) - ("--" in given)]
    for event in events:
        with tempfile.TemporaryDirectory() as out:
            run = measure.matchday(program, event, out, 600, *options)
        print(f"{event}: {run['seconds']:.2f} s, {run['processor_s']:.2f} s of "
              f"processor, {run['megabytes']} MB")
        for name, level in run["levels"].items():
            value, bound = level["value"], level["bound"]
            told = "no bound" if bound is None else f"bound {bound}"
            print(f"  {name:12} {value:>9}  {told:>15}  {level['status']}")


if __name__ == "__main__":
    main()
