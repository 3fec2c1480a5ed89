"""The rules an order is placed under: small and pure, each with a code; a host may add its own.

What they compare with is the house's `OrderPolicy`.
"""

from otcore.orders.rules.completeness import complete, not_too_long
from otcore.orders.rules.dates import delivered_in_time
from otcore.orders.rules.identity import currency_agreed, ordering_allowed, reference_once, still_valid
from otcore.orders.rules.prices import at_list_price, priced, taxed_as_listed
from otcore.orders.rules.products import allowed, in_unit, listed, still_sold
from otcore.orders.rules.subject import Placing, Rule
from otcore.orders.rules.worth import worth_enough, worth_something
from otcore.orders.verdict import Finding, Verdict

__all__ = ["PLACING", "Finding", "Placing", "Rule", "Verdict"]

PLACING: tuple[Rule, ...] = (
    ordering_allowed,
    currency_agreed,
    reference_once,
    still_valid,
    still_sold,
    worth_something,
    worth_enough,
    not_too_long,
    complete,
    listed,
    allowed,
    in_unit,
    priced,
    at_list_price,
    taxed_as_listed,
    delivered_in_time,
)
"""The rules in the order their findings are reported."""
