"""Where tokens part in the punctuation of press releases."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
import srsly
from hypothesis import given
from hypothesis import strategies as st

NLP = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}})


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ('Initiative"(HRI)', ["Initiative", '"', "(", "HRI", ")"]),
        ("Harbour·Lane", ["Harbour", "·", "Lane"]),
        ("President/CEO", ["President", "/", "CEO"]),
        ("/AndesWire/", ["/", "AndesWire", "/"]),
        ("Lima—Quito", ["Lima", "—", "Quito"]),
        ("LIMA--(ANDES WIRE)--Pier", ["LIMA", "--", "(", "ANDES", "WIRE", ")", "--", "Pier"]),
        ("2024--Pier Co-op", ["2024", "--", "Pier", "Co", "-", "op"]),
        ("harbour…and", ["harbour", "…", "and"]),
        ("“harbour”said", ["“", "harbour", "”", "said"]),
        ("项目Tallberg，Lima", ["项目Tallberg", "，", "Lima"]),
        ("Mr. Li's", ["Mr.", "Li", "'s"]),
        ("**Pier Trust**<br>", ["*", "*", "Pier", "Trust", "*", "*", "<", "br", ">"]),
        ("Co., Ltd.", ["Co.", ",", "Ltd."]),
        ("Pier Co.,Ltd.", ["Pier", "Co.", ",", "Ltd."]),
        ("U.S.,3", ["U.S.,3"]),
        ("7/5/2024", ["7/5/2024"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in NLP(text)] == tokens


@given(st.text("aB1 .,'’“”()/·-—\n&", max_size=40))
def test_tokens_give_back_the_text(text: str) -> None:
    assert NLP.make_doc(text).text == text


def test_it_is_kept_on_disk(tmp_path: object) -> None:
    NLP.to_disk(f"{tmp_path}/model")
    again = spacy.load(f"{tmp_path}/model")
    assert [t.text for t in again("Harbour·Lane/Pier")] == ["Harbour", "·", "Lane", "/", "Pier"]


def test_the_embedded_model_has_it(embedded: Path) -> None:
    kept = srsly.msgpack_loads((embedded / "tokenizer").read_bytes())
    for name in ("prefix_search", "suffix_search", "infix_finditer"):
        assert kept[name] == getattr(NLP.tokenizer, name).__self__.pattern
