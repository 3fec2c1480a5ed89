"""Onboarding from the application to the first order, and what others see of it."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.customers.commands import (
    ActivateCustomer,
    ApplyCustomer,
    ApproveTerms,
    AttachDocument,
    BlockCustomer,
    ChangeProfile,
    CloseCustomer,
    ProposeTerms,
    RejectTerms,
    ReopenCustomer,
    UnblockCustomer,
    VerifyCustomer,
)
from otcore.customers.credit.commands import ApproveLimitChange
from otcore.customers.customer import Customer, Profile
from otcore.customers.group import DefineGroup
from otcore.customers.onboarding import Status
from otcore.orders.hold import HoldKind
from otcore.ports.aggregates import ALIAS, CREDIT, CUSTOMER, NAMESAKE
from otcore.ports.errors import NotFound
from otcore.ports.storage import Where
from otcore.values.document import DocumentRef
from otcore.values.faults import Rejected
from otcore.values.party import Party
from otcore.values.terms import PaymentTerms
from otcore.workflows.ask import Every, Get
from tests.orders.examples import eur, line
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk

IBAN, OTHER_IBAN = "DE89370400440532013000", "BE68539007547034"
VAT = "DE136695976"


def wanted(name: str = "Acme GmbH", **more) -> Profile:
    party = Party(name, tax_id=more.pop("tax_id", ""))
    return Profile(party=party, currency="EUR", **more)


def applying(ready: Desk, customer: str = "C2", **more) -> Any:
    return ready.handle(ApplyCustomer(customer, wanted(**more)))


def approved(ready: Desk, customer: str = "C2", limit: str | None = "100.00", until: date | None = None) -> Customer:
    money = None if limit is None else eur(limit)
    ready.otc.handle(ProposeTerms(customer, PaymentTerms(14), money, until), actor="ann")
    return ready.otc.handle(ApproveTerms(customer), actor="bob")


def active(ready: Desk, customer: str = "C2", limit: str = "100.00", **more) -> Any:
    applying(ready, customer, **more)
    ready.handle(VerifyCustomer(customer))
    approved(ready, customer, limit)
    return ready.handle(ActivateCustomer(customer))


def account(ready: Desk, id: str = "C2"):
    return ready.otc.ask(Get(CREDIT, id))


def test_from_the_application_to_an_order_within_the_approved_limit():
    ready = desk(stocked=100)
    assert applying(ready, credit_limit=eur("500.00")).status is Status.APPLIED
    assert account(ready).limit == eur("0.00")
    assert ready.handle(VerifyCustomer("C2")).status is Status.VERIFIED
    assert approved(ready).profile.credit_limit == account(ready).limit == eur("100.00")
    assert ready.handle(ActivateCustomer("C2", "welcome")).status is Status.ACTIVE
    assert ready.places(line(quantity=5), customer="C2").promised
    second = ready.places(line(quantity=5), order="O2", customer="C2")
    assert [hold.kind for hold in second.holds] == [HoldKind.CREDIT]


def test_an_applicant_may_not_order():
    ready = desk()
    applying(ready)
    order = ready.places(line(), customer="C2")
    assert order.reasons == ("CUSTOMER_NOT_ACTIVE: customer C2 is applied",)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (BlockCustomer("C1", "pays late"), "CUSTOMER_BLOCKED: pays late"),
        (CloseCustomer("C1", "out of business"), "CUSTOMER_CLOSED: out of business"),
    ],
)
def test_a_frozen_or_disabled_customer_may_not_order(command, reason):
    ready = desk()
    ready.handle(command)
    assert ready.places(line()).reasons == (reason,)


def test_after_the_block_orders_are_taken_again_and_what_was_ordered_before_goes_on():
    ready = desk(stocked=10)
    ready.places(line(quantity=1))
    ready.handle(BlockCustomer("C1", "pays late"))
    assert ready.acknowledges().status.value == "confirmed"
    ready.handle(UnblockCustomer("C1"))
    assert ready.places(line(quantity=1), order="O2").promised


def test_who_proposed_the_terms_may_not_approve_them_and_nothing_is_stored():
    ready = desk()
    applying(ready)
    ready.handle(VerifyCustomer("C2"))
    ready.otc.handle(ProposeTerms("C2", PaymentTerms(14), eur("9.00")), actor="ann")
    with pytest.raises(Rejected, match="MAKER_IS_CHECKER"):
        ready.otc.handle(ApproveTerms("C2"), actor="ann")
    assert account(ready).limit == eur("0.00")
    kept = ready.otc.ask(Get(CUSTOMER, "C2")).proposal
    assert kept is not None
    assert kept.maker == "ann"


def test_an_approved_limit_ends_on_its_day():
    ready = desk()
    approved(ready, "C1", "50.00", date(2026, 6, 30))
    assert (account(ready, "C1").limit, account(ready, "C1").valid_until) == (eur("50.00"), date(2026, 6, 30))


def test_approving_the_limit_that_holds_moves_nothing_on_the_account():
    ready = desk(limit="50.00")
    before = account(ready, "C1")
    assert approved(ready, "C1", "50.00").profile.terms == PaymentTerms(14)
    assert account(ready, "C1") == before


def test_a_rejected_proposal_changes_no_limit():
    ready = desk(limit="50.00")
    ready.otc.handle(ProposeTerms("C1", PaymentTerms(14), eur("9.00")), actor="ann")
    assert ready.otc.handle(RejectTerms("C1", "no"), actor="ann").proposal is None
    assert account(ready, "C1").limit == eur("50.00")


# names


def test_the_second_of_a_name_is_a_suspected_duplicate_and_has_to_be_told_apart():
    ready = Desk()
    active(ready, "C1", name="Acme GmbH")
    assert applying(ready, "C2", name="ACME G.m.b.H.").duplicates == ("C1",)
    with pytest.raises(Rejected, match="DUPLICATES_UNRESOLVED"):
        ready.handle(VerifyCustomer("C2"))
    assert ready.handle(VerifyCustomer("C2", ("C1",))).status is Status.VERIFIED
    assert ready.otc.ask(Get(NAMESAKE, "acme")).customers == ("C1", "C2")


def test_a_customer_that_a_host_vouches_for_is_a_namesake_of_later_ones():
    ready = desk()
    assert applying(ready, name="CUSTOMER c1 Ltd").duplicates == ("C1",)


def test_two_trade_names_of_one_party_are_both_looked_up():
    ready = Desk()
    ready.onboards("C1", party=Party("Shop"))
    ready.onboards("C2", party=Party("Acme AG"))
    profile = changed(wanted(), party=Party("The Shop", legal_name="Acme"))
    assert ready.handle(ApplyCustomer("C3", profile)).duplicates == ("C2",)
    profile = changed(wanted(), party=Party("SHOP", legal_name="Acme"))
    assert ready.handle(ApplyCustomer("C4", profile)).duplicates == ("C2", "C3", "C1")


@pytest.mark.parametrize("shared", [{"tax_id": VAT}, {"tax_id": "de 136 695 976"}, {"bank_accounts": (IBAN,)}])
def test_a_tax_id_or_account_of_another_customer_refuses_the_whole_application(shared: dict):
    ready = Desk()
    active(ready, "C1", tax_id=VAT, bank_accounts=(IBAN,))
    before = books(ready.store)
    with pytest.raises(Rejected, match=r"IDENTIFIER_TAKEN: .*owner=C1"):
        applying(ready, "C2", name="Other", **shared)
    assert books(ready.store) == before


def test_a_changed_profile_takes_its_new_names_and_frees_those_it_gave_up():
    ready = Desk()
    state = active(ready, "C1", tax_id=VAT, bank_accounts=(IBAN,))
    party = Party("Bolt AG", tax_id="BE0403170701")
    ready.handle(ChangeProfile("C1", changed(state.profile, party=party, bank_accounts=(OTHER_IBAN,))))
    assert ready.otc.ask(Get(ALIAS, "VAT:BE0403170701")).customer == "C1"
    assert ready.otc.ask(Get(ALIAS, f"VAT:{VAT}")).customer == ""
    assert ready.otc.ask(Get(NAMESAKE, "acme")).customers == ()
    assert applying(ready, "C2", name="Acme", tax_id=VAT, bank_accounts=(IBAN,)).duplicates == ()


def test_money_from_an_account_that_was_given_up_is_nobodys():
    ready = Desk()
    state = active(ready, "C1", bank_accounts=(IBAN,))
    assert ready.gets("1.00", payer_account=IBAN).customer == "C1"
    ready.handle(ChangeProfile("C1", changed(state.profile, bank_accounts=())))
    assert ready.gets("1.00", "R2", payer_account=IBAN).customer == ""


def test_a_profile_that_does_not_change_stores_nothing():
    ready = Desk()
    state = active(ready, "C1", tax_id=VAT)
    before = books(ready.store)
    assert ready.handle(ChangeProfile("C1", state.profile)) == state
    assert books(ready.store) == before


def test_a_customer_of_an_earlier_release_becomes_a_namesake_when_its_profile_changes():
    ready = desk()
    known = ready.otc.ask(Get(CUSTOMER, "C1"))
    ready.handle(ChangeProfile("C1", changed(known.profile, party=Party("Acme"))))
    assert applying(ready, name="acme").duplicates == ("C1",)


# the end


def test_a_customer_with_open_orders_is_not_closed():
    ready = desk(stocked=10)
    ready.places(line(quantity=1))
    with pytest.raises(Rejected, match=r"EXPOSURE_OPEN: customer=C1, exposure=12\.00 EUR"):
        ready.handle(CloseCustomer("C1", "gone"))
    ready.cancels()
    assert ready.handle(CloseCustomer("C1", "gone")).status is Status.CLOSED


def test_a_customer_is_not_closed_while_an_order_waits_that_counts_nowhere_yet():
    ready = desk(stocked=10, limit="10.00")
    assert [hold.code for hold in ready.places(line(quantity=1)).holds] == ["CREDIT_LIMIT_EXCEEDED"]
    with pytest.raises(Rejected, match="ORDERS_OPEN: customer=C1, orders=O1"):
        ready.handle(CloseCustomer("C1", "gone"))
    ready.cancels()
    assert ready.handle(CloseCustomer("C1", "gone")).status is Status.CLOSED


def test_an_order_on_the_account_of_a_parent_keeps_its_own_customer_open():
    ready = desk(stocked=10)
    ready.onboards("C2", credit_account="C1")
    ready.places(line(quantity=1), customer="C2")
    with pytest.raises(Rejected, match="ORDERS_OPEN: customer=C2, orders=O1"):
        ready.handle(CloseCustomer("C2", "gone"))


def test_a_closed_customer_keeps_its_names_and_comes_back_as_an_applicant():
    ready = Desk()
    active(ready, "C1", tax_id=VAT)
    ready.handle(CloseCustomer("C1", "gone"))
    with pytest.raises(Rejected, match="IDENTIFIER_TAKEN"):
        applying(ready, "C2", tax_id=VAT)
    applying(ready, "C2", name="Acme")
    state = ready.handle(ReopenCustomer("C1", "is back"))
    assert (state.status, state.suspects) == (Status.APPLIED, ("C2",))
    ready.handle(VerifyCustomer("C1", ("C2",)))
    approved(ready, "C1", "70.00")
    ready.handle(ActivateCustomer("C1"))
    assert account(ready, "C1").limit == eur("70.00")


def test_customers_are_found_by_where_they_stand():
    ready = desk()
    applying(ready)
    assert [each.id for each in ready.otc.ask(Every(CUSTOMER, Where(status="applied")))] == ["C2"]


def test_a_paper_is_kept_with_the_customer():
    ready = desk()
    paper = DocumentRef("0f" * 32, "register.pdf", "application/pdf", 9)
    (kept,) = ready.handle(AttachDocument("C1", paper, "register")).papers
    assert (kept.document, kept.kind) == (paper, "register")


@pytest.mark.parametrize(
    "command",
    [
        VerifyCustomer("C9"),
        CloseCustomer("C9", "gone"),
        ReopenCustomer("C9"),
        ChangeProfile("C9", wanted()),
        ProposeTerms("C9", PaymentTerms(14), None),
        ApproveTerms("C9"),
        RejectTerms("C9", "no"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_unknown_customer_is_not_found(command):
    with pytest.raises(NotFound, match="no customer 'C9'"):
        Desk().handle(command)


# groups and shared accounts


def group(ready: Desk, **more):
    facts: dict[str, Any] = {"credit_account": "CLINICS", "currency": "EUR", "credit_limit": eur("100.00")}
    return ready.handle(DefineGroup("G1", **facts | more))


def test_customers_of_a_group_use_its_account_and_have_none_of_their_own():
    ready = desk(stocked=100)
    group(ready)
    for customer in ("C2", "C3"):
        ready.onboards(customer, party=Party(f"Clinic {customer}"), group="G1")
        assert ready.otc.ask(Get(CUSTOMER, customer)).profile.credit_account == "CLINICS"
        with pytest.raises(NotFound):
            account(ready, customer)
    assert (account(ready, "CLINICS").limit, account(ready, "CLINICS").members) == (eur("100.00"), ("C2", "C3"))
    assert ready.places(line(quantity=5), customer="C2").promised
    held = ready.places(line(quantity=5), order="O2", customer="C3")
    assert [hold.kind for hold in held.holds] == [HoldKind.CREDIT]


def test_a_group_says_anew_what_its_account_may_carry():
    ready = Desk()
    group(ready)
    group(ready, credit_limit=eur("700.00"))
    assert account(ready, "CLINICS").limit == eur("100.00"), "a rise takes two persons"
    ready.otc.handle(ApproveLimitChange(account="CLINICS"), actor="ann")
    assert account(ready, "CLINICS").limit == eur("700.00")
    before = books(ready.store)
    group(ready, credit_limit=eur("700.00"))
    assert books(ready.store) == before
    ready.handle(DefineGroup("G1", price_lists=("L1",), credit_account="CLINICS"))
    assert account(ready, "CLINICS").limit == eur("700.00")
    with pytest.raises(Rejected, match="ACCOUNT_CURRENCY: group=G1, account=CLINICS, currency=EUR, agreed=USD"):
        group(ready, currency="USD", credit_limit=None)


def test_a_group_without_an_account_lends_its_risk_class_to_the_accounts_of_its_customers():
    ready = Desk()
    ready.handle(DefineGroup("G1", risk_class="steady"))
    applying(ready, "C1", group="G1")
    assert account(ready, "C1").risk_class == "steady"


def test_a_subsidiary_uses_its_parents_account():
    ready = desk(limit="100.00")
    member = active_member(ready)
    assert member.profile.credit_account == "C1"
    assert account(ready, "C1").members == ("C2",)
    assert account(ready, "C1").limit == eur("100.00")
    assert ready.handle(CloseCustomer("C2", "gone")).status is Status.CLOSED


def active_member(ready: Desk) -> Any:
    applying(ready, "C2", credit_account="C1")
    ready.handle(VerifyCustomer("C2"))
    approved(ready, "C2", None)
    return ready.handle(ActivateCustomer("C2"))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"credit_account": "NOBODY"}, "ACCOUNT_UNKNOWN: customer=C2, account=NOBODY"),
        ({"credit_account": "C1", "credit_limit": eur("1.00")}, "ACCOUNT_SHARED: customer=C2, account=C1"),
        ({"group": "G9"}, "GROUP_UNKNOWN: group=G9"),
    ],
)
def test_an_account_or_group_that_cannot_be_used_refuses_the_application(more: dict, code: str):
    ready = desk()
    before = books(ready.store)
    with pytest.raises(Rejected, match=code):
        applying(ready, **more)
    assert books(ready.store) == before


def test_a_shared_account_is_in_the_customers_currency():
    ready = desk()
    with pytest.raises(Rejected, match="ACCOUNT_CURRENCY: customer=C2, account=C1, currency=EUR, agreed=USD"):
        ready.handle(ApplyCustomer("C2", changed(wanted(credit_account="C1"), currency="USD")))


def test_a_customer_is_not_onboarded_under_the_id_of_a_groups_account():
    ready = Desk()
    group(ready)
    with pytest.raises(Rejected, match="ACCOUNT_TAKEN: customer=CLINICS, account=CLINICS"):
        ready.onboards("CLINICS")


def test_a_customer_moves_to_a_group_that_exists():
    ready = desk()
    known = ready.otc.ask(Get(CUSTOMER, "C1"))
    with pytest.raises(Rejected, match="GROUP_UNKNOWN"):
        ready.handle(ChangeProfile("C1", changed(known.profile, group="G1")))
    group(ready)
    after = ready.handle(ChangeProfile("C1", changed(known.profile, group="G1")))
    assert (after.profile.group, after.profile.credit_account) == ("G1", "")
