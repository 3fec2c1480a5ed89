"""A group lends its customers what they have not got themselves."""

import pytest
from attrs import evolve as changed

from otcore.customers.group import (
    CustomerGroup,
    DefineGroup,
    GroupDefined,
    define,
    effective,
    evolve,
    facets,
    require_account_currency,
)
from otcore.values.faults import Rejected
from tests.customers.examples import eur, profile

GROUP = CustomerGroup("G1", "Clinics", ("L1",), "steady", "G1-ACCOUNT", True)
WITH_ACCOUNT = DefineGroup("G1", "Clinics", ("L1",), "steady", "G1-ACCOUNT", "EUR", eur("900.00"))


def test_a_group_is_what_it_was_last_said_to_be():
    (fact,) = define(None, WITH_ACCOUNT, False)
    assert fact == GroupDefined(GROUP)
    assert evolve(None, fact) == GROUP
    assert define(GROUP, DefineGroup("G1"), True) == (GroupDefined(CustomerGroup("G1")),)
    assert facets(GROUP).party == ""


def test_saying_the_same_again_changes_nothing():
    assert define(GROUP, WITH_ACCOUNT, True) == ()


def test_a_customers_own_values_go_before_its_groups():
    own = profile(price_lists=("MINE",), risk_class="new", credit_account="PARENT")
    assert effective(own, GROUP) == changed(own, price_lists=("MINE", "L1"))
    assert effective(profile(price_lists=("L1", "MINE")), GROUP).price_lists == ("L1", "MINE")
    lent = effective(profile(), GROUP)
    assert (lent.price_lists, lent.risk_class, lent.credit_account) == (("L1",), "steady", "G1-ACCOUNT")
    assert effective(profile(), None) == profile()


def test_a_group_keeps_its_own_account_when_something_else_is_said_of_it():
    (fact,) = define(GROUP, DefineGroup("G1", risk_class="new", credit_account="G1-ACCOUNT"), True)
    assert fact.group.owns_account


@pytest.mark.parametrize(
    ("command", "exists", "code"),
    [
        (DefineGroup("G1", currency="EUR"), False, "ACCOUNT_MISSING"),
        (DefineGroup("G1", credit_limit=eur("1.00")), False, "ACCOUNT_MISSING"),
        (DefineGroup("G1", credit_account="A", currency="USD", credit_limit=eur("1.00")), False, "LIMIT_CURRENCY"),
        (DefineGroup("G1", credit_account="A", credit_limit=eur("1.00")), False, "LIMIT_CURRENCY"),
        (DefineGroup("G1", credit_account="A"), False, "ACCOUNT_UNKNOWN"),
        (DefineGroup("G1", credit_account="A", currency="EUR"), True, "ACCOUNT_TAKEN"),
    ],
)
def test_an_account_that_does_not_fit_is_refused(command: DefineGroup, exists: bool, code: str):
    with pytest.raises(Rejected, match=code):
        define(GROUP, command, exists)


def test_a_group_may_use_the_account_of_another():
    (fact,) = define(None, DefineGroup("G1", credit_account="PARENT"), True)
    assert (fact.group.credit_account, fact.group.owns_account) == ("PARENT", False)


def test_an_account_keeps_its_currency():
    require_account_currency(WITH_ACCOUNT, "EUR")
    with pytest.raises(Rejected, match="ACCOUNT_CURRENCY"):
        require_account_currency(changed(WITH_ACCOUNT, currency="USD", credit_limit=None), "EUR")
