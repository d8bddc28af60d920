// All pairs of parties with their agreements, and the drawing's answer to a pointer.
"use strict";
(function () {
  const { el, fold, holds, termsOf, name } = communique;
  const { all, lists, item } = communique.agreements;
  const mostParties = 12; // as the drawing counts
  const shownAtOnce = 50;
  const form = document.getElementById("filters");
  const at = (id) => document.getElementById(id);
  let page = 1;
  let party = "";

  function makePairs() {
    const found = new Map();
    for (const agreement of all) {
      const ids = [...agreement.parties].sort((a, b) => a - b);
      if (ids.length > mostParties) continue;
      for (let one = 0; one < ids.length; one += 1) {
        for (let other = one + 1; other < ids.length; other += 1) {
          const key = ids[one] * lists.parties.length + ids[other];
          if (!found.has(key)) found.set(key, { one: ids[one], other: ids[other], agreements: [] });
          found.get(key).agreements.push(agreement);
        }
      }
    }
    return [...found.values()].sort((a, b) => b.agreements.length - a.agreements.length || a.one - b.one || a.other - b.other);
  }
  const pairs = makePairs();
  const folded = lists.parties.map(fold);

  function show() {
    const terms = termsOf(form.elements.q.value);
    const matches = (id) => (party ? folded[id] === party : terms.every((term) => holds(folded[id], term)));
    const found = pairs.filter((pair) => (!party && !terms.length) || matches(pair.one) || matches(pair.other));
    const pages = Math.max(1, Math.ceil(found.length / shownAtOnce));
    page = Math.min(page, pages);
    at("count").textContent = found.length ? communique.count(found.length, "pair", "pairs") : "No pair answers this.";
    at("pairs").replaceChildren(
      ...found.slice((page - 1) * shownAtOnce, page * shownAtOnce).map((pair) => drawPair(pair, matches)),
    );
    communique.pager(at("pager"), page, pages, (to) => {
      page = to;
      show();
      at("list").scrollIntoView({ block: "start" });
    });
    light(party);
  }

  function drawPair(pair, matches) {
    const [first, second] = (party || form.elements.q.value) && !matches(pair.one) ? [pair.other, pair.one] : [pair.one, pair.other];
    const details = el("details", {},
      el("summary", {}, name(lists.parties[first]), el("span", { class: "soft" }, " with "), name(lists.parties[second]), " ",
        el("span", { class: "count" }, String(pair.agreements.length))));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) details.append(el("ol", {}, pair.agreements.map(item)));
    });
    return details;
  }

  // The drawing: its lines stand in the order of the table's rows, its circles lead to #party=NAME.
  const nodes = [...document.querySelectorAll(".chart a[href^='#party=']")].map((link) => ({
    link, name: fold(decodeURIComponent(link.getAttribute("href").slice(7))),
  }));
  const lines = [...document.querySelectorAll(".chart .mark-path path")];
  const drawn = [...document.querySelectorAll("#drawn tbody tr")].map((row) => [...row.cells].slice(0, 2).map((cell) => fold(cell.textContent)));

  const labels = [...document.querySelectorAll(".chart .mark-text text")];

  /** Of labels that lie over each other, leave the first; the others come with the pointer. */
  function thin() {
    const kept = [];
    for (const label of labels) {
      const a = label.getBoundingClientRect();
      const free = kept.every((b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top);
      label.classList.toggle("crowded", !free);
      if (free) kept.push(a);
    }
  }
  thin();

  /** Let one party and those that it is joined with stand out; without one, all. */
  function light(one) {
    const joined = new Set([one]);
    drawn.forEach((pair, number) => {
      const touches = pair.includes(one);
      lines[number]?.classList.toggle("dim", Boolean(one) && !touches);
      if (touches) pair.forEach((other) => joined.add(other));
    });
    const known = nodes.some((node) => node.name === one);
    nodes.forEach((node, number) => {
      const apart = known && !joined.has(node.name);
      node.link.classList.toggle("dim", apart);
      labels[number]?.classList.toggle("dim", apart);
      labels[number]?.classList.toggle("asked", known && !apart);
    });
    if (!known) lines.forEach((line) => line.classList.remove("dim"));
  }

  for (const node of nodes) {
    node.link.addEventListener("pointerenter", () => light(node.name));
    node.link.addEventListener("pointerleave", () => light(party));
  }

  function read(jump) {
    const parameters = communique.readHash();
    party = fold(parameters.get("party") || "");
    form.elements.q.value = parameters.get("party") || parameters.get("q") || "";
    page = 1;
    show();
    if (jump && party) at("list").scrollIntoView({ block: "start" });
  }

  form.addEventListener("input", communique.afterTyping(() => {
    party = "";
    page = 1;
    const q = form.elements.q.value;
    communique.writeHash(new URLSearchParams(q ? { q } : {}), false);
    show();
  }));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => read(true));
  read(true);
})();
