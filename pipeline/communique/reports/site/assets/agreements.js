// The agreements as objects, and how one is shown in a list.
"use strict";
communique.agreements = (function () {
  const { el, name, words } = communique;
  const lists = communique.data("agreements-lists");

  const all = communique.data("agreements-rows").map(([page, card, title, value, day, ofRelease, type, status, parties]) => ({
    href: `releases/${page}.html#${card}`,
    title, value, day, parties,
    ofRelease: ofRelease === 1,
    type: lists.types[type],
    status: lists.statuses[status],
  }));

  /** A name of a party that leads to what it has agreed with others. */
  const party = (id) => el("a", { href: "network.html#party=" + encodeURIComponent(lists.parties[id]) }, name(lists.parties[id]));

  function told(agreement) {
    if (agreement.value) return agreement.value;
    return agreement.ofRelease ? `release of ${agreement.day}` : "no date";
  }

  function item(agreement) {
    return el(
      "li",
      {},
      el("span", { class: "when" }, told(agreement)),
      el("div", {},
        el("a", { class: "title", href: agreement.href }, name(agreement.title)),
        el("p", { class: "chips" }, el("span", { class: "chip" }, words(agreement.type)), " ", el("span", { class: "chip " + agreement.status }, words(agreement.status))),
        agreement.parties.length
          ? el("p", { class: "who" }, agreement.parties.flatMap((id, place) => (place ? [" · ", party(id)] : [party(id)])))
          : null),
    );
  }

  return { all, lists, item };
})();
