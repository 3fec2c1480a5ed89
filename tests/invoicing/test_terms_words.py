"""Terms in plain English: what was agreed, and what it comes to."""

from datetime import date
from typing import Any

import pytest

from otcore.invoicing.terms_english import ENGLISH
from otcore.invoicing.terms_words import instalment_words, offer_words, rule_words, terms_words
from otcore.values import Money, Percentage
from otcore.values.terms import (
    CASH_ON_DELIVERY,
    END_OF_MONTH,
    PREPAYMENT,
    DiscountOffer,
    DiscountTerms,
    DueAnchor,
    DueRule,
    DueStep,
    Instalment,
    InstalmentTerms,
    PaymentTerms,
)

TEN_DAYS = DueRule((DueStep(days=10),))


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (PaymentTerms(), "Net 30 days"),
        (PaymentTerms(1), "Net 1 day"),
        (PaymentTerms(0, True), "Net 0 days, end of month"),
        (PREPAYMENT, "Due with the order"),
        (CASH_ON_DELIVERY, "Due on delivery"),
        (PaymentTerms(instalments=(InstalmentTerms(),)), "Due on the invoice date"),
        (
            PaymentTerms(discounts=(DiscountTerms(Percentage(2), TEN_DAYS),)),
            "Net 30 days; 2 % discount within 10 days",
        ),
        (
            PaymentTerms(discounts=(DiscountTerms(Percentage("2.5"), TEN_DAYS, on_net=True),)),
            "Net 30 days; 2.5 % discount on the amount without tax within 10 days",
        ),
    ],
)
def test_terms_are_said_in_a_line(terms: PaymentTerms, words: str):
    assert terms_words(terms, ENGLISH) == words


def test_every_instalment_says_its_share_and_when():
    terms = PaymentTerms(
        instalments=(
            InstalmentTerms(DueRule(anchor=DueAnchor.ORDER), Percentage(30)),
            InstalmentTerms(DueRule((DueStep(days=10),), DueAnchor.DELIVERY), Percentage(50), of_balance=True),
            InstalmentTerms(TEN_DAYS, amount=Money("10", "EUR")),
            InstalmentTerms(DueRule((DueStep(months=2),))),
        ),
        sequential=True,
    )
    assert terms_words(terms, ENGLISH) == (
        "30 % with the order; 50 % of the rest 10 days, after delivery; 10.00 EUR 10 days; the rest 2 months; "
        "each counted from the one before"
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"steps": (DueStep(),)}, "0 days"),
        ({"steps": (DueStep(months=1, day=1),)}, "1 month, day 1 of the month"),
        (
            {"steps": (DueStep(weeks=2, days=-1, working_days=1, weekday=4),)},
            "2 weeks, -1 day, 1 working day, the next Friday",
        ),
        ({"steps": (END_OF_MONTH,), "cutoff": 20}, "end of month, after day 20 as of the next month"),
        ({"payment_days": (5, 15)}, "paid on day 5, 15 of the month"),
        ({"anchor": DueAnchor.MONTH_END}, "at the end of the month"),
        ({"steps": (DueStep(days=5),), "anchor": DueAnchor.MONTH_END}, "5 days, after the end of the month"),
    ],
)
def test_a_rule_says_its_steps_in_order(said: dict[str, Any], words: str):
    assert rule_words(DueRule(**said), ENGLISH) == words


def test_a_schedule_says_amounts_and_days():
    parts = (
        Instalment(date(2026, 1, 20), Money("43.52", "EUR")),
        Instalment(date(2026, 2, 20), Money("101.53", "EUR")),
    )
    assert instalment_words(parts, ENGLISH) == "43.52 EUR due 2026-01-20; 101.53 EUR due 2026-02-20"


def test_an_offer_says_what_is_off_until_when():
    offer = DiscountOffer(date(2026, 1, 20), Percentage(2), Money("1200", "EUR"), Money("24", "EUR"))
    assert offer_words((offer,), ENGLISH) == "2 % discount until 2026-01-20: 24.00 EUR"
