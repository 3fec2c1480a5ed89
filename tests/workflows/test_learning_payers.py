"""What is learned of a payer is a fact that can be withdrawn."""

import otcore as ot
from otcore.payments.receipt import standing
from otcore.ports.aggregates import ALIAS
from otcore.workflows.ask import Get
from tests.workflows.books import refused
from tests.workflows.cash import (
    IBAN,
    INV1,
    INV2,
    identifies,
    invoiced,
    part,
    posts,
    two_customers,
    with_policies,
)


def test_an_account_that_was_learned_names_the_next_payer_and_can_be_forgotten():
    ready = invoiced()
    ready.gets("10.00", "R1", payer_account=IBAN)
    identifies(ready, learn=True)
    assert ready.otc.ask(Get(ALIAS, f"account:{IBAN}")).customer == "C1"
    assert ready.gets("10.00", "R2", payer_account=IBAN).customer == "C1"
    ready.handle(ot.ForgetPayerAccount(account=IBAN, customer="C1", reason="a factor's account"))
    assert ready.gets("10.00", "R3", payer_account=IBAN).customer == ""


def test_a_posting_teaches_the_account_where_it_is_asked_to():
    ready = invoiced()
    ready.gets("120.00", payer_account=IBAN)
    posts(ready, part(INV1, "120.00"), learn=True)
    assert ready.gets("10.00", "R2", payer_account=IBAN).customer == "C1"


def test_a_posting_of_a_rule_teaches_the_account_where_the_policy_says_so():
    policies = ot.Policies(ot.MatchingPolicy(learns=True))
    ready = invoiced(house=with_policies(policies))
    ready.gets("120.00", text=INV1, payer_account=IBAN)
    ready.applies()
    assert ready.gets("10.00", "R2", payer_account=IBAN).customer == "C1"
    ready.gets("60.00", "R3", text=INV2)
    assert standing(ready.applies("R3")) == "applied"


def test_learning_what_is_known_changes_nothing():
    ready = invoiced()
    learn = ot.LearnPayerAccount(account=IBAN, customer="C1")
    assert ready.handle(learn) == ready.handle(learn)


def test_an_account_is_one_customers():
    ready = two_customers()
    ready.handle(ot.LearnPayerAccount(account=IBAN, customer="C1"))
    other = ot.LearnPayerAccount(account=IBAN, customer="C2")
    assert refused(ready, lambda: ready.handle(other)).code == "IDENTIFIER_TAKEN"


def test_without_an_account_nothing_is_learned():
    ready = invoiced()
    ready.gets("10.00")
    assert refused(ready, lambda: identifies(ready, learn=True)).code == "NO_ACCOUNT"


def test_what_was_not_learned_is_not_forgotten():
    ready = invoiced()
    forget = ot.ForgetPayerAccount(account=IBAN, customer="C1", reason="wrong")
    assert refused(ready, lambda: ready.handle(forget)).code == "NOT_LEARNED"
    ready.onboards("C2", bank_accounts=(IBAN,))
    own = ot.ForgetPayerAccount(account=IBAN, customer="C2", reason="wrong")
    assert refused(ready, lambda: ready.handle(own)).code == "PROFILE_ACCOUNT"
