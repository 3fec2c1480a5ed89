"""How far an order is paid, derived from what is charged, granted, paid and given back."""

from typing import Any

from otcore.receivables.payment_status import PaymentStatus, figures, payment_status
from tests.scenarios.registry import Case, holds
from tests.scenarios.world import eur

WORDS = {
    "not_paid": PaymentStatus.UNPAID,
    "awaiting": PaymentStatus.AWAITING,
    "authorized": PaymentStatus.AUTHORISED,
    "captured": PaymentStatus.PAID,
    "partially_captured": PaymentStatus.PART_PAID,
    "none": PaymentStatus.UNPAID,
    "partial": PaymentStatus.PART_PAID,
    "full": PaymentStatus.PAID,
    "overcharged": PaymentStatus.CREDIT_OWED,
    "failed": PaymentStatus.UNPAID,
    "paid": PaymentStatus.PAID,
    "credit_owed": PaymentStatus.CREDIT_OWED,
    "balance_due": PaymentStatus.PART_PAID,
    "void": PaymentStatus.VOID,
}
"""The words of other systems in ours."""


def collected(words: list[str]) -> dict[str, Any]:
    """Payment collections as figures; one that is cancelled asks for nothing."""
    sums = dict.fromkeys(("charged", "paid", "authorised", "awaited"), 0)
    for word in words:
        name, _, amounts = word.partition(" ")
        taken, asked = amounts.split("/") if amounts else ("10", "10")
        if name == "canceled":
            continue
        sums["charged"] += int(asked)
        kind = {"captured": "paid", "authorized": "authorised", "awaiting": "awaited"}.get(name)
        if kind:
            sums[kind] += int(taken)
    return {name: eur(amount) for name, amount in sums.items()}


@holds("MED-PAY-03", "MED-PAY-05", "MED-PAY-08", "MED-PAY-09")
def what_was_collected(case: Case) -> None:
    assert payment_status(figures(**collected(case["given"]["collections"]))) is WORDS[case["then"]]


@holds("MED-PAY-01")
def nothing_collected(case: Case) -> None:
    assert case["given"]["collections"] == []
    assert payment_status(figures(charged=eur(10))) is WORDS[case["then"]]


@holds("SAL-CHG-3", "SAL-CHG-4", "SAL-CHG-5", "SAL-CHG-6", "SAL-CHG-7", "SAL-CHG-8")
def charged_against_the_total(case: Case) -> None:
    given = {name: eur(amount) for name, amount in case["given"].items()}
    # What that system calls charged is the money taken; its total is what we charge.
    found = figures(charged=given["total"], granted=given["granted_refund"], paid=given["charged"])
    assert payment_status(found) is WORDS[case["then"]]


@holds("SAL-CHG-2")
def all_of_it_granted_leaves_nothing_to_pay(case: Case) -> None:
    given = {name: eur(amount) for name, amount in case["given"].items()}
    found = figures(charged=given["total"], granted=given["granted_refund"], paid=given["charged"])
    assert case["then"] == "full"
    assert payment_status(found) is PaymentStatus.NOTHING_DUE
    assert payment_status(found).settled


FIGURES: dict[str, dict[str, Any]] = {
    "SOL-PAY-1": {"charged": 10},
    "SOL-PAY-3": {"charged": 10, "paid": 12},
    "SOL-PAY-4": {"charged": 10, "paid": 8},
    "SOL-PAY-6": {"charged": 10, "given_up": True},
    "SOL-PAY-7": {"charged": 10, "paid": 10, "given_up": True},
    "SOL-PAY-8": {"charged": 10, "paid": 10, "refunded": 10, "given_up": True},
}


@holds(*FIGURES)
def balance(case: Case) -> None:
    said: dict[str, Any] = {
        name: value if name == "given_up" else eur(value) for name, value in FIGURES[case["id"]].items()
    }
    assert payment_status(figures(**said)) is WORDS[case["then"]]


@holds("SOL-PAY-2")
def nothing_charged_is_settled(case: Case) -> None:
    assert case["then"] == "paid"
    assert payment_status(figures(charged=eur(0))).settled
