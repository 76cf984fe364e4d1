#!/usr/bin/env python3
"""Lets every command meet faults: calls that fail, and kill -9.

usage: faulty.py PROGRAM FAULTS.so SOURCE_ROOT [--all] [--only NAME] [--seed N]
                 [--kinds io,kill,mem,lib] [--kills N] [--leaks FAULTS_OF_FILES.so]

A small world, with an event, a schedule, results of an older run and files of the
organiser's own, is copied for each run. In it a command runs once without faults, and
once more; then with one fault each time: a call of open, read, write, fsync, rename,
link, mkdir, unlink and so on that fails, an allocation that fails, or the end of the
process just before it changes something on the disk (tests/support/faults.c). Whatever
happens, no file may be damaged: each is as before or as after, all of them together.
Then the command runs again, without faults: all must be as if nothing had been, and
nothing may lie about.

Without --all, only each so many-th call is tried, so that all takes a minute.
"""
import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

DOCUMENTED = {0, 1, 2, 3, 4, 70, 71}
LIMIT_S = 120
FEW = {"io": 5, "kill": 5, "mem": 2, "lib": 2}  # calls of a kind, without --all
STAMP = "1600000000"


def environment(faults=None, fault=None, log=None):
    given = {k: v for k, v in os.environ.items() if not k.startswith("LC_")}
    given.update(LC_ALL="C", SOURCE_DATE_EPOCH=STAMP)
    if faults:
        given["LD_PRELOAD"] = faults
    if fault:
        given["MATCHDAY_FAULT"] = fault
    if log:
        given["MATCHDAY_FAULT_LOG"] = log
    return given


def is_left(name):
    """What a run that was cut off may leave until the next one."""
    return name.startswith((".matchday-new", ".matchday-tmp", ".matchday-stage", ".matchday-commit"))


def state(world, with_left=True):
    """All files and folders, with what is in them; or without what is left."""
    found = {}
    for folder, folders, files in os.walk(world):
        if not with_left:
            folders[:] = [f for f in folders if not is_left(f)
                          and not (folder == world and f.endswith(".new"))]
            files = [f for f in files if not is_left(f)]
        for name in folders:
            found[os.path.relpath(os.path.join(folder, name), world) + "/"] = ""
        for name in files:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, world)] = hashlib.sha256(file.read()).hexdigest()
    return found


def differences(one, other):
    return sorted(k for k in one.keys() | other.keys() if one.get(k) != other.get(k))


def without_kept(now, clean):
    """A file of ours that could not be read may be somebody's: it is kept."""
    olds = set(clean["before"].values())
    return {k: v for k, v in now.items()
            if k in clean["after"] or ".edited." not in k or v not in olds}


def without_books(now, clean):
    """libxlsxwriter leaves things out of a workbook without a word where it gets no
    memory; nothing else may be wrong."""
    books = {k for k in differences(now, clean["after"]) if k.endswith(".xlsx")}
    lists = {os.path.join(os.path.dirname(k), ".matchday-files") for k in books}
    return {k: clean["after"].get(k, v) if k in books | lists else v
            for k, v in now.items()}


class World:
    """Copies of a folder that was prepared once."""

    def __init__(self, program, source, top):
        self.program, self.top = program, top
        self.base = os.path.join(top, "base")
        self.here = os.path.join(top, "here")
        os.mkdir(self.base)
        shutil.copytree(os.path.join(source, "examples", "tiny"),
                        os.path.join(self.base, "event"))
        shutil.copytree(os.path.join(self.base, "event"),
                        os.path.join(self.base, "changed"))
        shutil.copytree(os.path.join(self.base, "event"),
                        os.path.join(self.base, "locked"))
        path = os.path.join(self.base, "changed", "event.json")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("meet.example.org/1", "meet.example.org/one"))
        for args in (["solve", "event", "-o", "old", "--threads", "1", "-q"],
                     ["solve", "event", "-o", "out", "--threads", "1", "-q"],
                     ["lock", "locked", "old", "r01"],
                     ["solve", "changed", "-o", "new", "--threads", "1", "-q"]):
            done = self.run_in(self.base, args)
            if done.returncode != 0:
                sys.exit(f"{args}: {done.stderr}")
        with open(os.path.join(self.base, "out", "notes.txt"), "w") as file:
            file.write("mine\n")
        os.mkdir(os.path.join(self.base, "out", "mine"))
        with open(os.path.join(self.base, "out", "meetings.csv"), "a") as file:
            file.write("a note in it\n")
        with open(os.path.join(self.base, "reply.ics"), "w") as file:
            file.write(reply_to(os.path.join(self.base, "old")))

    def run_in(self, folder, args, env=None, prefix=()):
        return subprocess.run([*prefix, self.program, *args], cwd=folder, text=True,
                              env=env or environment(), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=LIMIT_S, errors="replace")

    def fresh(self):
        shutil.rmtree(self.here, ignore_errors=True)
        shutil.copytree(self.base, self.here, symlinks=True)
        return self.here

    def run(self, args, env=None, prefix=()):
        return self.run_in(self.here, args, env, prefix)


