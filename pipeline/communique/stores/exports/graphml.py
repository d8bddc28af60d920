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
from communique.stores.sql.keys import name_key

if TYPE_CHECKING:
    import networkx as nx

#: What XML has no way to write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export_graphml(records: Iterable[Record], folder: Path) -> list[Path]:
    """Write ``signed-with.graphml``. Raises ``MissingExtraError`` without networkx."""
    graph = signed_with(records)
    import networkx as nx  # noqa: PLC0415 - an extra

    path = folder / "signed-with.graphml"
    with new_file(path) as stream:
        nx.write_graphml_xml(graph, stream)
    return [path]


def signed_with(records: Iterable[Record]) -> nx.Graph:
    """Return parties as nodes, joined where they are party to the same agreement.

    Parties of different releases are one node where their names differ in case and accents alone.
    An edge counts the agreements, and has their names and days.
    """
    with needed("graphml", "an export to GraphML"):
        import networkx as nx  # noqa: PLC0415 - an extra
    graph: nx.Graph = nx.Graph()
    for record in records:
        names: dict[str, tuple[str, str]] = {
            person.id: (person.name, "person") for person in record.people
        }
        for body in record.organizations:
            names[body.id] = (body.name, body.type)
        for agreement in record.agreements:
            parties = dict.fromkeys(_add(graph, *names[party]) for party in agreement.parties)
            for one, other in combinations(parties, 2):
                _join(graph, one, other, agreement)
    return graph


def _add(graph: nx.Graph, name: str, kind: str) -> str:
    key = _xml(f"{'person' if kind == 'person' else 'body'}: {name_key(name)}")
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
