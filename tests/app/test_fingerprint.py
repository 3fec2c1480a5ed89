"""A command's fingerprint says whether the same thing is asked for again."""

from decimal import Decimal

from attrs import evolve, field, make_class
from hypothesis import given
from hypothesis import strategies as st

import otcore as ot
from otcore.app.fingerprint import fingerprint, said
from otcore.app.routes import COMMANDS
from otcore.ports.outbox import Notice
from otcore.values.command import Command
from tests.schemas.strategies import instances

commands = st.sampled_from(sorted(COMMANDS, key=lambda of: of.__name__)).flatmap(instances)


@given(commands, commands)
def test_two_commands_share_a_fingerprint_only_when_they_are_equal(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_a_field_that_a_later_release_adds_changes_nothing_while_it_has_its_default():
    now = make_class("Act", {"name": field()}, bases=(Command,), frozen=True)
    later = make_class("Act", {"name": field(), "since": field(default="new")}, bases=(Command,), frozen=True)
    assert fingerprint(now("x")) == fingerprint(later("x"))
    assert fingerprint(now("x")) != fingerprint(later("x", "other"))


def test_numbers_count_by_value_not_by_how_they_were_written():
    line = ot.DespatchLine("1", ot.Quantity("10.0", "C62"))
    assert said(line) == said(evolve(line, quantity=ot.Quantity("10", "C62")))
    assert said(Decimal("0.5")) != said(Decimal("5"))


def test_the_order_of_a_mapping_does_not_count():
    assert said(Notice("t", "s", {"a": "1", "b": "2"})) == said(Notice("t", "s", {"b": "2", "a": "1"}))
