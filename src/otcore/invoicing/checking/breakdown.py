"""The VAT breakdown follows from the lines, and the VAT from it (EN 16931 BG-23)."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from otcore.invoicing.category_rules import CATEGORY_RULES
from otcore.invoicing.checking.arithmetic import less, percent_of, total
from otcore.invoicing.checking.comparing import Slack, Subject
from otcore.invoicing.checking.difference import Difference
from otcore.invoicing.checking.stated import StatedCategory, StatedInvoice, StatedSubtotal

Key = tuple[str, Decimal | None]

RATED = {code: CATEGORY_RULES[code] for code in ("S", "L", "M")}
"""The categories that tax is due in, a subtotal for each rate; with the name that their rules have."""

UNRATED = {code: CATEGORY_RULES[code] for code in ("Z", "E", "AE", "K", "G", "O")}
"""The categories in which the tax is zero, a subtotal for each."""

RULE_NAMES = RATED | UNRATED

NOT_SUBJECT = "O"
"""Not subject to VAT: the category that has no rate."""

_NOTHING = Decimal(0)
_ONE = Slack(Decimal(1))
_ONE_IN_SIZE = Slack(Decimal(1), sizes=True)
_UP_TO_ONE = Slack(Decimal(1), inclusive=True, sizes=True)
_HALF = Slack(Decimal("0.5"))


def tax_total(subject: Subject) -> Iterator[Difference]:
    """BR-CO-14: the sum of the subtotals. CII may leave it out when that is zero."""
    for stated in subject.stated.tax_totals:
        if not stated.subtotals:
            continue
        exact = total(subtotal.tax.value for subtotal in stated.subtotals if subtotal.tax.value is not None)
        if exact or not stated.amount.missing or subject.stated.syntax == "UBL":
            yield from subject.compare("BR-CO-14", stated.amount, exact, rounds=subject.lenient)


def tax_of_category(subject: Subject) -> Iterator[Difference]:
    """BR-CO-17: taxable amount x rate / 100; without a rate of VAT there is no tax."""
    for subtotal in subject.stated.subtotals:
        yield from subject.compare("BR-CO-17", subtotal.tax, _tax(subtotal), _tax_slack(subject, subtotal), rounds=True)


def taxable_amount(letter: str) -> Callable[[Subject], Iterator[Difference]]:
    """BR-S-08 and its like: lines - document allowances + document charges of the category (and of the rate)."""

    def rule(subject: Subject) -> Iterator[Difference]:
        slack = _taxable_slack(subject, letter)
        rounds = subject.lenient and subject.stated.syntax != "UBL"
        for subtotal, category in _subtotals(subject, letter):
            if letter in UNRATED or category.rate.value is not None:
                exact = _due_on(subject, category)
                yield from subject.compare(f"BR-{RULE_NAMES[letter]}-08", subtotal.taxable, exact, slack, rounds=rounds)

    return rule


def tax_amount(letter: str) -> Callable[[Subject], Iterator[Difference]]:
    """BR-S-09 and its like: taxable amount x rate / 100; zero in the categories that are without tax."""

    def rule(subject: Subject) -> Iterator[Difference]:
        for subtotal, _ in _subtotals(subject, letter):
            exact, slack = (_tax(subtotal), _sized(subtotal, _ONE_IN_SIZE)) if letter in RATED else (_NOTHING, None)
            yield from subject.compare(f"BR-{RULE_NAMES[letter]}-09", subtotal.tax, exact, slack, rounds=True)

    return rule


def in_breakdown(letter: str) -> Callable[[Subject], Iterator[Difference]]:
    """BR-S-01 and its like: what lines, allowances and charges are in has a subtotal."""

    def rule(subject: Subject) -> Iterator[Difference]:
        there = {_key(category) for _, category in _subtotals(subject, letter)}
        for key, amount in sorted(_of_letter(subject, letter).items(), key=str):
            if key not in there and amount:
                yield Difference(f"BR-{RULE_NAMES[letter]}-01", subject.stated.breakdown, None, amount)

    return rule


def sums(stated: StatedInvoice) -> tuple[Mapping[Key, Decimal], Mapping[str, Decimal]]:
    """What the lines, less the allowances, with the charges of the document come to: by code and rate, and by code."""
    by_rate: defaultdict[Key, Decimal] = defaultdict(lambda: _NOTHING)
    for category, amount in _amounts(stated):
        key = (category.code, category.rate.value)
        by_rate[key] = total((by_rate[key], amount))
    by_code: defaultdict[str, Decimal] = defaultdict(lambda: _NOTHING)
    for (code, _), amount in by_rate.items():
        by_code[code] = total((by_code[code], amount))
    return by_rate, by_code


def _amounts(stated: StatedInvoice) -> Iterator[tuple[StatedCategory, Decimal]]:
    for line in stated.lines:
        if line.category is not None and line.net.value is not None:
            yield line.category, line.net.value
    for item in stated.adjustments:
        if item.category is not None and item.amount.value is not None and item.charge is not None:
            yield item.category, item.amount.value if item.charge else less(_NOTHING, item.amount.value)


def taxable_of_others(subject: Subject) -> Iterator[Difference]:
    """What BT-116 is by definition, for the categories that have no rule of their own (Italian split payment: B)."""
    for subtotal in subject.stated.own_subtotals:
        category = subtotal.category
        if category is None or not category.code or (category.vat and category.code in RULE_NAMES):
            continue
        exact = subject.taxable.get((category.code, category.rate.value), _NOTHING)
        yield from subject.compare("BT-116", subtotal.taxable, exact, rounds=False)


def _subtotals(subject: Subject, letter: str) -> Iterator[tuple[StatedSubtotal, StatedCategory]]:
    for subtotal in subject.stated.own_subtotals:
        category = subtotal.category
        if category is not None and category.vat and category.code == letter:
            yield subtotal, category


def _key(category: StatedCategory) -> Key:
    return category.code, category.rate.value if category.code in RATED else None


def _of_letter(subject: Subject, letter: str) -> Mapping[Key, Decimal]:
    if letter in UNRATED:
        return {(letter, None): subject.categories.get(letter, _NOTHING)}
    return {key: amount for key, amount in subject.taxable.items() if key[0] == letter}


def _due_on(subject: Subject, category: StatedCategory) -> Decimal:
    if category.code in UNRATED:
        return subject.categories.get(category.code, _NOTHING)
    return subject.taxable.get(_key(category), _NOTHING)


def _tax(subtotal: StatedSubtotal) -> Decimal | None:
    category = subtotal.category
    if category is None or not category.vat or category.rate.missing or category.rate.value == _NOTHING:
        return _NOTHING
    if category.rate.value is None or subtotal.taxable.value is None:
        return None
    return percent_of(subtotal.taxable.value, category.rate.value)


def _taxable_slack(subject: Subject, letter: str) -> Slack | None:
    """The schematron of UBL lets the rated categories be off, that of CII the others but the one not subject to VAT."""
    if subject.stated.syntax == "UBL":
        return _ONE if letter in RATED else None
    return _ONE if letter in UNRATED and letter != NOT_SUBJECT else None


def _tax_slack(subject: Subject, subtotal: StatedSubtotal) -> Slack | None:
    if not _tax(subtotal):
        return _HALF
    return _sized(subtotal, _ONE_IN_SIZE if subject.stated.syntax == "UBL" else _UP_TO_ONE)


def _sized(subtotal: StatedSubtotal, slack: Slack) -> Slack | None:
    """The slack; none for a rate below zero, since the rules overlook the sign of the amounts, not that of the rate."""
    rate = subtotal.category.rate.value if subtotal.category else None
    return None if rate is not None and rate < 0 else slack
