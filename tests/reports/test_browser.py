"""The pages in a browser, opened from the disk."""

from __future__ import annotations

import re
from typing import Any

import pytest

from .samples import EVIL, TEXT

Open = Any


def titles(page: Any) -> list[str]:
    return page.locator("#hits h3").all_inner_texts()


def settle(page: Any, told: str) -> None:
    page.locator("#count", has_text=re.compile(told)).wait_for()


def test_search_finds_titles_names_and_openings(open_page: Open) -> None:
    page = open_page()
    settle(page, "63 releases; 1–50 are shown")
    assert len(titles(page)) == 50
    page.fill("#search", "okonjo")  # a person's name
    settle(page, "^1 release$")
    assert titles(page) == ["Harbour pact signed in Kelm"]
    assert page.locator("#hits .named mark").inner_text() == "Okonjo"
    page.fill("#search", "“belt and road” shenyang")
    settle(page, "^1 release$")
    page.fill("#search", "arbour")  # no word begins so
    settle(page, "No release answers")
    page.goto(page.url.split("#")[0] + "#q=board+kenya")
    settle(page, "^20 releases$")


def test_facets_narrow_and_count(open_page: Open) -> None:
    page = open_page()
    page.get_by_label(re.compile("^Norway")).check()
    settle(page, "^21 releases$")
    page.locator("#facet-list label", has_text="2021").click()
    settle(page, "^5 releases$")
    page.get_by_label(re.compile("^Kenya")).check()  # of one facet, either
    settle(page, "^10 releases$")
    assert page.url.endswith("#year=2021&country=Norway&country=Kenya")
    page.get_by_role("button", name="Remove the filter Year: 2021").click()
    settle(page, "^41 releases$")
    page.go_back()
    settle(page, "^10 releases$")
    page.get_by_role("button", name="Remove all filters").click()
    settle(page, "^63 releases")
    page.select_option("#sort", "title")
    assert titles(page)[1:3] == ["Harbour pact signed in Kelm", "Report 0 from Norway"]
    page.get_by_role("button", name="Next page").click()
    settle(page, "51–63 are shown")


def test_pointing_at_a_mark_shows_its_record(open_page: Open, pact_page: str) -> None:
    page = open_page(pact_page)
    box = page.locator("#popover")
    assert box.is_hidden()
    page.hover("#text a.person.agreement")
    assert box.is_visible()
    assert "Minister, Ministry of Harbours" in box.inner_text()
    assert "Okonjo Pier Pact" in box.inner_text()  # the name lies within the agreement's
    page.keyboard.press("Escape")
    assert box.is_hidden()
    page.click("#text a.organization >> nth=0")
    assert page.url.endswith("#o1")
    assert page.locator("#o1").evaluate("card => card.matches(':target')")


def test_a_slot_leads_to_the_words_that_it_rests_on(open_page: Open, pact_page: str) -> None:
    page = open_page(pact_page, viewport={"width": 1200, "height": 300})
    page.click("#a1 dd:has-text('Tallberg Foundry') a")
    lit = page.locator("#text .lit")
    assert "".join(lit.all_inner_texts()) == "Tallberg Foundry signed the Okonjo"
    assert lit.first.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight }"
    )
    page.click("#a1 [aria-label='evidence 1']")
    assert "".join(lit.all_inner_texts()) == TEXT.split("\n\n")[1]
    page.click("#a1 .chip a:has-text('2024-03-03')")
    assert lit.all_inner_texts() == ["Sunday"]


def test_the_arrow_keys_walk_over_the_marks(open_page: Open, pact_page: str) -> None:
    page = open_page(pact_page)
    assert page.locator("#text a[tabindex='0']").count() == 1
    page.locator("#text a >> nth=0").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == page.locator("#text a >> nth=2").inner_text()
    assert page.locator("#popover").is_visible()
    page.keyboard.press("Enter")
    assert re.search(r"#[poad]\d+$", page.url)
    page.uncheck(".legend input[value='date']")
    assert page.locator("#text a.date.off").count() == 2


