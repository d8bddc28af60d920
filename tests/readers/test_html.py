import logging
from typing import Any

import pytest

from communique.readers import ReadFailure, Release, read

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Port of Velm and Trane University sign accord | Velm</title>
<meta property="article:published_time" content="2023-05-03T22:00:00+02:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><h1>Port of Velm and Trane University sign accord</h1>
<div class="meta"><span>Published on 3 May 2023</span></div>
<p>VELM &ndash; The Port of Velm and Trane University signed a memorandum of understanding on Tuesday,
with <b>Dr. Ana Kova&#269;</b>, Rector of Trane University, in attendance.</p>
<p>The accord covers the training of pilots, <i>joint research</i> and exchange over five years.<br>It
replaces the agreement of 2015 between the port and the university&apos;s school of navigation.</p>
<ul><li>Training of forty pilots a year</li><li>A joint laboratory at the North Quay</li></ul>
<table><tr><th>Budget</th><td>EUR 4 million</td></tr><tr><th>Years</th><td>five</td></tr></table>
<h2>About the Port of Velm</h2>
<p>The Port of Velm is the third largest port of the region and has been run by the city since 1921.</p>
</main><footer>Copyright 2023 Port of Velm. All rights reserved.</footer></body></html>"""


def only(data: bytes, **options: Any) -> Any:
    (result,) = read(data, name="velm.html", **options)
    return result


def test_what_the_page_says() -> None:
    release = only(PAGE.encode())
    assert isinstance(release, Release)
    assert release.title == "Port of Velm and Trane University sign accord"
    assert (release.publish_date, release.language) == ("2023-05-03", "en")
    assert release.source.format == "html"


def test_the_text_has_headline_date_line_and_blocks() -> None:
    blocks = only(PAGE.encode()).text.split("\n\n")
    assert blocks[0].startswith("Port of Velm and Trane University sign accord")
    assert "Published on 3 May 2023" in "\n".join(blocks[:2])
    assert "Dr. Ana Kovač, Rector of Trane University, in attendance." in "\n".join(blocks)
    assert "over five years.\nIt replaces the agreement of 2015" in "\n\n".join(blocks)
    assert "- Training of forty pilots a year\n- A joint laboratory at the North Quay" in blocks
    assert "Budget | EUR 4 million\nYears | five" in blocks
    assert "About the Port of Velm" in blocks


def test_navigation_and_footer_are_gone() -> None:
    text = only(PAGE.encode()).text
    assert "Home" not in text
    assert "All rights reserved" not in text


def test_a_headline_outside_the_main_text_is_put_back() -> None:
    page = PAGE.replace("<main><h1>", "<header><h1>").replace(
        "</h1>\n", "</h1></header><main>\n", 1
    )
    text = only(page.encode()).text
    assert text.startswith("Port of Velm and Trane University sign accord\n")
    assert text.count("Port of Velm and Trane University sign accord") == 1


def test_the_sites_name_is_no_part_of_the_headline() -> None:
    page = PAGE.replace("<h1>", '<div class="top">').replace("</h1>", "</div>")
    page = page.replace("<title>", "<title>City of Velm - ").replace(" | Velm</title>", "</title>")
    release = only(page.encode())
    assert release.title == "Port of Velm and Trane University sign accord"
    assert release.text.startswith("Port of Velm and Trane University sign accord\n")
    assert "City of Velm -" not in release.text


def test_one_page_does_not_change_the_next() -> None:
    first = only(PAGE.encode())
    for _ in range(4):
        assert only(PAGE.encode()) == first


def test_dates_do_not_depend_on_today() -> None:
    page = PAGE.replace("2023-05-03T22:00:00+02:00", "2098-01-02")
    assert only(page.encode()).publish_date == "2098-01-02"


def test_the_charset_of_the_page() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="gb2312">').replace(
        "Trane University", "特拉内大学"
    )
    assert "with Dr. Ana Kovač, Rector of 特拉内大学" in only(page.encode("gb18030")).text


def test_escaped_markup_stays_text() -> None:
    page = PAGE.replace("joint research", "joint &lt;b&gt; research")
    assert "joint <b> research" in only(page.encode()).text


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<!doctype html><html><body><script>x()</script></body></html>", "<!-- -->"],
)
def test_a_page_without_text_is_a_failure(page: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        failure = only(page.encode(), format="html")
    assert isinstance(failure, ReadFailure)
    assert failure.stage in {"extract", "parse"}


def test_markup_nested_very_deep_ends_in_a_release_or_a_failure() -> None:
    page = "<html><body>" + "<div>" * 5000 + "Velm signed an accord with Trane." + "</div>" * 5000
    assert isinstance(only(page.encode()), Release | ReadFailure)
