"""The part of the story in which money goes through a gateway, is collected under mandates, and is paid back."""

from datetime import date, datetime
from typing import Any

import otcore as ot
from otcore.adapters.gateways import Failing, FailingGateway, MemoryGateway
from otcore.payments.direct_debit import collection_commands as k
from otcore.payments.direct_debit import mandate_commands as m
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.payments.direct_debit.scheme import Scheme
from otcore.payments.gateway import commands as g
from otcore.payments.refunds import commands as r
from otcore.payments.statement import BankStatement, BankTransaction, Returned
from otcore.payments.status_report import OrderAnswer, PartAnswer, StatusReport, TakeStatusReport

GATEWAY = "cards"
IBANS = ("NL91ABNA0417164300", "FR1420041010050500013M02606")
OURS = "BE71096123456769"


def gateway() -> FailingGateway:
    """A gateway of its own for each telling."""
    bad = {"tok-bad": "do_not_honour"}
    return FailingGateway(MemoryGateway("psp", declining=bad, fee=lambda amount: ot.Money("0.29", amount.currency)))


def dealing(seller: ot.Seller, **more: Any) -> ot.House:
    """The house of the story, with a gateway and direct debit."""
    policy = DirectDebit(creditor="DE98ZZZ09999999999", notice=3)
    return ot.House(seller=seller, gateways={GATEWAY: gateway()}, direct_debit=policy, **more)


def payments(otc: ot.OrderToCash, house: ot.House, at: datetime) -> None:
    """Everything that can happen to payments, mandates, collections and refunds."""
    Telling(otc, house, at).tell()


