"""The custom attributes that the components write on a ``Doc``.

All hold plain immutable values (tuples of frozen dataclasses), never references to tokens, so a
``Doc`` can be pickled, sent to another process and analysed again. Offsets in them are half-open
characters of ``doc.text``.

============================  ======================================================  ===============
attribute                     value                                                   assigned by
============================  ======================================================  ===============
``doc._.release_title``       title from the container, or None                       the caller
``doc._.given_publish_date``  ISO day from the container or the caller, or None       the caller
``doc._.offsets``             ``Offsets``: where characters stand in the release      the caller
``doc._.body_scores``         how likely each token is of a body's name, or None      ``ner``
``doc._.zones``               tuple of ``Zone``, in order, covering the text          ``communique_zones``
``doc._.issuer``              ``(start, end)`` of the issuing office in metadata      ``communique_zones``
``doc._.publish_date``        ISO day or None                                         ``communique_dateline``
``doc._.dateline``            ``Dateline`` or None                                    ``communique_dateline``
``doc._.dates``               tuple of ``DateMention``, in order                      ``communique_dates``
``doc._.people``              tuple of ``Person``, in order of first mention          ``communique_people``, then ``communique_aliases``
``doc._.organizations``       tuple of ``Organization``, in order of first mention    ``communique_organizations``, then ``communique_aliases``
``doc._.places``              tuple of ``Mention`` of places                          ``communique_organizations``
``doc._.titles``              tuple of ``Title``                                      ``communique_titles``
``doc._.agreements``          tuple of ``Agreement``                                  ``communique_agreements``
``doc._.warnings``            tuple of sentences for the record                       any
============================  ======================================================  ===============

Besides, ``doc.ents`` holds the names and ``doc.spans["communique_phrases"]`` the spans TITLE and
AGREEMENT, where the model marks such.
"""

from __future__ import annotations

from spacy.tokens import Doc

from communique.components.offsets import Offsets

#: The group in ``doc.spans`` of the learned spans TITLE and AGREEMENT.
PHRASES_KEY = "communique_phrases"

_DEFAULTS: dict[str, object] = {
    "release_title": None,
    "given_publish_date": None,
    "offsets": Offsets(),
    "body_scores": None,
    "zones": (),
    "issuer": None,
    "publish_date": None,
    "dateline": None,
    "dates": (),
    "people": (),
    "organizations": (),
    "places": (),
    "titles": (),
    "agreements": (),
    "warnings": (),
}


def register_extensions() -> None:
    """Register every attribute; called by each component's factory, so that workers have them."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
