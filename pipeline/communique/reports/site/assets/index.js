// The index: search, facets, and the list of what is found.
"use strict";
(function () {
  const { el, fold, holds, termsOf, words, name } = communique;
  const lists = communique.data("releases-lists");
  const rows = communique.data("releases-rows");
  const [PAGE, TITLE, DATE, EXCERPT, PEOPLE, BODIES, COUNTRIES, PLACES, AGREEMENTS, LANGUAGE, SOURCE, WARNINGS] =
    Array(12).keys();
  const shownAtOnce = 50;
  const valuesShown = 6;
  const statuses = lists.statuses.length;
  const at = (id) => document.getElementById(id);

  // Each facet: a list of values, and the places in that list that a row has.
  const years = [...new Set(rows.map((row) => row[DATE].slice(0, 4) || "none"))].sort().reverse();
  const yearNumbers = new Map(years.map((year, number) => [year, number]));
  const languages = [...lists.languages, "not said"];
  const kinds = (row, take) => [...new Set(row[AGREEMENTS].map(take))];
  const facets = [
    { key: "year", label: "Year", values: years, ordered: true,
      of: (row) => [yearNumbers.get(row[DATE].slice(0, 4) || "none")],
      told: (value) => (value === "none" ? "no date" : value) },
    { key: "country", label: "Country", values: lists.countries, of: (row) => row[COUNTRIES] },
    { key: "organization", label: "Organization", values: lists.organizations, of: (row) => row[BODIES] },
    { key: "type", label: "Type of agreement", values: lists.types, told: words,
      of: (row) => kinds(row, (kind) => Math.floor(kind / statuses)) },
    { key: "status", label: "Status of agreement", values: lists.statuses, told: words,
      of: (row) => kinds(row, (kind) => kind % statuses) },
    { key: "person", label: "Person", values: lists.people, of: (row) => row[PEOPLE] },
    { key: "place", label: "Place", values: lists.places, of: (row) => row[PLACES] },
    { key: "language", label: "Language", values: languages,
      of: (row) => [row[LANGUAGE] < 0 ? languages.length - 1 : row[LANGUAGE]] },
    { key: "source", label: "Source", values: lists.sources, of: (row) => [row[SOURCE]] },
    { key: "warned", label: "Warnings", values: ["yes", "no"], of: (row) => [row[WARNINGS].length ? 0 : 1],
      told: (value) => (value === "yes" ? "with warnings" : "without") },
  ];
  for (const facet of facets) {
    facet.chosen = new Set();
    facet.limit = valuesShown;
    facet.sought = "";
    facet.ids = rows.map(facet.of);
  }
  let query = "";
  let sort = "";
  let page = 1;
  let folded = null;

  /** Texts and names made comparable; all that is left of it, where no time is given. */
  function prepare(deadline) {
    folded ??= [[lists.people, (text) => text], [lists.organizations, (text) => text],
      [rows, (row) => row[TITLE]], [rows, (row) => row[EXCERPT]]].map(([list, take]) => ({ list, take, done: [] }));
    for (const part of folded) {
      while (part.done.length < part.list.length) {
        part.done.push(fold(part.take(part.list[part.done.length])));
        if (deadline && part.done.length % 500 === 0 && deadline.timeRemaining() < 2) {
          requestIdleCallback(prepare);
          return null;
        }
      }
    }
    return folded.map((part) => part.done);
  }

  /** For each row how well it answers the query; 0 where it doesn't. */
  function scores(terms) {
    const [allPeople, allBodies, allTitles, allExcerpts] = prepare();
    const result = new Float32Array(rows.length).fill(1);
    for (const term of terms) {
      const found = communique.seeker(term);
      const inList = (list) => Uint8Array.from(list, (entry) => found(entry));
      const people = inList(allPeople);
      const bodies = inList(allBodies);
      rows.forEach((row, number) => {
        if (result[number] === 0) return;
        const score =
          (found(allTitles[number]) ? 4 : 0) +
          (row[PEOPLE].some((id) => people[id]) || row[BODIES].some((id) => bodies[id]) ? 2 : 0) +
          (found(allExcerpts[number]) ? 1 : 0);
        result[number] = score ? result[number] + score : 0;
      });
    }
    return result;
  }

  /** The rows that are found, and for each facet how many there would be of each value. */
  function find(terms) {
    const score = terms.length ? scores(terms) : null;
    const active = facets.filter((facet) => facet.chosen.size);
    const counts = new Map(facets.map((facet) => [facet, new Uint32Array(facet.values.length)]));
    const found = [];
    for (let number = 0; number < rows.length; number += 1) {
      if (score && score[number] === 0) continue;
      let missing = null;
      let misses = 0;
      for (const facet of active) {
        if (!facet.ids[number].some((id) => facet.chosen.has(id))) {
          missing = facet;
          misses += 1;
          if (misses > 1) break;
        }
      }
      if (misses > 1) continue;
      if (misses === 0) found.push(number);
      for (const facet of misses ? [missing] : facets) {
        const counted = counts.get(facet);
        for (const id of facet.ids[number]) counted[id] += 1;
      }
    }
    order(found, score);
    return { found, counts };
  }

  function order(found, score) {
    const newest = (a, b) => (rows[a][DATE] < rows[b][DATE] ? 1 : rows[a][DATE] > rows[b][DATE] ? -1 : a - b);
    const orders = {
      "": newest,
      best: (a, b) => (score ? score[b] - score[a] : 0) || newest(a, b),
      oldest: (a, b) => (!rows[a][DATE] - !rows[b][DATE]) || -newest(a, b) || a - b,
      title: (a, b) => collator.compare(rows[a][TITLE], rows[b][TITLE]),
      agreements: (a, b) => rows[b][AGREEMENTS].length - rows[a][AGREEMENTS].length || newest(a, b),
      given: (a, b) => a - b,
    };
    found.sort(orders[sort] || orders[""]);
  }
  const collator = new Intl.Collator("en", { numeric: true });

  function hit(number, terms) {
    const row = rows[number];
    const told = [row[DATE] || "no date"];
    if (row[PLACES].length) told.push(lists.places[row[PLACES][0]]);
    told.push(lists.sources[row[SOURCE]]);
    const chips = row[AGREEMENTS].slice(0, 6).map((kind) => {
      const status = lists.statuses[kind % statuses];
      return el("li", { class: "chip " + status }, words(lists.types[Math.floor(kind / statuses)]), " · ", words(status));
    });
    if (row[AGREEMENTS].length > 6) chips.push(el("li", { class: "soft" }, `and ${row[AGREEMENTS].length - 6} more`));
    const named = [...row[PEOPLE].map((id) => lists.people[id]), ...row[BODIES].map((id) => lists.organizations[id])];
    const matching = terms.length ? named.filter((one) => terms.some((term) => holds(fold(one), term))) : [];
    return el(
      "li",
      {},
      el("h3", {}, el("a", { href: `releases/${row[PAGE]}.html` }, el("bdi", {}, communique.marked(row[TITLE], terms)))),
      el("p", { class: "meta" }, told.flatMap((one, place) => (place ? [" · ", name(one)] : [name(one)])),
        row[WARNINGS].length ? el("span", { class: "warn" }, communique.count(row[WARNINGS].length, "warning", "warnings")) : null),
      chips.length ? el("ul", { class: "chips", "aria-label": "Agreements" }, chips) : null,
      row[EXCERPT] ? el("p", { class: "excerpt", dir: "auto" }, communique.marked(row[EXCERPT], terms)) : null,
      matching.length
        ? el("p", { class: "named" }, "Names ",
            matching.slice(0, 5).flatMap((one, place) => [place ? ", " : "", el("bdi", {}, communique.marked(one, terms))]))
        : null,
    );
  }

  function show() {
    const terms = termsOf(query);
    const { found, counts } = find(terms);
    const pages = Math.max(1, Math.ceil(found.length / shownAtOnce));
    page = Math.min(Math.max(1, page), pages);
    const first = (page - 1) * shownAtOnce;
    const shown = found.slice(first, first + shownAtOnce);
    const all = communique.count(found.length, "release", "releases");
    at("count").textContent =
      found.length === 0
        ? "No release answers this search."
        : pages > 1 ? `${all}; ${first + 1}–${first + shown.length} are shown` : all;
    at("hits").setAttribute("start", first + 1);
    at("hits").replaceChildren(...shown.map((number) => hit(number, terms)));
    communique.pager(at("pager"), page, pages, (to) => {
      page = to;
      write(true);
      show();
      at("count").scrollIntoView({ block: "start" });
    });
    for (const facet of facets) drawFacet(facet, counts.get(facet));
    drawChosen();
    at("hits").dataset.ready = "yes";
  }

  /** The values to show, chosen ones first, then the most frequent, and how many there are. */
  function mostFrequent(facet, counted, matches) {
    const chosen = [...facet.chosen].sort((a, b) => a - b);
    const room = Math.max(0, facet.limit - chosen.length);
    const best = [];
    let total = chosen.length;
    for (let id = 0; id < facet.values.length; id += 1) {
      if (facet.chosen.has(id) || !matches(id)) continue;
      total += 1;
      const full = best.length >= room;
      if (full && (facet.ordered || !room || counted[id] <= counted[best[room - 1]])) continue;
      let place = best.length;
      if (!facet.ordered) while (place > 0 && counted[best[place - 1]] < counted[id]) place -= 1;
      best.splice(place, 0, id);
      if (best.length > room) best.pop();
    }
    return { candidates: [...chosen, ...best], total };
  }

  function drawFacet(facet, counted) {
    const told = facet.told || ((value) => value);
    const sought = fold(facet.sought);
    const holdsIt = communique.seeker(sought);
    const matches = (id) => counted[id] && (!sought || holdsIt(fold(facet.values[id])));
    const { candidates, total } = mostFrequent(facet, counted, matches);
    facet.box.hidden = total === 0 && !facet.sought;
    facet.seek.hidden = facet.values.length <= valuesShown;
    const focused = document.activeElement?.closest("#facet-list li") ? document.activeElement.value : null;
    facet.list.replaceChildren(
      ...candidates.map((id) => {
        const box = el("input", { type: "checkbox", value: facet.key + ":" + id, checked: facet.chosen.has(id) });
        box.addEventListener("change", () => {
          if (box.checked) facet.chosen.add(id);
          else facet.chosen.delete(id);
          page = 1;
          write(true);
          show();
        });
        return el("li", {}, el("label", {}, box, el("bdi", {}, told(facet.values[id])), el("span", { class: "soft n" }, counted[id].toLocaleString("en"))));
      }),
    );
    if (focused) facet.list.querySelector(`[value="${CSS.escape(focused)}"]`)?.focus();
    facet.more.hidden = total <= candidates.length;
    facet.more.textContent = `Show more of ${total.toLocaleString("en")}`;
  }

  function drawChosen() {
    const told = [];
    for (const facet of facets) {
      for (const id of facet.chosen) {
        const value = (facet.told || String)(facet.values[id]);
        const button = el("button", { type: "button", "aria-label": `Remove the filter ${facet.label}: ${value}` }, el("span", { class: "soft" }, facet.label + " "), name(value), " ×");
        button.addEventListener("click", () => {
          facet.chosen.delete(id);
          page = 1;
          write(true);
          show();
          at("count").scrollIntoView({ block: "nearest" });
        });
        told.push(button);
      }
    }
    if (told.length > 1) {
      const button = el("button", { type: "button", class: "plain" }, "Remove all filters");
      button.addEventListener("click", () => {
        for (const facet of facets) facet.chosen.clear();
        page = 1;
        write(true);
        show();
      });
      told.push(button);
    }
    at("chosen").replaceChildren(...told);
  }

  function makeFacets() {
    for (const [place, facet] of facets.entries()) {
      facet.list = el("ul", {});
      facet.more = el("button", { type: "button", class: "plain" });
      facet.more.addEventListener("click", () => {
        facet.limit += 30;
        show();
      });
      facet.seek = el("input", { type: "search", class: "seek", "aria-label": `Find in ${facet.label}`, placeholder: `find in ${facet.values.length.toLocaleString("en")}`, autocomplete: "off", spellcheck: "false" });
      facet.seek.addEventListener("input", communique.afterTyping(() => {
        facet.sought = facet.seek.value;
        show();
      }));
      facet.box = el("details", { open: place < 4 || facet.chosen.size > 0, class: "facet" }, el("summary", {}, el("h3", {}, facet.label)), facet.seek, facet.list, facet.more);
      at("facet-list").append(facet.box);
    }
  }

  function read() {
    const parameters = communique.readHash();
    query = parameters.get("q") || "";
    sort = parameters.get("sort") || "";
    page = Number.parseInt(parameters.get("page"), 10) || 1;
    for (const facet of facets) {
      const wanted = new Set(parameters.getAll(facet.key));
      const same = new Set([...wanted].map(fold));
      facet.chosen = new Set();
      if (wanted.size) {
        facet.values.forEach((value, id) => {
          if (wanted.has(value) || same.has(fold(value))) facet.chosen.add(id);
        });
      }
    }
    at("search").value = query;
    at("sort").value = sort;
  }

  function write(push) {
    const parameters = new URLSearchParams();
    if (query) parameters.set("q", query);
    for (const facet of facets) for (const id of facet.chosen) parameters.append(facet.key, facet.values[id]);
    if (sort) parameters.set("sort", sort);
    if (page > 1) parameters.set("page", page);
    communique.writeHash(parameters, push);
  }

  function listen() {
    const typed = () => {
      if (query === at("search").value.trim()) return;
      const began = !query;
      query = at("search").value.trim();
      if (began && !sort) sort = "best";
      if (!query && sort === "best") sort = "";
      at("sort").value = sort;
      page = 1;
      write(false);
      show();
    };
    at("search").addEventListener("input", communique.afterTyping(typed));
    at("search-form").addEventListener("submit", (event) => {
      event.preventDefault();
      typed();
    });
    at("sort").addEventListener("change", () => {
      sort = at("sort").value;
      page = 1;
      write(true);
      show();
    });
    window.addEventListener("hashchange", again);
    window.addEventListener("popstate", again);
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        at("search").focus();
      }
    });
    if (window.requestIdleCallback) requestIdleCallback(prepare);
  }

  function again() {
    read();
    show();
  }

  if (window.matchMedia("(max-width: 55rem)").matches) at("facets").open = false;
  read();
  makeFacets();
  show();
  listen();
})();
