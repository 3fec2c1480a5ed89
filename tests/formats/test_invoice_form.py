from datetime import date

import pytest
from attrs import evolve

from otcore.formats.invoices import invoice_form
from otcore.formats.invoices.form import Fact, PartyBlock, Row, Sum
from otcore.invoicing.document import DeliveryInformation, PaymentInstructions
from otcore.invoicing.payment_instructions import PaymentCard
from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice, SubjectNote
from otcore.invoicing.tax import TaxSubtotal
from otcore.values import Address, Identifier, Party, Percentage, TaxCategory
from otcore.values.terms import DiscountOffer, Instalment
from tests.formats import invoice_documents as samples
from tests.formats.invoice_documents import euros


def sums(document, locale="en") -> list[tuple[str, str]]:
    """Labels and amounts of the totals, blanks plain."""
    return [(row.label, row.amount.replace("\u00a0", " ")) for row in invoice_form(document, locale).sums]


def fact(document, label, locale="en") -> list[str]:
    """What stands under a label at the head."""
    return [each.text for each in invoice_form(document, locale).facts if each.label == label]


def paying(document, locale="en") -> dict[str, str]:
    """Labels and texts of the payment."""
    return {each.label: each.text for each in invoice_form(document, locale).payment.facts}


def test_the_totals_lead_from_the_lines_to_the_amount_due():
    assert sums(samples.usual()) == [
        ("Sum of the lines", "1,001.25"),
        ("Freight", "25.00"),
        ("Total without VAT", "1,026.25"),
        ("VAT", "187.82"),
        ("Total with VAT", "1,214.07"),
        ("Amount due", "€1,214.07"),
    ]


def test_the_amount_due_names_its_day():
    assert invoice_form(samples.usual(), "nl").sums[-1] == Sum(
        "Te betalen", "€\u00a01.214,07", "Vervaldatum 1 apr 2026", "due"
    )


def test_what_is_taken_off_has_its_sign():
    shown = dict(sums(samples.everything()))
    assert (shown["IRPF 15%"], shown["Paid already"], shown["Allowance (95)"]) == ("-135.45", "161.00", "-6.00")


def test_a_single_advance_is_not_summed_up_again():
    totals = evolve(samples.everything().totals, advances=samples.everything().totals.advances[:1])
    assert [label for label, _ in sums(samples.usual(totals=totals))].count("Paid already") == 1


def test_an_advance_that_is_all_leaves_nothing_paid_besides():
    paid = samples.everything().totals
    totals = evolve(paid, advances=paid.advances[:1], prepaid=paid.advances[0].amount)
    assert "Paid already" not in dict(sums(samples.usual(totals=totals)))


def test_what_is_collected_for_others_is_said_even_when_only_its_sum_is_known():
    totals = evolve(samples.usual().totals, third_party=euros("3.20"))
    assert ("Collected for others", "3.20") in sums(samples.usual(totals=totals))


def test_several_things_collected_for_others_are_summed_up():
    document = samples.everything()
    twice = evolve(document, third_party=document.third_party * 2)
    assert [label for label, _ in sums(twice)].count("Collected for others") == 3


def test_a_credit_note_says_what_is_credited_and_of_which_invoice():
    document = samples.credit_note()
    assert invoice_form(document, "de").title == "Gutschriftsanzeige"
    assert fact(document, "Zu Rechnung", "de") == ["RE-2026-1004 vom 02.03.2026"]
    assert sums(document, "de")[-1] == ("Betrag zu Ihren Gunsten", "534,31 €")


def test_a_corrective_invoice_says_what_it_corrects():
    document = samples.usual(type_code="384", preceding=(PrecedingInvoice("RE-1"),))
    assert invoice_form(document, "fr").title == "Facture rectificative"
    assert fact(document, "Rectifie la facture", "fr") == ["RE-1"]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Self-billing"),
        ("de", "Gutschrift: abgerechnet durch den Leistungsempfänger"),
        ("fr", "Autofacturation"),
        ("es", "Facturación por el destinatario"),
        ("nl", "Factuur uitgereikt door afnemer"),
    ],
)
def test_self_billing_is_stated(locale, said):
    assert invoice_form(samples.usual(type_code="389"), locale).statements == (said,)


