"""
Measures how fast pages are read, beside what others do with them.

Every task runs in a process of its own, all pinned to one core; in each round every task has one turn, in shuffled order, and
the first round only warms up. Printed are medians. What is measured and why: ``docs/speed.md``.
"""
# ruff: noqa: PLC0415 - this process imports what it measures only where it measures

import argparse
import cProfile
import json
import os
import pstats
import random
import subprocess
import sys
import tempfile
import time
import venv
from collections import defaultdict
from pathlib import Path
from statistics import fmean, median

from pages import TEMPLATES, pages

HERE = Path(__file__).parent
PEERS_PYTHON = HERE / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
OURS = {
    "parse": "Lexbor, parse alone",
    "read": "antq_records.read",
    "read_unknown": "the same, unknown addresses",
    "article": "… of it, importer alone",
    "article_unknown": "… by structure alone",
    "recognition": "… of it, recognition alone",
}
PEERS = {"trafilatura": "trafilatura, with metadata", "newspaper4k": "newspaper4k (vi, no images)"}
CORE = max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
IMPORTS = 15
"""How often each import is timed."""


class Worker:
    """A process that does one task when told."""

    def __init__(self, task: str, python: Path | str, count: int) -> None:
        self.task = task
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONWARNINGS="ignore", OMP_NUM_THREADS="1")
        self._process = subprocess.Popen(
            [python, HERE / "tasks.py", task, str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        if CORE is not None:
            os.sched_setaffinity(self._process.pid, {CORE})
        self.ready = self._line() == "ready"

    def ask(self, what: str) -> object:
        """Return the answer to ``run`` or ``quality``."""
        print(what, file=self._process.stdin, flush=True)
        line = self._line()
        if not line:
            sys.exit(f"{self.task} failed")
        return json.loads(line)

    def stop(self) -> None:
        """End the process."""
        self._process.communicate()

    def _line(self) -> str:
        return self._process.stdout.readline().strip()


def peers_python() -> Path | None:
    """Return the Python that has the peers, in an environment that is made at the first call; ``None`` where that fails."""
    try:
        if not PEERS_PYTHON.exists():
            print("Installing what is compared with into bench/.venv …", flush=True)
            venv.create(HERE / ".venv", with_pip=True, upgrade_deps=True)
        subprocess.run([PEERS_PYTHON, "-m", "pip", "install", "-q", "-r", HERE / "requirements.txt"], check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"Without peers: {problem}")
        print("By hand: python -m venv bench/.venv && bench/.venv/bin/pip install -U pip -r bench/requirements.txt")
        return None
    return PEERS_PYTHON


def started(count: int, *, peers: bool) -> list[Worker]:
    """Return one worker for each task that can be run here."""
    python = peers_python() if peers else None
    workers = [Worker(task, sys.executable, count) for task in OURS]
    workers += [Worker(task, python, count) for task in PEERS] if python else []
    for worker in workers:
        if not worker.ready:
            print(f"{worker.task} did not start and is left out")
    return [worker for worker in workers if worker.ready]


def rounds(workers: list[Worker], number: int) -> dict[str, list[float]]:
    """Return the seconds of each task's passes; the first round is not counted."""
    rand = random.Random(1)
    seconds: dict[str, list[float]] = defaultdict(list)
    for turn in range(number + 1):
        for worker in rand.sample(workers, len(workers)):
            taken = worker.ask("run")
            if turn:
                seconds[worker.task].append(taken)
        print(f"round {turn} of {number}", end="\r", file=sys.stderr, flush=True)
    return seconds


def print_speed(seconds: dict[str, list[float]], count: int) -> None:
    """Print pages a second, and how they stand to the floor and to trafilatura."""
    floor = median(seconds["parse"])
    other = median(seconds["trafilatura"]) if "trafilatura" in seconds else None
    print(f"{'':32}{'pages/s':>9}  {'(min-max)':13}{'ms/page':>9}{'x floor':>9}{'x trafilatura':>15}")
    for task, name in (OURS | PEERS).items():
        if task in seconds:
            own = seconds[task]
            spread = f"({count / max(own):.0f}-{count / min(own):.0f})"
            against = f"{other / median(own):15.2f}" if other else ""
            print(f"{name:32}{count / median(own):9.1f}  {spread:13}{median(own) / count * 1000:9.3f}{floor / median(own):9.3f}{against}")


def print_quality(workers: list[Worker]) -> None:
    """Print the F1 of the main text, whole and by template, and how many leads are lost."""
    print(f"\n{'main text, F1 of words':32}{'all':>8}{'worst':>8}{'lost leads':>12}  " + "".join(f"{name:>10}" for name in TEMPLATES))
    for worker in workers:
        judged = worker.ask("quality")
        if judged:
            by_template = [fmean(score for name, score, _ in judged if name == template) for template in TEMPLATES]
            scores = [score for _, score, _ in judged]
            lost = f"{sum(gone for *_, gone in judged)}/{len(judged)}"
            columns = "".join(f"{score:10.3f}" for score in by_template)
            print(f"{(OURS | PEERS)[worker.task]:32}{fmean(scores):8.3f}{min(scores):8.3f}{lost:>12}  {columns}")


def print_imports() -> None:
    """Print what importing the package, and the first page of a process, add to bare Python."""
    first_page = "import sys, antq_records; antq_records.read(open(sys.argv[1], 'rb').read(), url=sys.argv[2])"
    programs = {
        "bare Python": "pass",
        "import antq_records": "import antq_records",
        "… with the first page read": first_page,
    }
    taken: dict[str, list[float]] = defaultdict(list)
    page = next(pages(1))
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "page.html"
        saved.write_bytes(page.content)
        for name, program in random.Random(1).sample([*programs.items()] * IMPORTS, IMPORTS * len(programs)):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program, saved, page.address], check=True)
            taken[name].append((time.perf_counter() - start) * 1000)
    bare = median(taken["bare Python"])
    print(f"\nstart of a process, median of {IMPORTS}")
    for name in programs:
        milliseconds = taken[name]
        print(f"{name:36}{median(milliseconds):8.1f} ms   {median(milliseconds) - bare:+8.1f}")


