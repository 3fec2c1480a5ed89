"""What is found on a shelf when it is counted, and how much of it may be promised."""

from otcore.stock.commands import CountStock, SetStockPolicy
from otcore.stock.events import ZERO, StockCounted, StockPolicySet
from otcore.stock.item import StockItem
from otcore.stock.receiving import in_unit
from otcore.values.faults import Rejected


def count(command: CountStock, unit: str, item: StockItem | None = None) -> tuple[StockCounted, ...]:
    """The facts that follow from a count, or `Rejected`; none when the books said the same.

    What was counted is the truth, so it may be less than is promised: `StockItem.short` says by how much.
    """
    in_unit(command.product, command.quantity, unit)
    counted = command.quantity.value
    lowest = -item.may_go_below if item else ZERO
    if counted < lowest:
        raise Rejected("BELOW_THRESHOLD", product=command.product, counted=str(counted), lowest=str(lowest))
    if item is not None and counted == item.on_hand:
        return ()
    difference = counted - (item.on_hand if item else ZERO)
    return (StockCounted(command.product, command.location, difference, command.reason),)


def set_policy(command: SetStockPolicy, item: StockItem | None = None) -> tuple[StockPolicySet, ...]:
    """The facts that follow from a policy, or `Rejected`; none when it is the policy that counts already."""
    stated = (command.safety, command.may_go_below)
    if min(stated) < 0:
        raise Rejected("THRESHOLD_NEGATIVE", product=command.product, threshold=str(min(stated)))
    if all(stated):
        safety, below = map(str, stated)
        raise Rejected("THRESHOLDS_OPPOSED", product=command.product, safety=safety, may_go_below=below)
    if item is not None and (item.safety, item.may_go_below) == stated:
        return ()
    return (StockPolicySet(command.product, command.location, *stated),)