def reply_to(out):
    """Somebody accepts an invitation."""
    folder = os.path.join(out, "invites", "gifu")
    with open(os.path.join(folder, sorted(os.listdir(folder))[0]), newline="") as file:
        text = file.read()
    return text.replace("METHOD:REQUEST", "METHOD:REPLY").replace(
        "PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED")


ONE = ["--threads", "1"]
COMMANDS = {
    "init": ["init", "day"],
    "init book": ["init", "day.xlsx", "--date", "2027-05-18"],
    "check": ["check", "event"],
    "check normalised": ["check", "event", "--normalised", "plain"],
    "solve": ["solve", "changed", "-o", "out", *ONE],
    "solve new": ["solve", "event", "-o", "fresh", "-q", *ONE],
    "verify": ["verify", "event", "old"],
    "export": ["export", "changed", "new", "-o", "out"],
    "explain": ["explain", "event", "old", "r03"],
    "diff": ["diff", "changed", "old", "new", "-o", "out"],
    "whatif": ["whatif", "event", "--rooms", "1..2"],
    "lock": ["lock", "event", "old", "r01"],
    "unlock": ["unlock", "locked", "old", "r01"],
    "move": ["move", "event", "old", "m0003", "am-03", "R2"],
    "send": ["send", "event", "old"],
    "publish": ["publish", "event", "old"],
    "replies": ["replies", "event", "old", "reply.ics", "-o", "answered"],
    "followup": ["followup", "event", "old", "--forms", "-o", "forms"],
    "model": ["model", "event", "-o", "out/program.lp"],
    # In the folder itself: it cannot be exchanged.
    "export here": ["export", "../changed", "../new", "-o", "."],
}


