"""Invoices to be read by people: a usual one, a long one, a credit note, and one with everything that can be said."""

from datetime import date
from decimal import Decimal

from attrs import evolve

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.advances import AdvancePaid, ThirdPartyPayment
from otcore.invoicing.calculation import InvoiceInput, LineInput, LineTotal, calculate
from otcore.invoicing.document import DeliveryInformation, InvoiceDocument, InvoiceLine, PaymentInstructions
from otcore.invoicing.invoice_line import Classification, ItemAttribute
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard
from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice, SubjectNote, SupportingDocument
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values import Address, Contact, Identifier, Money, Party, Percentage, Quantity, TaxCategory, UnitPrice
from otcore.values.adjustment import Adjustment
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.terms import DiscountOffer, Instalment

S19, S7 = TaxCategory("S", "19"), TaxCategory("S", "7")
REVERSE = TaxCategory("AE", 0, "Reverse charge", "VATEX-EU-AE")

SELLER = Party(
    "Werkstatt Nord",
    legal_name="Werkstatt Nord GmbH",
    tax_id="DE136695976",
    tax_registration="22/815/0815/4",
    company_id=Identifier("HRB 12345 KI"),
    identifiers=(Identifier("4000001000005", "0088"),),
    address=Address("Am Kai 12", city="Kiel", postal_zone="24103", country="DE"),
    contact=Contact("Jana Petersen", "+49 431 5550 120", "rechnung@werkstatt-nord.example"),
    legal_information="Geschäftsführung: Jana Petersen\nAmtsgericht Kiel",
)
BUYER = Party(
    "Atelier Lumière SARL",
    tax_id="FR40303265045",
    company_id=Identifier("303265045", "0002"),
    address=Address("8, rue des Forges", city="Dijon", postal_zone="21000", country="FR"),
)
PAYMENT = PaymentInstructions(
    means="58",
    payment_id="RF66RE2026100417",
    iban="DE89370400440532013000",
    bic="COBADEFFXXX",
    account_name="Werkstatt Nord GmbH",
)
_ITEMS = (
    ("Bench vice 125 mm", "Forged steel, swivel base", "2", "H87", "184.50", S19),
    ("Cutting oil", "", "12.5", "LTR", "6.4000", S19),
    ("On-site maintenance", "Two fitters, 3 March", "7", "HUR", "68.00", S19),
    ("Safety handbook", "2nd edition", "3", "C62", "19.90", S7),
    ("Hex bolts M8", "Zinc plated, box of 100", "400", "C62", "8.75", S19),
)


def euros(amount) -> Money:
    """An amount in euros."""
    return Money(amount, "EUR")


def usual(**changes) -> InvoiceDocument:
    """Five lines at two rates with a rebate, early-payment discount and all usual references."""
    lines = [_billed(str(place), item) for place, item in enumerate(_ITEMS, 1)]
    lines[4] = evolve(lines[4], price=UnitPrice("8.75", "EUR", "100", "0.75"))
    rebate = Adjustment(charge=False, percent=Decimal(5), reason="Volume rebate")
    lines[0] = evolve(lines[0], adjustments=(rebate,))
    freight = Adjustment(charge=True, amount=euros("25.00"), reason="Freight", tax=S19)
    document = _document(InvoiceInput("EUR", tuple(lines), (freight,)), [item[:2] for item in _ITEMS])
    payable = document.totals.payable
    offer = DiscountOffer(date(2026, 3, 16), Percentage("2"), payable, euros("24.28"))
    return evolve(evolve(document, discounts=(offer,)), **changes)


def long(count: int = 60) -> InvoiceDocument:
    """So many lines, without much to say of each."""
    items = [_ITEMS[place % len(_ITEMS)] for place in range(count)]
    lines = tuple(_billed(str(place), item) for place, item in enumerate(items, 1))
    document = _document(InvoiceInput("EUR", lines), [(item[0], "") for item in items])
    return evolve(document, lines=tuple(evolve(line, seller_item="") for line in document.lines))


