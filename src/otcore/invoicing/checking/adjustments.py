"""The amount of an allowance or a charge follows from its percentage and base (Peppol R040 to R042)."""

from collections.abc import Iterator

from otcore.invoicing.checking.arithmetic import percent_of
from otcore.invoicing.checking.comparing import Subject
from otcore.invoicing.checking.difference import Difference
from otcore.invoicing.checking.lines import line_slack
from otcore.invoicing.checking.stated import StatedAdjustment


def amount(subject: Subject) -> Iterator[Difference]:
    """PEPPOL-EN16931-R040: base x percentage / 100, where both are given."""
    slack = line_slack(subject)
    for item in _all(subject):
        if item.base.value is not None and item.percent.value is not None:
            exact = percent_of(item.base.value, item.percent.value)
            yield from subject.compare("PEPPOL-EN16931-R040", item.amount, exact, slack, rounds=True)


def base_of_percentage(subject: Subject) -> Iterator[Difference]:
    """PEPPOL-EN16931-R041: a percentage has a base."""
    for item in _all(subject):
        if item.base.missing and not item.percent.missing:
            yield Difference("PEPPOL-EN16931-R041", item.base.path, None, None, item.percent.line)


def percentage_of_base(subject: Subject) -> Iterator[Difference]:
    """PEPPOL-EN16931-R042: a base has a percentage."""
    for item in _all(subject):
        if item.percent.missing and not item.base.missing:
            yield Difference("PEPPOL-EN16931-R042", item.percent.path, None, None, item.base.line)


def _all(subject: Subject) -> Iterator[StatedAdjustment]:
    yield from subject.stated.adjustments
    for line in subject.stated.all_lines:
        yield from line.adjustments
