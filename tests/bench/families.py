#!/usr/bin/env python3
"""Solves made events of growing size and prints what came of it, as a table.

usage: families.py MATCHDAY [--families small,day,...] [--seeds 1,2,3] [--limit S]
                   [--objective served] [--others]

Value and bound are those of `served`, the time and the memory those of the whole run
with everything written. With --others glpsol and cbc solve the same program (`matchday
model`), with the same limit in seconds; CONTRADICTS marks an optimum of theirs that our
value and bound do not allow. Medians over the seeds, worst gap.
"""
import argparse
import os
import shutil
import statistics
import tempfile

import made_event
import measure


def percent(value, bound):
    return 100 * abs(bound - value) / max(1, abs(value))


def solve_one(program, folder, family, seed, given):
    event = os.path.join(folder, f"{family}-{seed}")
    made_event.write_family(event, family, seed)
    options = ["--threads", str(given.threads)]
    if given.objective:
        options += ["--objective", given.objective]
    ours = measure.matchday(program, event, event + "-out", given.limit, *options)
    others = {}
    if given.others:
        model = event + ".lp"
        measure.measured([program, "model", event, "-o", model], given.limit)
        for name in ("glpsol", "cbc"):
            if shutil.which(name):
                others[name] = getattr(measure, name)(model, given.limit)
    return ours, others


def is_contradicted(ours, theirs):
    """Whether the optimum that another solver proved is beyond our bound, or ours is
    beyond theirs. Only with --objective served are the programs the same."""
    level = ours["levels"].get("served")
    return bool(level and theirs["proven"] and theirs["value"] is not None and
                not level["value"] <= theirs["value"] <= level["bound"])


def others_cell(name, runs, objective):
    pairs = [(ours, others[name]) for ours, others in runs if name in others]
    if not pairs:
        return []
    proven = sum(theirs["proven"] for _, theirs in pairs)
    seconds = statistics.median(theirs["seconds"] for _, theirs in pairs)
    values = [theirs["value"] for _, theirs in pairs if theirs["value"] is not None]
    value = f"{statistics.median(values):.0f}" if values else "none"
    told = f"{value}, {proven} of {len(pairs)}, {seconds:.2f}"
    if objective == "served" and any(is_contradicted(*pair) for pair in pairs):
        told += " CONTRADICTS"
    return [told]


def row_of(family, runs, objective):
    served = [run["levels"].get("served") for run, _ in runs]
    cells = [family]
    if all(served):
        cells.append(f"{statistics.median(level['value'] for level in served):.0f}")
        cells.append(f"{statistics.median(level['bound'] for level in served):.0f}")
        gaps = [percent(level["value"], level["bound"]) for level in served]
        proven = sum(level["status"] == "optimal" for level in served)
        cells += [f"{max(gaps):.3f} %", f"{proven} of {len(runs)}"]
    else:
        cells += ["none", "", "", ""]
    cells.append(f"{statistics.median(run['seconds'] for run, _ in runs):.2f}")
    cells.append(f"{statistics.median(run['processor_s'] for run, _ in runs):.2f}")
    cells.append(f"{max(run['megabytes'] for run, _ in runs)}")
    for name in ("glpsol", "cbc"):
        cells += others_cell(name, runs, objective)
    return cells


def print_row(cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--families", default="small,day,busy,medium")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--objective", help="as of `matchday solve`; default order if left out")
    parser.add_argument("--others", action="store_true")
    given = parser.parse_args()
    print(measure.machine())
    head = ["family", "served", "bound", "worst gap", "proven", "seconds", "of processor", "MB"]
    if given.others:
        head += [f"{name}: value, proven, seconds" for name in ("glpsol", "cbc")
                 if shutil.which(name)]
    print_row(head)
    print_row(["---"] * len(head))
    with tempfile.TemporaryDirectory() as folder:
        for family in given.families.split(","):
            runs = [solve_one(given.program, folder, family, int(seed), given)
                    for seed in given.seeds.split(",")]
            print_row(row_of(family, runs, given.objective))


if __name__ == "__main__":
    main()
