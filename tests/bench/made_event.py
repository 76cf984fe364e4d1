#!/usr/bin/env python3
"""Makes a matchmaking event of a given size; the same arguments, the same event.

usage: made_event.py FOLDER [--family NAME | --participants N --wishes N --days N
                             --slots N --rooms N --interpreters N] [--seed N]

Two sides, Europe and Japan, wish for each other. Some bodies are far more asked for
than others, a fifth of the wishes is mutual, and most bodies are there for a part of
the day only, told in their own time. Who shares no language needs an interpreter.
"""
import argparse
import json
import os
import random
from datetime import datetime, timedelta, timezone

# participants, wishes, days, slots a day, rooms, interpreters
FAMILIES = {
    "small": (40, 90, 1, 6, 8, 3),
    "day": (130, 300, 1, 8, 19, 6),
    "busy": (200, 1000, 1, 16, 40, 16),
    "medium": (400, 2500, 2, 12, 60, 40),
    "large": (2000, 15000, 3, 12, 300, 200),
    "xl": (5000, 50000, 4, 12, 1000, 500),
}
EUROPE = [
    ("FR", "Europe/Paris", "fr"), ("DE", "Europe/Berlin", "de"),
    ("BE", "Europe/Brussels", "nl"), ("ES", "Europe/Madrid", "es"),
    ("IT", "Europe/Rome", "it"), ("PL", "Europe/Warsaw", "pl"),
    ("FI", "Europe/Helsinki", "fi"), ("PT", "Europe/Lisbon", "pt"),
]
FIRST_DAY = datetime(2026, 6, 1, 6, 0, tzinfo=timezone.utc)
SLOT_MINUTES, CHANGEOVER_MINUTES = 20, 5


def instant(day, slot):
    step = SLOT_MINUTES + CHANGEOVER_MINUTES
    return FIRST_DAY + timedelta(days=day, minutes=slot * step)


def utc(moment):
    return moment.strftime("%Y-%m-%dT%H:%MZ")


def make_participant(dice, number, side):
    body = {"id": f"{side.lower()}{number:04d}", "organisation": f"{side} body {number}",
            "side": side, "contacts": [{"name": f"Contact {number}",
                                        "email": f"{side.lower()}{number}@example.org"}]}
    if side == "JP":
        body.update(country="JP", time_zone="Asia/Tokyo")
        body["languages"] = ["ja", "en"] if dice.random() < 0.55 else ["ja"]
    else:
        country, zone, language = EUROPE[number % len(EUROPE)]
        body.update(country=country, time_zone=zone, languages=[language, "en"])
    if dice.random() < 0.08:
        body["parallel"] = 2
    if dice.random() < 0.15:
        body["max_meetings"] = dice.randint(2, 6)
    return body


def make_windows(dice, body, days, slots):
    """Everybody is there every day, a third of them from the first slot to the last."""
    for day in range(days):
        length = slots if dice.random() < 0.33 else dice.randint((slots + 1) // 2, slots)
        first = dice.randint(0, slots - length)
        yield {"participant": body["id"], "start": utc(instant(day, first)),
               "end": utc(instant(day, first + length)), "kind": "available"}


def make_wishes(dice, sides, n):
    """Popularity falls with the rank in a shuffled list, as 1 / (rank + 3)."""
    orders, weights = [], []
    for side in sides:
        order = side[:]
        dice.shuffle(order)
        orders.append(order)
        weights.append([1 / (rank + 3) ** 0.5 for rank in range(len(order))])
    seen, wishes = set(), []
    most = len(sides[0]) * len(sides[1])
    while len(wishes) < n and len(seen) < most:
        pair = tuple(dice.choices(orders[k], weights[k])[0]["id"] for k in (0, 1))
        if pair in seen:
            continue
        seen.add(pair)
        asker = dice.randrange(2)
        for side in (asker, 1 - asker)[:2 if dice.random() < 0.2 else 1]:
            wishes.append({"id": f"w{len(wishes) + 1}", "from": pair[side],
                           "to": pair[1 - side], "priority": dice.randint(1, 5)})
    return wishes[:n]


def make_event(participants, wishes, days, slots, rooms, interpreters, seed):
    dice = random.Random(seed)
    half = participants // 2
    sides = [[make_participant(dice, k, name) for k in range(n)]
             for name, n in (("EU", participants - half), ("JP", half))]
    people = sides[0] + sides[1]
    step = timedelta(minutes=SLOT_MINUTES + CHANGEOVER_MINUTES)
    sessions = [{"id": f"day{day + 1}", "date": f"{instant(day, 0):%Y-%m-%d}",
                 "start": f"{instant(day, 0):%H:%M}",
                 "end": f"{instant(day, 0) + slots * step:%H:%M}",
                 "time_zone": "UTC", "meeting_minutes": SLOT_MINUTES,
                 "changeover_minutes": CHANGEOVER_MINUTES} for day in range(days)]
    return {
        "format": "matchday-event/1",
        "event": {"id": f"bench-{seed}", "name": "Benchmark", "uid_domain": "example.org",
                  "organizer": {"name": "Desk", "email": "desk@example.org"}},
        "sessions": sessions, "participants": people, "rooms": rooms,
        "interpreters": [{"id": f"I{k + 1}", "pairs": ["en-ja"], "max_consecutive": 4}
                         for k in range(interpreters)],
        "availability": [row for body in people
                         for row in make_windows(dice, body, days, slots)],
        "requests": make_wishes(dice, sides, wishes),
    }


def write_family(folder, family, seed):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "event.json"), "w", encoding="utf-8") as file:
        json.dump(make_event(*FAMILIES[family], seed), file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--family", choices=FAMILIES, default="day")
    parser.add_argument("--seed", type=int, default=1)
    names = ("participants", "wishes", "days", "slots", "rooms", "interpreters")
    for name in names:
        parser.add_argument("--" + name, type=int)
    given = parser.parse_args()
    size = [getattr(given, name) if getattr(given, name) is not None else usual
            for name, usual in zip(names, FAMILIES[given.family])]
    FAMILIES["asked"] = size
    write_family(given.folder, "asked", given.seed)


if __name__ == "__main__":
    main()
