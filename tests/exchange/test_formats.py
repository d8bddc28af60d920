"""Every format: what it holds comes back, what it can't hold is told, and bad files are named."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.evaluation.gold import read_gold
from communique.exchange.annotated import AnnotatedText, Format, Losses, Span, apart, fit
from communique.exchange.converting import convert
from communique.exchange.formats import FORMATS, format_for, format_of

from .samples import annotated_texts, sample, without_order

CORPUS = Path(__file__).parents[2] / "corpus"
NAMES = {
    "gold": "gold",
    "records": "records.jsonl",
    "prodigy": "prodigy.jsonl",
    "labelstudio": "tasks.json",
    "doccano": "doccano.jsonl",
    "brat": "brat",
    "conll": "text.conll",
    "docbin": "text.spacy",
}
#: Formats of the tools, which hold spans and relations as they are; CoNLL has no text.
TOOLS = ("prodigy", "labelstudio", "doccano", "brat", "docbin")


def through(fmt: Format, texts: Iterable[AnnotatedText]) -> list[AnnotatedText]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAMES[fmt.name]
        fmt.write(path, texts, Losses())
        return list(fmt.read(path, Losses()))


@pytest.mark.parametrize("name", TOOLS)
@given(drawn=st.lists(annotated_texts(), min_size=1, max_size=15))
@settings(max_examples=4)
def test_what_a_format_holds_comes_back(name: str, drawn: list[AnnotatedText]) -> None:
    fmt = FORMATS[name]
    texts = [replace(annotated, id=f"text{n:02}") for n, annotated in enumerate(drawn)]
    held = [fit(annotated, fmt, Losses()) for annotated in texts]
    assert through(fmt, held) == held
    if fmt.holds == type(fmt.holds)():
        assert held == texts


@pytest.mark.parametrize("name", TOOLS)
def test_several_texts_keep_their_ids(name: str) -> None:
    texts = [sample(), replace(sample(), id="pier-2", relations=())]
    held = [fit(annotated, FORMATS[name], Losses()) for annotated in texts]
    assert through(FORMATS[name], held) == held


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("prodigy", {}),
        ("labelstudio", {}),
        ("docbin", {}),
        ("doccano", {"values of spans left out: doccano has no place for types, dates, …": 7}),
        ("brat", {"days of publication left out: brat has no place for them": 1}),
        (
            "conll",
            {
                "values of spans left out: conll has no place for types, dates, …": 7,
                "relations left out: conll has no place for them": 7,
                "days of publication left out: conll has no place for them": 1,
            },
        ),
    ],
)
def test_what_a_format_has_no_place_for_is_counted(name: str, lost: dict[str, int]) -> None:
    losses = Losses()
    fit(sample(), FORMATS[name], losses)
    assert +losses == lost


def test_of_spans_that_overlap_the_longest_are_kept() -> None:
    places = [(0, 5), (2, 9), (9, 12), (9, 12), (10, 11)]
    spans = [Span(str(n), *place, "ORG") for n, place in enumerate(places)]
    assert [span.id for span in apart(spans)] == ["1", "2"]


@pytest.mark.parametrize("name", ["records", "prodigy", "labelstudio", "brat", "docbin"])
def test_gold_comes_back_from_every_format_that_can_hold_it(name: str, tmp_path: Path) -> None:
    source, middle, target = CORPUS / "seed", tmp_path / NAMES[name], tmp_path / "back"
    gold, fmt = FORMATS["gold"], FORMATS[name]
    convert(source, middle, gold, fmt)
    assert format_of(middle) is fmt
    _, losses = convert(middle, target, fmt, gold)
    assert losses == {}
    ((_, one),) = read_gold(source)
    ((path, other),) = read_gold(target)
    if not fmt.holds.publish_date:
        one = one.model_copy(update={"publish_date": None})
    assert without_order(other) == without_order(one)
    assert path.read_text(encoding="utf-8") == next((source / "docs").iterdir()).read_text(
        encoding="utf-8"
    )


def test_gold_with_a_month_of_publication_comes_back(tmp_path: Path) -> None:
    FORMATS["gold"].write(tmp_path / "gold", [sample()], Losses())
    (back,) = FORMATS["gold"].read(tmp_path / "gold", Losses())
    assert back.publish_date == "2024-05"


def test_formats_are_told_by_name_and_content(tmp_path: Path) -> None:
    for name, fmt in FORMATS.items():
        path = tmp_path / NAMES[name]
        fmt.write(path, [sample()], Losses())
        assert format_of(path) is fmt
    plain = tmp_path / "plain.jsonl"
    plain.write_text('{"text": "A pact.", "label": [[2, 6, "AGREEMENT"]]}\n', encoding="utf-8")
    assert format_of(plain).name == "doccano"
    plain.write_text('{"words": []}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="its format cannot be told"):
        format_of(plain)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match=r"neither NAME\.gold\.json nor NAME\.ann"):
        format_of(tmp_path / "empty")
    assert format_for(Path("x.spacy")).name == "docbin"
    with pytest.raises(ValueError, match=r"x\.jsonl.*records or prodigy or doccano"):
        format_for(Path("x.jsonl"))


@pytest.mark.parametrize("name", ["gold", "brat"])
def test_a_folder_with_something_in_it_is_left_alone(name: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "note").touch()
    with pytest.raises(FileExistsError, match="not an empty folder"):
        FORMATS[name].write(target, [sample()], Losses())
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_half_written_stays(name: str, tmp_path: Path) -> None:
    def texts() -> Iterable[AnnotatedText]:
        yield sample()
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        FORMATS[name].write(tmp_path / NAMES[name], texts(), Losses())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("records", "{}\n", r"line 1: not a record"),
        ("prodigy", '{"text": "A"}\n{"text": 3}\n', r"line 2: text: Input should be a valid str"),
        ("prodigy", '\n{"text": "A", "spans": [{"start": 0, "end": 9, "label": "X"}]}', r"line 2: the span 0-9 lies outside the text of 1 char"),
        ("prodigy", '{"text": "A", "relations": [{"head": 0, "child": 0, "label": "x"}]}', "line 1: a relation leads to the token 0"),
        ("labelstudio", "[", "not JSON"),
        ("labelstudio", "{}", "not an array of tasks"),
        ("labelstudio", '[{"data": {}}]', r"task 1: data\.text: Field required"),
        ("labelstudio", '[{"data": {"text": "Ana"}, "annotations": [{"result": [{"type": "labels", "id": "r", "value": {"start": 0, "end": 2, "text": "Ben", "labels": ["PERSON"]}}]}]}]', "task 1: the text at 0-2 is 'An', and that of the region 'Ben'"),
        ("labelstudio", '[{"data": {"text": "Ana"}, "annotations": [{"result": [{"type": "relation", "from_id": "a", "to_id": "b", "labels": ["party"]}]}]}]', "task 1: the relation 'party' leads to no span"),
        ("doccano", '{"text": "A", "entities": [{"id": 1, "start_offset": 0, "end_offset": 1, "label": "X"}, {"id": 1, "start_offset": 0, "end_offset": 1, "label": "X"}]}', "line 1: two spans have the id '1'"),
        ("doccano", '{"text": "A", "label": [[0]]}', r"line 1: label\.0\.1: Field required"),
        ("conll", "Ana\tB-PERSON\nRuiz\tE-PERSON\n", "line 2: no token with an IOB2 tag: 'Ruiz E-PERSON'"),
        ("docbin", "x", "not a DocBin"),
    ],
)  # fmt: skip
def test_bad_input_is_named_with_its_place(
    name: str, content: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / NAMES[name]
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=said) as raised:
        list(FORMATS[name].read(path, Losses()))
    assert str(raised.value).startswith(str(path))


def test_bad_gold_is_named_with_its_line(tmp_path: Path) -> None:
    FORMATS["gold"].write(tmp_path / "gold", [sample()], Losses())
    path = tmp_path / "gold" / "pier.gold.json"
    whole = path.read_text(encoding="utf-8")
    for old, new, said in (
        ('"company"', '"firm"', r", line \d+: organizations.0.type: Input should be"),
        ('"Ben Otu"\n   ]\n', '"Nobody"\n   ]\n', ": pier: 'Nobody' is no entity"),
        ("{", "[", ": Invalid JSON: .* at line "),
    ):
        assert old in whole
        path.write_text(whole.replace(old, new), encoding="utf-8")
        with pytest.raises(ValueError, match=rf"pier\.gold\.json{said}"):
            list(FORMATS["gold"].read(tmp_path / "gold", Losses()))


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "x.conll"
    path.write_bytes(b"Ana\tB-PERSON\n\xff\tO\n")
    with pytest.raises(ValueError, match=r"x\.conll, line 2: not UTF-8"):
        list(FORMATS["conll"].read(path, Losses()))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("T2\tPERSON 0 3\tBen", "the text at 0 3 is 'Ana', and that of T2 'Ben'"),
        ("T2\tPERSON 0\tAna", "not brat standoff: 'PERSON 0'"),
        ("T2\tPERSON 0 99\tAna Ruiz", "the span 0-99 lies outside the text of 8 characters"),
        ("T1\tPERSON 0 3\tAna", "two spans have the id 'T1'"),
        ("R1\tparty Arg1:T1 Arg2:T9", r"leads to no span \('T9'\)"),
    ],
)
def test_bad_standoff_is_named_with_its_line(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Ruiz", encoding="utf-8")
    (tmp_path / "a.ann").write_text(f"T1\tPERSON 0 8\tAna Ruiz\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"a\.ann, line 2: .*{said}"):
        list(FORMATS["brat"].read(tmp_path, Losses()))