def credit_note() -> InvoiceDocument:
    """Two of five lines credited."""
    lines = tuple(_billed(str(place), item) for place, item in enumerate(_ITEMS[:2], 1))
    document = _document(InvoiceInput("EUR", lines), [item[:2] for item in _ITEMS])
    return evolve(
        document,
        number="GS-2026-0007",
        type_code="381",
        due=None,
        preceding=(PrecedingInvoice("RE-2026-1004", date(2026, 3, 2)),),
        note="Zwei Positionen kamen beschädigt an und wurden zurückgenommen.",
    )


def everything() -> InvoiceDocument:
    """Every field of a document says something of its own."""
    document = evolve(usual(), lines=tuple(_full(line) for line in usual().lines))
    return evolve(
        document,
        type_code="389",
        accounting_cost="4711:0815",
        contract="C-2025-88",
        project="PRJ-9",
        receipt_reference="WE-771",
        tender="LOT-3",
        object=Identifier("METER-5", "ABO"),
        period=InvoicePeriod(date(2026, 2, 1), date(2026, 2, 28)),
        tax_point=date(2026, 2, 27),
        tax_currency="SEK",
        preceding=(PrecedingInvoice("RE-2026-0999"), PrecedingInvoice("RE-2026-0998", date(2026, 2, 1))),
        terms_note="Net 30 days\n#SKONTO#TAGE=14#PROZENT=2.00#",
        note="Thank you for the order.",
        notes=(SubjectNote("Kept until 2036.", "REG"), SubjectNote("Free of charge samples enclosed.", "XYZ")),
        instalments=(Instalment(date(2026, 3, 31), euros("500.00")), Instalment(date(2026, 4, 30), euros("652.19"))),
        payee=Party("Factoring Bank AG", identifiers=(Identifier("FB-1"),)),
        tax_representative=Party("Tax Agents", tax_id="NL123456782B90", address=Address(city="Utrecht", country="NL")),
        attachments=(
            SupportingDocument(id="TS-1", description="Time sheet", location="https://files.example/ts-1"),
            SupportingDocument(id="PHOTO", content="aGk=", media_type="image/png", file_name="bench.png"),
        ),
        third_party=(ThirdPartyPayment(amount=euros("3.20"), kind="TAX-1", description="Deposit for bottles"),),
        payment=_every_way_to_pay(),
        totals=_every_figure(document.totals),
        tax_included=True,
    )


def _billed(id: str, item) -> LineInput:
    _, _, quantity, unit, price, tax = item
    return LineInput(id, Quantity(quantity, unit), UnitPrice(price, "EUR"), tax)


def _document(billed: InvoiceInput, names) -> InvoiceDocument:
    return InvoiceDocument(
        number="RE-2026-1004",
        issued=date(2026, 3, 2),
        due=date(2026, 4, 1),
        currency="EUR",
        seller=SELLER,
        buyer=BUYER,
        lines=tuple(_line(line, *name) for line, name in zip(billed.lines, names, strict=False)),
        totals=calculate(billed),
        payment=PAYMENT,
        buyer_reference="Achats, Mme Roux",
        order_reference="BC-77120",
        sales_order="AU-5531",
        despatch_reference="LS-8842",
        terms_note="Net 30 days",
        delivery=DeliveryInformation(
            day=date(2026, 2, 27),
            party_name="Atelier Lumière, dépôt",
            address=Address("ZA des Pins 4", city="Quetigny", postal_zone="21800", country="FR"),
        ),
    )


def _line(billed: LineInput, name: str, description: str) -> InvoiceLine:
    return InvoiceLine(
        id=billed.id,
        quantity=billed.quantity,
        price=billed.price,
        tax=billed.tax,
        name=name,
        description=description,
        seller_item=f"W-{billed.id.zfill(4)}",
        order_line=billed.id,
    )