class Judge:
    def __init__(self, world, faults, log):
        self.world, self.faults, self.log = world, faults, log
        self.n_runs, self.wrong = 0, []

    def complain(self, name, fault, text, done=None):
        self.wrong.append(name)
        print(f"WRONG: {name}, {fault}: {text}")
        if done is not None:
            print(f"  status {done.returncode}; {done.stderr.strip()[-600:]}")

    def run(self, name, fault=None, prefix=()):
        self.n_runs += 1
        args = COMMANDS[name]
        folder = os.path.join(self.world.here, "out") if name.endswith("here") \
            else self.world.here
        env = environment(self.faults, fault, self.log) if fault else None
        return self.world.run_in(folder, args, env, prefix)

    def clean(self, name):
        """Two runs without faults, and how many calls there are in the first."""
        if os.path.exists(self.log):
            os.unlink(self.log)
        self.world.fresh()
        before = state(self.world.here)
        first = self.run(name, "none:0")
        after = state(self.world.here)
        with open(self.log) as file:
            words = file.read().split()
        counts = {words[k]: int(words[k + 1]) for k in range(1, len(words), 2)}
        second = self.run(name)
        again = state(self.world.here)
        if first.returncode != 0:
            self.complain(name, "no fault", "does not work", first)
        return {"before": before, "after": after, "again": again, "counts": counts,
                "first": first.returncode, "second": second.returncode,
                "stdout": first.stdout}

    def what_failed(self):
        with open(self.log) as file:
            lines = [line.split(maxsplit=2) for line in file if not line.startswith("counted")]
        return lines[0] if lines else None

    def one(self, name, clean, kind, n):
        fault = f"{kind}:{n}"
        if os.path.exists(self.log):
            os.unlink(self.log)
        self.world.fresh()
        try:
            done = self.run(name, fault)
        except subprocess.TimeoutExpired:
            self.complain(name, fault, "does not end")
            return
        failed = self.what_failed() if kind in ("io", "kill") else None
        what = f"{fault} {' '.join(failed) if failed else ''}"
        self.judge_end(name, what, kind, failed, done)
        now = state(self.world.here, False)
        if kind == "io" and failed[1] in ("read", "open") and "what was changed is kept" in done.stderr:
            now = without_kept(now, clean)
        if kind == "lib" and not self.is_old_but_for_folders(now, clean):
            now = without_books(now, clean)
        is_old = now == clean["before"] or self.is_old_but_for_folders(now, clean)
        is_new = now == clean["after"]
        if not is_old and not is_new and name != "export here" \
                and not self.is_between(name, now, clean):
            self.complain(name, what, "files are neither as before nor as after: "
                          f"{differences(now, clean['before'])[:6]}, "
                          f"{differences(now, clean['after'])[:6]}", done)
            return
        if done.returncode == 0 and kind != "kill" and not is_new:
            self.complain(name, what, "it ends well, and is not done", done)
        if done.returncode == 0 and kind == "io" and done.stdout != clean["stdout"]:
            self.complain(name, what, "it ends well and says something else", done)
        self.judge_next(name, what, clean, is_new)

    def judge_end(self, name, what, kind, failed, done):
        status = done.returncode
        if kind == "kill":
            if failed and status != -9:
                self.complain(name, what, "was not killed", done)
            return
        if kind == "lib":
            return
        if status not in DOCUMENTED or status == 70:
            self.complain(name, what, "the exit status is not one that is documented", done)
        elif kind == "mem" and status not in (0, 71):
            self.complain(name, what, "expected exit status 71", done)
        elif kind == "mem" and status == 71 and "out of memory" not in done.stderr:
            self.complain(name, what, "does not say why it ends", done)
        elif kind == "io" and status == 1 and failed[1] in ("read", "open"):
            pass  # a table that cannot be read is a fault of the event which names it
        elif kind == "io" and status not in (0, 3):
            self.complain(name, what, "expected exit status 3", done)
        elif kind == "io" and status == 3 and not self.names(failed, done.stderr):
            self.complain(name, what, "the message does not name the file", done)

    def names(self, failed, text):
        """The file or a folder on the way to it, or of a folder a file in it; what is built
        beside has other names."""
        path = (failed[2].strip() if failed and len(failed) > 2 else "")
        parts = [p[:-len(".new")] if p.endswith(".new") else p for p in path.split("/")]
        known = [p for p in parts if p and not p.startswith(".matchday")][-3:]
        if os.path.isdir(path):
            known += os.listdir(path)
        return not known or any(part in text for part in known)

    def is_old_but_for_folders(self, now, clean):
        """Folders above what was to be written may have been made."""
        return all(k.endswith("/") for k in differences(now, clean["before"]))

    def is_between(self, name, now, clean):
        """Commands that write two files beside each other, one after the other: each is
        as before or as after."""
        if name not in ("lock", "unlock", "move", "replies", "init book"):
            return False
        return all(now.get(k) in (clean["before"].get(k), clean["after"].get(k))
                   for k in differences(now, clean["before"]))

    def judge_next(self, name, what, clean, is_new):
        """The command runs again, and all is as if nothing had been."""
        again = self.run(name)
        if name == "init" and is_new:
            self.world.run(["check", "day"])  # it completes what init left
        wanted = ((clean["second"], clean["again"]) if is_new and
                  again.returncode == clean["second"] else
                  (clean["first"], clean["after"]))
        now = without_kept(state(self.world.here), clean)
        if again.returncode != wanted[0]:
            self.complain(name, what, f"the next run ends with {again.returncode}", again)
        elif now not in (clean["after"], clean["again"]):
            self.complain(name, what, "the next run does not come to the same: "
                          f"{differences(now, wanted[1])[:6]}", again)


