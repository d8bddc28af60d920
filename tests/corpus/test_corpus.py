"""The gold releases are well formed: what they name stands in the text, and resolves."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = ("releases", "seed", "clusters")
GOLD = [path for folder in FOLDERS for path in sorted((CORPUS / folder).glob("*.gold.json"))]

AGREEMENT_TYPES = {
    "mou", "cooperation_agreement", "contract", "treaty", "joint_statement", "letter_of_intent",
    "merger_acquisition", "financing", "license", "settlement", "partnership", "other",
}  # fmt: skip
STATUSES = {"signed", "announced", "planned", "in_force", "renewed", "terminated", "referenced"}
ORGANIZATION_TYPES = {
    "government", "education", "company", "nonprofit", "intergovernmental", "place", "other",
}  # fmt: skip
SLOTS = ("parties", "signatories", "witnesses")

MONTH_DAY = r"(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?"
PERIOD = r"Q[1-4]|H[12]|SP|SU|FA|WI|W(0[1-9]|[1-4]\d|5[0-3])"
POINT = re.compile(rf"(\d{{4}}|XXXX)(-({MONTH_DAY}|{PERIOD}))?|XXXX-(XX|WXX(-[1-7])?)|\d{{3}}")
VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def stands_in(string: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(string)}(?!\w)", text) is not None


def is_value(value: str) -> bool:
    """An ISO 8601 or TIMEX3 point, or a range whose ends are in order."""
    ends = value.split("/")
    if len(ends) > 2 or not all(POINT.fullmatch(end) for end in ends):
        return False
    return ends == sorted(ends)


def load(path: Path) -> tuple[dict[str, Any], str]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    stem = path.name.removesuffix(".gold.json")
    return gold, folded((path.parent / "docs" / f"{stem}.txt").read_text(encoding="utf-8"))


@pytest.fixture(params=GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def release(request: pytest.FixtureRequest) -> tuple[dict[str, Any], str]:
    return load(request.param)


def entities(gold: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in ("people", "organizations", "agreements"):
        yield from gold[kind]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_text_has_its_annotation(folder: str) -> None:
    texts = {path.stem for path in (CORPUS / folder / "docs").iterdir()}
    golds = {path.name.removesuffix(".gold.json") for path in (CORPUS / folder).glob("*.gold.json")}
    assert texts == golds
    assert texts


def test_metadata_tell_genre_and_region_of_every_release() -> None:
    lines = (CORPUS / "releases" / "metadata.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    assert rows[0] == ["id", "genre", "region"]
    assert [row[0] for row in rows[1:]] == sorted(
        path.stem for path in (CORPUS / "releases" / "docs").iterdir()
    )
    assert all(len(row) == 3 and all(row) for row in rows)
    for column in (1, 2):
        counts = Counter(row[column] for row in rows[1:])
        assert len(counts) == 9
        assert min(counts.values()) > 1


def test_sources_name_every_release() -> None:
    lines = (CORPUS / "releases" / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    sources = [json.loads(line) for line in lines]
    assert [source["id"] for source in sources] == sorted(
        path.stem for path in (CORPUS / "releases" / "docs").iterdir()
    )
    for source in sources:
        assert source["genre"]
        assert source["region"]
        assert source["origin"] == "written for this project"
        assert source["licence"] == "Apache-2.0"


def test_releases_have_the_length_of_releases() -> None:
    for path in sorted((CORPUS / "releases" / "docs").iterdir()):
        assert 200 <= len(path.read_text(encoding="utf-8").split()) <= 600, path.name


def test_id_is_the_stem() -> None:
    for path in GOLD:
        assert load(path)[0]["id"] == path.name.removesuffix(".gold.json")


def test_mentions_stand_in_the_text(release: tuple[dict[str, Any], str]) -> None:
    gold, text = release
    for entity in entities(gold):
        assert entity["mentions"], entity["name"]
        assert len(set(entity["mentions"])) == len(entity["mentions"]), entity["name"]
        for mention in entity["mentions"]:
            assert stands_in(mention, text), mention


def test_no_string_names_two_people_or_two_organizations(
    release: tuple[dict[str, Any], str],
) -> None:
    gold, _ = release
    strings = [
        mention
        for kind in ("people", "organizations")
        for entity in gold[kind]
        for mention in entity["mentions"]
    ]
    assert sorted(set(strings)) == sorted(strings)


def test_people_and_organizations_are_named_by_their_fullest_mention(
    release: tuple[dict[str, Any], str],
) -> None:
    gold, _ = release
    for entity in (*gold["people"], *gold["organizations"]):
        assert entity["name"] in entity["mentions"]


def test_titles_stand_in_the_text_and_are_held_somewhere_known(
    release: tuple[dict[str, Any], str],
) -> None:
    gold, text = release
    known = {organization["name"] for organization in gold["organizations"]}
    for person in gold["people"]:
        for title in person["titles"]:
            assert stands_in(title["title"], text), title
            organization = title["organization"]
            # a place that is no party has no entry: its name, or its adjective, is in the text
            assert organization is None or organization in known or organization in text, title
            assert title.get("when", "current") in {"current", "former", "future"}, title


def test_kinds_are_known(release: tuple[dict[str, Any], str]) -> None:
    gold, _ = release
    assert {organization["type"] for organization in gold["organizations"]} <= ORGANIZATION_TYPES
    assert {agreement["type"] for agreement in gold["agreements"]} <= AGREEMENT_TYPES
    assert {agreement["status"] for agreement in gold["agreements"]} <= STATUSES


def test_parties_and_hands_are_among_the_entities(release: tuple[dict[str, Any], str]) -> None:
    gold, _ = release
    people = {person["name"] for person in gold["people"]}
    organizations = {organization["name"] for organization in gold["organizations"]}
    for agreement in gold["agreements"]:
        for slot in SLOTS:
            assert len(set(agreement[slot])) == len(agreement[slot]), agreement["name"]
        assert set(agreement["parties"]) <= organizations | people, agreement["name"]
        assert set(agreement["signatories"]) <= people, agreement["name"]
        assert set(agreement["witnesses"]) <= people, agreement["name"]


def test_places_are_organizations_only_as_parties(release: tuple[dict[str, Any], str]) -> None:
    gold, _ = release
    parties = {party for agreement in gold["agreements"] for party in agreement["parties"]}
    for organization in gold["organizations"]:
        assert organization["type"] != "place" or organization["name"] in parties, organization


def test_dates_come_in_the_order_of_the_text_with_a_value(
    release: tuple[dict[str, Any], str],
) -> None:
    gold, text = release
    at = 0
    for date in gold["dates"]:
        start = text.find(date["text"], at)
        assert start >= 0, date
        at = start + len(date["text"])
        assert date["value"] in VAGUE or is_value(date["value"]), date
    for value in (gold["publish_date"], *(agreement["date"] for agreement in gold["agreements"])):
        assert value is None or is_value(value), value


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("2024-05-07", True),
        ("2024-H1", True),
        ("XXXX-WXX-2", True),
        ("XXXX-XX", True),
        ("2024-WXX-2", False),
        ("199", True),
        ("1983/1989", True),
        ("2024-13", False),
        ("2024-05-32", False),
        ("1989/1983", False),
        ("May 7", False),
        ("2024-W60", False),
    ],
)
def test_values(value: str, right: bool) -> None:
    assert is_value(value) is right


@pytest.mark.parametrize("folder", FOLDERS)
def test_readme_counts(folder: str) -> None:
    golds = [load(path)[0] for path in GOLD if path.parent.name == folder]
    agreements = [agreement for gold in golds for agreement in gold["agreements"]]
    counts = [
        len(golds),
        sum(len(gold["people"]) for gold in golds),
        sum(len(person["titles"]) for gold in golds for person in gold["people"]),
        sum(len(gold["organizations"]) for gold in golds),
        len(agreements),
        sum(len(agreement[slot]) for agreement in agreements for slot in SLOTS),
        sum(len(gold["dates"]) for gold in golds),
    ]
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert f"| `{folder}/` | {' | '.join(map(str, counts))} |" in readme
