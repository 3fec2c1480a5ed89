"""What became of a receipt, in a few words."""

from otcore.kpi.cash import CashLine

_RULES = {"STRUCTURED_REFERENCE": "by reference", "NUMBERS_EXACT_SUM": "by invoice numbers"}
_REASONS = {
    "SHORT_PAYMENT": "paid short",
    "OVERPAYMENT": "paid too much",
    "NO_REFERENCE": "names no invoice",
    "UNKNOWN_REFERENCE": "its reference is unknown",
    "AMBIGUOUS": "its reference fits several invoices",
    "ALREADY_PAID": "what it names is paid",
    "PAYER_MISMATCH": "names another customer's invoice",
    "CURRENCY_DIFFERS": "in another currency than the invoice",
    "SUM_DIFFERS": "differs from the sum of what it names",
}


def outcome(line: CashLine) -> str:
    """The invoices it paid and by which rule, or why it paid none; codes that have no words here stay codes."""
    reason = _REASONS.get(line.reason, line.reason)
    if not line.allocations:
        return reason
    paid = ", ".join(part.item for part in line.allocations)
    rule = _RULES.get(line.rule, line.rule)
    return f"{paid} {rule}" + (f", {reason}" if reason else "")
