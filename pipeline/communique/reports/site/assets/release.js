// A release: the record of what the pointer is at, the words that a slot rests on, and the arrow keys.
"use strict";
(function () {
  const text = document.getElementById("text");
  if (!text) return;
  const marks = [...text.querySelectorAll("a[data-e]")];
  const pieces = [...text.querySelectorAll("[data-o]")];

  // The words that the address names are lit, all pieces of them.
  function lightTarget() {
    for (const piece of text.querySelectorAll(".lit")) piece.classList.remove("lit", "lit-first");
    const span = /^#s(\d+)-(\d+)$/.exec(location.hash);
    if (!span) return;
    const lit = pieces.filter((piece) => piece.dataset.o >= Number(span[1]) && piece.dataset.o < Number(span[2]));
    lit.forEach((piece) => piece.classList.add("lit"));
    if (!lit.length) return;
    lit[0].classList.add("lit-first");
    lit[0].scrollIntoView({ block: "center" });
    if (!lit[0].matches("a")) lit[0].tabIndex = -1;
    lit[0].focus({ preventScroll: true });
  }

  // A box with the cards of everything that a mark is part of, beside it.
  const box = document.createElement("div");
  box.className = "popover";
  box.id = "popover";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let shownFor = null;
  let timer = 0;

  function show(mark) {
    clearTimeout(timer);
    if (shownFor === mark) return;
    hide();
    shownFor = mark;
    const cards = mark.dataset.e.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    box.replaceChildren(...cards.slice(0, 4).map((card) => {
      const copy = card.querySelector(".brief").cloneNode(true);
      copy.classList.add(...card.classList);
      for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
      for (const heading of copy.querySelectorAll("h3")) {
        const plain = document.createElement("p");
        plain.className = "head";
        plain.append(...heading.childNodes);
        heading.replaceWith(plain);
      }
      return copy;
    }));
    box.hidden = false;
    mark.setAttribute("aria-describedby", "popover");
    for (const other of marks) other.classList.toggle("kin", other.dataset.e.split(" ")[0] === mark.dataset.e.split(" ")[0]);
    place(mark);
  }

  function place(mark) {
    const around = mark.getClientRects()[0];
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(around.left, room - box.offsetWidth - 8));
    const under = window.innerHeight - around.bottom - 16;
    const over = around.top - 16;
    const below = box.scrollHeight <= under || under >= over;
    box.style.setProperty("--height", `${Math.max(120, below ? under : over)}px`);
    const top = below ? around.bottom + 8 : around.top - box.offsetHeight - 8;
    box.style.setProperty("--left", `${left + window.scrollX}px`);
    box.style.setProperty("--top", `${top + window.scrollY}px`);
  }

  function hide() {
    clearTimeout(timer);
    box.hidden = true;
    shownFor?.removeAttribute("aria-describedby");
    for (const mark of marks) mark.classList.remove("kin");
    shownFor = null;
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 160);
  };
  text.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("a[data-e]");
    if (event.pointerType === "touch") return;
    if (mark) show(mark);
    else soon();
  });
  text.addEventListener("pointerleave", soon);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", soon);

  // A finger's first touch shows the record, the second goes to it.
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("a[data-e]");
    if (mark && event.pointerType === "touch" && !mark.classList.contains("touched")) {
      event.preventDefault();
      for (const other of marks) other.classList.remove("touched");
      mark.classList.add("touched");
      show(mark);
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-e], .popover")) hide();
  });

  // The text is one stop of the tab key; the arrow keys go from mark to mark.
  marks.forEach((mark, number) => {
    mark.tabIndex = number ? -1 : 0;
  });
  const shownMarks = () => marks.filter((mark) => !mark.classList.contains("off"));
  function step(from, to) {
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
  text.addEventListener("focusin", (event) => {
    const mark = event.target.closest("a[data-e]");
    if (!mark) return;
    for (const other of marks) if (other !== mark && other.tabIndex === 0) other.tabIndex = -1;
    mark.tabIndex = 0;
    if (mark.matches(":focus-visible")) show(mark);
  });
  text.addEventListener("focusout", soon);
  text.addEventListener("keydown", (event) => {
    const mark = event.target.closest("a[data-e]");
    const within = shownMarks();
    const at = within.indexOf(mark);
    const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: within.length - 1 };
    if (at < 0 || !(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = within[steps[event.key]];
    event.preventDefault();
    if (next) step(mark, next);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // Kinds of marks can be left out.
  document.querySelector(".legend").addEventListener("change", (event) => {
    text.classList.toggle("no-" + event.target.value, !event.target.checked);
    for (const mark of marks) {
      const kinds = ["person", "title", "organization", "agreement", "date"].filter((kind) => mark.classList.contains(kind));
      mark.classList.toggle("off", kinds.every((kind) => text.classList.contains("no-" + kind)));
    }
  });

  window.addEventListener("hashchange", lightTarget);
  lightTarget();
})();
