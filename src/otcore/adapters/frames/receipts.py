"""What is left of each receipt, in the engine: `kpi.unapplied` as sums."""

from collections.abc import Sequence

import narwhals as nw

from otcore.adapters.frames.table import Frame
from otcore.receivables.ledger import CASH, EntryKind

RECEIVED = EntryKind.RECEIVED.value
_CASH = [kind.value for kind in CASH]
_PAYS = [EntryKind.ALLOCATED.value, EntryKind.EXCHANGED_FROM.value]


def receipts(rows: Frame, by: Sequence[str]) -> Frame:
    """Every receipt with something left: left, customer, day.

    It belongs to its payer, else to the customer whose items it paid, by what was not taken back.
    """
    kind, amount = nw.col("kind"), nw.col("amount_minor")
    received = kind == RECEIVED
    found = rows.filter(kind.is_in(_CASH)).with_columns(
        left=nw.when(received).then(amount).otherwise(0 - amount),
        paid=nw.when(received).then(amount).otherwise(0),
        given=nw.when(kind.is_in(_PAYS)).then(amount).otherwise(0),
        day=nw.when(received).then("day"),
    )
    by_party = found.group_by(*by, "receipt", "party").agg(nw.col("left", "paid", "given").sum(), nw.col("day").min())
    named = nw.col("party") != ""
    standing = by_party.with_columns(
        payer=nw.when(named & (nw.col("paid") != 0)).then("party"),
        payee=nw.when(named & (nw.col("given") != 0)).then("party"),
    )
    sums = standing.group_by(*by, "receipt").agg(nw.col("left").sum(), nw.col("day", "payer", "payee").min())
    customer = nw.coalesce("payer", "payee", nw.lit(""))
    return sums.filter(nw.col("left") != 0).with_columns(customer=customer)
