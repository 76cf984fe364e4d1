"""Runs programs for the benchmarks and reads what they say."""
import json
import os
import re
import resource
import signal
import subprocess
import time


class Run:
    """One program run to its end or its limit: seconds, peak memory, output."""

    def __init__(self, command, limit_s):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True,
                                   errors="replace")
        self.in_time = True
        try:
            self.text, _ = process.communicate(timeout=limit_s)
        except subprocess.TimeoutExpired:
            self.in_time = False
            process.send_signal(signal.SIGKILL)
            self.text, _ = process.communicate()
        self.seconds = time.monotonic() - start
        self.status = process.returncode


def measured(command, limit_s):
    """The same in a child of its own, so that the memory is that of one program."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        run = Run(command, limit_s)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        with os.fdopen(write_end, "w") as pipe:
            json.dump([run.in_time, run.text, run.seconds, run.status,
                       used.ru_utime + used.ru_stime, used.ru_maxrss // 1024], pipe)
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        in_time, text, seconds, status, processor_s, megabytes = json.load(pipe)
    os.waitpid(child, 0)
    return {"in_time": in_time, "text": text, "seconds": seconds, "status": status,
            "processor_s": processor_s, "megabytes": megabytes}


def levels(schedule_path):
    """name -> level, in their order; {} if there is no schedule."""
    if not os.path.exists(schedule_path):
        return {}
    with open(schedule_path, encoding="utf-8") as file:
        return {level["name"]: level for level in json.load(file)["objective"]}


def matchday(program, event, out, limit_s, *options):
    """Solves, and adds the levels of what came out."""
    run = measured([program, "solve", event, "-o", out, "--quiet", *options], limit_s)
    run["levels"] = levels(os.path.join(out, "schedule.json"))
    return run


def glpsol(model, limit_s):
    run = measured(["glpsol", "--lp", model, "--tmlim", str(int(limit_s)),
                    "--cuts", "-o", model + ".sol"], limit_s + 30)
    run["value"], run["proven"] = None, "INTEGER OPTIMAL SOLUTION" in run["text"]
    if os.path.exists(model + ".sol"):
        with open(model + ".sol", encoding="utf-8") as file:
            found = re.search(r"^Objective:.*= *(\S+) \(MAX", file.read(), re.M)
        run["value"] = round(float(found[1])) if found else None
    return run


def cbc(model, limit_s):
    run = measured(["cbc", model, "-sec", str(int(limit_s)), "-solve", "-quit"],
                   limit_s + 30)
    found = re.search(r"^Objective value: *(\S+)", run["text"], re.M)
    run["value"] = round(abs(float(found[1]))) if found else None
    run["proven"] = "Result - Optimal solution found" in run["text"]
    return run


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        name = re.search(r"model name\s*: (.*)", file.read())
    return f"{os.cpu_count()} x {name[1] if name else 'unknown processor'}"
