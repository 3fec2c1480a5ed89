"""A citation: an item that the payment names, and where."""

from attrs import frozen

from otcore.reconciliation.index.entry import Entry
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class Cite:
    """An item named at text[start:end]; `weight` in hundredths of a bit; `kind` is the code of the finding."""

    kind: str
    entry: Entry
    weight: int
    said: str
    start: int = -1
    end: int = -1