class Telling:
    def __init__(self, otc: ot.OrderToCash, house: ot.House, at: datetime) -> None:
        self.otc, self.at, self.day = otc, at, at.date()
        self.cards: Any = house.gateways[GATEWAY]

    def do(self, command: Any, actor: str = "story") -> Any:
        return self.otc.handle(command, actor=actor, at=self.at)

    def tell(self) -> None:
        profile = ot.Profile(party=ot.Party("Spa"), currency="EUR", bank_accounts=IBANS)
        self.do(ot.OnboardCustomer("C-90", profile))
        self.paid_by_card()
        self.collected()
        self.paid_back()

    # gateway

    def authorises(self, payment: str, amount: str, **more: Any) -> Any:
        fields: dict[str, Any] = {"gateway": GATEWAY, "customer": "C-90", "token": "tok-7", "day": self.day}
        return self.do(g.AuthorisePayment(payment=payment, amount=ot.Money(amount, "EUR"), **fields | more))

    def captures(self, payment: str, operation: str, amount: str | None = None) -> Any:
        wanted = None if amount is None else ot.Money(amount, "EUR")
        return self.do(g.CapturePayment(payment=payment, day=self.day, operation=operation, amount=wanted))

    def refunds(self, payment: str, operation: str, amount: str | None = None) -> Any:
        wanted = None if amount is None else ot.Money(amount, "EUR")
        command = g.RefundPayment(
            payment=payment, day=self.day, operation=operation, amount=wanted, reason="returned goods"
        )
        return self.do(command)

    def paid_by_card(self) -> None:
        self.authorises("P-1", "90.00", invoice="")
        self.captures("P-1", "c1", "60.00")
        self.captures("P-1", "c2")
        self.refunds("P-1", "r1", "20.00")
        self.cards.fails(Failing.DECLINED)
        self.refunds("P-1", "r2", "70.00")
        self.cards.fails(Failing.TIMEOUT_AFTER)
        self.refunds("P-1", "r3")
        hook = self.cards.gateway.sent[-1]
        told = g.TakeNotification(gateway=GATEWAY, text=hook.body, signature=hook.signature, day=self.day)
        self.do(told)
        self.authorises("P-2", "5.00", token="tok-bad")
        self.authorises("P-3", "6.00")
        self.do(g.VoidPayment(payment="P-3", day=self.day))
        self.cards.fails(Failing.TIMEOUT_BEFORE)
        self.authorises("P-4", "7.00", capture=True)
        self.paid_out()

    def paid_out(self) -> None:
        taken = self.authorises("P-5", "25.00", capture=True)
        till: dict[str, Any] = {"account": "bank", "payer_name": "PSP"}
        self.do(ot.RecordReceipt(receipt="R-91", day=self.day, amount=ot.Money("24.21", "EUR"), **till))
        effects = tuple(each.reference for each in taken.unpaid)
        settle = ot.SettlePayout(
            receipt="R-91", gateway=GATEWAY, day=self.day, effects=effects, fee=ot.Money("0.50", "EUR")
        )
        self.do(settle)
        self.do(ot.ReversePayout(receipt="R-91", day=self.day, reason="looked at again"))
        self.do(settle)

    # direct debit

    def writes(self, mandate: str, account: str = IBANS[0], **more: Any) -> Any:
        fields: dict[str, Any] = {"customer": "C-90", "holder": "Hôpital", "signed": self.day, "bic": "ABNANL2AXXX"}
        return self.do(m.CreateMandate(mandate=mandate, account=account, **fields | more))

    def billed(self) -> str:
        """An hour of training, sold and billed."""
        hour = ot.Quantity("1", "HUR")
        lines = (ot.RequestedLine(id="1", quantity=hour, product="P-3"),)
        self.do(ot.PlaceOrder(order="O-900", customer="C-90", day=self.day, currency="EUR", lines=lines))
        self.do(ot.AcknowledgeOrder(order="O-900", day=self.day))
        goods = (ot.DespatchLine("1", hour),)
        self.do(ot.PostDespatch(shipment="S-900", order="O-900", day=self.day, lines=goods))
        invoice: str = self.do(ot.IssueInvoice(shipment="S-900", day=self.day)).id
        return invoice

    def plans(self, invoice: str, final: bool = False) -> Any:
        return self.do(k.PlanCollection(invoice=invoice, day=self.day, mandate="M-1", final=final))

    def presents(self, batch: str) -> Any:
        return self.do(k.PresentCollections(batch=batch, day=self.day, until=date(2027, 1, 1)))

    def collected(self) -> None:
        invoice = self.billed()
        self.writes("M-1", signed=None)
        self.do(m.SignMandate(mandate="M-1", day=self.day))
        self.do(k.CancelCollection(collection=self.plans(invoice).id, day=self.day, reason="asked to wait"))
        first = self.plans(invoice)
        self.presents("B-1")
        self.says("d1", self.row(first.amount, first.end_to_end))
        self.says("d2", self.returned(first.amount, first.end_to_end, "MD01", debit=True))
        self.do(m.ResumeMandate(mandate="M-1", day=self.day, reason="shown to the bank"))
        self.do(m.AmendMandate(mandate="M-1", day=self.day, account=IBANS[1], holder="Hôpital du Parc"))
        second = self.plans(invoice, final=True)
        self.presents("B-2")
        self.do(k.RejectCollection(collection=second.id, day=self.day, code="AC01"))
        refused = PartAnswer("", orders=(OrderAnswer(second.end_to_end, "RJCT", "AC01"),))
        self.do(TakeStatusReport(StatusReport("S-1", self.day, "B-2", "PART", parts=(refused,))))
        self.do(m.CancelMandate(mandate="M-1", day=self.day, reason="pays by itself"))
        self.writes("M-2", scheme=Scheme.B2B, signed=date(2022, 1, 1))  # so long ago that a tick lets it expire

    # refunds

    def paid_back(self) -> None:
        account: dict[str, Any] = {"account": "till", "payer_account": IBANS[0]}
        self.do(ot.RecordReceipt(receipt="R-90", day=self.day, amount=ot.Money("80.00", "EUR"), **account))
        for refund in ("F-1", "F-2"):
            command = r.RequestRefund(
                refund=refund,
                customer="C-90",
                day=self.day,
                reason="paid twice",
                amount=ot.Money("30.00", "EUR"),
                receipt="R-90",
            )
            asked = self.do(command)
        self.do(r.RefuseRefund(refund="F-1", day=self.day, reason="it is for the next order"))
        self.do(r.ApproveRefund(refund="F-2", day=self.day), "bob")
        self.do(r.PresentRefunds(batch="B-3", day=self.day))
        self.says("d3", self.row(asked.amount, asked.end_to_end, credit=False))
        self.says("d4", self.returned(asked.amount, asked.end_to_end, "AC04", debit=False))

    # the bank

    def row(self, amount: ot.Money, end_to_end: str, credit: bool = True) -> BankTransaction:
        return BankTransaction(amount, credit, False, self.day, self.day, end_to_end=end_to_end)

    def returned(self, amount: ot.Money, end_to_end: str, code: str, debit: bool) -> BankTransaction:
        why = Returned(code, "", end_to_end)
        fee = ot.Money("3.00", "EUR") if debit else None
        whole = amount + fee if fee else amount
        return BankTransaction(whole, not debit, True, self.day, self.day, original=amount, charges=fee, returned=why)

    def says(self, id: str, *rows: BankTransaction) -> None:
        zero = ot.Money("0.00", "EUR")
        movement = sum((each.signed for each in rows), zero)
        statement = BankStatement(OURS, id, "EUR", self.day, self.day, zero, movement, rows)
        self.do(ot.ImportStatement(statement))
