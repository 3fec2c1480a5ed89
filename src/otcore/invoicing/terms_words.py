"""Payment terms in words: one order of phrases, filled by the wording of a language."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import chain

from attrs import frozen

from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms import DiscountOffer, DueAnchor, DueRule, DueStep, Instalment, InstalmentTerms, PaymentTerms

_MONTH_END = 31


@frozen
class Wording:
    """How a language says terms: its `phrases` by name, and how it writes durations (30 and "day", "week", "month" or
    "working day"), days, weekdays (0: Monday), money and percentages.
    """

    phrases: Mapping[str, str]
    duration: Callable[[int, str], str]
    day: Callable[[date], str]
    weekday: Callable[[int], str]
    money: Callable[[Money], str]
    percent: Callable[[Percentage], str]

    def say(self, phrase: str, **facts: str) -> str:
        """The phrase with its facts."""
        return self.phrases[phrase].format(**facts)


def terms_words(terms: PaymentTerms, wording: Wording) -> str:
    """What was agreed, before any invoice: `Net 30 days, end of month; 2 % discount within 10 days`."""
    parts = terms.parts
    if len(parts) == 1:
        said = [wording.say("net" if _counts(parts[0].due) else "due", rule=rule_words(parts[0].due, wording))]
    else:
        said = [wording.say("part", share=_share(part, wording), rule=rule_words(part.due, wording)) for part in parts]
    if terms.sequential:
        said.append(wording.say("sequential"))
    for each in terms.discounts:
        phrase = "net_discount" if each.on_net else "discount"
        said.append(wording.say(phrase, percent=wording.percent(each.percent), rule=rule_words(each.due, wording)))
    return "; ".join(said)


def instalment_words(instalments: Iterable[Instalment], wording: Wording) -> str:
    """What falls due when: `43.52 EUR due 2026-01-20; 101.53 EUR due 2026-02-20`."""
    return "; ".join(
        wording.say("instalment", amount=wording.money(each.amount), day=wording.day(each.due)) for each in instalments
    )


def offer_words(offers: Iterable[DiscountOffer], wording: Wording) -> str:
    """What is off until when: `2 % discount until 2026-01-20: 24.00 EUR`."""
    return "; ".join(
        wording.say(
            "offer",
            percent=wording.percent(each.percent),
            day=wording.day(each.until),
            amount=wording.money(each.amount),
        )
        for each in offers
    )


def rule_words(rule: DueRule, wording: Wording) -> str:
    """When: `30 days, end of month, after delivery`."""
    if not _counts(rule):
        return wording.say(f"at_{rule.anchor.value}")
    said = list(chain.from_iterable(_step(step, wording) for step in rule.steps))
    if rule.anchor is not DueAnchor.INVOICE:
        said.append(wording.say(f"after_{rule.anchor.value}"))
    if rule.cutoff:
        said.append(wording.say("cutoff", day=str(rule.cutoff)))
    if rule.payment_days:
        said.append(wording.say("payment_days", days=", ".join(map(str, rule.payment_days))))
    return ", ".join(said)


def _counts(rule: DueRule) -> bool:
    """Whether anything is counted from the anchor."""
    return bool(rule.steps or rule.cutoff or rule.payment_days)


def _step(step: DueStep, wording: Wording) -> list[str]:
    said = [wording.duration(step.months, "month")] if step.months else []
    if step.day:
        said.append(wording.say("month_end") if step.day == _MONTH_END else wording.say("on_day", day=str(step.day)))
    said += [wording.duration(step.weeks, "week")] if step.weeks else []
    said += [wording.duration(step.days, "day")] if step.days or step == DueStep() else []
    said += [wording.duration(step.working_days, "working day")] if step.working_days else []
    if step.weekday is not None:
        said.append(wording.say("weekday", day=wording.weekday(step.weekday)))
    return said


def _share(part: InstalmentTerms, wording: Wording) -> str:
    if part.amount is not None:
        return wording.money(part.amount)
    if part.percent is None:
        return wording.say("rest")
    percent = wording.percent(part.percent)
    return wording.say("of_rest", percent=percent) if part.of_balance else percent
