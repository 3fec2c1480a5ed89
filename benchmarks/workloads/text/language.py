"""The words of a payer."""

from attrs import frozen

from benchmarks.workloads.currencies import written


@frozen(kw_only=True)
class Language:
    """Words by what they are for; `{}` is where the thing itself goes."""

    invoice: tuple[str, ...]  # in front of a number
    paying: tuple[str, ...]  # a text that names nothing
    clearing: tuple[str, ...]  # everything that is due
    order: tuple[str, ...]
    dated: str
    ranges: tuple[str, ...]
    both: str
    instalment: tuple[str, ...]
    rest: tuple[str, ...]  # the last instalment
    deducted: tuple[str, ...]
    discounted: tuple[str, ...]
    withheld: tuple[str, ...]
    ahead: tuple[str, ...]  # paid before there is an invoice
    returned: tuple[str, ...]
    thanks: tuple[str, ...]
    point: str = ","
    group: str = "."

    def amount(self, minor: int, currency: str) -> str:
        """An amount as it is written in the language."""
        return written(minor, currency, self.point, self.group)
