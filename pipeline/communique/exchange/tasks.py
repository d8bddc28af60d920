"""Pre-annotated tasks: what the pipeline found, for people to correct in Label Studio or Prodigy.

A folder holds the tasks, and what the tool needs to know of labels, relations and values.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from communique.exchange import labelstudio, prodigy, scheme
from communique.exchange.annotated import AnnotatedText, Losses
from communique.exchange.file_names import new_folder
from communique.exchange.records import RECORDS
from communique.exchange.tokens import tokenizing
from communique.stores.jsonl import JsonlFile

_COLOURS = dict(
    zip(scheme.LABELS, ("#3f7cc4", "#b4632a", "#3a8f4d", "#8456b8", "#a8842a"), strict=True)
)
_MODEL = "communique"


def write_tasks(records: Path, folder: Path, tool: str) -> tuple[int, list[Path], Losses]:
    """Write the tasks of a file of records; return how many, the files, and what was left out.

    The folder appears whole or not at all. Raises ``OSError``, and ``ValueError`` naming file and
    line where a line is no record.
    """
    losses = Losses()
    count = 0

    def texts() -> Iterator[AnnotatedText]:
        nonlocal count
        for annotated in RECORDS.read(records, losses):
            count += 1
            yield annotated

    with new_folder(folder) as partial:
        TOOLS[tool](partial, texts())
        names = sorted(path.name for path in partial.iterdir())
    return count, [folder / name for name in names], +losses


def labelling_config() -> str:
    """Return the labelling configuration of Label Studio for the scheme."""
    lines = ["<View>", "  <Relations>"]
    lines += [f"    <Relation value={quoteattr(label)}/>" for label in scheme.RELATIONS]
    lines += ["  </Relations>", f'  <Labels name="{labelstudio.LABEL_TAG}" toName="text">']
    lines += [
        f'    <Label value="{label}" background="{_COLOURS[label]}" hotkey="{number}"/>'
        for number, label in enumerate(scheme.LABELS, 1)
    ]
    lines += [
        "  </Labels>",
        "  <Style>.htx-text{ white-space: pre-wrap; }</Style>",
        f'  <Text name="{labelstudio.TEXT_TAG}" value="$text" granularity="word"/>',
    ]
    for (label, attribute), values in scheme.CHOICES.items():
        lines += [f"  {_heading(label, attribute)}", f"  <Choices {_beside(label, attribute)}>"]
        lines += [f"    <Choice value={quoteattr(value)}/>" for value in values]
        lines.append("  </Choices>")
    for label, attribute in scheme.WRITTEN:
        lines.append(f"  {_heading(label, attribute)}")
        lines.append(
            f'  <TextArea {_beside(label, attribute)} editable="true" maxSubmissions="1"/>'
        )
    return "\n".join([*lines, "</View>", ""])


def _beside(label: str, attribute: str) -> str:
    """Return the attributes of a tag for a value of the regions with a label."""
    name = scheme.field_name(label, attribute)
    return (
        f'name="{name}" toName="{labelstudio.TEXT_TAG}" perRegion="true" '
        f'visibleWhen="region-selected" whenTagName="{labelstudio.LABEL_TAG}" '
        f'whenLabelValue="{label}"'
    )


def _heading(label: str, attribute: str) -> str:
    return (
        f'<Header value="{attribute}" size="6" visibleWhen="region-selected" '
        f'whenTagName="{labelstudio.LABEL_TAG}" whenLabelValue="{label}"/>'
    )


def _label_studio(folder: Path, texts: Iterable[AnnotatedText]) -> None:
    tasks = (labelstudio.task_of(annotated, model=_MODEL) for annotated in texts)
    labelstudio.write_tasks(folder / "tasks.json", tasks)
    (folder / "config.xml").write_text(labelling_config(), encoding="utf-8")


def _prodigy(folder: Path, texts: Iterable[AnnotatedText]) -> None:
    nlp = tokenizing()
    with JsonlFile(folder / "tasks.jsonl") as file:
        for annotated in texts:
            file.write(prodigy.task_line(prodigy.task_of(nlp, annotated, answered=False)))
    config = {"custom_theme": {"labels": _COLOURS}}
    (folder / "prodigy.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    (folder / "recipes.txt").write_text(_RECIPES, encoding="utf-8")


_LABELS = ",".join(scheme.LABELS)
_RELATIONS = ",".join(scheme.RELATIONS)
_RECIPES = f"""\
Spans, which may overlap (run here, so that prodigy.json is read):

prodigy spans.manual releases blank:en tasks.jsonl --label {_LABELS}

Relations between them, over the finished spans (Prodigy draws no relations between spans that overlap):

prodigy rel.manual relations blank:en dataset:releases --label {_RELATIONS} --span-label {_LABELS} --wrap

Back as gold:

prodigy db-out releases > finished.jsonl
communique convert finished.jsonl gold --from prodigy --to gold
"""

#: The tools that tasks are written for.
TOOLS: dict[str, Callable[[Path, Iterable[AnnotatedText]], None]] = {
    "labelstudio": _label_studio,
    "prodigy": _prodigy,
}
