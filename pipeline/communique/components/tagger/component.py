"""The component ``communique_tagger``: names and phrases by a transformer, for the large model."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from communique.components.extensions import PHRASES_KEY, register_extensions
from communique.components.tagger.decode import body_scores, decode
from communique.components.tagger.tags import NAMES, PHRASES
from communique.components.tagger.windows import Windows

#: Documents whose windows share batches.
_GROUP = 32


class TransformerTagger(Pipe):
    """Sets ``doc.ents`` to the names and ``doc.spans["communique_phrases"]`` to the phrases.

    Needs ``communique[teacher]``. It is trained by ``communique train --size lg`` and loaded from
    disk; a fresh one has no weights.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.vocab = nlp.vocab
        self.name = name
        self._model: Any = None
        self._windows: Windows | None = None

    def use(self, model: Any, windows: Windows) -> None:  # noqa: ANN401  (PyTorch is an extra)
        """Tag with this ``Tagger`` and these windows."""
        self._model, self._windows = model, windows

    def __call__(self, doc: Doc) -> Doc:
        """Tag one document."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _GROUP) -> Iterator[Doc]:
        """Tag documents in groups of ``batch_size``."""
        for docs in _groups(stream, batch_size):
            self._tag(docs)
            yield from docs

    def _tag(self, docs: list[Doc]) -> None:
        from communique.components.tagger.model import score_documents  # noqa: PLC0415

        if self._model is None or self._windows is None:
            raise ValueError(f"{self.name}: no weights; load a trained pipeline")
        scored = score_documents(self._model, self._windows, docs)
        for doc, runs in zip(docs, scored, strict=True):
            spans = decode(doc, runs)
            doc._.body_scores = body_scores(len(doc), runs)
            layers = {
                layer: filter_spans(
                    [Span(doc, s, e, label) for s, e, label in spans if label in layer.labels]
                )
                for layer in (NAMES, PHRASES)
            }
            doc.ents = layers[NAMES]
            doc.spans[PHRASES_KEY] = layers[PHRASES]

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the weights (half precision), the vocabulary and the encoder's configuration."""
        import torch  # noqa: PLC0415

        if self._model is None or self._windows is None:
            return
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        config = self._model.encoder.config.to_dict()
        (folder / "encoder.json").write_text(json.dumps(config, indent=1), encoding="utf-8")
        self._windows.tokenizer.save_pretrained(folder / "vocabulary")
        weights = {name: tensor.half() for name, tensor in self._model.state_dict().items()}
        torch.save(weights, folder / "weights.pt")

    def from_disk(
        self,
        path: str | Path,
        *,
        exclude: Iterable[str] = (),  # noqa: ARG002
    ) -> TransformerTagger:
        """Read what ``to_disk`` wrote."""
        import torch  # noqa: PLC0415

        from communique.components.tagger.model import Tagger  # noqa: PLC0415

        folder = Path(path)
        if not (folder / "weights.pt").exists():
            return self
        model = Tagger.blank(json.loads((folder / "encoder.json").read_text(encoding="utf-8")))
        weights = torch.load(folder / "weights.pt", map_location="cpu", weights_only=True)
        model.load_state_dict({name: tensor.float() for name, tensor in weights.items()})
        self.use(model.eval(), Windows.from_path(folder / "vocabulary"))
        return self


def _groups(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    docs = iter(stream)
    while group := list(itertools.islice(docs, size)):
        yield group


@Language.factory("communique_tagger", assigns=["doc.ents", "doc.spans", "doc._.body_scores"])
def create_tagger(nlp: Language, name: str) -> TransformerTagger:
    """Return a tagger without weights, which ``from_disk`` reads."""
    register_extensions()
    return TransformerTagger(nlp, name)
