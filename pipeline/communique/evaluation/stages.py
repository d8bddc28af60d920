"""How long each stage takes from the bytes of a release to the line of its record.

``python -m communique.evaluation.stages RELEASES…`` runs over the releases, one at a time as a run
does, on one thread, and over the same texts with two untrained spaCy pipelines of the small English
architecture: ``tok2vec`` and ``ner``, and those with ``tagger`` and ``parser``. All go by turns in
one run; the table has the median of the turns in processor time, so that other work on the machine
disturbs little, and how many times as fast as each of the two the whole is. ``--json`` writes the
seconds of every turn. What spaCy's pipelines decide costs the same whatever it is, so that their
weights do not matter.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import json
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from communique.runs.threads import use_one_thread

use_one_thread()  # before numpy is imported

from spacy.language import Language  # noqa: E402

from communique.evaluation.releases import release_files  # noqa: E402
from communique.evaluation.speed import spacys_small  # noqa: E402
from communique.pipeline import load, make_doc  # noqa: E402
from communique.readers.registry import read  # noqa: E402
from communique.readers.release import Release  # noqa: E402
from communique.records.assemble import assemble  # noqa: E402
from communique.runs.analysis import pipeline_record  # noqa: E402
from communique.runs.memory import settled  # noqa: E402

#: Stages in which neither rules run nor records are made.
_NOT_RULES = frozenset({"read", "tokenize", "ner"})


@dataclasses.dataclass
class Clock:
    """Seconds of processor time by stage."""

    spent: dict[str, float] = dataclasses.field(default_factory=lambda: defaultdict(float))
    _since: float = dataclasses.field(default_factory=time.process_time, repr=False)

    def done(self, stage: str) -> None:
        """Book the time since the last stage on this one."""
        now = time.process_time()
        self.spent[stage] += now - self._since
        self._since = now


def ours(nlp: Language, files: Sequence[Path]) -> dict[str, float]:
    """Return the seconds of each stage over the files, from reading to the line of JSON."""
    made_by = pipeline_record(nlp)
    clock = Clock()
    for file in files:
        for release in read(file):
            clock.done("read")
            if not isinstance(release, Release) or len(release.text) > nlp.max_length:
                continue
            doc = make_doc(nlp, release)
            clock.done("tokenize")
            for name, component in nlp.pipeline:
                doc = component(doc)
                clock.done(name.removeprefix("communique_"))
            record = assemble(doc, release, made_by)
            clock.done("assemble")
            record.model_dump_json().encode()
            clock.done("write")
    return dict(clock.spent)


def spacys(nlp: Language, texts: Sequence[str]) -> float:
    """Return the seconds of a spaCy pipeline over the texts, in batches."""
    start = time.process_time()
    for _ in nlp.pipe(texts, batch_size=64):
        pass
    return time.process_time() - start


def measure(model: str | None, files: Sequence[Path], turns: int) -> dict[str, list[float]]:
    """Return the seconds of every stage, of ``whole`` and of both of spaCy's, turn by turn."""
    nlp = load(model)
    labels = nlp.get_pipe("ner").labels  # type: ignore[attr-defined]
    others = {
        "spaCy tok2vec, ner": spacys_small(labels),
        "spaCy tok2vec, tagger, parser, ner": spacys_small(labels, parser=True),
    }
    texts = [r.text for file in files for r in read(file) if isinstance(r, Release)]
    ours(nlp, files[:1])  # what is made at the first use is start-up, not speed
    found: dict[str, list[float]] = defaultdict(list)
    with settled():  # as a run is
        for _ in range(turns):
            gc.collect()
            stages = ours(nlp, files)
            for stage, seconds in stages.items():
                found[stage].append(seconds)
            found["whole"].append(sum(stages.values()))
            for name, other in others.items():
                found[name].append(spacys(other, texts))
    return dict(found)


def table(found: dict[str, list[float]]) -> list[str]:
    """Return the lines of the table: seconds, share of the whole, and the ratios under it."""
    medians = {stage: statistics.median(turns) for stage, turns in found.items()}
    whole = medians["whole"]
    lines = [
        f"{stage:36}{seconds:9.2f} s{100 * seconds / whole:7.1f} %"
        for stage, seconds in medians.items()
    ]
    rules = sum(
        seconds
        for stage, seconds in medians.items()
        if stage not in _NOT_RULES and stage != "whole" and not stage.startswith("spaCy")
    )
    lines.append(f"{'rules, assembly and writing':36}{rules:9.2f} s{100 * rules / whole:7.1f} %")
    for name, turns in found.items():
        if name.startswith("spaCy"):
            ratios = [a / b for a, b in zip(turns, found["whole"], strict=True)]
            lines.append(f"times as fast as {name:36}{statistics.median(ratios):6.2f}")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Each stage beside spaCy's small pipelines.")
    parser.add_argument("releases", type=Path, nargs="+", help="files or folders of releases")
    parser.add_argument("--model", help="folder or package; the embedded default without")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--json", type=Path, help="file for the seconds of every turn")
    given = parser.parse_args(arguments)
    found = measure(given.model, release_files(given.releases), given.turns)
    print("\n".join(table(found)))  # noqa: T201
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
