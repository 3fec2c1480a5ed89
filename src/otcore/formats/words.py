"""English words for the codes of the figures."""

from otcore.kpi.buckets import AgingSpec, Anchor, Bucket, Treatment

REASONS = {
    "NO_SALES": "no sales in the period",
    "NEGATIVE_SALES": "credits outweigh the sales of the period",
    "NOTHING_OPEN": "nothing is open",
    "CREDIT_BALANCE": "the balance is in the customers' favour",
    "NOTHING_LATE": "nothing was paid late",
    "NOTHING_PAID": "nothing was paid",
    "NOTHING_TO_COLLECT": "nothing was to be collected",
    "HISTORY_UNKNOWN": "the ledger does not say what was before",
}
"""Why a figure has no value."""

UNKNOWN_PAYER = "Not identified"
"""The row of cash whose payer is unknown."""

_AGED_FROM = {Anchor.DUE: "days past the due date", Anchor.INVOICE: "days since the invoice date"}


def reason(code: str) -> str:
    """Why a figure has no value; a code that has no words here is said as it is, in lower case."""
    return REASONS.get(code) or code.replace("_", " ").lower()


def bucket_names(spec: AgingSpec) -> tuple[str, ...]:
    """The buckets' names, youngest first: Not due, 1-30 days (with a dash between) and so on, Over 90 days."""
    return tuple(_name(bucket, spec.anchor) for bucket in spec.buckets)


def netted(spec: AgingSpec) -> bool:
    """Whether the buckets are not simply what is open: credits or cash stand elsewhere than by default."""
    return (spec.cash, spec.credits) != (Treatment.SEPARATE, Treatment.OWN_BUCKET)


def aged_from(spec: AgingSpec) -> str:
    """What the days are counted from."""
    return _AGED_FROM[spec.anchor]


def counted(count: int, one: str, many: str) -> str:
    """`1 item`, `2 items`."""
    return f"{count} {one if count == 1 else many}"


def _name(bucket: Bucket, anchor: Anchor) -> str:
    if bucket.low is None:
        return "Not due" if anchor is Anchor.DUE and bucket.high == 0 else f"Up to {bucket.high} days"
    if bucket.high is None:
        return f"Over {bucket.low - 1} days"
    if bucket.low == bucket.high:
        return f"Day {bucket.low}"
    return f"{bucket.low}\u2013{bucket.high} days" if bucket.low >= 0 else f"{bucket.low} to {bucket.high} days"
