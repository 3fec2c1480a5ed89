"""`otcore kpi`: what is typed, what is printed and written, and the exit status."""

import csv
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from otcore import OnboardCustomer, OrderToCash, Party, Profile
from otcore.adapters.sql import SqlStore
from otcore.app.sync import MAIN
from otcore.ports.storage import Context
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.money import Money
from otcore.workflows.house import House
from tests.cli.selling import SELLER
from tests.cli.typed import Typed, otcore

EXAMPLES = Path(__file__).parents[3] / "examples" / "ledger"
INVOICES = EXAMPLES / "invoices.csv"
DAY = ("--as-of", "2026-03-31")


def figures(done: Typed) -> dict[str, Any]:
    assert done.status == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.csv"
    file.write_text(
        "invoice,customer,date,due,amount,paid on,currency\n"
        "I1,=CMD(),2026-01-05,2026-02-04,100,,EUR\n"
        "I2,C2,2026-02-05,2026-03-07,200,2026-03-01,EUR\n"
        "I3,C2,2026-04-05,2026-05-05,70,,EUR\n"
    )
    return file


def test_the_table_shows_figures_age_months_and_who_is_late():
    done = otcore("kpi", INVOICES, *DAY, "--target", "dso=45,cei=80", "--title", "Medical Supplies BV")
    assert done.status == 0
    assert "Medical Supplies BV, as of Mar 31, 2026" in done.out
    for said in ("DSO", "59.7 days", "45: 14.7 days above", "Over 90 days", "Apr 30, 2025", "Medi-Trade Export"):
        assert said in done.out


def test_the_latest_day_is_taken_and_said_where_none_is_given(small: Path):
    done = otcore("kpi", small)
    assert "As of Apr 5, 2026, the latest day in the ledger." in done.out


def test_what_comes_after_the_day_is_counted_and_said(small: Path):
    done = otcore("kpi", small, "--as-of", "2026-02-28")
    assert "After this day, and not counted: 1 invoice, 1 payment." in done.out
    assert figures(otcore("kpi", small, "--as-of", "2026-02-28", "--json"))["later_entries"] == 3


def test_before_the_first_day_there_is_nothing(small: Path):
    done = otcore("kpi", small, "--as-of", "2025-12-31", "--html", small.with_suffix(".html"))
    assert "Nothing has been invoiced or received up to this day." in done.out
    assert "Nothing has been invoiced" in small.with_suffix(".html").read_text()


def test_the_page_and_the_csv_are_written_and_the_same_the_next_time(small: Path, tmp_path: Path):
    words = ("kpi", small, *DAY, "--html", tmp_path / "out" / "kpi.html", "--csv", tmp_path / "aging.csv")
    done = otcore(*words)
    assert done.status == 0
    page, table = (tmp_path / "out" / "kpi.html").read_bytes(), (tmp_path / "aging.csv").read_bytes()
    assert otcore(*words, "--json").status == 0
    assert ((tmp_path / "out" / "kpi.html").read_bytes(), (tmp_path / "aging.csv").read_bytes()) == (page, table)
    assert "Written:" in done.out


def test_nothing_in_the_csv_acts_in_a_spreadsheet(small: Path, tmp_path: Path):
    otcore("kpi", small, *DAY, "--csv", tmp_path / "aging.csv")
    (row,) = csv.DictReader((tmp_path / "aging.csv").read_text().splitlines())
    assert row["customer"] == "'=CMD()"
    assert (row["open"], row["31-60 days"], row["unapplied"]) == ("100.00", "100.00", "0.00")


def test_a_csv_without_a_figure_is_empty(small: Path, tmp_path: Path):
    otcore("kpi", small, "--as-of", "2025-12-31", "--csv", tmp_path / "aging.csv")
    assert (tmp_path / "aging.csv").read_text() == ""


def test_a_list_of_open_items_has_an_aging_and_no_dso():
    said = figures(otcore("kpi", EXAMPLES / "open-items.csv", *DAY, "--json"))
    (board,) = said["currencies"]
    assert board["aging"]["total"]["open"] == "32250.45"
    assert board["measures"]["DSO"]["none"] == "HISTORY_UNKNOWN"
    assert board["measures"]["OVERDUE"]["value"] == "43.6"
    assert len(board["months"]) == 1
    assert board["changed"] is None


