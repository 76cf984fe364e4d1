"""Shuffles every list of a JSON file in which order means nothing.

usage: shuffle_lists.py SEED FILE OUT
"""
import json
import random
import sys

# Here the order is what the list says.
ORDERED = {"objective", "priority", "rank", "display_time_zones", "attendees"}


def shuffled(dice, value, key=""):
    if isinstance(value, dict):
        items = list(value.items())
        dice.shuffle(items)
        return {k: v if k in ORDERED else shuffled(dice, v, k) for k, v in items}
    if isinstance(value, list):
        items = [shuffled(dice, v) for v in value]
        dice.shuffle(items)
        return items
    return value


def main():
    seed, source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        value = json.load(file)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(shuffled(random.Random(int(seed)), value), file, ensure_ascii=False)


if __name__ == "__main__":
    main()