def chosen(kind, n, everything, dice):
    """The numbers of the calls that fail: all, or some that are spread evenly."""
    few = FEW[kind]
    if everything and kind not in ("mem", "lib") or n <= few:
        return range(1, n + 1)
    few = 150 if everything else few
    step = max(1, n // few)
    return range(1 + dice.randrange(step), n + 1, step)


def kill_one(judge, name, clean, delay):
    """kill -9 at some moment."""
    world = judge.world
    world.fresh()
    folder = os.path.join(world.here, "out") if name.endswith("here") else world.here
    process = subprocess.Popen([world.program, *COMMANDS[name]], cwd=folder,
                               env=environment(), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.kill()
    process.wait()
    judge.n_runs += 1
    what = f"killed after {delay * 1000:.1f} ms"
    now = state(world.here, False)
    is_new = now == clean["after"]
    if not is_new and not judge.is_old_but_for_folders(now, clean) \
            and name != "export here" and not judge.is_between(name, now, clean):
        judge.complain(name, what, "files are neither as before nor as after: "
                       f"{differences(now, clean['before'])[:6]}")
    judge.judge_next(name, what, clean, is_new)
    return is_new


def kills(judge, options):
    dice = random.Random(options.seed)
    names = ["solve", "export", "publish", "lock", "followup", "export here", "replies"]
    known, n_new = {}, 0
    for name in names:
        known[name] = judge.clean(name)
        judge.world.fresh()
        started = time.monotonic()
        judge.run(name)
        known[name]["took"] = time.monotonic() - started
    for k in range(options.kills):
        name = names[k % len(names)]
        n_new += kill_one(judge, name, known[name],
                          dice.random() * 1.2 * known[name]["took"])
    print(f"{options.kills} kills, {n_new} of them too late")


def leaks(judge, options):
    """Under valgrind: on no way out is memory of a library or a file forgotten."""
    dice = random.Random(options.seed)
    prefix = ["valgrind", "-q", "--leak-check=full", "--show-leak-kinds=definite",
              "--errors-for-leak-kinds=definite", "--error-exitcode=99",
              "--child-silent-after-fork=yes"]
    judge.faults = os.path.abspath(options.leaks)
    names = list(COMMANDS) if options.all else ["solve", "replies", "lock", "init book"]
    for name in names:
        clean = judge.clean(name)
        n = clean["counts"]["io"]
        for _ in range(10 if options.all else 1):
            fault = f"io:{dice.randrange(1, n + 1)}"
            judge.world.fresh()
            done = judge.run(name, fault, prefix)
            if done.returncode == 99 or "definitely lost" in done.stderr:
                judge.complain(name, fault, "memory is forgotten", done)


def sweep(judge, options):
    dice = random.Random(options.seed)
    for name in COMMANDS:
        if options.only and name not in options.only:
            continue
        clean = judge.clean(name)
        n_before, tried = len(judge.wrong), 0
        for kind in options.kinds.split(","):
            for n in chosen(kind, clean["counts"][kind], options.all, dice):
                judge.one(name, clean, kind, n)
                tried += 1
        print(f"{name}: {clean['counts']}, {tried} faults, "
              f"{len(judge.wrong) - n_before} wrong", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("faults")
    parser.add_argument("source")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", action="append")
    parser.add_argument("--kinds", default="io,kill,mem,lib")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--leaks")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as top:
        top = os.path.realpath(top)
        world = World(os.path.abspath(options.program), os.path.abspath(options.source), top)
        judge = Judge(world, os.path.abspath(options.faults), os.path.join(top, "log"))
        if options.leaks:
            leaks(judge, options)
        elif options.kills:
            kills(judge, options)
        else:
            sweep(judge, options)
        print(f"{judge.n_runs} runs, {len(judge.wrong)} wrong")
    sys.exit(1 if judge.wrong or judge.n_runs == 0 else 0)


if __name__ == "__main__":
    main()
