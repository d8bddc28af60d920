"""GraphML of who signed with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from communique.records.model import AgreementRecord, Record
from communique.stores.exports.files import new_file
from communique.stores.extras import needed
from communique.stores.sql.joined import Joined
from communique.stores.sql.keys import name_key

if TYPE_CHECKING:
    import networkx as nx

_Node = tuple[str, str, str]

#: What XML has no way to write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export_graphml(
    records: Iterable[tuple[Record, Joined]], folder: Path, *, by_name: bool
) -> list[Path]:
    """Write ``signed-with.graphml``. Raises ``MissingExtraError`` without networkx."""
    graph = signed_with(records, by_name=by_name)
    import networkx as nx  # noqa: PLC0415 - an extra

    path = folder / "signed-with.graphml"
    with new_file(path) as stream:
        nx.write_graphml_xml(graph, stream)
    return [path]


def signed_with(records: Iterable[tuple[Record, Joined]], *, by_name: bool) -> nx.Graph:
    """Return parties as nodes, joined where they are party to the same agreement.

    Parties of different releases are one node where they are one entity, and ``by_name``, for where
    nothing was resolved, where their names differ in case and accents alone. An edge counts the
    agreements, and has their names and days.
    """
    with needed("graphml", "an export to GraphML"):
        import networkx as nx  # noqa: PLC0415 - an extra
    graph: nx.Graph = nx.Graph()
    for record, joined in records:
        named = [(one.id, one.name, "person") for one in record.people]
        named += [(one.id, one.name, one.type) for one in record.organizations]
        release = None if by_name else record.id
        nodes = {own: _node(own, name, kind, joined, release) for own, name, kind in named}
        for agreement in record.agreements:
            parties = dict.fromkeys(_add(graph, *nodes[party]) for party in agreement.parties)
            for one, other in combinations(parties, 2):
                _join(graph, one, other, agreement)
    return graph


def _node(own: str, name: str, kind: str, joined: Joined, release: str | None) -> _Node:
    """Return the key of a party's node, its name and its kind; no release: its name is its key."""
    if own in joined:
        return f"entity: {joined[own].id}", joined[own].name, kind
    sort = "person" if kind == "person" else "body"
    return f"{sort}: {name_key(name) if release is None else f'{release}-{own}'}", name, kind


def _add(graph: nx.Graph, key: str, name: str, kind: str) -> str:
    key = _xml(key)
    if key not in graph:
        graph.add_node(key, name=_xml(name), type=kind)
    return key


def _join(graph: nx.Graph, one: str, other: str, agreement: AgreementRecord) -> None:
    if not graph.has_edge(one, other):
        graph.add_edge(one, other, agreements=0, names="", dates="")
    edge = graph.edges[one, other]
    edge["agreements"] += 1
    edge["names"] = _listed(edge["names"], _xml(agreement.name))
    if agreement.date is not None:
        edge["dates"] = _listed(edge["dates"], agreement.date.value)


def _listed(before: str, value: str) -> str:
    return f"{before}; {value}" if before else value


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
