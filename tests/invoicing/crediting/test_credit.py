"""Credit notes: what one has to say, and that all of them come to the invoice and never to more."""

from decimal import Decimal

import pytest

from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.calculation import LineInput, calculate
from otcore.invoicing.credited import Credited
from otcore.invoicing.crediting import (
    CreditAmount,
    CreditGroup,
    CreditPart,
    CreditPrice,
    CreditQuantity,
    CreditTotal,
    KeepBack,
    LowerPrice,
    credit,
    credit_between,
    credit_lines,
    credit_rest,
    credit_until,
)
from otcore.invoicing.document import InvoiceDocument
from otcore.values import Money, Rejected, TaxCategory, UnitPrice
from otcore.values.other_tax import OtherTax
from otcore.values.rates import Rate
from tests.invoicing.crediting.issued import issued
from tests.invoicing.parts.bills import S20, adjustment, eur, line, order

S10, S300 = TaxCategory("S", "10"), TaxCategory("S", "300")


def invoice(*lines: LineInput, **more) -> InvoiceDocument:
    return issued(order(*(lines or (line("10", "10.00"),)), **more))


def quantity(count: str, id: str = "1") -> CreditQuantity:
    return CreditQuantity(line=id, quantity=Decimal(count))


def price(amount: str, count: str | None = None, id: str = "1") -> CreditPrice:
    return CreditPrice(line=id, difference=UnitPrice(amount, "EUR"), quantity=None if count is None else Decimal(count))


def right_price(amount: str, id: str = "1") -> LowerPrice:
    return LowerPrice(line=id, price=UnitPrice(amount, "EUR"))


def amount(of: str, id: str = "1") -> CreditAmount:
    return CreditAmount(line=id, amount=eur(of), reason="a scratch")


def after(document: InvoiceDocument, *notes) -> tuple[list[str], Credited]:
    """What these notes, each of some items, come to; and what is credited then."""
    credited, came_to = Credited(), []
    for items in notes:
        part = credit(document, items, credited)
        came_to.append(str(calculate(part.bill).payable.amount))
        credited = part.credited
    return came_to, credited


def rest(document: InvoiceDocument, credited: Credited) -> str:
    return str(calculate(credit_rest(document, credited).bill).payable.amount)


def only_line(part: CreditPart) -> LineInput:
    (found,) = part.bill.lines
    return found


def test_a_quantity_goes_back_with_its_tax_at_the_price_it_was_charged_at():
    part = credit(invoice(), [quantity("3")])
    assert part.bill == order(line("3", "10.00"))
    assert part.credited.quantity("1") == 3
    assert part.credited.quantity("2") == 0


def test_partial_credit_notes_of_334_99_come_to_it():
    document = invoice(line("3", "111.663"))
    assert document.totals.line_net == eur("334.99")
    came_to, credited = after(document, [quantity("1")], [quantity("1")], [quantity("1")])
    assert sum(map(Decimal, came_to)) == document.totals.payable.amount == Decimal("401.99")
    assert came_to == ["133.99", "134.01", "133.99"]
    with pytest.raises(Rejected, match="NOTHING_LEFT"):
        credit_rest(document, credited)


def test_amounts_and_quantities_of_334_99_come_to_it():
    document = invoice(line("3", "111.663"))
    came_to, credited = after(document, [quantity("1")], [CreditTotal(amount=eur("100.01"))], [price("0.07")])
    assert came_to[1] == "100.01"
    assert sum(map(Decimal, [*came_to, rest(document, credited)])) == Decimal("401.99")


def test_allowances_go_back_in_their_parts_and_the_last_part_takes_the_remainder():
    document = invoice(line("3", "10.00", adjustment(False, "7.00")), adjustments=(adjustment(True, "10.00", tax=S20),))
    credited, parts = Credited(), []
    for _ in range(3):
        part = credit(document, [quantity("1")], credited)
        totals, credited = calculate(part.bill), part.credited
        parts.append((totals.lines[0].allowances, totals.charges))
    assert parts == [(eur("2.33"), eur("3.33")), (eur("2.34"), eur("3.34")), (eur("2.33"), eur("3.33"))]


def test_what_rounding_leaves_of_a_line_is_an_allowance_that_says_so():
    document = invoice(line("10", "0.3349"))
    (charge,) = only_line(credit(document, [quantity("7")])).adjustments
    assert (charge.charge, charge.amount, charge.reason) == (True, eur("0.01"), "Rounding")


def test_what_an_amount_credited_before_does_not_go_back_with_the_quantity():
    document = invoice()
    came_to, credited = after(document, [amount("40.00")])
    part = credit(document, [quantity("5")], credited)
    (allowance,) = only_line(part).adjustments
    assert (allowance.charge, allowance.amount, allowance.reason) == (False, eur("20.00"), "Credited before")
    assert came_to == ["48.00"]
    assert rest(document, part.credited) == "36.00"


