"""What a credit note credits for a return: what came, once, less the fee that falls on it."""

from otcore.invoicing.credit_notes.commands import IssueCreditNote
from otcore.invoicing.credit_notes.deciding import of_return
from otcore.orders.crediting import CreditLine
from otcore.ports.aggregates import RETURN
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, dec, eur
from tests.workflows.invoicing import INV, credits, invoiced, quantity, the_invoice
from tests.workflows.sending import back

COMMAND = IssueCreditNote(invoice=INV, day=DAY, reason="came back", return_id="R1")


def test_where_no_shipment_says_what_came_back_the_return_does():
    ready = invoiced()
    back(ready)
    asked = ready.otc.ask(Get(RETURN, "R1"))
    decided = of_return(the_invoice(ready), COMMAND, asked, None)
    assert (decided.lines, decided.value) == ((CreditLine("1", dec(3)),), eur("36.00"))


def test_of_what_came_back_only_what_was_not_credited_before_is():
    ready = invoiced()
    credits(ready, lines=quantity(1))
    back(ready)
    asked = ready.otc.ask(Get(RETURN, "R1"))
    decided = of_return(the_invoice(ready), COMMAND, asked, {"1": dec(3)})
    assert (decided.lines, decided.totals.payable) == ((CreditLine("1", dec(2)),), eur("24.00"))
