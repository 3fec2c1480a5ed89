import pytest

from otcore.formats.words import REASONS, bucket_names, counted
from otcore.kpi.buckets import DUE_DATE_AGING, INVOICE_DATE_AGING, AgingSpec, Anchor


@pytest.mark.parametrize(
    ("spec", "names"),
    [
        (DUE_DATE_AGING, ["Not due", "1–30 days", "31–60 days", "61–90 days", "Over 90 days"]),  # noqa: RUF001  # a range
        (INVOICE_DATE_AGING, ["Up to 30 days", "31–60 days", "61–90 days", "Over 90 days"]),  # noqa: RUF001  # a range
        (AgingSpec(edges=(0, 1)), ["Not due", "Day 1", "Over 1 days"]),
        (AgingSpec(edges=(-30, 0)), ["Up to -30 days", "-29 to 0 days", "Over 0 days"]),
        (AgingSpec(Anchor.INVOICE, (0,)), ["Up to 0 days", "Over 0 days"]),
    ],
)
def test_every_bucket_has_a_name(spec, names):
    assert list(bucket_names(spec)) == names


def test_one_is_singular():
    assert (counted(1, "item", "items"), counted(0, "item", "items")) == ("1 item", "0 items")


@pytest.mark.parametrize("reason", ["NO_SALES", "NEGATIVE_SALES", "NOTHING_OPEN", "CREDIT_BALANCE"])
def test_every_reason_has_words(reason):
    assert REASONS[reason]
