// What the pages on all releases share: the data they load, text made comparable, paging, addresses.
"use strict";
const communique = (function () {
  const taken = new Map();

  /** Called by each script of data; parts of one name are put one behind the other. */
  function take(name, value) {
    const before = taken.get(name);
    if (before !== undefined && Array.isArray(value)) {
      for (const row of value) before.push(row);
    } else {
      taken.set(name, value);
    }
  }

  const data = (name) => taken.get(name);

  const plain = /^[\x00-\x7f]*$/;

  /** Lower case, no accents, and a space for each run of what is neither letter nor digit. */
  function fold(text) {
    if (plain.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /** The words and quoted phrases of a query, folded. */
  function termsOf(query) {
    const terms = [];
    for (const [, phrase, word] of query.matchAll(/["“”]([^"“”]+)["“”]|(\S+)/g)) {
      terms.push(...(phrase ? [fold(phrase)] : fold(word).split(" ")));
    }
    return terms.filter(Boolean);
  }

  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

  /** A test whether a term begins a word of a folded text; scripts without spaces are sought anywhere. */
  function seeker(term) {
    const within = " " + term;
    const anywhere = unspaced.test(term);
    return (folded) => folded.startsWith(term) || folded.includes(within) || (anywhere && folded.includes(term));
  }

  const holds = (folded, term) => seeker(term)(folded);

  /** An element with attributes and children; strings become text, never markup. */
  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child !== null));
    return element;
  }

  const words = (value) => value.replaceAll("_", " ");
  const count = (number, one, many) => number.toLocaleString("en") + " " + (number === 1 ? one : many);

  /** A name between marks that keep its direction of writing to itself. */
  const name = (text) => el("bdi", {}, text);

  const readHash = () => new URLSearchParams(location.hash.slice(1));

  /** Change the address without a jump; `push` makes it a step of the history. */
  function writeHash(parameters, push) {
    const written = parameters.toString();
    if (written === location.hash.slice(1)) return;
    const target = written ? "#" + written : location.pathname + location.search;
    history[push ? "pushState" : "replaceState"](null, "", target);
  }

  /** Links to the pages of a list, drawn into `nav`. */
  function pager(nav, page, pages, go) {
    nav.replaceChildren();
    if (pages < 2) return;
    const link = (label, to, told) => {
      const button = el("button", { type: "button", "aria-label": told, disabled: to < 1 || to > pages }, label);
      button.addEventListener("click", () => go(to));
      return button;
    };
    const last = pages.toLocaleString("en");
    nav.append(
      link("« First", page === 1 ? 0 : 1, "First page"),
      link("‹ Back", page - 1, "Page before"),
      el("span", { class: "soft" }, `page ${page.toLocaleString("en")} of ${last}`),
      link("Next ›", page + 1, "Next page"),
      link("Last »", page === pages ? 0 : pages, "Last page"),
    );
  }

  /** Call `act` when typing has paused. */
  function afterTyping(act) {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(act, 120);
    };
  }

  /** Text with the words that begin with a term in <mark>. */
  function marked(text, terms) {
    const parts = [];
    let plain = "";
    for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      const folded = fold(part);
      if (folded && terms.some((term) => term.split(" ").some((word) => folded.startsWith(word)))) {
        if (plain) parts.push(plain);
        plain = "";
        parts.push(el("mark", {}, part));
      } else {
        plain += part;
      }
    }
    if (plain) parts.push(plain);
    return parts;
  }

  return { take, data, fold, termsOf, holds, seeker, el, words, count, name, readHash, writeHash, pager, afterTyping, marked };
})();
