"""The board as a page: what it shows, that it needs nothing, and that nothing from outside becomes part of it."""

import re
from decimal import Decimal

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.formats.kpi_board import board_page
from otcore.formats.visible import visible
from otcore.kpi.board.board import Boards, boards
from otcore.kpi.board.measures import DEFAULT_BOARD, BoardSpec
from otcore.kpi.buckets import AgingSpec, Treatment
from otcore.kpi.dso_spec import DsoSpec, ReceivablesBasis
from otcore.kpi.grouping import Grouping
from otcore.receivables.ledger import Entry
from tests.formats.hostile import names
from tests.formats.reading import Page
from tests.formats.test_kpi_page import ATTRIBUTES, ELEMENTS
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, issued, received

MORE = {"ul", "li", "span", "details", "summary", "polyline", "polygon", "circle", "caption", "small", "strong"}
MORE_ATTRIBUTES = {"points", "cx", "cy", "r", "viewbox", "preserveaspectratio", "vector-effect"}
ROWS = (
    issued("A", "1000.00", day(80), due=day(50), party="C1"),
    issued("B", "2000.00", day(10), party="C2"),
    issued("E", "300.00", day(45), due=day(15), party="C2"),
    received("R", "500.00", day(5)),
    allocated("A", "R", "470.00", day(5), party="C1"),
)
DSO = {"DSO": Decimal(45)}


def page_of(*rows: Entry, spec: BoardSpec = DEFAULT_BOARD, **options: object) -> Page:
    return Page(board_page(boards(rows, TODAY, spec), **options))  # type: ignore[arg-type]  # as each test gives them


def test_the_cards_show_figures_changes_and_targets():
    page = page_of(*ROWS, targets={**DSO, "CEI": Decimal(50), "DAYS_TO_PAY": Decimal(75), "BPDSO": Decimal("54.5")})
    said = {text.strip() for text in page.said("p", "h3", "small")}
    assert {"Open balance", "\u20ac2,830.00", "3 open items of 2 customers", "29.3%"} <= said
    assert any(text.startswith("up ") and text.endswith("since Feb 28, 2025") for text in said)
    aims = [text for name, text in page.texts if text.startswith("Target ")]
    assert aims[0].startswith("Target 45: ")
    assert aims[0].endswith("days above")
    assert "Days to pay, weighted" in said


def test_a_target_that_is_met_says_so():
    (board,) = boards(ROWS, TODAY).boards
    exactly = board.measures["DSO"].printed
    assert exactly is not None
    assert f"Target {exactly}: met" in page_of(*ROWS, targets={"DSO": exactly}).said("p")


def test_charts_have_titles_descriptions_and_tables():
    page = page_of(*ROWS)
    titles = page.said("h3")
    for title in (
        "DSO over time",
        "Invoiced and collected",
        "Collection effectiveness",
        "Open balance by age over time",
    ):
        assert title in titles
    labels = {name for _, found in page.elements for name in found.get("aria-labelledby", "").split()}
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert labels <= set(ids)
    assert len(ids) == len(set(ids))
    assert len(page.named("details")) == 4


def test_late_customers_are_shown_by_name_and_what_is_past_due_adds_up():
    page = page_of(*ROWS, issued("G", "-9.00", day(30), due=day(20), party="C1"), names={"C1": "Acme Ltd"})
    assert page.said("bdi").count("Acme Ltd") >= 3
    (told,) = [text for text in page.said("p") if "late with" in text]
    assert told == "2 customers are late with \u20ac830.00, before credits of \u20ac9.00 that are past due too."


def test_of_many_late_customers_the_first_ten_are_shown():
    rows = [issued(f"I{number}", "10.00", day(90), due=day(60), party=f"C{number:02d}") for number in range(12)]
    (told,) = [text for text in page_of(*rows).said("p") if "late with" in text]
    assert told == "12 customers are late with \u20ac120.00; the first 10 owe 83.3%."


def test_where_nobody_is_late_the_page_says_so():
    assert "Nobody is late: nothing is past its due date." in page_of(issued("A", "1.00", day(1))).said("p")


