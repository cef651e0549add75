"""
Measures how much of saved pages is read, and how much of it is right, beside a baseline that reads the same text.

The pages lie in folders with ``page.html`` and ``expected.toml``. What is counted as right is written at the head of
``antq_records.testing.accuracy``, and what the baseline is at the head of ``baseline.py``: underthesea's named entities, installed
into bench/.venv as for ``speed.py``, and regular expressions. Where underthesea cannot be had, it reads no people; what it does not
try shows as –. Nothing is asserted.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from speed import peers_python

import antq_records as antq
from antq_records.testing import SavedPage, saved_pages
from antq_records.testing.accuracy import MEASURES, Counts, Judgement, Verdict, compare, figure, judge

HERE = Path(__file__).parent
CORPUS = HERE.parent / "tests" / "corpus"
REGULAR = {"commendations", "conferrer", "grade", "unions"}
"""What regular expressions try; people are for underthesea."""
QUOTES = 3
"""So many quotations are shown of one thing at most."""


@dataclass
class Read:
    """One page, and what was made of it."""

    page: SavedPage
    text: str
    judgements: list[Judgement]
    problem: str | None = None

    @property
    def groups(self) -> dict[str, list[str]]:
        """Return what the page is counted under, for each table that may be asked for."""
        article = self.page.expected.article
        structure = article.get("structure") or article.get("portal") or "(not said)"
        return {"pattern": [f"{number:2}" for number in article.get("patterns", ())], "portal": [structure]}


def read(page: SavedPage) -> Read:
    """Read and judge a page; all of one that cannot be read is missing."""
    try:
        records = antq.read(page.page)
    except antq.ReadError as error:
        return Read(page, "", judge(page.expected, None), str(error))
    return Read(page, records.article.text, judge(page.expected, records))


def found(folders: Iterable[Path]) -> list[SavedPage]:
    """Return the pages in some folders, which may be pages themselves; those without a good expectation are named and left out."""
    pages = []
    for folder in folders:
        for page in [SavedPage(folder)] if (folder / "page.html").is_file() else saved_pages(folder):
            try:
                problem = None if page.expected else "no expected.toml"
            except antq.FormatError as error:
                problem = str(error)
            if problem:
                print(f"{page.name} is left out: {problem}", file=sys.stderr)
            else:
                pages.append(page)
    return pages


def baseline(pages: list[Read]) -> tuple[str, set[str], Counts]:
    """Return the name of the baseline, the measures that it tries, and its counts over the same pages."""
    texts = json.dumps([one.text for one in pages])
    command = [peers_python() or sys.executable, HERE / "baseline.py"]
    answer = json.loads(subprocess.run(command, input=texts, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout)
    judged = [compare(one.page.expected.records, tables) for one, tables in zip(pages, answer["tables"], strict=True)]
    version = answer["version"]
    name = f"underthesea {version} and regular expressions" if version else "regular expressions"
    return name, REGULAR | ({"people"} if version else set()), counted(one for page in judged for one in page)


def counted(judgements: Iterable[Judgement]) -> Counts:
    """Return how often each verdict was given."""
    return Counter((one.measure, one.verdict) for one in judgements)


def grouped(pages: list[Read], by: str) -> dict[str, tuple[int, Counts]]:
    """Return for each pattern or portal how many pages it has, and their counts."""
    groups: dict[str, list[Read]] = defaultdict(list)
    for one in pages:
        for group in one.groups[by]:
            groups[group].append(one)
    return {name: (len(own), counted(judged for one in own for judged in one.judgements)) for name, own in sorted(groups.items())}


def decimals(value: float | None) -> str:
    """Return a figure as it is printed."""
    return "–" if value is None else f"{value:.3f}"


def print_types(counts: Counts, other: Counts, tried: set[str]) -> None:
    """Print every measure with its target, our figure and that of the baseline; ``<`` marks a target that is missed."""
    print(f"\n{'':40}{'target':>7}{'count':>8}{'missing':>9}{'wrong':>7}{'ours':>9}{'baseline':>11}")
    kind = ""
    for measure in MEASURES.values():
        right, missing, wrong = (counts[measure.name, verdict] for verdict in Verdict)
        ours = figure(counts, measure.name)
        theirs = figure(other, measure.name) if measure.name in tried else None
        of = right + missing if measure.f1 else right + missing + wrong
        about = measure.about + (" (F1)" if measure.f1 else "")
        mark = "<" if ours is not None and ours < measure.target else " "
        heading = measure.type if measure.type != kind else ""
        print(f"{heading:15}{about:25}{measure.target:7.2f}{of:8}{missing:9}{wrong:7}{decimals(ours):>9}{mark}{decimals(theirs):>10}")
        kind = measure.type


def print_groups(heading: str, groups: Mapping[str, tuple[int, Counts]]) -> None:
    """Print one line for each pattern or portal, with a column for each measure."""
    width = max([*map(len, groups), len(heading)]) + 2
    print(f"\n{heading:{width}}{'pages':>5}" + "".join(f"{name[:7]:>8}" for name in MEASURES))
    for name, (pages, counts) in groups.items():
        print(f"{name:{width}}{pages:5}" + "".join(f"{decimals(figure(counts, measure)):>8}" for measure in MEASURES))


def print_errors(pages: Iterable[Read]) -> None:
    """Print what was missed and what was read wrong, page by page, with the words on both sides."""
    for one in pages:
        faults = [judged for judged in one.judgements if judged.verdict is not Verdict.RIGHT]
        if faults or one.problem:
            print(f"\n{one.page.folder.parent.name}/{one.page.name}" + (f": {one.problem}" if one.problem else ""))
        for fault in faults:
            of = f" of {fault.of}" if not MEASURES[fault.measure].f1 else ""
            print(f"  {fault.verdict} {fault.measure}{of}")
            print(f"    expected {fault.expected or 'nothing'}{quoted(fault.proof)}")
            print(f"    read     {fault.read or 'nothing'}{quoted(fault.quotes)}")


def quoted(words: tuple[str, ...]) -> str:
    """Return quotations behind a value."""
    return "".join(f"\n             “{' '.join(quote.split())}”" for quote in words[:QUOTES])


def figures(counts: Counts, names: Iterable[str] = MEASURES) -> dict[str, dict[str, float | None]]:
    """Return the figures of some counts as they are kept; what was not scored is left out."""
    return {
        name: {str(verdict): counts[name, verdict] for verdict in Verdict} | {"figure": round(value, 4)}
        for name in names
        if (value := figure(counts, name)) is not None
    }


def kept(pages: list[Read], counts: Counts, name: str | None, other: Counts, tried: set[str]) -> dict[str, object]:
    """Return all figures, in an order that only changes with them."""
    groups = {
        by: {group.strip(): {"pages": of} | figures(own) for group, (of, own) in grouped(pages, by).items()} for by in ("pattern", "portal")
    }
    return {
        "pages": len(pages),
        "unread": [one.page.name for one in pages if one.problem],
        "targets": {measure.name: measure.target for measure in MEASURES.values()},
        "ours": figures(counts),
        "baseline": {"name": name} | figures(other, [measure for measure in MEASURES if measure in tried]) if name else None,
        **groups,
    }


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[CORPUS], help="folders of saved pages (default: tests/corpus)")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is wrong, page by page")
    parser.add_argument("--by", choices=["type", "pattern", "portal"], action="append", help="which tables to print (default: type)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures")
    parser.add_argument("--without-baseline", action="store_true", help="measure only ourselves")
    options = parser.parse_args()
    pages = [read(page) for page in found(options.folders)]
    if not pages:
        sys.exit("no saved pages there")
    if options.errors:
        print_errors(pages)
    counts = counted(judged for one in pages for judged in one.judgements)
    name, tried, other = (None, set(), Counter()) if options.without_baseline else baseline(pages)
    print(f"\n{len(pages)} pages, {sum(one.problem is not None for one in pages)} of them unread" + (f"; baseline: {name}" if name else ""))
    for by in options.by or ["type"]:
        if by == "type":
            print_types(counts, other, tried)
        else:
            print_groups(by, grouped(pages, by))
    if options.json:
        options.json.write_text(json.dumps(kept(pages, counts, name, other, tried), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
