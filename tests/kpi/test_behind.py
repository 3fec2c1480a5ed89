"""Every figure lists the items behind it."""

from otcore.kpi.aged import Aged, aged
from otcore.kpi.balance import open_balance, overdue_share
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.open_items import OpenItem
from otcore.kpi.outstanding.countback import countback
from otcore.kpi.outstanding.effectiveness import effectiveness
from otcore.kpi.outstanding.turnover import TurnoverSpec, turnover
from otcore.kpi.population import LeftOut, Population
from otcore.kpi.risk.percent_current import percent_current
from otcore.kpi.window import Days
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued, received

ROWS = (
    issued("NEW", "10", day(5)),
    issued("OPEN", "10", day(300)),
    issued("PAID", "10", day(300)),
    allocated("PAID", "R1", "10", day(3)),
    issued("GONE", "10", day(300)),
    allocated("GONE", "R2", "10", day(200)),
    received("R1", "12", day(3), party="ACME"),
)
GONE = LeftOut("SETTLED_AND_SOLD_EARLIER", ("GONE",))


def test_of_ending_receivables_what_is_open_and_what_was_sold():
    left = (LeftOut("SETTLED_AND_SOLD_EARLIER", ("GONE", "PAID")),)
    assert dso(ROWS, TODAY, "EUR").population == Population(("NEW", "OPEN"), left)
    ending = TurnoverSpec(Days(90), ReceivablesBasis.ENDING)
    assert turnover(ROWS, TODAY, "EUR", ending).population == Population(("NEW", "OPEN"), left)


def test_of_average_receivables_what_was_open_before_as_well():
    behind = Population(("NEW", "OPEN", "PAID"), (GONE,))
    assert dso(ROWS, TODAY, "EUR", DsoSpec(receivables=ReceivablesBasis.AVERAGE)).population == behind
    assert turnover(ROWS, TODAY, "EUR", TurnoverSpec(Days(90))).population == behind
    assert effectiveness(ROWS, TODAY, "EUR").population == behind


def test_of_shares_of_the_balance_what_is_open():
    behind = Population(("NEW", "OPEN"))
    assert overdue_share(open_balance(ROWS, TODAY, "EUR")).population == behind
    assert percent_current(ROWS, TODAY, "EUR").population == behind
    assert countback(ROWS, TODAY, "EUR").population == behind


def test_of_an_aging_every_part_with_its_bucket():
    rows = (*ROWS[-1:], issued("A", "3", day(60), due=day(40)), issued("A", "4", day(60), due=day(2)))
    assert aged(rows, TODAY, "EUR") == (
        Aged("ACME", OpenItem("A", "ACME", euros("3"), day(60), day(40)), 2),
        Aged("ACME", OpenItem("A", "ACME", euros("4"), day(60), day(2)), 1),
        Aged("ACME", OpenItem("R1", "ACME", euros("-12"), day(3)), 1, cash=True),
    )