def test_movements_close_what_they_name():
    said = figures(otcore("kpi", EXAMPLES / "movements.csv", *DAY, "--currency", "EUR", "--json"))
    (board,) = said["currencies"]
    assert (board["open_balance"], board["control_account"], board["unapplied_cash"]) == (
        "1393.00",
        "1393.00",
        "119.00",
    )


@pytest.mark.parametrize("by", ["customer", "group", "salesperson", "currency"])
def test_the_aging_is_by_what_is_asked_for(by: str):
    said = figures(otcore("kpi", INVOICES, *DAY, "--by", by, "--json"))
    (board,) = said["currencies"]
    rows = board["aging"]["customers" if by == "customer" else by]
    assert len(rows) == {"customer": 10, "group": 6, "salesperson": 3, "currency": 1}[by]
    assert board["aging"]["total"]["open"] == board["open_balance"]


@pytest.mark.parametrize("unapplied", ["separate", "own-bucket", "oldest-first"])
def test_unapplied_cash_stands_where_it_is_wanted(unapplied: str):
    words = ("kpi", EXAMPLES / "movements.csv", *DAY, "--currency", "EUR", "--unapplied", unapplied, "--json")
    (board,) = figures(otcore(*words))["currencies"]
    not_due = board["aging"]["customers"]["Physio Lindner"]["buckets"]["Not due"]
    assert not_due == {"separate": "833.00", "own-bucket": "833.00", "oldest-first": "714.00"}[unapplied]


def test_the_items_behind_the_figures_are_listed_and_add_up():
    (board,) = figures(otcore("kpi", INVOICES, *DAY, "--json"))["currencies"]
    items = board["items"]
    assert str(sum(Decimal(item["open"]) for item in items)) == board["open_balance"]
    assert str(sum(Decimal(item["open"]) for item in items if item["days"] > 0)) == board["overdue"]
    assert len({item["invoice"] for item in items}) == board["open_items"]


def test_targets_are_compared_with_what_is_printed():
    said = figures(otcore("kpi", INVOICES, *DAY, "--target", "dso=45", "--target", "DAYS_TO_PAY=30,cei=57.5", "--json"))
    (board,) = said["currencies"]
    assert board["targets"]["DSO"] == {"target": "45", "actual": "59.7", "gap": "14.7"}
    assert board["targets"]["CEI"]["gap"] == "0.0"


def test_a_ledger_with_faults_is_refused_whole_and_every_fault_is_told(tmp_path: Path):
    file = tmp_path / "ledger.csv"
    file.write_text("invoice,customer,date,open\nI1,C1,1/2/2026,5\nI2,,3/4/2026,x\n")
    done = otcore("kpi", file, "--currency", "EUR", "--html", tmp_path / "kpi.html")
    assert done.status == 1
    assert "DATE_AMBIGUOUS" in done.err
    assert "NUMBER_FORMAT" in done.err
    assert "line 3" in done.err
    assert not (tmp_path / "kpi.html").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say a LEDGER, or a --store"),
        ((INVOICES, "--store", "memory:"), "not both"),
        (("missing.csv",), "missing.csv: No such file"),
        (("--store", "missing.db"), "there is no store at missing.db"),
        ((INVOICES, "--as-of", "31.03.2026"), "--as-of 31.03.2026"),
        ((INVOICES, "--columns", "colour=C"), "--columns colour=C"),
        ((INVOICES, "--columns", "invoice"), "--columns invoice"),
        ((INVOICES, "--kind", "RE=bill"), "kinds are invoice"),
        ((INVOICES, "--target", "dso=many"), "--target DSO=many"),
        ((INVOICES, "--target", "sales=1"), "--target SALES=1"),
        ((INVOICES, "--buckets", "30,0"), "--buckets 30,0"),
        ((INVOICES, "--buckets", "a"), "--buckets a"),
        ((INVOICES, "--dso-days", "0"), "--dso-days"),
        ((INVOICES, "--unapplied", "hidden"), "--unapplied hidden"),
        ((INVOICES, "--by", "colour"), "--by colour"),
        ((INVOICES, "--locale", "xx"), "--locale xx"),
        ((INVOICES, "--currency", "XYZ"), "XYZ"),
        ((INVOICES, "--separator", "x"), "separates no cells"),
        ((EXAMPLES / "movements.csv", "--currency", "EUR", "--by", "group"), "--columns group=NAME"),
        ((EXAMPLES / "open-items.csv", "--by", "salesperson"), "says no salesperson"),
    ],
    ids=str,
)
def test_bad_use_says_what_is_wrong(words: tuple[object, ...], said: str):
    done = otcore("kpi", "--json", *words)
    assert done.status == 2
    assert said in done.err


