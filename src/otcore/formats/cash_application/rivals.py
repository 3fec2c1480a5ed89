"""One explanation of a payment on the review page: whose it is, what it pays, and what speaks for it."""

from otcore.formats.cash_application.matched import Matching
from otcore.formats.cash_application.words import FINDINGS, RULES, said, why
from otcore.formats.dates import day
from otcore.formats.markup import Markup, join, tag
from otcore.formats.numbers import amount, money
from otcore.payments.allocation import Allocation
from otcore.reconciliation.decision import Finding, Proposal
from otcore.values.money import Money

_HEADS = ("Document", "Due", "Open", "Pays", "Closes")
_WHY = "Why"  # cash and what it closes differ
_BAR = 100
_BIT = 100  # weights are hundredths of a bit


def rival_block(rank: int, rival: Proposal, most: int, matching: Matching, locale: str) -> Markup:
    """The explanation; `most` is the weight of the best, which fills the bar."""
    rule = tag("small", f" \u00b7 {said(RULES, rival.rule)}")
    title = tag("h3", f"{rank}. ", _customer(rival.customer, matching), rule)
    return tag(
        "section",
        tag("div", title, _weight(rival.weight, most), class_="rank"),
        tag("div", _table(rival, matching, locale), class_="scroll", tabindex=0, role="region", aria_label="Pays"),
        _evidence(rival, matching),
        class_="rival",
    )


def _customer(customer: str, matching: Matching) -> Markup:
    if not customer:
        return tag("em", "Nobody known")
    name = matching.name(customer)
    return tag("bdi", name) if name == customer else join(tag("bdi", name), " ", tag("bdi", customer, class_="id"))


def _weight(weight: int, most: int) -> Markup:
    share = max(0, min(_BAR, _BAR * weight // most))
    return tag(
        "div",
        tag("span", tag("i", style=f"width:{share}%"), class_="bar"),
        tag("span", _bits(weight), class_="bits"),
        class_="weight",
        title="what speaks for it, in bits",
    )


def _table(rival: Proposal, matching: Matching, locale: str) -> Markup:
    differs = any(part.adjustments or part.reason for part in rival.allocations)
    rows = [_row(part, matching, locale, differs) for part in rival.allocations]
    if rival.on_account:
        rows.append(_on_account(rival.on_account, locale, differs))
    heads = (*_HEADS, _WHY) if differs else _HEADS
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads))),
        tag("tbody", *rows),
    )


def _row(part: Allocation, matching: Matching, locale: str, differs: bool) -> Markup:
    item = matching.items.get(part.item)
    known = (day(item.due, locale), money(item.open, locale)) if item else ("", "")
    notes = [f"{why(each.why)} {amount(each.amount, locale)}" for each in part.adjustments]
    notes += [f"{why(part.reason)}, the rest stays open"] if part.reason else []
    return tag(
        "tr",
        tag("th", tag("bdi", matching.number(part.item)), scope="row"),
        *(tag("td", each) for each in (*known, money(part.amount, locale), money(part.closes, locale))),
        *([tag("td", "; ".join(notes), class_="why")] if differs else []),
    )


def _on_account(left: Money, locale: str, differs: bool) -> Markup:
    cells = ("", "", money(left, locale), *("" for _ in range(1 + differs)))
    return tag("tr", tag("th", "on account", scope="row", class_="note"), *(tag("td", each) for each in cells))


def _evidence(rival: Proposal, matching: Matching) -> Markup:
    return tag("ul", *(_finding(each, matching) for each in rival.findings), class_="evidence")


def _finding(finding: Finding, matching: Matching) -> Markup:
    words = f" \u201c{finding.said}\u201d" if finding.said else ""
    about = tag("bdi", f" {matching.called(finding.about)}", class_="note") if finding.about else ""
    kind = "against" if finding.weight < 0 else "for"
    weight = join(tag("b", _bits(finding.weight)), " ") if finding.weight else ""
    return tag("li", weight, f"{said(FINDINGS, finding.kind)}{words}", about, class_=kind)


def _bits(weight: int) -> str:
    """Hundredths of a bit with one decimal and a sign, by integers alone."""
    tenths = (abs(weight) * 10 + _BIT // 2) // _BIT
    sign = "\u2212" if weight < 0 else "+"
    return f"{sign}{tenths // 10}.{tenths % 10}"