def test_a_lower_price_credits_quantity_times_difference():
    part = credit(invoice(), [price("0.75", "4")])
    assert part.bill == order(line("4", "0.75"))
    assert part.credited.quantity("1") == 0


def test_allowances_follow_a_lower_price_in_proportion():
    ten, of_all = adjustment(False, percent="10"), adjustment(False, percent="50", tax=S20)
    document = invoice(line("10", "10.00", ten, adjustment(False, "5.00")), adjustments=(of_all,))
    totals = calculate(credit(document, [price("1.00")]).bill)
    assert totals.lines[0].allowances == eur("1.50")
    assert (totals.line_net, totals.allowances) == (eur("8.50"), eur("4.25"))


def test_a_price_by_the_hundred_is_lowered_by_one_for_each():
    document = invoice(LineInput("1", line("200", "0").quantity, UnitPrice("50.00", "EUR", 100), S20))
    assert after(document, [price("0.10")])[0] == ["24.00"]


def test_the_right_price_credits_the_difference_of_all_that_is_left():
    document = invoice()
    assert only_line(credit(document, [right_price("9.25")])).price == UnitPrice("0.75", "EUR")
    came_to, _ = after(document, [quantity("4")], [right_price("9.00")], [right_price("8.00")], [quantity("6")])
    assert came_to == ["48.00", "7.20", "7.20", "57.60"]


def test_the_right_price_by_another_quantity_is_compared_by_the_unit():
    document = invoice(LineInput("1", line("200", "0").quantity, UnitPrice("50.00", "EUR", 100), S20))
    item = LowerPrice(line="1", price=UnitPrice("0.40", "EUR"))
    assert only_line(credit(document, [item])).price == UnitPrice("10.00", "EUR", 100)


@pytest.mark.parametrize("wrong", ["10.00", "11.00"])
def test_a_right_price_is_lower(wrong):
    with pytest.raises(Rejected, match="PRICE_NOT_LOWER"):
        credit(invoice(), [right_price(wrong)])


def test_a_right_price_above_what_is_left_credits_nothing():
    document = invoice()
    _, credited = after(document, [amount("30.00")])
    with pytest.raises(Rejected, match="PRICE_NOT_LOWER"):
        credit(document, [right_price("8.00")], credited)


@pytest.mark.parametrize(
    ("item", "code"), [(price("1.00"), "DIFFERENCE_EXCEEDS_PRICE"), (right_price("0.00"), "PRICE_NOT_LOWER")]
)
def test_what_was_free_has_no_lower_price(item, code):
    with pytest.raises(Rejected, match=code):
        credit(invoice(line("10", "0.00")), [item])


def test_a_difference_is_no_more_than_the_price():
    with pytest.raises(Rejected, match="DIFFERENCE_EXCEEDS_PRICE"):
        credit(invoice(), [price("10.01", "1")])


def test_a_price_is_in_the_currency_of_the_invoice():
    with pytest.raises(Rejected, match="CURRENCY_DIFFERS"):
        credit(invoice(), [CreditPrice(line="1", difference=UnitPrice("1", "USD"))])


def test_an_amount_of_a_line_says_why():
    document = invoice()
    part = credit(document, [amount("5.00")])
    (note,) = credit_lines(document, part)
    assert (note.name, note.note, note.price) == ("Item 1", "a scratch", UnitPrice("5.00", "EUR"))
    assert calculate(part.bill).payable == eur("6.00")


def test_an_amount_of_a_line_below_zero_is_taken_below_zero():
    document = invoice(line("10", "10.00"), line("-3", "10.00", id="2"))
    part = credit(document, [quantity("10"), CreditAmount(line="2", amount=eur("30.00"))])
    assert calculate(part.bill).payable == eur("84.00")


def test_an_amount_of_a_tax_rate_is_shared_out_over_its_lines_and_charges():
    freight = adjustment(True, "10.00", tax=S10)
    document = invoice(line("1", "30.00", tax=S10), line("5", "10.00", id="2"), adjustments=(freight,))
    part = credit(document, [CreditGroup(tax=S10, amount=eur("8.00"), reason="late")])
    assert [str(each.amount) for each in part.credited.adjustments] == ["2.00"]
    assert [(each.line, each.amount) for each in part.credited.lines] == [("1", eur("6.00"))]
    (note,) = credit_lines(document, part)
    assert (note.id, note.name, note.tax, note.price.amount) == ("3", "late", S10, Decimal("8.00"))
    assert rest(document, part.credited) == "95.20"