def test_items_of_nobody_known_are_called_so():
    page = page_of(issued("A", "10.00", day(60), due=day(30), party=""), issued("B", "9.00", day(20), party=""))
    assert "Not identified" in page.said("em")
    assert "Not identified" in page.said("bdi")


def test_why_dso_changed_is_told_by_cause_and_customer():
    page = page_of(*ROWS)
    assert "What changed the DSO" in page.said("h3")
    assert {"What is not due yet", "What is past due"} <= set(page.said("bdi"))


def test_a_month_that_is_not_over_says_until_when():
    html = board_page(boards(ROWS, day(3)))
    assert "money received, by month (EUR); the last until Mar 28, 2025" in html


def test_one_month_needs_no_charts_over_time():
    page = page_of(issued("A", "1.00", day(1)), spec=BoardSpec(months=1))
    assert "Open balance by age" in page.said("h3")
    assert "DSO over time" not in page.said("h3")
    assert "What changed the DSO" not in page.said("h3")
    assert not page.named("polyline")


def test_what_is_not_known_says_why():
    said = "".join(page_of(*ROWS, spec=BoardSpec(months=1, complete=False), targets=DSO).said())
    assert "the ledger does not say what was before" in said
    assert "Target 45" in said


def test_without_data_the_page_says_so():
    assert "Nothing has been invoiced or received up to this day." in page_of().said("p")


def test_notes_stand_below_the_heading():
    assert page_of(*ROWS, notes=("From <b>", "and so on")).said("li")[:2] == ["From <b>", "and so on"]


def test_another_grouping_and_what_stands_in_no_bucket_have_their_words():
    spec = BoardSpec(AgingSpec(cash=Treatment.OLDEST_FIRST), by=Grouping("group", customers={"C1": "Clinics"}))
    page = page_of(*ROWS, spec=spec)
    assert {"Group", "In no bucket"} <= set(page.said("th"))
    assert page.said("em") == ["No group"]


def test_large_amounts_are_in_units_on_the_axis():
    page = page_of(issued("A", "5000000.00", day(60)), issued("B", "20000000.00", day(5)))
    assert any("(EUR, millions)" in text for text in page.said("p"))


def test_average_receivables_have_their_formula():
    page = page_of(*ROWS, spec=BoardSpec(dso=DsoSpec(receivables=ReceivablesBasis.AVERAGE)))
    assert any(text.startswith("(Receivables before the period") for text in page.said("dd"))


def test_every_colour_that_is_named_is_there():
    html = board_page(boards(ROWS, TODAY), targets=DSO)
    style, body = html.split("</style>")
    named = {name for found in re.findall(r'class="([^"]*)"', body) for name in found.split() if name[:2] == "k-"}
    assert named >= {"k-dso", "k-best", "k-between", "k-target", "k-cei", "k-overdue", "k-invoiced", "k-collected"}
    assert {name for name in named if f".{name}" not in style} == set()


def test_the_page_needs_nothing_from_elsewhere():
    html = board_page(boards(ROWS, TODAY))
    assert not re.search(r"https?:|url\(|@import|src=|href=|<script", html)


@settings(max_examples=30)
@given(names, names, names)
def test_no_name_becomes_markup(title: str, customer: str, id: str):
    rows = (issued("A", "10.00", day(70), party=id), issued("B", "5.00", day(5), party="C2"))
    html = board_page(boards(rows, TODAY), title=title, names={"C2": customer}, notes=(customer,), targets=DSO)
    page = Page(html)
    assert {name for name, _ in page.elements} <= ELEMENTS | MORE
    assert {key for _, attributes in page.elements for key in attributes} <= ATTRIBUTES | MORE_ATTRIBUTES
    assert visible(title) in "".join(page.said("h1")) or not title.strip()
    assert html.encode("utf-8")


@settings(max_examples=25)
@given(ledgers.ledgers.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), ledgers.days)
def test_the_same_figures_give_the_same_bytes(pair: tuple[tuple[Entry, ...], list[Entry]], as_of: object):
    rows, shuffled = pair
    spec = BoardSpec(months=3)
    first, second = (boards(each, TODAY, spec) for each in (rows, tuple(shuffled)))
    assert board_page(first) == board_page(second)
    assert isinstance(first, Boards)
    assert evolve(first) == first
