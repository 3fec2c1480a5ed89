"""A story in which every kind of fact happens once, with as many fields filled as a host can fill."""

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal

import otcore as ot
from otcore.orders.crediting import CreditLine
from otcore.orders.crediting import credit as decide_credit
from otcore.orders.details import Delivery, OrderDetails, Unread
from otcore.orders.hold import HoldKind
from otcore.payments.statement import BankStatement, BankTransaction, NotCash, Returned
from otcore.ports.storage import UnitOfWork
from otcore.values.adjustment import Adjustment
from otcore.values.party import Contact
from otcore.values.period import Period
from tests.golden.advices import advices
from tests.golden.billing import billing
from tests.golden.cash import cash
from tests.golden.conversation import Conversation
from tests.golden.credit import credit
from tests.golden.customers import customers
from tests.golden.goods import goods
from tests.golden.invoices import invoices
from tests.golden.payments import payments
from tests.golden.prices import prices

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DAY = date(2026, 3, 2)
ADDRESS = ot.Address("Quai 7", "Bâtiment B", "Liège", "4000", "Wallonie", "Porte 3", "BE")
BUYER = ot.Party(
    "Hôpital du Parc",
    "Hôpital du Parc ASBL",
    ot.Identifier("5412345000013", "0088"),
    (ot.Identifier("77-4711", "0208"),),
    "BE0403170701",
    ot.Identifier("0403170701", "0208"),
    ADDRESS,
    Contact("M. Dupont", "+32 4 555 01 00", "achats@parc.example"),
)
STANDARD, REDUCED = ot.TaxCategory("S", "21"), ot.TaxCategory("S", "6")
EXEMPT = ot.TaxCategory("E", "0", "Exempt by article 44", "VATEX-EU-132")


def tell(otc: ot.OrderToCash, house: ot.House) -> None:
    """The whole story."""
    master_data(otc)
    customers(otc, AT, ADDRESS)
    one_order(otc)
    other_orders(otc)
    goods(otc, AT)
    prices(otc, AT)
    Conversation(otc, AT).tell()
    credit(otc, AT)
    money(otc)
    invoices(otc, AT)
    billing(otc, AT)
    advices(otc, AT)
    cash(otc, AT)
    payments(otc, house, AT)
    otc.tick(datetime(2026, 9, 1, tzinfo=UTC))


def credited(unit: UnitOfWork) -> None:
    """A credit note of the host's own books: it decides by itself and keeps the fact."""
    kept = unit.load(ot.ORDER, "O-1")
    unit.save((kept.after(decide_credit(kept.some, "CN-1", (CreditLine("1", Decimal(2)),))),))
    unit.commit()


def in_two_parts() -> ot.PaymentTerms:
    """A third in fourteen days, at the end of the month, the rest a month later; two percent off for paying at once."""
    soon, later = ot.DueStep(days=14), ot.DueStep(months=1, day=31)
    return ot.PaymentTerms(
        instalments=(
            ot.InstalmentTerms(ot.DueRule((soon, ot.DueStep(day=31))), percent=ot.Percentage(30)),
            ot.InstalmentTerms(ot.DueRule((soon, later))),
        ),
        discounts=(ot.DiscountTerms(ot.Percentage(2), ot.DueRule((ot.DueStep(days=3),))),),
    )


def master_data(otc: ot.OrderToCash) -> None:
    """A customer with everything, three products, and stock."""
    profile = ot.Profile(
        party=BUYER,
        currency="EUR",
        terms=in_two_parts(),
        credit_limit=ot.Money("500", "EUR"),
        bank_accounts=("BE68539007547034",),
        delivery=ADDRESS,
        over_delivery=ot.Percentage("10"),
    )
    otc.handle(ot.OnboardCustomer("C-1", profile), at=AT)
    gtin = ot.Identifier("7300010000001", "0160")
    price = ot.UnitPrice("12.50", "EUR", 10)
    otc.handle(ot.ListProduct(ot.Product("P-1", "Needles", "C62", price, STANDARD, gtin)), at=AT)
    otc.handle(ot.ListProduct(ot.Product("P-2", "Tissues", "XBX", ot.UnitPrice("3", "EUR"), REDUCED)), at=AT)
    otc.handle(
        ot.ListProduct(ot.Product("P-3", "Training", "HUR", ot.UnitPrice("40", "EUR"), EXEMPT, None, False)), at=AT
    )
    otc.handle(ot.ReceiveStock("P-1", "MAIN", ot.Quantity("100", "C62"), "opening"), at=AT)
    otc.handle(ot.ReceiveStock("P-2", "NORTH", ot.Quantity("2.5", "XBX"), "opening"), at=AT)


