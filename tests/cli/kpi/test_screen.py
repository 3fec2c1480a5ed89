"""What is shown on narrow and wide terminals: nothing is cut that is a figure."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from otcore.adapters.ledgers import Layout
from otcore.cli.kpi.figures import figures
from otcore.cli.kpi.order import KpiOrder, aging_of, kinds_of
from otcore.cli.kpi.screen import show_kpi
from otcore.kpi.board.measures import BoardSpec
from otcore.kpi.buckets import Anchor, Treatment

LEDGER = Path(__file__).parents[3] / "examples" / "ledger" / "invoices.csv"


def shown(ledger: Path, width: int, months: int = 12, anchor: Anchor = Anchor.DUE) -> list[str]:
    """The lines on a terminal so wide."""
    treatments = (Treatment.SEPARATE, Treatment.OWN_BUCKET)
    order = KpiOrder(
        ledger=ledger,
        store="",
        layout=Layout(currency="EUR"),
        as_of="2026-03-31",
        spec=BoardSpec(aging=aging_of("", anchor, *treatments), months=months),
        by="customer",
        title="Receivables",
        locale="en",
        targets={},
        html=None,
        csv=None,
    )
    out = StringIO()
    show_kpi(Console(file=out, width=width), figures(order), order)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 120])
def test_every_line_fits_and_no_figure_is_cut(width: int):
    lines = shown(LEDGER, width)
    assert max(map(len, lines)) <= width
    assert "\u2026" not in "".join(lines)


def test_a_wide_terminal_has_room_for_the_way_and_the_best_possible():
    wide, narrow = "\n".join(shown(LEDGER, 120)), "\n".join(shown(LEDGER, 80))
    for said in ("Way here", "Best possible", "33,002.01"):
        assert said in wide
    assert "Way here" not in narrow
    assert "Best possible" not in narrow
    assert "33,002 " in narrow


def test_one_month_has_no_table_of_months():
    lines = "\n".join(shown(LEDGER, 120, months=1))
    assert "Month by month" not in lines
    assert "Since" not in lines


def test_where_nobody_is_late_there_is_no_table_of_them(tmp_path: Path):
    file = tmp_path / "ledger.csv"
    file.write_text("invoice,customer,date,due,amount,paid on\nI1,C1,2026-03-05,2026-04-04,5,\n")
    lines = "\n".join(shown(file, 120))
    assert "Customers that are late" not in lines


def test_more_late_customers_than_there_is_room_for_are_counted(tmp_path: Path):
    file = tmp_path / "ledger.csv"
    rows = [f"I{number},C{number},2025-03-05,2025-04-04,5,\n" for number in range(12)]
    file.write_text("invoice,customer,date,due,amount,paid on\n" + "".join(rows))
    assert "Customers that are late, 10 of 12" in "\n".join(shown(file, 120))


def test_from_the_invoice_date_the_buckets_begin_with_thirty_days():
    assert any(line.startswith(" Up to 30 days") for line in shown(LEDGER, 80, anchor=Anchor.INVOICE))


def test_words_and_their_kinds_are_pairs():
    assert kinds_of(["RE=invoice,ZE=payment"]) == {"RE": "invoice", "ZE": "payment"}
