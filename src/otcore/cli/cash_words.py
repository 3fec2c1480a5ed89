"""What became of a receipt, in a few words."""

from otcore.formats.cash_application.words import REASONS, RULES
from otcore.kpi.cash import CashLine


def outcome(line: CashLine) -> str:
    """The invoices it paid and by which rule, or why it paid none; codes that have no words stay codes."""
    reason = REASONS.get(line.reason, line.reason)
    if not line.allocations:
        return reason
    paid = ", ".join(part.item for part in line.allocations)
    rule = RULES.get(line.rule, line.rule)
    return f"{paid} {rule}" + (f", {reason}" if reason else "")
