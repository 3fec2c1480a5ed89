"""The built-in policies: what roles allow, up to which amount, and whom they refuse what they made themselves."""

import pytest

from otcore.access.asked import Asked, Refusal, refused
from otcore.access.policy import RolePolicy, everyone
from otcore.access.role import Grant, Role
from otcore.access.rules import RULES
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from tests.orders.examples import eur

CLERK = Role("clerk", (Grant("order.place", eur("200.00")), Grant("order.cancel")))
MANAGER = Role("manager", (Grant("order"), Grant("credit.limit", eur("5000.00"))))
POLICY = RolePolicy(
    roles=(CLERK, MANAGER), people={"ann": ("clerk",), "bob": ("manager",), "eve": ("clerk", "manager"), "tom": ()}
)


def asked(actor: str, action: str = "order.place", amount: Money | None = None, **more: object) -> Asked:
    return Asked(action=action, actor=actor, subject="order:O1", amount=amount, **more)  # type: ignore[arg-type]  # text


def code(question: Asked, policy: RolePolicy = POLICY) -> str:
    refusal = policy(question)
    return refusal.code if refusal else ""


def test_everyone_may_do_everything():
    assert everyone(asked("ann", amount=eur("1000000.00"), makers=("ann",))) is None


@pytest.mark.parametrize(
    ("actor", "action", "expected"),
    [
        ("ann", "order.place", ""),
        ("ann", "order.release_hold.credit", "NOT_ALLOWED"),
        ("bob", "order.release_hold.credit", ""),
        ("eve", "order.release_hold.credit", ""),
        ("tom", "order.place", "NOT_ALLOWED"),
        ("nobody", "order.place", "NOT_ALLOWED"),
        ("", "order.place", "NOT_ALLOWED"),
        ("Ann", "order.place", "NOT_ALLOWED"),
    ],
)
def test_what_no_role_grants_is_not_allowed(actor: str, action: str, expected: str):
    assert code(asked(actor, action)) == expected


@pytest.mark.parametrize(
    ("actor", "amount", "expected"),
    [
        ("ann", eur("200.00"), ""),
        ("ann", eur("200.01"), "ABOVE_AMOUNT_LIMIT"),
        ("ann", eur("-200.01"), "ABOVE_AMOUNT_LIMIT"),
        ("ann", Money("1.00", "USD"), "ABOVE_AMOUNT_LIMIT"),
        ("ann", None, ""),
        ("bob", eur("200.01"), ""),
        ("eve", eur("200.01"), ""),
    ],
)
def test_an_amount_must_be_within_the_limit_of_one_grant(actor: str, amount: Money | None, expected: str):
    assert code(asked(actor, amount=amount)) == expected


def test_what_has_no_bound_is_above_every_limit_and_within_none():
    assert code(asked("bob", "credit.limit", unlimited=True)) == "ABOVE_AMOUNT_LIMIT"
    assert code(asked("bob", "order.place", unlimited=True)) == ""


def test_the_refusal_says_the_amount_and_every_limit():
    trader = Role("trader", (Grant("order.place", eur("200.00")), Grant("order.place", Money("300.00", "USD"))))
    policy = RolePolicy(roles=(trader,), people={"ann": ("trader",)})
    assert policy(asked("ann", amount=Money("300.00", "USD"))) is None
    assert policy(asked("ann", amount=Money("300.01", "USD"))) == Refusal(
        "ABOVE_AMOUNT_LIMIT", (("amount", "300.01 USD"), ("limit", "200.00 EUR, 300.00 USD"))
    )


def test_a_maker_is_not_the_checker():
    assert code(asked("bob", "order.cancel", makers=("ann", "bob"))) == "MAKER_IS_CHECKER"
    assert code(asked("bob", "order.cancel", makers=("ann",))) == ""


def test_who_may_not_at_all_is_told_that_first():
    assert code(asked("tom", amount=eur("999.00"), makers=("tom",))) == "NOT_ALLOWED"
    assert code(asked("ann", amount=eur("999.00"), makers=("ann",))) == "ABOVE_AMOUNT_LIMIT"


def test_others_have_the_roles_of_others():
    policy = RolePolicy(roles=(CLERK, MANAGER), people={"tom": ()}, others=("clerk",))
    assert code(asked("anybody"), policy) == ""
    assert code(asked("tom"), policy) == "NOT_ALLOWED"


def test_rules_may_be_added():
    def not_on_o1(question: Asked, grants: tuple[Grant, ...]) -> Refusal | None:
        return Refusal("LOCKED") if question.subject == "order:O1" else None

    policy = RolePolicy(roles=(MANAGER,), people={"bob": ("manager",)}, rules=(*RULES, not_on_o1))
    assert code(asked("bob"), policy) == "LOCKED"


def test_roles_that_are_not_there_and_roles_that_are_there_twice_are_faults():
    with pytest.raises(Invalid) as caught:
        RolePolicy(roles=(CLERK, CLERK), people={"ann": ("clark",)}, others=("guest",))
    assert [(fault.code, fault.path) for fault in caught.value.faults] == [
        ("ROLE_TWICE", "/roles"),
        ("ROLE_UNKNOWN", "/people/ann"),
        ("ROLE_UNKNOWN", "/others"),
    ]


def test_people_given_later_change_nothing():
    people: dict[str, tuple[str, ...]] = {"ann": ("clerk",)}
    policy = RolePolicy(roles=(CLERK,), people=people)
    people["tom"] = ("clerk",)
    assert code(asked("tom"), policy) == "NOT_ALLOWED"


def test_a_refusal_is_a_rejection_with_the_question():
    error = refused(asked("ann"), Refusal("ABOVE_AMOUNT_LIMIT", (("limit", "200.00 EUR"),)))
    assert isinstance(error, Rejected)
    said = {"action": "order.place", "actor": "ann", "subject": "order:O1", "limit": "200.00 EUR"}
    assert (error.code, error.facts) == ("ABOVE_AMOUNT_LIMIT", said)
