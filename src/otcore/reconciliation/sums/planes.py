"""Two planes of bits: which sums are reached at all, and which of them in more than one way."""

from attrs import frozen

from otcore.reconciliation.sums.groups import Group
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class Planes:
    """Bit s of `once`: some choice adds up to s. Bit s of `twice`: two choices or more do."""

    once: int
    twice: int

    def __contains__(self, amount: int) -> bool:
        return amount >= 0 and bool(self.once >> amount & 1)

    def ways(self, amount: int) -> int:
        """In how many ways an amount is reached; two: or more."""
        return 0 if amount < 0 else (self.once >> amount & 1) + (self.twice >> amount & 1)

    def joined(self, other: "Planes") -> "Planes":
        """The choices of both; they must be different ones."""
        both = self.once & other.once
        return Planes(self.once | other.once, self.twice | other.twice | both)

    def moved(self, amount: int, mask: int) -> "Planes":
        """Every choice with an item more, as far as the mask has bits."""
        once = self.once << amount
        if once.bit_length() <= mask.bit_length():
            return Planes(once, self.twice << amount)
        return Planes(once & mask, self.twice << amount & mask)


NOTHING_TAKEN = Planes(1, 0)


def with_group(planes: Planes, group: Group, mask: int) -> Planes:
    """The planes with none, one, ... up to `group.most` items more of a size, each number of them one choice."""
    return _repeated(planes, group.size, group.most + 1, mask)


def joins(most: int) -> int:
    """How often planes are joined for a group of so many: doubling, as in a power."""
    terms = most + 1
    return terms.bit_length() + terms.bit_count() - 2


def _repeated(planes: Planes, size: int, terms: int, mask: int) -> Planes:
    """The choices with 0, 1, ... terms - 1 times the size: an even number of terms is half as many, twice."""
    if terms == 1:
        return planes
    if terms % 2:
        return _repeated(planes, size, terms - 1, mask).joined(planes.moved(size * (terms - 1), mask))
    half = _repeated(planes, size, terms // 2, mask)
    return half.joined(half.moved(size * (terms // 2), mask))
