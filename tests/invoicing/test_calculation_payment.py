"""What is payable: advances, what is collected for others, the currency that tax is accounted in."""

from decimal import Decimal, localcontext

import pytest

from otcore.invoicing.advances import Advance, AdvancePaid, ThirdPartyPayment
from otcore.invoicing.calculation import calculate
from otcore.values import Money
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.rates import Rate
from tests.invoicing.examples import S20, document, eur, line


def test_advances_are_taken_off_with_what_else_was_prepaid():
    advances = (Advance(amount=eur(20), reference="A1"), Advance(percent=Decimal(10)))
    totals = calculate(document(line("1", "100"), prepaid=eur(5), advances=advances))
    assert totals.advances == (AdvancePaid(amount=eur(20), reference="A1"), AdvancePaid(amount=eur("12.50")))
    assert (totals.prepaid, totals.payable) == (eur("37.50"), eur("87.50"))


def test_a_percentage_is_of_the_amount_with_tax_that_nobody_withholds():
    irpf = OtherTax("IRPF", "15", kind=TaxKind.WITHHELD)
    totals = calculate(document(line("1", "100", S20, taxes=(irpf,)), advances=(Advance(percent=Decimal(30)),)))
    assert totals.prepaid == eur("31.50")


def test_percentages_of_a_hundred_take_all_there_is():
    thirds = tuple(Advance(percent=Decimal(part)) for part in ("33.3", "33.3", "33.4"))
    totals = calculate(document(line("1", "0.40"), advances=thirds))
    assert [each.amount for each in totals.advances] == [eur("0.17"), eur("0.16"), eur("0.17")]
    assert totals.payable == eur(0)


def test_what_is_collected_for_others_is_added_and_bears_no_tax():
    deposits = (ThirdPartyPayment(amount=eur("2.50"), kind="deposit"), ThirdPartyPayment(amount=eur("0.50")))
    totals = calculate(document(line("1", "100"), third_party=deposits))
    assert (totals.tax_inclusive, totals.third_party, totals.payable) == (eur(125), eur(3), eur(128))


@pytest.mark.parametrize(("target", "accounted"), [("PLN", "106.29"), ("JPY", "106"), ("BHD", "106.293")])
def test_tax_is_accounted_in_another_currency_with_its_own_digits(target, accounted):
    totals = calculate(document(line("1", "100"), tax_rate=Rate("EUR", target, "4.2517")))
    assert totals.tax_accounted == Money(accounted, target)


def test_the_hosts_decimal_context_changes_no_accounted_tax():
    invoice = document(
        line("1", "123456.78"), tax_rate=Rate("EUR", "PLN", "4.2517"), advances=(Advance(percent=Decimal(30)),)
    )
    usual = calculate(invoice)
    with localcontext(prec=3):
        assert calculate(invoice) == usual
