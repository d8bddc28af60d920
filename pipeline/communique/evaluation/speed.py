"""How fast the recogniser of names is beside spaCy's own small one, in one run.

``python -m communique.evaluation.speed RELEASES…`` runs both over the same tokenized documents by
turns, on one thread, and prints tokens a second of processor time, the median of all turns, and
their ratio; the ratio of the first turn, too, before ours has seen any word. The other one is ``HashEmbedCNN`` of width 96 and depth 4 with the same transition
system and the same labels, untrained: what it decides costs the same whatever it decides.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from communique.runs.threads import use_one_thread

use_one_thread()  # before numpy is imported

import spacy  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc, Span  # noqa: E402
from spacy.training import Example  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402

from communique.evaluation.releases import read_releases  # noqa: E402
from communique.pipeline import load  # noqa: E402

_BATCH = 64
#: How many tags and relations spaCy's English models know, about.
_TAGS, _RELATIONS = 50, 50


def spacys_small(labels: Sequence[str], *, parser: bool = False) -> Language:
    """Return a blank English pipeline with spaCy's default ``tok2vec`` and ``ner``, initialized.

    With ``parser``, spaCy's default ``tagger`` and ``parser`` stand between them.
    """
    nlp = spacy.blank("en")
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.HashEmbedCNN.v2",
                "width": 96,
                "depth": 4,
                "embed_size": 2000,
                "window_size": 1,
                "maxout_pieces": 3,
                "subword_features": True,
                "pretrained_vectors": None,
            }
        },
    )
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    if parser:
        nlp.add_pipe(
            "tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}}
        )
        nlp.add_pipe(
            "parser",
            config={
                "min_action_freq": 1,
                "model": {
                    "@architectures": "spacy.TransitionBasedParser.v2",
                    "state_type": "parser",
                    "extra_state_tokens": False,
                    "hidden_width": 64,
                    "maxout_pieces": 2,
                    "use_upper": True,
                    "tok2vec": listener,
                },
            },
        )
    nlp.add_pipe(
        "ner",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": listener,
            }
        },
    )

    def examples() -> list[Example]:
        made = []
        for number in range(max(len(labels), _RELATIONS if parser else 0)):
            words = nlp.make_doc("a b c d")
            reference = _parsed(nlp.vocab, number) if parser else nlp.make_doc("a b c d")
            reference.ents = [Span(reference, 0, 3, labels[number % len(labels)])]
            made.append(Example(words, reference))
        return made

    nlp.initialize(examples)
    return nlp


def _parsed(vocab: Vocab, number: int) -> Doc:
    """Return four words with a tag and a relation that have a number for a name."""
    tag, relation = f"t{number % _TAGS}", f"r{number % _RELATIONS}"
    deps = [relation, "ROOT", relation, relation]
    return Doc(vocab, words=list("abcd"), tags=[tag] * 4, heads=[1, 1, 1, 2], deps=deps)


def seconds(nlp: Language, texts: Sequence[str]) -> tuple[int, float]:
    """Return the number of tokens and the processor time of the recogniser over them.

    The recogniser is ``ner``, with ``tok2vec`` where it has one beside it.
    """
    docs: list[Doc] = [nlp.make_doc(text) for text in texts]
    tokens = sum(map(len, docs))
    start = time.process_time()
    for name in ("tok2vec", "ner"):
        if name not in nlp.pipe_names:
            continue
        docs = list(nlp.get_pipe(name).pipe(docs, batch_size=_BATCH))  # type: ignore[attr-defined]
    return tokens, time.process_time() - start


def main() -> None:
    """Print tokens a second of both, and how many times as fast ours is."""
    parser = argparse.ArgumentParser(description="The recogniser beside spaCy's small one.")
    parser.add_argument("releases", type=Path, nargs="+", help="files or folders of releases")
    parser.add_argument("--model", help="folder or package; the embedded default without")
    parser.add_argument("--turns", type=int, default=5)
    arguments = parser.parse_args()
    texts = [release.text for release in read_releases(arguments.releases)]
    ours = load(arguments.model)
    both = {"ours": ours, "spaCy": spacys_small(ours.get_pipe("ner").labels)}  # type: ignore[attr-defined]
    rates: dict[str, list[float]] = {name: [] for name in both}
    for _ in range(arguments.turns):
        for name, nlp in both.items():
            tokens, spent = seconds(nlp, texts)
            rates[name].append(tokens / spent)
    for name, turns in rates.items():
        print(f"{name:8}{statistics.median(turns):12,.0f} tokens/s")  # noqa: T201
    ratios = [a / b for a, b in zip(rates["ours"], rates["spaCy"], strict=True)]
    print(f"{'ratio':8}{statistics.median(ratios):12.2f}")  # noqa: T201
    print(f"{'first':8}{ratios[0]:12.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
