"""When a proposal says yes to the other side's."""

from datetime import date, timedelta

import pytest

from otcore.orders.amendments.meeting import meets
from otcore.orders.details import OrderDetails
from otcore.values.period import Period
from tests.orders.amendments import PRODUCTS, agreed, asked, change, offered, with_it
from tests.orders.examples import DAY, line, placed

SOON = date(2026, 3, 9)
DAYS = Period(SOON - timedelta(days=2), SOON + timedelta(days=2))


def order(*lines):
    return agreed(placed(*(lines or (line(), line("2", 4, "P2"))), products=PRODUCTS, rules=()))


def met(of, *changes, **more):
    return meets(of, with_it(of), asked(*changes, **more))


def test_the_offer_stated_is_the_yes_and_lines_as_they_are_may_stand_beside_it():
    of = offered(order(), change("1", 5, "9.00"))
    assert met(of, change("1", 5, "9.00"), change("2", 4, "2.50")) == of.proposal


@pytest.mark.parametrize(
    "said",
    [
        (),
        (change("2", 4),),
        (change("1", 5),),
        (change("1", price="9.00"),),
        (change("1", 6, "9.00"),),
        (change("1", 5, "9.00"), change("2", 3)),
        (change("1", 5, "9.00"), change("7", 3)),
    ],
    ids=["nothing", "another line", "no price", "no quantity", "more", "and less of another", "and an unknown line"],
)
def test_what_says_less_or_more_is_no_yes(said):
    assert met(offered(order(), change("1", 5, "9.00")), *said) is None


def test_a_substitute_has_to_be_named():
    of = offered(order(), change("1", product="P3"))
    assert met(of, change("1", 10)) is None
    assert met(of, change("1", 10, product="P3")) == of.proposal


def test_the_number_of_an_item_that_had_none_is_the_sellers_to_give():
    of = offered(order(line(product=""), line("2", 4, "P2")), change("1", 5, product="P1"))
    assert met(of, change("1", 5)) == of.proposal


def test_days_around_the_promised_one_are_met_and_kept():
    of = offered(order(), change("1", promised=SOON))
    said = met(of, change("1", requested=DAYS))
    assert said is not None
    assert said.changes == (change("1", promised=SOON, requested=DAYS),)


def test_days_of_a_line_that_stood_promised_are_kept_too():
    of = offered(order(), change("1", 5), change("2", promised=SOON))
    said = met(of, change("1", 5), change("2", requested=DAYS))
    assert said is not None
    assert said.changes[1] == change("2", promised=SOON, requested=DAYS)


def test_other_days_are_a_proposal_of_their_own():
    of = offered(order(), change("1", promised=SOON))
    assert met(of, change("1", requested=Period(DAY, DAY))) is None
    assert met(offered(order(), change("1", 5)), change("1", 5, requested=DAYS)) is None


def test_the_buyers_details_come_with_the_yes():
    of = offered(order(), change("1", 5))
    said = met(of, change("1", 5), details=OrderDetails(note="Ring"))
    assert said is not None
    assert said.details == OrderDetails(note="Ring")


def test_lines_that_are_added_need_an_answer():
    assert met(offered(order(), change("1", 5)), change("1", 5), added=(line("3", 1),)) is None
    assert met(offered(order(), added=(line("3", 1, "P2"),)), change("1", 10)) is None