def test_prices_that_include_tax_are_stated():
    assert invoice_form(samples.usual(tax_included=True)).statements == ("Prices include VAT.",)


def test_split_payment_is_stated():
    split = TaxSubtotal(TaxCategory("B", "22"), euros("100.00"), euros("22.00"))
    totals = evolve(samples.usual().totals, subtotals=(split,))
    (statement,) = invoice_form(samples.usual(totals=totals), "en").statements
    assert statement.startswith("VAT is paid by the buyer")


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Reverse charge (AE)"),
        ("de", "Steuerschuldnerschaft des Leistungsempfängers (AE)"),
        ("fr", "Autoliquidation (AE)"),
        ("es", "Inversión del sujeto pasivo (AE)"),
        ("nl", "Btw verlegd (AE)"),
    ],
)
def test_a_reverse_charge_is_said_in_the_words_of_the_law_with_the_documents_reason(locale, said):
    exempt = TaxSubtotal(samples.REVERSE, euros("100.00"), euros("0.00"))
    totals = evolve(samples.usual().totals, subtotals=(exempt,))
    ((row,),) = [table.rows for table in invoice_form(samples.usual(totals=totals), locale).taxes]
    assert (row.cells[0], row.notes) == (said, ("Reverse charge", "VATEX-EU-AE"))


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (InvoicePeriod(date(2026, 2, 1), date(2026, 2, 28)), ["01.02.2026 – 28.02.2026"]),  # noqa: RUF001  # a dash
        (InvoicePeriod(date(2026, 2, 1)), ["ab 01.02.2026"]),
        (InvoicePeriod(None, date(2026, 2, 28)), ["bis 28.02.2026"]),
        (InvoicePeriod(), []),
        (None, []),
    ],
)
def test_a_period_may_be_open(period, said):
    assert fact(samples.usual(period=period), "Abrechnungszeitraum", "de") == said


@pytest.mark.parametrize(("code", "said"), [("35", ["date of delivery"]), ("999", ["999"]), ("", [])])
def test_the_tax_point_may_be_a_code(code, said):
    assert fact(samples.usual(tax_point_code=code), "Tax point") == said


def test_the_place_of_delivery_may_be_unknown():
    assert invoice_form(samples.usual(delivery=DeliveryInformation(day=date(2026, 2, 27)))).parties == ()
    assert invoice_form(samples.usual(delivery=None)).parties == ()


def test_a_place_of_delivery_may_be_a_number():
    document = samples.usual(delivery=DeliveryInformation(location=Identifier("7300010000001", "0088")))
    assert invoice_form(document).parties == (PartyBlock("Delivered to", (), (), (Fact("GLN", "7300010000001"),)),)


def test_the_postal_code_stands_where_the_country_writes_it():
    buyer = Party(
        "Acme", address=Address("1 Main St", city="Austin", postal_zone="73301", subdivision="TX", country="US")
    )
    assert invoice_form(samples.usual(buyer=buyer), "es").buyer.address == (
        "1 Main St",
        "Austin TX 73301",
        "Estados Unidos",
    )


def test_a_party_without_a_country_is_shown_without():
    assert invoice_form(samples.usual(buyer=Party("Acme", address=Address(city="Kiel")))).buyer.address == ("Kiel",)


def test_the_legal_name_comes_first():
    assert invoice_form(samples.usual()).seller.names == ("Werkstatt Nord GmbH", "Werkstatt Nord")


def test_an_iban_is_grouped():
    assert paying(samples.usual())["IBAN"] == "DE89 3704 0044 0532 0130 00"


def test_another_account_stays_as_it_is():
    assert paying(samples.usual(payment=PaymentInstructions(iban="12-34 567")))["Account"] == "12-34 567"


def test_means_that_nobody_has_words_for_are_not_said():
    assert paying(samples.usual(payment=PaymentInstructions(means="ZZZ"))) == {}