def test_an_amount_of_the_invoice_is_credited_to_the_cent_over_all_its_rates():
    document = invoice(line("1", "30.00", tax=S10), line("5", "10.00", id="2"))
    part = credit(document, [CreditTotal(amount=eur("10.00"))])
    totals = calculate(part.bill)
    assert [each.net for each in totals.lines] == [eur("3.23"), eur("5.37")]
    assert (totals.tax_inclusive, totals.rounding, totals.payable) == (eur("9.99"), eur("0.01"), eur("10.00"))
    assert [each.name for each in credit_lines(document, part)] == ["Credit", "Credit"]


def test_cents_one_by_one_come_to_the_invoice():
    document = invoice(line("1", "1.00"))
    came_to, credited = after(document, *[[CreditTotal(amount=eur("0.01"))]] * 119)
    assert sum(map(Decimal, came_to)) == Decimal("1.19")
    assert abs(credited.lines[0].amount.minor - 99) <= 1
    assert rest(document, credited) == "0.01"


def test_an_amount_too_small_for_any_line_is_a_rounding_beside_a_line_of_nothing():
    totals = calculate(credit(invoice(line("1", "1.00", tax=S300)), [CreditTotal(amount=eur("0.01"))]).bill)
    assert (totals.line_net, totals.rounding, totals.payable) == (eur("0.00"), eur("0.01"), eur("0.01"))


def test_an_amount_after_all_lines_are_credited_is_a_rounding():
    document = invoice(line("1", "1.00", tax=S300))
    _, credited = after(document, [CreditTotal(amount=eur("3.99"))])
    totals = calculate(credit(document, [CreditTotal(amount=eur("0.01"))], credited).bill)
    assert (totals.line_net, totals.rounding) == (eur("0.00"), eur("0.01"))


def test_a_fee_is_kept_back_of_what_goes_back():
    document = invoice(line("10", "10.00"), line("1", "50.00", id="2", tax=S10))
    part = credit(document, [quantity("5"), quantity("1", "2"), KeepBack(amount=eur("11.50"), reason="Restocking fee")])
    totals = calculate(part.bill)
    assert totals.payable == eur("103.50")
    assert [str(each.net) for each in totals.lines[2:]] == ["-5.00 EUR", "-5.00 EUR"]
    assert [each.name for each in credit_lines(document, part)][2:] == ["Restocking fee"] * 2
    assert rest(document, part.credited) == "71.50"


def test_a_fee_is_no_more_than_what_goes_back():
    with pytest.raises(Rejected, match="CREDIT_EXCEEDS"):
        credit(invoice(), [quantity("1"), KeepBack(amount=eur("12.01"))])


def test_the_rest_of_an_invoice_is_all_that_is_left():
    document = invoice(line("10", "10.00", adjustment(False, "7.00")), line("0", "0", adjustment(True, "3.00"), id="2"))
    part = credit_rest(document)
    assert calculate(part.bill).payable == document.totals.payable
    with pytest.raises(Rejected, match="NOTHING_LEFT"):
        credit_rest(document, part.credited)


@pytest.mark.parametrize("tax", [S20, S300])
def test_a_cent_that_was_kept_back_is_the_rest(tax):
    document = invoice(line("1", "1.00", tax=tax))
    _, credited = after(document, [quantity("1"), KeepBack(amount=eur("0.01"))])
    assert rest(document, credited) == "0.01"


def test_what_was_paid_before_is_credited_too():
    document = invoice(prepaid=eur("100.00"))
    assert document.totals.payable == eur("20.00")
    assert calculate(credit_rest(document).bill).payable == eur("120.00")


def test_what_is_collected_for_others_goes_back_with_the_last_credit():
    document = invoice(third_party=(ThirdPartyPayment(amount=eur("5.00")),))
    came_to, credited = after(document, [quantity("4")])
    assert came_to == ["48.00"]
    assert credit_rest(document, credited).bill.third_party == document.third_party
    assert rest(document, credited) == "77.00"


def test_other_taxes_go_back_and_taxes_on_units_with_units_only():
    eco = OtherTax("ECO", per_unit=UnitPrice("0.10", "EUR"))
    document = invoice(line("10", "10.00", taxes=(OtherTax("RE", "5.2"), eco)))
    assert document.totals.payable == eur("126.20")
    came_to, credited = after(document, [amount("10.00")], [quantity("5")])
    assert came_to == ["12.52", "56.84"]
    assert rest(document, credited) == "56.84"


@pytest.mark.parametrize(("rate", "accounted"), [(S20, "85.03"), (TaxCategory("Z", 0), "0.00")])
def test_tax_goes_back_in_the_currency_it_was_accounted_in(rate, accounted):
    document = invoice(line("10", "10.00", tax=rate), tax_rate=Rate("EUR", "PLN", "4.2517"))
    assert document.totals.tax_accounted == Money(accounted, "PLN")
    assert calculate(credit_rest(document).bill).tax_accounted == Money(accounted, "PLN")


