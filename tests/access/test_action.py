"""Actions have dotted names; a grant of one covers those below it."""

import pytest

from otcore.access.action import action_of, covers


@pytest.mark.parametrize(
    ("granted", "action", "expected"),
    [
        ("order.place", "order.place", True),
        ("order", "order.place", True),
        ("order.release_hold", "order.release_hold.credit", True),
        ("*", "order.place", True),
        ("order.place", "order", False),
        ("order.release_hold.price", "order.release_hold.credit", False),
        ("ord", "order.place", False),
        ("order.place", "order.placed", False),
        ("", "order.place", False),
    ],
)
def test_a_grant_covers_its_action_and_those_below(granted: str, action: str, expected: bool):
    assert covers(granted, action) is expected


@pytest.mark.parametrize(
    ("command", "action"),
    [("PlaceOrder", "order.place"), ("PublishPriceList", "price_list.publish"), ("Recount", "recount")],
)
def test_an_action_follows_from_the_commands_name(command: str, action: str):
    assert action_of(command) == action
