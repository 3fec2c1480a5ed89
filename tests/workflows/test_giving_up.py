"""What is closed without money is bounded by the policy and by the roles."""

from typing import Any

import pytest
from attrs import evolve

import otcore as ot
from otcore.payments.allocation import Adjustment, Why
from otcore.receivables.ledger import EntryKind
from tests.orders.examples import DAY, eur
from tests.workflows.books import refused
from tests.workflows.cash import (
    INV1,
    INV2,
    entries,
    gives_up,
    invoiced,
    part,
    posts,
    sums,
    with_policies,
)
from tests.workflows.desk import HOUSE, Desk


def limited() -> Desk:
    house = ot.MatchingPolicy(by_hand={Why.WRITE_OFF: (eur("5.00"), ot.Money("9", "USD"))})
    generous = ot.MatchingPolicy(by_hand={Why.WRITE_OFF: (eur("50.00"),)})
    return invoiced(house=with_policies(ot.Policies(house, {"C2": generous})))


def test_a_person_gives_up_no_more_than_the_policy_allows_for_the_reason():
    ready = limited()
    assert refused(ready, lambda: gives_up(ready, INV1, "5.01")).code == "WRITE_OFF_LIMIT"
    assert gives_up(ready, INV1, "5.00").open == eur("115.00")
    assert gives_up(ready, INV1, "20.00", Why.DISCOUNT, "W2").open == eur("95.00")


def test_a_posting_is_no_way_round_the_limit():
    ready = limited()
    ready.gets("100.00")
    over = part(INV1, "100.00", (Why.WRITE_OFF, "20.00"))
    assert refused(ready, lambda: posts(ready, over)).code == "WRITE_OFF_LIMIT"


@pytest.mark.parametrize(
    ("amount", "why", "code"),
    [
        ("0.00", Why.WRITE_OFF, "AMOUNT_NOT_POSITIVE"),
        ("-1.00", Why.ROUNDING, "AMOUNT_NOT_POSITIVE"),
        ("120.01", Why.WRITE_OFF, "MORE_THAN_OPEN"),
        ("1.00", Why.PARTIAL, "STAYS_OPEN"),
    ],
)
def test_a_write_off_is_a_part_of_what_is_open(amount: str, why: Why, code: str):
    ready = invoiced()
    assert refused(ready, lambda: gives_up(ready, INV1, amount, why)).code == code


def deducted(ready: Desk) -> None:
    """Of INV1 20.00 are taken off and in dispute."""
    ready.gets("100.00")
    posts(ready, part(INV1, "100.00", reason=Why.DEDUCTION))


def accepts(dispute: str = "R1") -> ot.AcceptDeduction:
    return ot.AcceptDeduction(invoice=INV1, dispute=dispute, day=DAY, reason="it was agreed")


def test_a_deduction_that_is_accepted_is_given_up_and_no_longer_in_dispute():
    ready = invoiced()
    deducted(ready)
    item = ready.handle(accepts())
    assert (item.open, item.disputes) == (eur("0.00"), ())
    assert [(each.source, each.amount) for each in item.adjusted] == [("R1", eur("20.00"))]
    assert sums(ready) == ("60.00", "0.00")


def test_a_deduction_is_accepted_within_the_limits_of_the_policy_and_where_there_is_one():
    ready = limited()
    deducted(ready)
    assert refused(ready, lambda: ready.handle(accepts())).code == "WRITE_OFF_LIMIT"
    assert refused(ready, lambda: ready.handle(accepts("D9"))).code == "DISPUTE_UNKNOWN"


def test_a_clerk_accepts_no_more_than_the_roles_allow():
    ready = staff(ot.Grant("dispute.accept_deduction", limit=eur("10.00")))
    deducted(ready)
    with pytest.raises(ot.AccessRefused):
        ready.otc.handle(accepts(), actor="ann")


def test_a_write_off_happens_once():
    ready = invoiced()
    gives_up(ready, INV1, "1.00")
    assert refused(ready, lambda: gives_up(ready, INV1, "1.00")).code == "WRITE_OFF_EXISTS"


def test_a_write_off_moves_the_control_account_and_the_exposure():
    ready = invoiced()
    item = gives_up(ready, INV1)
    assert not item.open
    assert sums(ready) == ("60.00", "0.00")
    assert ready.exposure() == ("0.00", "0.00", "60.00")
    assert entries(ready)[-1].kind is EntryKind.WRITE_OFF


def staff(*grants: ot.Grant) -> Desk:
    clerk = ot.Role("clerk", grants)
    everything = ot.Role("host", (ot.Grant("*"),))
    policy = ot.RolePolicy(roles=(clerk, everything), people={"ann": ("clerk",), "host": ("host",)})
    return invoiced(house=evolve(HOUSE, access=policy))


def test_a_clerk_gives_up_no_more_than_the_roles_allow():
    ready = staff(ot.Grant("invoice.write_off", limit=eur("10.00")))
    command = ot.WriteOff(item=INV1, write_off="W1", day=DAY, why=Why.WRITE_OFF, reason="old", amount=eur("10.01"))
    with pytest.raises(ot.AccessRefused):
        ready.otc.handle(command, actor="ann")
    whole = ot.WriteOff(item=INV1, write_off="W1", day=DAY, why=Why.WRITE_OFF, reason="old")
    with pytest.raises(ot.AccessRefused):
        ready.otc.handle(whole, actor="ann")


@pytest.mark.parametrize(
    ("less", "may"),
    [((), True), (((Why.FEE, "5.00"),), True), (((Why.FEE, "5.00"), (Why.DISCOUNT, "6.00")), False)],
)
def test_a_clerk_posts_no_more_without_cash_than_the_roles_allow(less: Any, may: bool):
    ready = staff(ot.Grant("receipt.apply_to", limit=eur("10.00")))
    ready.gets("100.00")
    command = ot.ApplyReceiptTo(receipt="R1", allocations=(part(INV1, "100.00", *less),), day=DAY)
    if may:
        assert ready.otc.handle(command, actor="ann").allocations
        return
    with pytest.raises(ot.AccessRefused):
        ready.otc.handle(command, actor="ann")


def test_what_is_closed_in_several_currencies_has_no_bound_and_so_needs_no_limit():
    ready = staff(ot.Grant("receipt.apply_to", limit=eur("10.00")))
    ready.gets("100.00")
    dollars = ot.Allocation(INV2, eur("1.00"), (Adjustment(Why.FEE, ot.Money("1.00", "USD")),))
    command = ot.ApplyReceiptTo(receipt="R1", allocations=(part(INV1, "1.00", (Why.FEE, "1.00")), dollars), day=DAY)
    with pytest.raises(ot.AccessRefused):
        ready.otc.handle(command, actor="ann")
