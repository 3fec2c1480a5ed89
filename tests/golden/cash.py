"""The part of the story in which money is posted, reversed, returned, identified, left on account and given up."""

from datetime import datetime
from typing import Any

from attrs import evolve

import otcore as ot
from otcore.payments.allocation import Adjustment
from otcore.payments.statement import Returned


def cash(otc: ot.OrderToCash, at: datetime) -> None:
    """Four invoices of one customer: paid less discount and fee, by a credit, short, in dollars; some of it undone."""
    day = at.date()

    def do(command: Any) -> Any:
        return otc.handle(command, at=at)

    do(ot.OnboardCustomer("C-14", ot.Profile(party=ot.Party("Hospice"), currency="EUR")))
    do(ot.ListProduct(ot.Product("P-14", "Bed", "C62", ot.UnitPrice("100", "EUR"), ot.TaxCategory("S", "21"))))
    do(ot.ReceiveStock("P-14", "MAIN", ot.Quantity(10, "C62")))
    first, second, third, fourth = (_billed(do, number, day) for number in range(4))

    def eur(amount: str) -> ot.Money:
        return ot.Money(amount, "EUR")

    def comes(receipt: str, amount: ot.Money, **said: str) -> None:
        do(ot.RecordReceipt(receipt=receipt, account="till", day=day, amount=amount, **said))

    def posts(receipt: str, *parts: ot.Allocation, **more: Any) -> None:
        do(ot.ApplyReceiptTo(receipt=receipt, allocations=parts, day=day, **more))

    comes("M-141", eur("110.00"), text=first)
    less = (Adjustment(ot.Why.DISCOUNT, eur("8.00")), Adjustment(ot.Why.FEE, eur("3.00")))
    posts("M-141", ot.Allocation(first, eur("110.00"), less), reason="as agreed")
    note = do(ot.IssueCreditNote(invoice=first, day=day, reason="scratched", amount=eur("10.00"))).id
    comes("M-142", eur("111.00"), payer_account="NL91ABNA0417164300")
    posts("M-142", ot.Allocation(second, eur("121.00")), ot.Allocation(note, eur("-10.00")), learn=True)
    do(ot.ReverseApplication(receipt="M-142", day=day, reason="of another customer"))
    comes("M-143", eur("100.00"))
    posts("M-143", ot.Allocation(third, eur("100.00"), reason=ot.Why.DEDUCTION))
    do(ot.ReturnReceipt(receipt="M-143", day=day, reason="no funds", reference="AM04"))
    do(ot.RecordReceipt(receipt="M-144", account="till", day=day, amount=ot.Money("130", "USD")))
    posts("M-144", ot.Allocation(fourth, ot.Money("120", "USD"), exchanged=eur("110.00")))
    comes("M-145", eur("50.00"), payer_name="Somebody")
    do(ot.IdentifyPayer(receipt="M-145", customer="C-14", day=day))
    do(ot.PutOnAccount(receipt="M-145", day=day, reason="a prepayment"))
    do(ot.UseOnAccount(invoice=third, day=day, amount=eur("20.00")))
    do(ot.WriteOff(item=fourth, write_off="W-1", day=day, why=ot.Why.WRITE_OFF, reason="too small", amount=eur("1.00")))
    comes("M-146", eur("11.50"), text=f"{fourth} and others", payer_name="Hospice")
    do(ot.MatchReceipts(run="MR-1", day=day))
    do(ot.WriteOff(item=third, write_off="W-2", day=day, why=ot.Why.ROUNDING, reason="pennies", amount=eur("0.02")))
    do(ot.ReverseWriteOff(item=third, write_off="W-2", day=day, reason="it was paid"))
    do(ot.ForgetPayerAccount(account="NL91ABNA0417164300", customer="C-14", reason="a factor's account"))
    _bank(do, day)


def _billed(do: Any, number: int, day: Any) -> str:
    """An invoice over 121.00; its number."""
    order, shipment = f"O-14{number}", f"S-14{number}"
    line = ot.RequestedLine(id="1", quantity=ot.Quantity(1, "C62"), product="P-14")
    do(ot.PlaceOrder(order=order, customer="C-14", day=day, currency="EUR", lines=(line,)))
    do(ot.AcknowledgeOrder(order=order, day=day))
    goods = (ot.DespatchLine("1", ot.Quantity(1, "C62")),)
    do(ot.PostDespatch(shipment=shipment, order=order, day=day, lines=goods))
    number_of: str = do(ot.IssueInvoice(shipment=shipment, day=day)).id
    return number_of


def _bank(do: Any, day: Any) -> None:
    """Two equal payments, one of which the bank takes back without saying which."""
    amount = ot.Money("7", "EUR")
    paid = ot.BankTransaction(amount, True, False, day, day, payer_account="NL39RABO0300065264")
    back = evolve(paid, credit=False, reversal=True, returned=Returned("MD06", "refund requested by the debtor"))
    nothing = ot.Money(0, "EUR")
    rows = (paid, paid, back)
    taken = do(ot.ImportStatement(ot.BankStatement("BE71", "15", "EUR", day, day, nothing, amount, rows)))
    do(ot.ApplyStatement(taken.id, day))
    do(ot.LinkBankReversal(reversal=taken.returns[0].id, receipt=taken.receipts[0], day=day))
