"""What may be posted without a person: tolerances, limits and permissions, for a house or a customer."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from attrs import field, fields, frozen

from otcore.payments.allocation import Why
from otcore.values.money import Money


@frozen(kw_only=True)
class MatchingPolicy:
    """The policy that a decision is made under.

    A payment differs from what it pays by at most `tolerance` (one per currency) and at most `tolerance_percent` of it
    to be written off as a rounding difference. `write_off`: at most so much, by reason and currency, is closed without
    a person; a fee, and what is simply given up, only where there is a limit. `grace_days`: a discount is accepted so
    many days after its last. `oldest_first`: money of a known payer that names nothing closes the oldest items (rule
    `OLDEST_FIRST`). `for_children`: a parent pays for its children. `cross_currency`: items in the currency of the
    payment's original amount are paid. `withholding`: the rates that payers may keep. `work`: how many steps a search
    for sums may take. `by_hand`: at most so much, by reason and currency, a person may close without cash; what is not
    there only the access policy bounds. `learns`: the account of a payment that was posted without a person is known
    as its customer's from then on.
    """

    tolerance: tuple[Money, ...] = ()
    tolerance_percent: Decimal = Decimal(0)
    write_off: Mapping[Why, tuple[Money, ...]] = field(factory=dict)
    grace_days: int = 0
    oldest_first: bool = False
    for_children: bool = True
    cross_currency: bool = True
    withholding: tuple[Decimal, ...] = ()
    work: int = 200_000
    by_hand: Mapping[Why, tuple[Money, ...]] = field(factory=dict)
    learns: bool = False

    @cached_property
    def told(self) -> str:
        """Every setting, in one form however the policy was written; found once: every decision is hashed with it."""
        given = ((each.name, getattr(self, each.name)) for each in fields(type(self)))
        return repr([(name, sorted(value.items()) if isinstance(value, Mapping) else value) for name, value in given])


@frozen
class Policies:
    """The policy of the house, and those of customers that have their own, by id."""

    usual: MatchingPolicy = MatchingPolicy()
    of_customers: Mapping[str, MatchingPolicy] = field(factory=dict)

    def of(self, customer: str) -> MatchingPolicy:
        """The policy for a customer's payments; for those of nobody known, the house's."""
        return self.of_customers.get(customer, self.usual)