def test_the_whole_site_works_from_the_keyboard(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    settle(page, "^1 release$")
    page.locator("#hits a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/abababababababab.html")


def test_timeline_and_network_are_drawn(open_page: Open) -> None:
    pytest.importorskip("vl_convert", reason="the extra plots is not installed")
    page = open_page("timeline.html")
    settle(page, "^64 agreements$")
    assert page.locator(".chart svg .mark-symbol a").count() >= 6
    page.locator(".chart a[href='#time=2024-03&type=contract'] path").first.click()
    settle(page, "^1 agreement$")
    assert "Okonjo Pier Pact" in page.locator("#agreements").inner_text()
    page = open_page("network.html")
    settle(page, "pairs$")
    lines = page.locator(".chart .mark-path path")
    assert lines.count() == page.locator("#drawn tbody tr").count()
    page.locator(".chart a[href='#party=Board%20of%20Kenya'] path").hover()
    assert 0 < page.locator(".chart .mark-path path.dim").count() < lines.count()
    page.locator(".chart a[href='#party=Board%20of%20Kenya'] path").click()
    settle(page, "^5 pairs$")
    page.locator("#pairs summary").first.click()
    page.locator("#pairs li a", has_text="Treaty").first.click()
    page.wait_for_url("**/releases/**#a1")


def test_a_phone_shows_all_without_scrolling_sideways(open_page: Open, pact_page: str) -> None:
    pages = [
        "index.html",
        "timeline.html",
        "network.html",
        "countries.html",
        "faults.html",
        pact_page,
    ]
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True)
    root = page.url.removesuffix("index.html")
    for path in pages:
        page.goto(root + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    mark = page.locator("#text a.organization").first
    mark.tap()
    assert "Tallberg Foundry" in page.locator("#popover").inner_text()
    mark.tap()
    assert page.url.endswith("#o1")


def test_dark_and_light(open_page: Open) -> None:
    def colour(page: Any) -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    page = open_page(color_scheme="dark")
    dark = colour(page)
    page.get_by_role("button", name="Dark colours", pressed=True).click()
    light = colour(page)
    assert light != dark
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline.html")
    assert colour(page) == light  # what was chosen stays
    assert colour(open_page(color_scheme="light")) == light


def test_a_hostile_release_harms_nothing(open_page: Open, hostile_page: str) -> None:
    page = open_page(hostile_page)
    assert page.title() != "harmed"
    assert EVIL in page.locator("#text").inner_text()
    assert page.locator("main img, main script").count() == 0
    assert page.locator("[href^='javascript:']").count() == 0
    page.hover("#text a >> nth=0")
    assert EVIL in page.locator("#popover").inner_text()
    root = page.url.split("releases/")[0]
    for path in (
        "index.html#q=script",
        "timeline.html",
        "network.html",
        "faults.html",
        "countries.html",
    ):
        page.goto(root + path)
        page.wait_for_load_state("load")
        assert page.title() != "harmed", path
        assert page.locator("main img, main script").count() == 0, path
        assert "<script>" in page.locator("main").inner_text(), path


def test_the_policy_stops_scripts_that_a_page_should_not_have(open_page: Open) -> None:
    page = open_page()
    stopped = page.evaluate(
        """() => new Promise(done => {
            document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
            const image = document.createElement("img");
            image.src = "https://elsewhere.invalid/x.png";
            document.body.append(image);
        })"""
    )
    assert stopped == "img-src"
    with pytest.raises(Exception, match="TrustedHTML"):
        page.evaluate("document.body.innerHTML = '<p>x</p>'")
    open_page.wrong.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(open_page: Open, pact_page: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page(color_scheme=scheme, bypass_csp=True)  # axe comes as a script of its own
    root = page.url.removesuffix("index.html")
    # what doesn't hang on colours is looked at once
    options: dict[str, Any] = {"preload": False, "resultTypes": ["violations"]}
    if scheme == "dark":
        options["runOnly"] = ["color-contrast"]
    faults = {}
    for path in (
        "index.html#q=pact&country=Norway",
        "timeline.html",
        "network.html",
        "countries.html",
        "faults.html",
        pact_page,
    ):
        page.goto(root + path)
        found = axe.run(page, options=options).response["violations"]
        some = [
            (v["id"], v["nodes"][0]["html"])
            for v in found
            if v["impact"] in {"serious", "critical"}
        ]
        if some:
            faults[path] = some
    assert faults == {}
