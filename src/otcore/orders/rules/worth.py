"""What the order comes to."""

from otcore.orders.rules.subject import Placing
from otcore.orders.verdict import REJECTED, Finding


def worth_something(placing: Placing) -> tuple[Finding, ...]:
    """VALUE_NEGATIVE: allowances greater than the goods would lower what the customer owes by ordering."""
    if placing.value.minor >= 0:
        return ()
    return REJECTED.of("VALUE_NEGATIVE", f"the order comes to {placing.value}")


def worth_enough(placing: Placing) -> tuple[Finding, ...]:
    """VALUE_BELOW_MINIMUM: less than the house delivers for, without tax."""
    size, net = placing.policy.size, placing.net
    for least in size.least:
        if least.currency == net.currency and net < least:
            return size.least_then.of("VALUE_BELOW_MINIMUM", f"{net} without tax, {least} at least")
    return ()