def print_memory(count: int) -> None:
    """Print the resident memory of a process that reads *count* pages, no two alike."""
    program = "import sys; sys.path.insert(0, sys.argv[1]); from speed import watch_memory; watch_memory(int(sys.argv[2]))"
    print(f"\nresident memory while {count} different pages are read", flush=True)
    subprocess.run([sys.executable, "-c", program, HERE, str(count)], check=True)


def watch_memory(count: int) -> None:
    """Read pages and print the resident memory ten times on the way."""
    import antq_records as antq

    for number, page in enumerate(pages(count, seed=2), start=1):
        antq.read(page.content, url=page.address)
        if number % max(1, count // 10) == 0:
            print(f"{number:8} pages {resident():8.1f} MB", flush=True)


def resident() -> float:
    """Return the resident memory of this process in MB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def print_profile(count: int) -> None:
    """Print the functions in which most time is spent; the profiler's own time makes all calls look slower than they are."""
    import antq_records as antq

    inputs = list(pages(count))
    for page in inputs[: len(TEMPLATES)]:
        antq.read(page.content, url=page.address)
    profile = cProfile.Profile()
    profile.enable()
    for page in inputs:
        antq.read(page.content, url=page.address)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(40)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200, help="how many pages (default 200)")
    parser.add_argument("--rounds", type=int, default=7, help="how many rounds are counted (default 7)")
    parser.add_argument("--memory-pages", type=int, default=20_000, help="how many pages are read to watch the memory (default 20000)")
    parser.add_argument("--no-peers", action="store_true", help="measure only ourselves")
    parser.add_argument("--quick", action="store_true", help="3 rounds, 2000 pages for the memory, no peers")
    parser.add_argument("--profile", action="store_true", help="only show where the time of read goes")
    options = parser.parse_args()
    if options.profile:
        print_profile(options.pages)
        return
    if options.quick:
        options.rounds, options.memory_pages, options.no_peers = 3, 2000, True
    sizes = [len(page.content) for page in pages(options.pages)]
    print(f"{len(sizes)} pages of {min(sizes)} to {max(sizes)} bytes, mean {fmean(sizes):.0f}; {options.rounds} rounds")
    workers = started(options.pages, peers=not options.no_peers)
    print_speed(rounds(workers, options.rounds), options.pages)
    print_quality(workers)
    for worker in workers:
        worker.stop()
    print_imports()
    print_memory(options.memory_pages)


if __name__ == "__main__":
    main()
