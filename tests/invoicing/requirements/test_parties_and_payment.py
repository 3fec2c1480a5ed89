"""What the parties of an invoice lack, and how it is paid."""

import pytest
from attrs import evolve

from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.document import PaymentInstructions
from otcore.invoicing.payment_instructions import CreditTransfer, DirectDebit, PaymentCard
from otcore.invoicing.stating.specification import CORE, PEPPOL
from otcore.values import Address, Identifier, Money, Party
from tests.invoicing.documents import BUYER, PAYMENT, SELLER, invoice
from tests.invoicing.requirements.asking import faults

AGENT = Party("Agents", tax_id="SE99", address=Address(country="SE"))
PAID = (ThirdPartyPayment(amount=Money("3", "EUR")),)


def test_a_payee_is_somebody_else():
    assert faults(invoice(payee=Party("Bank", identifiers=(Identifier("B-1"),)))) == []


@pytest.mark.parametrize(
    "payee",
    [Party(""), Party("Nordic Tools"), Party(SELLER.legal_name), Party("Bank", identifiers=SELLER.identifiers)],
)
def test_a_payee_like_the_seller_is_named(payee):
    assert faults(invoice(payee=payee)) == [("BR-17", "/payee/name")]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"name": " "}, ("BR-18", "name")),
        ({"address": Address()}, ("BR-20", "address/country")),
        ({"tax_id": ""}, ("BR-56", "tax_id")),
        ({"tax_id": "99"}, ("BR-CO-09", "tax_id")),
    ],
)
def test_a_tax_representative(changes, fault):
    assert faults(invoice(tax_representative=AGENT)) == []
    rule, place = fault
    assert faults(invoice(tax_representative=evolve(AGENT, **changes))) == [(rule, f"/tax_representative/{place}")]


def test_an_electronic_address_is_peppols_wish():
    parties = {"seller": evolve(SELLER, endpoint=None), "buyer": evolve(BUYER, endpoint=None)}
    assert faults(invoice(customization=CORE, **parties)) == []
    assert [code for code, _ in faults(invoice(**parties))] == ["PEPPOL-EN16931-R020", "PEPPOL-EN16931-R010"]


@pytest.mark.parametrize(
    ("payment", "fault"),
    [
        (
            evolve(PAYMENT, further_accounts=(CreditTransfer(iban=" "),)),
            ("BR-50", "/payment/further_accounts/0/iban"),
        ),
        (
            PaymentInstructions(means="48", card=PaymentCard(number="4111111111111111")),
            ("BR-51", "/payment/card/number"),
        ),
        (PaymentInstructions(means="59"), ("PEPPOL-EN16931-R061", "/payment/direct_debit/mandate")),
        (
            PaymentInstructions(means="49", direct_debit=DirectDebit(account="DE1")),
            ("PEPPOL-EN16931-R061", "/payment/direct_debit/mandate"),
        ),
    ],
)
def test_how_to_pay(payment, fault):
    assert faults(invoice(payment=payment)) == [fault]


@pytest.mark.parametrize(
    "payment",
    [
        PaymentInstructions(means=""),
        PaymentInstructions(means="48", card=PaymentCard(number="411111******1111")),
        PaymentInstructions(means="59", direct_debit=DirectDebit(mandate="M-1")),
        evolve(PAYMENT, further_accounts=(CreditTransfer(iban="DE1"),)),
        evolve(PAYMENT, iban="", further_accounts=(CreditTransfer(iban="DE1"),)),
    ],
)
def test_a_way_to_pay_that_lacks_nothing(payment):
    assert faults(invoice(payment=payment)) == []


def test_a_mandate_is_peppols_wish():
    assert faults(invoice(payment=PaymentInstructions(means="59"), customization=CORE)) == []


def test_payments_for_others_are_known_to_the_extension():
    assert faults(invoice(third_party=PAID)) == []
    assert faults(invoice(third_party=PAID, customization=PEPPOL)) == [("THIRD_PARTY_EXTENSION", "/third_party")]