def test_a_file_without_rows_needs_a_day(tmp_path: Path):
    file = tmp_path / "ledger.csv"
    file.write_text("invoice,customer,date,open\n")
    assert "say --as-of" in otcore("kpi", file).err
    assert otcore("kpi", file, *DAY).status == 0


def test_a_tabulator_can_be_typed(tmp_path: Path):
    file = tmp_path / "ledger.csv"
    file.write_text("invoice\tcustomer\tdate\topen\nI1\tC1\t2026-01-05\t5\n")
    assert otcore("kpi", file, "--currency", "EUR", "--separator", "tab").status == 0


@pytest.fixture
def two_currencies(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.csv"
    file.write_text(
        "invoice,customer,date,due,amount,paid on,currency\n"
        "I1,C1,2026-01-05,2026-02-04,100,,EUR\n"
        "I2,C2,2026-02-05,2026-03-07,200,,USD\n"
    )
    return file


def test_currencies_are_never_added_up_unless_rates_are_given(two_currencies: Path):
    apart = figures(otcore("kpi", two_currencies, *DAY, "--json"))
    assert [board["open_balance"] for board in apart["currencies"]] == ["100.00", "200.00"]
    words = ("kpi", two_currencies, *DAY, "--in", "EUR", "--rate", "USD=0.9", "--by", "currency", "--json")
    (board,) = figures(otcore(*words))["currencies"]
    assert (board["currency"], board["open_balance"]) == ("EUR", "280.00")
    assert {name: row["open"] for name, row in board["aging"]["currency"].items()} == {"EUR": "100.00", "USD": "180.00"}
    assert "Every amount of every month in EUR: 1 USD = 0.9 EUR." in otcore(*words).out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--rate", "USD=0.9"), "say --in"),
        (("--in", "EUR"), "there is no rate of USD in EUR"),
        (("--in", "EUR", "--rate", "USD=0"), "no exchange rate"),
        (("--in", "XYZ"), "--in XYZ"),
    ],
    ids=str,
)
def test_a_rate_that_is_missing_or_none_is_told(two_currencies: Path, options: tuple[str, ...], said: str):
    done = otcore("kpi", two_currencies, *DAY, *options)
    assert done.status == 2
    assert said in done.err


def test_a_store_has_its_ledger_and_the_names_of_its_customers(tmp_path: Path):
    url = str(tmp_path / "books.db")
    with SqlStore(url) as store:
        host = OrderToCash(store, House(seller=SELLER))
        host.handle(OnboardCustomer("C1", Profile(party=Party("Clinic North"), currency="EUR")))
        unit = store.begin(Context(MAIN, "test", datetime(2026, 3, 1, tzinfo=UTC)))
        unit.append([Entry(EntryKind.ISSUED, date(2026, 1, 5), Money("100", "EUR"), "C1", "I1", due=date(2026, 2, 4))])
        unit.commit()
        unit.close()
    (board,) = figures(otcore("kpi", "--store", url, *DAY, "--json"))["currencies"]
    assert [(each["name"], each["overdue"], each["oldest"]) for each in board["late"]] == [
        ("Clinic North", "100.00", 55)
    ]


def test_an_empty_store_has_no_figures(tmp_path: Path):
    store = tmp_path / "books.db"
    with SqlStore(str(store)):
        pass
    done = otcore("kpi", "--store", store, *DAY, "--json")
    assert figures(done)["currencies"] == []
