import re

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.formats.kpi_page import kpi_page
from otcore.formats.visible import visible
from otcore.kpi.buckets import INVOICE_DATE_AGING
from otcore.kpi.dso import DsoSpec
from otcore.kpi.report import KpiReport, kpi_report
from otcore.values import Invalid
from tests.formats.hostile import names
from tests.formats.reading import Page
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued, received

ROWS = (
    issued("A", "1000.00", day(80), due=day(50), party="C1"),
    issued("B", "2000.00", day(10), party="C2"),
    received("R", "500.00", day(5)),
    allocated("A", "R", "470.00", day(5), party="C1"),
    received("S", "70.00", day(1)),
)
# All a page is made of; anything else came in from outside.
_ELEMENTS = """
    html head meta title style body header main footer section div h1 h2 h3 p dl dt dd small strong em bdi
    table thead tbody tfoot tr th td svg desc text tspan rect line
"""
_ATTRIBUTES = """
    lang charset name content http-equiv class id role aria-label aria-labelledby aria-hidden tabindex scope
    width height x y x1 x2 y1 y2 dx rx text-anchor
"""
ELEMENTS, ATTRIBUTES = set(_ELEMENTS.split()), set(_ATTRIBUTES.split())


def page_of(*rows, **options) -> Page:
    return Page(kpi_page(kpi_report(rows, TODAY), **options))


def text_of(page: Page) -> str:
    return "".join(page.said())


def table_of(page: Page) -> list[list[str]]:
    """The first table's rows, cell by cell."""
    cells = [text for name, text in page.texts if name in {"th", "td", "bdi", "em"}]
    width = cells.index("Unapplied cash") + 1
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def test_the_cards_show_the_figures():
    said = page_of(*ROWS).said("p", "small")
    assert {"€2,530.00", "2 open items of 2 customers", "€530.00", "20.9% of the open balance"} <= set(said)
    assert {"75.9", "90 days to Mar 31, 2025", "€100.00", "not taken off the open balance"} <= {
        text.strip() for text in said
    }


def test_the_dso_is_spelled_out():
    said = page_of(*ROWS).said("dd")
    assert "€2,530.00 ÷ €3,000.00 × 90 = 75.9 days" in said  # noqa: RUF001  # signs of arithmetic
    assert "Credit sales: invoices dated Jan 1, 2025 to Mar 31, 2025. Both with tax, as invoiced." in said


def test_the_table_has_a_row_a_customer_the_largest_first_and_the_totals():
    nil = "\u2013"
    assert table_of(page_of(*ROWS))[1:] == [
        ["C2", "1", "2,000.00", "2,000.00", nil, nil, nil, nil, nil],
        ["C1", "1", "530.00", nil, nil, "530.00", nil, nil, "30.00"],
        ["Not identified", "0", nil, nil, nil, nil, nil, nil, "70.00"],
        ["Total", "2", "2,530.00", "2,000.00", nil, "530.00", nil, nil, "100.00"],
    ]


def test_customers_are_shown_by_name_and_id():
    said = page_of(*ROWS, names={"C1": "Acme Ltd", "C2": "C2"}).said("bdi")
    assert said == ["C2", "Acme Ltd", "C1"]


def test_the_day_and_the_title_stand_at_the_head():
    page = page_of(*ROWS, title="Lindqvist AB")
    assert page.said("h1") == ["Lindqvist AB"]
    assert page.said("title")[0] == "Lindqvist AB · As of Mar 31, 2025"


def test_numbers_and_dates_are_the_locales():
    said = text_of(page_of(*ROWS, locale="de"))
    assert "2.530,00\u00a0€" in said
    assert "As of 31.03.2025" in said


def test_each_currency_has_a_section_of_its_own():
    page = page_of(*ROWS, issued("J", "900", day(3), currency="JPY"))
    assert page.said("h2") == ["EUR", "JPY"]
    assert len({found["id"] for _, found in page.elements if "id" in found}) == 6


def test_without_data_the_page_says_so():
    assert "Nothing has been invoiced or received up to this day." in text_of(page_of())


def test_with_cash_only_there_is_no_dso_and_no_share_but_the_reasons():
    said = text_of(page_of(received("R", "5.00", day(1))))
    assert "no sales in the period" in said
    assert "no share: nothing is open" in said


def test_a_negative_balance_is_shown_with_its_sign():
    page = page_of(issued("A", "-5.00", day(100), due=day(100)))
    assert "-€5.00" in page.said("p")
    assert [found["class"] for found in page.named("td") if "credit" in found.get("class", "")] == [
        "open credit",
        "credit",
        "open credit",
        "credit",
    ]


def test_books_that_disagree_raise_an_alarm():
    report = kpi_report(ROWS, TODAY)
    (figures,) = report.figures
    wrong = evolve(figures, balance=evolve(figures.balance, control=euros("2529.00")))
    assert Page(kpi_page(KpiReport(TODAY, (wrong,)))).said("strong") == ["Differs from the control account by €1.00"]


def test_other_specifications_show_what_they_count():
    page = Page(kpi_page(kpi_report(ROWS, TODAY, INVOICE_DATE_AGING, DsoSpec(30))))
    assert "Days since the invoice date" in page.said("p")
    assert "30 days to Mar 31, 2025" in page.said("p")


def test_the_page_needs_nothing_from_elsewhere():
    html = kpi_page(kpi_report(ROWS, TODAY))
    assert not re.search(r"https?:|url\(|@import|src=|href=|<script", html)
    policies = [found["content"] for found in Page(html).named("meta") if "http-equiv" in found]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_tables_and_regions_are_named_for_those_who_do_not_see_them():
    page = page_of(*ROWS)
    ids = {found["id"] for _, found in page.elements if "id" in found}
    labels = {name for _, found in page.elements for name in found.get("aria-labelledby", "").split()}
    assert labels == ids
    assert {found.get("scope") for found in page.named("th")} == {"col", "row"}


def test_an_unknown_locale_is_refused():
    with pytest.raises(Invalid, match="LOCALE_UNKNOWN"):
        kpi_page(kpi_report((), TODAY), "xx")


@settings(max_examples=40)
@given(names, names, names)
def test_no_name_becomes_markup(title, customer, id):
    rows = (issued("A", "10.00", day(5), party=id), issued("B", "5.00", day(5), party="C2"))
    html = kpi_page(kpi_report(rows, TODAY), title=title, names={"C2": customer})
    page = Page(html)
    assert {name for name, _ in page.elements} <= ELEMENTS
    assert {key for _, attributes in page.elements for key in attributes} <= ATTRIBUTES
    assert visible(title) in "".join(page.said("h1")) or not title.strip()
    assert html.encode("utf-8")


@settings(max_examples=40)
@given(ledgers.ledgers.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), ledgers.days)
def test_the_same_figures_give_the_same_bytes(pair, as_of):
    rows, shuffled = pair
    assert kpi_page(kpi_report(rows, as_of)) == kpi_page(kpi_report(tuple(shuffled), as_of))


@settings(max_examples=40)
@given(ledgers.ledgers, ledgers.days)
def test_any_ledger_makes_a_sound_page(rows, as_of):
    assert {name for name, _ in Page(kpi_page(kpi_report(rows, as_of))).elements} <= ELEMENTS
