"""What happens to money is told in a sentence that names the figure."""

import pytest

from otcore.payments.allocation import Adjustment, Why
from otcore.payments.receipt_events import (
    ApplicationReversed,
    PayerIdentified,
    PutAside,
    ReceiptRefunded,
    ReceiptReturned,
)
from otcore.process.timeline import SENTENCES
from otcore.receivables.applied import Adjusted, Applied
from otcore.receivables.events import CreditReleased, ItemPaid, ItemReopened, ItemWrittenOff, WriteOffReversed
from tests.orders.examples import DAY, eur

FIVE = eur("5.00")


@pytest.mark.parametrize(
    ("fact", "text", "why"),
    [
        (ItemPaid(Applied("R1", FIVE, DAY)), "5.00 EUR paid by receipt R1", ""),
        (
            ItemPaid(Applied("R1", FIVE, DAY), (Adjustment(Why.FEE, FIVE), Adjustment(Why.DISCOUNT, FIVE))),
            "5.00 EUR paid by receipt R1, 5.00 EUR fee, 5.00 EUR discount",
            "",
        ),
        (ItemReopened("R1", FIVE, DAY, "no funds"), "5.00 EUR owed again", "no funds"),
        (ItemWrittenOff(Adjusted("W1", Why.FEE, FIVE, DAY), "small"), "5.00 EUR given up (fee)", "small"),
        (WriteOffReversed("W1", FIVE, DAY, "paid"), "5.00 EUR owed again", "paid"),
        (CreditReleased(Applied("INV-1", -FIVE, DAY)), "5.00 EUR no longer used for INV-1", ""),
        (CreditReleased(Applied("CN-1", FIVE, DAY)), "5.00 EUR no longer closed by credit note CN-1", ""),
        (PutAside("a prepayment", DAY), "Left on account", "a prepayment"),
        (PayerIdentified("C1", DAY), "Known to be from C1", ""),
        (ApplicationReversed(("A", "B"), FIVE, DAY, "wrong"), "5.00 EUR taken off 2 items", "wrong"),
        (ReceiptReturned(FIVE, DAY, "no funds"), "5.00 EUR went back", "no funds"),
        (ReceiptRefunded("RF-1", FIVE, DAY), "5.00 EUR paid back by refund RF-1", ""),
        (ReceiptRefunded("RF-1", -FIVE, DAY), "5.00 EUR of refund RF-1 came back", ""),
    ],
)
def test_a_fact_of_money_is_told(fact: object, text: str, why: str):
    sentence = SENTENCES[type(fact)]
    assert (sentence.text(fact), sentence.why(fact)) == (text, why)
