"""A user's lexicon: what may stand in it, what it changes, and that it changes nothing else."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from spacy.language import Language

import communique
from communique.components.lexicon_files import entries_of, use_lexicon
from communique.components.titles.lexicon import is_title_head
from communique.components.user_lexicon import SHAPES, LexiconError, read_lexicon

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a lexicon of some files, given by name."""

    def write(contents: dict[str, str]) -> Path:
        folder = tmp_path / "lexicon"
        for name, text in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture(autouse=True)
def _nothing_in_use() -> Iterator[None]:
    yield
    use_lexicon(None)


def load(embedded: Path, folder: Path) -> Language:
    return communique.load(embedded, lexicon=folder)


# -- what may stand in it


@pytest.mark.parametrize("name", SHAPES)
def test_every_example_is_as_it_must_be(make: Make, name: str) -> None:
    assert read_lexicon(make({name: SHAPES[name].example})).entries == {
        name: (SHAPES[name].example,)
    }


@pytest.mark.parametrize("name", SHAPES)
def test_the_project_s_own_files_have_the_same_form(make: Make, name: str) -> None:
    own = files("communique").joinpath("lexicon", *name.split("/")).read_text(encoding="utf-8")
    entries = [entry for _, entry in entries_of(own)]
    folder = make({name: own, "people/names.txt": "Zephyr Loam"})
    assert entries == [] or list(read_lexicon(folder).entries[name]) == entries


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("titles/heads.tsv", "# a note\n\nGaonbura", "line 3: words must be in lower case"),
        ("titles/heads.tsv", "gaonbura\tlocal", "line 1: flags must be of cap, nation, low"),
        ("titles/plurals.tsv", "panchas", "line 1: 1 columns parted by tabs, where 2 are asked"),
        (
            "agreements/instruments.tsv",
            "concord\tconcords\tpact\tcertain\tmou",
            "line 1: type must be mou, ",
        ),
        (
            "organizations/known.tsv",
            "Kelm Guild\tguild",
            "line 1: type must be government, education, .* not 'guild'",
        ),
        ("organizations/known.tsv", "Kelm Guild\tother\tKG|", "line 1: other names has an empty"),
        ("people/apart.tsv", "Ana Reyes\t", "line 1: 1 columns parted by tabs, where 2"),
        ("people/names.txt", "Ana Reyes\tAna", "line 1: 2 columns parted by tabs, where 1"),
        (
            "titles/ranks.tsv",
            "x",
            "ranks.tsv: a lexicon has no such file; it may hold titles/heads",
        ),
        ("heads.tsv", "x", "heads.tsv: a lexicon has no such file"),
        ("titles/heads.tsv", "# nothing", "there is no entry in it"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    make: Make, name: str, text: str, message: str
) -> None:
    with pytest.raises(LexiconError, match=message):
        read_lexicon(make({name: text}))


