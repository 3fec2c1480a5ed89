"""The aging as inline SVG: a bar a bucket, and a strip of a customer's mix. Widths are percentages, to fit any page."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from otcore.formats.markup import Markup, tag
from otcore.formats.numbers import money, percent
from otcore.formats.words import bucket_names
from otcore.kpi.aging import Aging
from otcore.values.decimals import EXACT
from otcore.values.money import Money
from otcore.values.rounding import round_ratio

_ROW, _BAR, _BASE = 60, 20, 26
_SHADES = 5
_WHOLE = 10_000  # widths are counted in ten-thousandths of the page's
_LEAST = 30  # whatever is not zero is seen


def aging_chart(aging: Aging, locale: str) -> Markup:
    """The total's buckets, each with its name, amount and bar; bars left of the zero line are credits."""
    names, sums = bucket_names(aging.spec), aging.total.buckets
    values = [money(value, locale) for value in sums]
    said = "; ".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    ids = (f"chart-{aging.currency}", f"chart-{aging.currency}-says")
    texts = zip(names, _shares(sums, locale), values, strict=True)
    return tag(
        "svg",
        tag("title", f"Open balance by age, {aging.currency}", id=ids[0]),
        tag("desc", said, id=ids[1]),
        *(_row(place, _labels(*text), _bar(place, sums)) for place, text in enumerate(texts)),
        class_="chart",
        role="img",
        aria_labelledby=" ".join(ids),
        width="100%",
        height=_ROW * len(sums),
    )


def mix(buckets: Sequence[Money]) -> Markup:
    """A strip of the buckets' shares; empty where there are none: nothing is open, or a bucket is a credit."""
    if not _have_shares(buckets):
        return Markup("")
    return tag("svg", *_parts(buckets), class_="mix", width="100%", height=6, aria_hidden="true")


def shade(place: int, count: int) -> str:
    """The class of a bucket's colour: the palette's five, spread over however many buckets there are."""
    return f"age{round_ratio(place * (_SHADES - 1), count - 1)}"


def _row(place: int, labels: tuple[Markup, ...], bar: tuple[Markup, ...]) -> Markup:
    return tag("svg", *labels, *bar, y=_ROW * place, width="100%", height=_ROW)


def _labels(name: str, share: str, value: str) -> tuple[Markup, ...]:
    beside = tag("tspan", share, dx=8, class_="share")
    return (
        tag("text", name, beside, x=0, y=16),
        tag("text", value, x="100%", y=16, text_anchor="end", class_="value"),
    )


def _bar(place: int, sums: Sequence[Money]) -> tuple[Markup, ...]:
    """The bar of one bucket, and the zero line where credits make one needed."""
    sizes = [value.minor for value in sums]
    low, high = min(0, *sizes), max(0, *sizes)
    span = high - low or 1
    zero, width = round_ratio(-low * _WHOLE, span), round_ratio(abs(sizes[place]) * _WHOLE, span)
    seen = max(width, _LEAST) if sizes[place] else 0
    left = zero if sizes[place] >= 0 else max(zero - seen, 0)
    colour = shade(place, len(sums))
    bar = tag("rect", class_=colour, x=_wide(left), y=_BASE, width=_wide(seen), height=_BAR, rx=3)
    line = tag("line", class_="zero", x1=_wide(zero), x2=_wide(zero), y1=_BASE - 4, y2=_BASE + _BAR + 4)
    return (bar, line) if low else (bar,)


def _shares(sums: Sequence[Money], locale: str) -> tuple[str, ...]:
    """The buckets' percentages with one decimal, or nothing where there are none."""
    if not _have_shares(sums):
        return ("",) * len(sums)
    whole = sum(value.minor for value in sums)
    tenths = (round_ratio(value.minor * 1000, whole) for value in sums)
    return tuple(percent(EXACT.scaleb(Decimal(part), -1), locale) for part in tenths)


def _have_shares(buckets: Sequence[Money]) -> bool:
    return any(buckets) and min(bucket.minor for bucket in buckets) >= 0


def _parts(buckets: Sequence[Money]) -> Iterator[Markup]:
    whole, before = sum(bucket.minor for bucket in buckets), 0
    for place, bucket in enumerate(buckets):
        start, end = (round_ratio(part * _WHOLE, whole) for part in (before, before + bucket.minor))
        before += bucket.minor
        if end > start:
            colour = shade(place, len(buckets))
            yield tag("rect", class_=colour, x=_wide(start), width=_wide(end - start), y=0, height=6)


def _wide(parts: int) -> str:
    """Ten-thousandths as a percentage: 2550 is `25.50%`."""
    return f"{parts // 100}.{parts % 100:02d}%"
