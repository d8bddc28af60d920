// All agreements by day, the latest first; those without a day at the end.
"use strict";
(function () {
  const { el, fold, holds, termsOf } = communique;
  const { all, lists, item } = communique.agreements;
  const shownAtOnce = 100;
  const form = document.getElementById("filters");
  const at = (id) => document.getElementById(id);
  const present = (key) => new Set(all.map((agreement) => agreement[key]));
  let page = 1;
  let folded = null;

  for (const [key, values] of [["type", lists.types], ["status", lists.statuses]]) {
    const known = present(key);
    form.elements[key].append(...values.filter((value) => known.has(value)).map((value) => el("option", { value }, communique.words(value))));
  }
  all.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));

  /** Whether a day lies in what is asked for: 2024, 2024-05, 2024-Q2, 202. */
  function within(day, time) {
    const quarter = /^(\d{4})-Q([1-4])$/i.exec(time);
    if (!quarter) return day.startsWith(time);
    return day.startsWith(quarter[1]) && Math.ceil(Number(day.slice(5, 7)) / 3) === Number(quarter[2]);
  }

  function find() {
    const { q, type, status, time } = Object.fromEntries(new FormData(form));
    const terms = termsOf(q);
    folded ??= all.map((agreement) => fold([agreement.title, ...agreement.parties.map((id) => lists.parties[id])].join(" ")));
    return all.filter((agreement, number) =>
      (!type || agreement.type === type) &&
      (!status || agreement.status === status) &&
      (!time || within(agreement.day, time.trim())) &&
      terms.every((term) => holds(folded[number], term)));
  }

  function show() {
    const found = find();
    const pages = Math.max(1, Math.ceil(found.length / shownAtOnce));
    page = Math.min(page, pages);
    const shown = found.slice((page - 1) * shownAtOnce, page * shownAtOnce);
    at("count").textContent = found.length ? communique.count(found.length, "agreement", "agreements") : "No agreement answers this.";
    const groups = new Map();
    for (const agreement of shown) {
      const year = agreement.day.slice(0, 4) || "Without a day";
      groups.set(year, [...(groups.get(year) || []), agreement]);
    }
    at("agreements").replaceChildren(
      ...[...groups].map(([year, some]) => el("section", {}, el("h3", {}, year), el("ol", {}, some.map(item)))),
    );
    communique.pager(at("pager"), page, pages, (to) => {
      page = to;
      show();
      at("list").scrollIntoView({ block: "start" });
    });
  }

  function read() {
    const parameters = communique.readHash();
    for (const key of ["q", "type", "status", "time"]) form.elements[key].value = parameters.get(key) || "";
    page = 1;
    show();
  }

  function write() {
    const parameters = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    communique.writeHash(parameters, false);
    page = 1;
    show();
  }

  form.addEventListener("input", communique.afterTyping(write));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    read();
    at("list").scrollIntoView({ block: "start" });
  });
  read();
})();
