"""The sums of one customer in an aging, with credits and cash where the specification wants them."""

from attrs import field, mutable

from otcore.kpi.aged import Aged
from otcore.kpi.buckets import AgingSpec, Treatment


@mutable
class Parts:
    """The sums of one customer in one row of an aging, in minor units."""

    spec: AgingSpec
    items: set[str] = field(factory=set)
    open: int = 0
    cash: int = 0
    debts: list[int] = field(init=False)
    credits: list[int] = field(init=False)
    oldest_first: int = 0

    def __attrs_post_init__(self) -> None:
        self.debts = [0] * len(self.spec.buckets)
        self.credits = [0] * len(self.spec.buckets)

    def add(self, aged: Aged) -> None:
        """One part more."""
        minor = aged.part.open.minor
        if aged.cash:
            self.cash -= minor
            self._lower(self.spec.cash, aged.bucket, minor)
            return
        self.items.add(aged.part.id)
        self.open += minor
        if minor > 0:
            self.debts[aged.bucket] += minor
        else:
            self._lower(self.spec.credits, aged.bucket, minor)

    def buckets(self) -> list[int]:
        """The sum of each bucket, youngest first."""
        left, sums = max(self.oldest_first, 0), [*self.debts]
        for place in reversed(range(len(sums))):
            taken = min(left, sums[place])
            sums[place] -= taken
            left -= taken
        return [debt + credit for debt, credit in zip(sums, self.credits, strict=True)]

    def _lower(self, treatment: Treatment, bucket: int, minor: int) -> None:
        if treatment is Treatment.OWN_BUCKET:
            self.credits[bucket] += minor
        elif treatment is Treatment.OLDEST_FIRST:
            self.oldest_first -= minor