def test_a_line_goes_back_with_its_parts():
    whole = line(
        "3", "0.00", parts=(line("6", "0.335", id="1.1"), line("3", "1.00", adjustment(False, "1.00"), id="1.2"))
    )
    document = invoice(whole)
    part = credit(document, [quantity("1")])
    (note,) = credit_lines(document, part)
    assert [each.quantity.value for each in note.parts] == [Decimal(2), Decimal(1)]
    assert calculate(part.bill).line_net == eur("1.34")
    assert calculate(credit(document, [amount("0.50")]).bill).line_net == eur("0.50")
    with pytest.raises(Rejected, match="DIFFERENCE_EXCEEDS_PRICE"):
        credit(document, [price("0.10")])


def test_a_bundle_with_a_price_of_its_own_is_lowered_as_an_amount():
    whole = line("3", "2.00", parts=(line("6", "1.00", id="1.1"),))
    totals = calculate(credit(invoice(whole), [price("0.50")]).bill)
    assert (totals.line_net, totals.lines[0].parts) == (eur("1.50"), ())


def test_lines_below_zero_go_back_with_others_but_not_alone():
    document = invoice(line("10", "10.00"), line("-3", "10.00", id="2"))
    with pytest.raises(Rejected, match="CREDIT_EXCEEDS"):
        credit(document, [quantity("10")])
    with pytest.raises(Rejected, match="CREDIT_EXCEEDS"):
        credit(document, [quantity("-3", "2")])
    _, credited = after(document, [quantity("5")])
    with pytest.raises(Rejected, match="CREDIT_NEGATIVE"):
        credit(document, [quantity("-3", "2")], credited)
    assert after(document, [quantity("10"), quantity("-3", "2")])[0] == ["84.00"]


def test_an_invoice_below_zero_is_credited_below_zero():
    document = invoice(line("-10", "10.00"))
    came_to, credited = after(document, [quantity("-3")], [CreditTotal(amount=eur("4.00"))])
    assert came_to == ["-36.00", "-4.00"]
    assert rest(document, credited) == "-80.00"


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ([], "NOTHING_CREDITED"),
        ([quantity("1"), amount("1.00")], "LINE_TWICE"),
        ([quantity("1", "9")], "LINE_UNKNOWN"),
        ([quantity("0")], "QUANTITY_NOT_POSITIVE"),
        ([quantity("-1")], "QUANTITY_NOT_POSITIVE"),
        ([quantity("11")], "MORE_THAN_INVOICED"),
        ([price("1.00", "11")], "MORE_THAN_INVOICED"),
        ([amount("100.01")], "CREDIT_EXCEEDS"),
        ([amount("0.00")], "AMOUNT_NOT_POSITIVE"),
        ([CreditAmount(line="1", amount=Money("1", "USD"))], "CURRENCY_DIFFERS"),
        ([CreditGroup(tax=S20, amount=eur("100.01"))], "CREDIT_EXCEEDS"),
        ([CreditGroup(tax=S10, amount=eur("0.01"))], "CREDIT_EXCEEDS"),
        ([CreditTotal(amount=eur("120.01"))], "CREDIT_EXCEEDS"),
    ],
)
def test_what_is_refused(items, code):
    with pytest.raises(Rejected, match=code):
        credit(invoice(), items)


def test_a_refusal_says_what_is_left():
    document = invoice()
    _, credited = after(document, [quantity("8")])
    with pytest.raises(Rejected, match="MORE_THAN_INVOICED: invoice=INV-1, line=1, credited=3, left=2"):
        credit(document, [quantity("3")], credited)


def test_goods_are_worth_what_is_left_of_them_after_an_amount():
    document = invoice()
    _, credited = after(document, [amount("40.00")])
    assert credit_between(document, {}, {"1": Decimal(5)}, credited) == eur("36.00")
    assert credit_between(document, {"1": Decimal(5)}, {"1": Decimal(5)}, credited) == eur("36.00")
    assert credit_until(document, {"1": Decimal(12)}) == eur("120.00")


def test_goods_are_worth_what_their_note_credits_after_an_amount_that_no_net_gives():
    document = invoice(line("3", "111.663"))
    part = credit(document, [CreditTotal(amount=eur("0.03"))])
    assert calculate(part.bill).tax_inclusive != eur("0.03")
    note = credit(document, [quantity("1")], part.credited)
    assert credit_between(document, {}, {"1": Decimal(1)}, part.credited) == calculate(note.bill).payable