def test_of_a_card_the_last_digits_are_shown():
    paid = PaymentInstructions(means="48", card=PaymentCard(number="4242"))
    assert paying(samples.usual(payment=paid), "de") == {"Zahlungsart": "Bankkarte", "Karte": "… 4242"}


def test_an_early_payment_says_what_is_left_to_pay():
    (table,) = invoice_form(samples.usual(), "de").payment.tables
    assert (table.title, table.rows) == ("Skonto", (Row(("16.03.2026", "2\u00a0%", "-24,28", "1.189,79")),))


def test_a_discount_on_another_base_names_it():
    offer = DiscountOffer(date(2026, 3, 16), Percentage("2"), euros("1026.25"), euros("20.53"))
    (table,) = invoice_form(samples.usual(discounts=(offer,))).payment.tables
    assert table.rows[0].cells[1] == "2% of 1,026.25"


def test_terms_that_the_tables_say_are_not_said_again():
    parts = (Instalment(date(2026, 3, 31), euros("500.00")), Instalment(date(2026, 4, 30), euros("714.07")))
    note = "500.00 EUR due 2026-03-31; 714.07 EUR due 2026-04-30"
    form = invoice_form(samples.usual(instalments=parts, terms_note=note), "de")
    assert form.payment.texts == ()
    assert form.payment.tables[0].rows[0] == Row(("31.03.2026", "500,00"))


def test_terms_for_programs_are_left_out():
    note = "Innerhalb von 30 Tagen\n#SKONTO#TAGE=14#PROZENT=2.00#\n"
    assert invoice_form(samples.usual(terms_note=note)).payment.texts == ("Innerhalb von 30 Tagen",)


def test_a_note_is_said_once_and_under_its_subject():
    document = samples.usual(note="Thanks.", notes=(SubjectNote("Thanks."), SubjectNote("Kept.", "REG")))
    assert invoice_form(document, "de").notes == (Fact("", "Thanks."), Fact("Vorgeschriebene Angaben", "Kept."))


def test_a_line_says_how_its_amount_came_about():
    first = invoice_form(samples.usual()).lines[0]
    assert first.workings == (
        Fact("Before allowances and charges", "369.00"),
        Fact("Volume rebate, 5% of 369.00", "-18.45"),
    )
    assert first.net == "350.55"


def test_a_price_for_a_hundred_says_so():
    last = invoice_form(samples.usual()).lines[-1]
    assert (last.price, last.price_per.replace("\u00a0", " ")) == ("8.75", "per 100 pieces")
    assert last.workings == (Fact("List price", "9.50"), Fact("Discount", "-0.75"))


def test_the_category_of_a_line_shows_where_it_is_not_the_usual_one():
    document = evolve(samples.usual(), lines=tuple(evolve(line, tax=samples.REVERSE) for line in samples.usual().lines))
    assert invoice_form(document).lines[0].tax == "0% AE"


def test_parts_come_after_their_line():
    rows = invoice_form(samples.everything()).lines
    assert [(row.id, row.depth) for row in rows[:3]] == [("1", 0), ("1.1", 1), ("2", 0)]


def test_a_line_without_a_calculated_amount_shows_none():
    totals = evolve(samples.usual().totals, lines=())
    assert {row.net for row in invoice_form(samples.usual(totals=totals)).lines} == {""}


def test_lines_with_the_same_number_keep_their_own_amounts():
    document = samples.usual()
    same = evolve(document, lines=tuple(evolve(line, id="7") for line in document.lines))
    totals = evolve(same.totals, lines=tuple(evolve(line, id="7") for line in same.totals.lines))
    amounts = [row.net for row in invoice_form(document).lines]
    assert [row.net for row in invoice_form(evolve(same, totals=totals)).lines] == amounts


def test_amounts_are_found_by_the_number_of_their_line():
    document = samples.usual()
    turned = evolve(document, totals=evolve(document.totals, lines=document.totals.lines[::-1]))
    assert [row.net for row in invoice_form(turned).lines] == [row.net for row in invoice_form(document).lines]


def test_the_number_of_an_order_line_shows_where_it_differs():
    known = invoice_form(samples.usual()).lines[0].facts
    assert "Order line" not in {each.label for each in known}