def _full(line: InvoiceLine) -> InvoiceLine:
    """The line with everything that can be said of one."""
    mark = f"L{line.id}"
    part = InvoiceLine(
        id=f"{line.id}.1", quantity=Quantity("1", "SET"), price=line.price, tax=REVERSE, name=f"Part of {mark}"
    )
    return evolve(
        line,
        note=f"Note {mark}",
        buyer_item=f"B-{mark}",
        standard_item=Identifier(f"400000100{line.id}", "0160"),
        order=f"PO-{mark}",
        order_line=f"OL-{mark}",
        despatch=f"DA-{mark}",
        accounting_cost=f"AC-{mark}",
        period=InvoicePeriod(date(2026, 2, 1)),
        object=Identifier(f"OBJ-{mark}", "AAZ"),
        classifications=(Classification(f"CL-{mark}", "STI", "19"), Classification(f"CM-{mark}")),
        origin="SE",
        attributes=(ItemAttribute("Colour", f"blue {mark}"),),
        parts=(part,),
    )


def _every_way_to_pay() -> PaymentInstructions:
    return evolve(
        PAYMENT,
        means_text="Transfer or what you like",
        further_accounts=(CreditTransfer(iban="SE4550000000058398257466", bic="ESSESESS", account_name="Nord AB"),),
        card=PaymentCard(number="4242", holder="A. Lumière"),
        direct_debit=DirectDebit(mandate="MND-1", creditor="DE98ZZZ09999999999", account="FR7630006000011234567890189"),
    )


def _every_figure(totals):
    """The totals with taxes beside VAT, advances, parts and what else there may be: figures that are all different."""
    levy = OtherTax("ECO", per_unit=UnitPrice("0.015", "EUR"), taxed=True)
    lines = [
        evolve(line, tax=euros(f"{place}.11"), with_tax=euros(f"{place}.22"), parts=(_part_total(line, place),))
        for place, line in enumerate(totals.lines, 1)
    ]
    return evolve(
        totals,
        lines=tuple(lines),
        subtotals=(*totals.subtotals, TaxSubtotal(REVERSE, euros("906.06"), euros("0.00"))),
        taxes=(
            OtherTaxTotal(OtherTax("RE", "5.2", on=("VAT", "ECO")), euros("901.01"), euros("46.85")),
            OtherTaxTotal(levy, euros("902.02"), euros("6.04")),
            OtherTaxTotal(OtherTax("IRPF", "15", kind=TaxKind.WITHHELD), euros("903.03"), euros("135.45")),
            OtherTaxTotal(OtherTax("WHT", "1", kind=TaxKind.WITHHELD), euros("904.04"), euros("9.04")),
            OtherTaxTotal(OtherTax("CO2", "0.5", kind=TaxKind.INFORMATIVE), euros("905.05"), euros("4.53")),
        ),
        other_taxes=euros("52.89"),
        withheld=euros("144.49"),
        tax_included=euros("77.77"),
        advances=(
            AdvancePaid(amount=euros("100.00"), reference="AR-1", day=date(2026, 2, 3), description="On order"),
            AdvancePaid(amount=euros("50.00")),
        ),
        prepaid=euros("161.00"),
        rounding=euros("-0.02"),
        third_party=euros("3.20"),
        tax_accounted=Money("2345.67", "SEK"),
        adjustments=(*totals.adjustments, *_three_adjustments()),
        allowances=euros("18.25"),
        charges=euros("29.75"),
    )


def _part_total(line: LineTotal, place: int) -> LineTotal:
    return LineTotal(f"{line.id}.1", euros(f"{place}.33"), euros(f"{place}.33"))


def _three_adjustments():
    return (
        AllowanceCharge(charge=False, amount=euros("12.25"), percent=Decimal("2.5"), base=euros("490.00"), tax=S7),
        AllowanceCharge(charge=False, amount=euros("6.00"), reason_code="95", tax=REVERSE),
        AllowanceCharge(charge=True, amount=euros("4.75"), reason="Packing"),
    )
