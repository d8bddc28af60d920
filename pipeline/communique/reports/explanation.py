"""An explanation as lines of text, for a person at a terminal or at the end of a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from communique.records.explanation import Decision, Explanation, ReasonRecord
from communique.reports.terminal import STYLES

#: How many characters are shown before and behind the words that a decision rests on.
CONTEXT = 30
#: Characters of a long stretch that are shown at either end.
_SPAN = 70
_KINDS = {"p": "person", "o": "organization", "a": "agreement"}


def render_explanation(explanation: Explanation) -> Text:
    """Return all decisions by entity, and at the end what the rules that were named say."""
    lines = [*_entities(explanation), *_rules(explanation)]
    return Text("\n").join(lines or [Text("No title, alias or agreement was found.")])


def _entities(explanation: Explanation) -> Iterator[Text]:
    width = max((len(r.rule) for d in explanation.decisions for r in d.reasons), default=0)
    for (entity, name), decisions in groupby(
        explanation.decisions, lambda decision: (decision.entity, decision.name)
    ):
        kind = _KINDS[entity[0]]
        yield Text.assemble((name, STYLES[kind]), (f"  {kind} {entity}", "dim"))
        for decision in decisions:
            yield from _decision(decision, explanation.text, width)
        yield Text()


def _decision(decision: Decision, text: str, width: int) -> Iterator[Text]:
    if decision.kind == "title":
        yield Text.assemble((f"  {decision.kind} ", "dim"), decision.what)
    for reason in decision.reasons:
        told = reason.value if reason.slot not in {"title", "holder"} else ""
        yield Text.assemble(
            (f"    {reason.slot:<10}", "dim"),
            (f"{reason.rule:<{width}}  ", "yellow"),
            (f"{told}  " if told else ""),
            _in_context(reason, text),
        )


def _in_context(reason: ReasonRecord, text: str) -> Text:
    """Return the words that a reason rests on, in brackets, with a little of what is around."""
    start, end = reason.start, reason.end
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    words = text[start:end]
    if len(words) > 2 * _SPAN:
        words = f"{words[:_SPAN]} … {words[-_SPAN:]}"
    return Text.assemble(
        (_one_line(f"…{before}" if start > CONTEXT else before), "dim"),
        "[",
        (_one_line(words), "bold"),
        "]",
        (_one_line(f"{after}…" if end + CONTEXT < len(text) else after.rstrip()), "dim"),
    )


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")


def _rules(explanation: Explanation) -> Iterator[Text]:
    told = {
        (r.slot, r.rule): r.meaning for d in explanation.decisions for r in d.reasons if r.meaning
    }
    if not told:
        return
    width = max(len(rule) for _, rule in told)
    yield Text("Rules", style="bold")
    for (slot, rule), meaning in sorted(told.items()):
        yield Text.assemble((f"  {slot:<10}", "dim"), (f"{rule:<{width}}  ", "yellow"), meaning)
