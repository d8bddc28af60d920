"""Word vectors from raw releases: floret (fastText with hashed subwords), small enough to ship.

A floret table has a fixed number of rows, whatever the vocabulary: each word's vector is the sum of
the rows that its character n-grams hash to, so that names never seen have one too.
See https://github.com/explosion/floret and `spacy init vectors --mode floret`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import spacy
from spacy.training.initialize import convert_vectors

from communique.readers.normalize import normalize
from communique.training.student import blank

#: Rows of the table and length of a vector: 15 MB at four bytes a number.
ROWS = 40_000
WIDTH = 96


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of files: ``.txt``, and ``.jsonl`` or ``.jsonl.gz`` with a field ``text``.

    A ``title`` in a JSONL row stands before its text. Raises ``ValueError`` naming file and line
    where a row is not such an object.
    """
    for path in paths:
        if path.suffix == ".txt":
            yield normalize(path.read_text(encoding="utf-8"))
            continue
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):
                try:
                    row = json.loads(line)
                    yield normalize(f"{row.get('title') or ''}\n\n{row['text']}")
                except (AttributeError, KeyError, ValueError) as error:
                    raise ValueError(f"{path}:{number}: no text ({error})") from error


def write_tokens(texts: Iterable[str], path: Path) -> int:
    """Write the words of the texts, a line of text a line, as floret reads them; count the words."""
    nlp = blank()
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for text in texts:
            for line in text.split("\n"):
                words = [t.text for t in nlp.tokenizer(line) if not t.is_space]
                if len(words) > 3:
                    out.write(" ".join(words) + "\n")
                    count += len(words)
    return count


def train_vectors(texts: Iterable[str], work: Path, *, epochs: int = 8, threads: int = 2) -> Path:
    """Train vectors on the texts and return a folder that a spaCy config can initialize from.

    With more than one thread the result differs from run to run in its last digits: floret's
    threads write to one table without locks. Needs ``communique[train]``.
    """
    import floret  # noqa: PLC0415  (an extra)

    output = work / "vectors"
    if (output / "config.cfg").exists():
        return output
    work.mkdir(parents=True, exist_ok=True)
    tokens = work / "tokens.txt"
    write_tokens(texts, tokens)
    model = floret.train_unsupervised(
        str(tokens),
        model="cbow",
        mode="floret",
        hashCount=2,
        bucket=ROWS,
        dim=WIDTH,
        minn=3,
        maxn=5,
        minCount=5,
        epoch=epochs,
        lr=0.1,
        neg=10,
        thread=threads,
    )
    table = work / "vectors.floret"
    model.save_floret_vectors(str(table))
    nlp = spacy.blank("en")
    convert_vectors(nlp, table, truncate=-1, prune=-1, mode="floret")
    nlp.to_disk(output)
    return output
