// The theme is set before anything is drawn: the reader's choice, else the system's.
"use strict";
(function () {
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = window.localStorage.getItem("communique-theme");
  } catch {
    // a browser that keeps nothing
  }
  if (chosen === "dark" || chosen === "light") {
    root.dataset.theme = chosen;
  }
  const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        window.localStorage.setItem("communique-theme", root.dataset.theme);
      } catch {
        // chosen for this page alone
      }
      show();
    });
    system.addEventListener("change", show);
    show();
    // on a narrow screen the name of the page may lie outside the row
    const row = document.querySelector(".top nav");
    const here = row.querySelector("[aria-current]");
    if (here) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  });
})();
