"""What the ledger says is open of each instalment is what the item itself says."""

from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.open_items import open_items
from otcore.receivables.instalments import left_open
from otcore.values import Money, total
from otcore.values.terms import Instalment
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, issued

plans = st.dictionaries(ledgers.days, st.integers(1, 10**6), min_size=1, max_size=5)


@given(plans, st.lists(st.integers(1, 10**6), max_size=4))
def test_the_ledger_and_the_item_agree_on_what_is_open_when(plan, payments):
    instalments = tuple(Instalment(due, Money.from_minor(minor, "EUR")) for due, minor in plan.items())
    rows = [issued("A", str(each.amount.amount), day(500), each.due) for each in instalments]
    left = total((each.amount for each in instalments), "EUR")
    for place, minor in enumerate(payments):
        part = min(Money.from_minor(minor, "EUR"), left)
        rows.append(allocated("A", f"R{place}", str(part.amount), day(450)))
        left -= part
    found = open_items(tuple(rows), TODAY, "EUR")
    parts = [(part.due, part.open) for item in found for part in item.parts]
    assert parts == [(each.due, each.amount) for each in left_open(instalments, left)]