def test_a_lexicon_that_is_not_there_or_not_in_utf_8(make: Make, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        read_lexicon(tmp_path / "missing")
    folder = make({"titles/heads.tsv": "x"})
    (folder / "titles" / "heads.tsv").write_bytes("préfet".encode("latin-1"))
    with pytest.raises(LexiconError, match=r"heads\.tsv: the file is not in UTF-8"):
        read_lexicon(folder)


def test_the_digest_is_that_of_the_entries(make: Make) -> None:
    first = read_lexicon(make({"titles/heads.tsv": "gaonbura", ".git/config": "x"}))
    assert read_lexicon(make({"titles/heads.tsv": "# a note\ngaonbura\n"})) == first
    assert read_lexicon(make({"titles/heads.tsv": "gaonbura\nvidame"})) != first
    assert pickle.loads(pickle.dumps(first)).entries == first.entries


# -- what it changes


def titles(nlp: Language, text: str) -> list[str]:
    return [t.title for p in communique.extract(text, nlp=nlp).people for t in p.titles]


def test_titles_of_one_word_and_of_several(embedded: Path, make: Make) -> None:
    text = "Marta Okonjo, Head Keeper of Boats, spoke. Vidame Ana Reyes left."
    nlp = load(embedded, make({"titles/heads.tsv": "vidame\nhead keeper of boats"}))
    assert titles(nlp, text) == ["Head Keeper of Boats", "Vidame"]
    assert titles(communique.load(embedded), text) != ["Head Keeper of Boats", "Vidame"]


def test_an_agreement_s_noun_with_its_type(embedded: Path, make: Make) -> None:
    text = "The Harbour Trust of Kelm signed a concord with the Orlina Institute on 3 May 2024."
    folder = make({"agreements/instruments.tsv": SHAPES["agreements/instruments.tsv"].example})
    (agreement,) = communique.extract(text, nlp=load(embedded, folder)).agreements
    assert agreement.mentions[0].text == "concord"
    assert (agreement.type, agreement.status) == ("treaty", "signed")
    assert communique.extract(text, nlp=communique.load(embedded)).agreements == []


def test_a_body_is_found_wherever_it_stands_under_each_name(embedded: Path, make: Make) -> None:
    text = "The Zorn of Kelm grew. Later zk and Kelmzorn met. The Zorny of Kelm fell."
    folder = make({"organizations/known.tsv": "Zorn of Kelm\tnonprofit\tzk|Kelmzorn"})
    record = communique.extract(text, nlp=load(embedded, folder))
    body = next(o for o in record.organizations if o.name == "Zorn of Kelm")
    assert body.type == "nonprofit"
    assert [m.text for m in body.mentions] == ["Zorn of Kelm", "zk", "Kelmzorn"]


def test_people_who_are_two_and_people_who_are_one(embedded: Path, make: Make) -> None:
    text = "Ana Reyes spoke. A. Reyes, a pilot, left. Marta Okonjo met Marta Brenner on Friday."
    folder = make(
        {
            "people/apart.tsv": "Ana Reyes\tA. Reyes",
            "people/same.tsv": "Marta Okonjo\tMarta Brenner",
        }
    )
    nlp = load(embedded, folder)
    found = [{m.text for m in p.mentions} for p in communique.extract(text, nlp=nlp).people]
    assert found == [{"Ana Reyes"}, {"A. Reyes"}, {"Marta Okonjo", "Marta Brenner"}]
    found = [
        {m.text for m in p.mentions}
        for p in communique.extract(text, nlp=communique.load(embedded)).people
    ]
    assert found == [{"Ana Reyes", "A. Reyes"}, {"Marta Okonjo"}, {"Marta Brenner"}]


def test_names_that_are_a_person_s_and_names_that_are_none(embedded: Path, make: Make) -> None:
    text = "They praised zephyr loam. Marta Okonjo spoke, and Ana Reyes left."
    folder = make({"people/names.txt": "zephyr loam", "people/not_people.txt": "Marta Okonjo"})
    record = communique.extract(text, nlp=load(embedded, folder))
    assert [p.name for p in record.people] == ["zephyr loam", "Ana Reyes"]


# -- and nothing else


def test_pipelines_of_several_lexicons_take_turns(embedded: Path, make: Make) -> None:
    text = "Vidame Ana Reyes spoke."
    plain = communique.load(embedded)
    mine = load(embedded, make({"titles/heads.tsv": "vidame"}))
    before = titles(plain, text)
    assert [titles(nlp, text) for nlp in (mine, plain, mine)] == [["Vidame"], before, ["Vidame"]]
    assert before != ["Vidame"]


def test_a_pipeline_keeps_its_lexicon_where_it_goes(embedded: Path, make: Make) -> None:
    mine = load(embedded, make({"titles/heads.tsv": "vidame"}))
    component = pickle.loads(pickle.dumps(mine.get_pipe("communique_titles")))
    use_lexicon(component.lexicon)
    assert is_title_head("Vidame")


def test_the_record_says_which_lexicon_was_used(embedded: Path, make: Make) -> None:
    folder = make({"titles/heads.tsv": "vidame"})
    record = communique.extract("It rained.", nlp=load(embedded, folder))
    assert record.pipeline.lexicon == read_lexicon(folder).digest
    record = communique.extract("It rained.", nlp=communique.load(embedded))
    assert record.pipeline.lexicon is None


@pytest.mark.parametrize("room", ["agreements", "aliases", "organizations", "people", "titles"])
def test_nothing_made_of_the_lexicon_outlasts_it(room: str) -> None:
    """What is kept of files that a user may add to is kept by ``lexical``."""
    folder = Path(communique.__file__).parent / "components" / room
    for path in folder.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "functools":
                assert "cache" not in {alias.name for alias in node.names}, path
        for statement in tree.body:
            if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
                words = {n.value for n in ast.walk(statement.value) if isinstance(n, ast.Constant)}
                assert not words & set(SHAPES), path