def one_order(otc: ot.OrderToCash) -> None:
    """One order the whole way, with everything an order can say."""
    otc.handle(full_order("O-1", "PO-1"), at=AT)
    otc.handle(ot.AcknowledgeOrder(order="O-1", day=DAY), at=AT)
    otc.handle(ot.AgreeToChanges(order="O-1", day=DAY), at=AT)
    goods = (
        ot.DespatchLine("1", ot.Quantity("20", "C62")),
        ot.DespatchLine("2", ot.Quantity("2", "XBX"), ot.Quantity("0", "XBX"), "AV"),
        ot.DespatchLine("3", ot.Quantity("1.5", "HUR")),
    )
    otc.handle(ot.PostDespatch(shipment="S-1", order="O-1", day=DAY, lines=goods), at=AT)
    otc.handle(ot.IssueInvoice(shipment="S-1", day=DAY), at=AT)


def full_order(order: str, reference: str) -> ot.PlaceOrder:
    """Three lines, allowances and charges on both levels, a delivery, and leaves that no rule uses."""
    discount = Adjustment(charge=False, percent=ot.Percentage("5").value, reason="Discount", reason_code="95")
    packing = Adjustment(charge=True, amount=ot.Money("4.20", "EUR"), reason="Packing", reason_code="PC", tax=STANDARD)
    period = Period(date(2026, 3, 4), date(2026, 3, 9))
    lines = (
        ot.RequestedLine(
            id="1",
            quantity=ot.Quantity("20", "C62"),
            product="P-1",
            price=ot.UnitPrice("12.50", "EUR", 10),
            name="Needle 4 mm",
            description="Needles, sterile, 4 mm",
            buyer_item="4711",
            standard_item=ot.Identifier("7300010000001", "0160"),
            tax=STANDARD,
            adjustments=(discount,),
            requested=period,
            note="keep dry",
            accounting_cost="Ward 7",
        ),
        ot.RequestedLine(id="2", quantity=ot.Quantity("4", "XBX"), product="P-2"),
        ot.RequestedLine(id="3", quantity=ot.Quantity("1.5", "HUR"), product="P-3"),
    )
    details = OrderDetails(
        reference=reference,
        buyer_reference="Ward 7",
        accounting_cost="Project 9",
        contract="K-1",
        note="ring twice",
        valid_until=date(2026, 12, 31),
        buyer=BUYER,
        delivery=Delivery(
            location=ot.Identifier("5412345000020", "0088"),
            name="Gate 2",
            address=ADDRESS,
            requested=period,
            contact=Contact("Gate", "", "gate@parc.example"),
        ),
        unread=(Unread("/Order/cbc:ProfileID", "urn:profile", (("schemeID", "x"),)),),
    )
    return ot.PlaceOrder(
        order=order, customer="C-1", day=DAY, currency="EUR", lines=lines, adjustments=(packing,), details=details
    )


def other_orders(otc: ot.OrderToCash) -> None:
    """One over the limit, acknowledged, released and cancelled; one rejected."""
    needles = ot.RequestedLine(id="1", quantity=ot.Quantity("400", "C62"), product="P-1")
    order = ot.PlaceOrder(order="O-2", customer="C-1", day=DAY, currency="EUR", lines=(needles,))
    otc.handle(order, at=AT)
    otc.handle(ot.AcknowledgeOrder(order="O-2", day=DAY), at=AT)
    otc.handle(ot.ReleaseHold(order="O-2", kind=HoldKind.CREDIT, reason="paid in advance", day=DAY), at=AT)
    otc.handle(ot.CancelOrder(order="O-2", day=DAY, reason="ordered twice"), at=AT)
    with suppress(ot.Rejected):  # for it is over: that is on the audit trail
        otc.handle(ot.CancelOrder(order="O-2", day=DAY, reason="ordered twice"), at=AT)
    otc.handle(full_order("O-3", "PO-1"), at=AT)


def money(otc: ot.OrderToCash) -> None:
    """A statement with a payment that falls short, one that nothing explains, and an entry that is no cash."""
    nothing, short, unknown = ot.Money(0, "EUR"), ot.Money("50", "EUR"), ot.Money("7.77", "EUR")
    rows = (
        BankTransaction(
            short,
            True,
            False,
            DAY,
            DAY,
            "B-1",
            "E2E-1",
            "Hôpital du Parc",
            "BE68539007547034",
            "RF94INV2026000001",
            ("INV-2026-000001", "merci"),
            "SEPA",
            original=ot.Money("60", "USD"),
            charges=ot.Money("1", "EUR"),
            entry_reference="E-1",
            code="PMNT/RCDT/ESCT",
        ),
        BankTransaction(unknown, True, False, DAY, DAY, text=("gift",)),
        BankTransaction(
            unknown,
            False,
            True,
            DAY,
            DAY,
            mandate="M-1",
            returned=Returned("MD06", "refused", "E2E-0", "B-0"),
            payee_name="We",
            payee_account="BE71096123456769",
            batch_reference="DD-1",
        ),
    )
    statement = BankStatement(
        "BE71096123456769",
        "2026-14",
        "EUR",
        DAY,
        DAY,
        nothing,
        short,
        rows,
        "14",
        (NotCash("PDNG", short, True),),
    )
    taken = otc.handle(ot.ImportStatement(statement), at=AT)
    for receipt in taken.receipts:
        otc.handle(ot.ApplyReceipt(receipt), at=AT)
