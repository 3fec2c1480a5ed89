"""One payment of the review page: who paid how much, what came with it, why it was not posted, and its rivals."""

from otcore.formats.cash_application.marks import marked_field, marked_lines
from otcore.formats.cash_application.matched import Matched, Matching
from otcore.formats.cash_application.paid_before import paid_before
from otcore.formats.cash_application.rivals import rival_block
from otcore.formats.cash_application.words import OUTCOMES, REASONS, said
from otcore.formats.dates import day
from otcore.formats.markup import Markup, join, tag
from otcore.formats.numbers import money
from otcore.formats.words import UNKNOWN_PAYER, counted
from otcore.reconciliation.decision import Decision, Proposal
from otcore.reconciliation.payment import Payment

SHOWN = 3
"""Rivals that are open to see; more are folded away."""


def payment_card(matched: Matched, matching: Matching, locale: str) -> Markup:
    """The payment."""
    payment, decision = matched.payment, matched.decision
    return tag(
        "article",
        _head(payment, decision, locale),
        tag("ul", *(tag("li", said(REASONS, code), title=code) for code in decision.reasons), class_="reasons"),
        *_paid_before(matched, matching, locale),
        _words(payment, decision, matching, locale),
        _rivals(decision, matching, payment, locale),
        class_="payment",
        aria_label=f"Payment {payment.id}",
    )


def _head(payment: Payment, decision: Decision, locale: str) -> Markup:
    about = (day(payment.day, locale), payment.payer_account, payment.id)
    return tag(
        "div",
        tag("p", money(payment.amount, locale), class_="figure"),
        tag(
            "div",
            tag("h2", tag("bdi", payment.payer_name or UNKNOWN_PAYER)),
            tag("p", *_dotted(about), class_="note"),
            class_="who",
        ),
        tag("p", OUTCOMES[decision.outcome], class_=f"badge {decision.outcome}"),
        class_="head",
    )


def _dotted(texts: tuple[str, ...]) -> tuple[Markup, ...]:
    return tuple(join(" \u00b7 " if at else "", tag("bdi", text)) for at, text in enumerate(filter(None, texts)))


def _paid_before(matched: Matched, matching: Matching, locale: str) -> list[Markup]:
    """What of it another payment paid already."""
    return [
        tag(
            "p",
            tag("bdi", matching.number(item)),
            " was paid by ",
            tag("bdi", by.payment.id),
            f" on {day(by.payment.day, locale)}.",
            class_="note",
        )
        for item, by in paid_before(matched, matching)
    ]


def _words(payment: Payment, decision: Decision, matching: Matching, locale: str) -> Markup:
    """Every word that came with it."""
    facts = [
        ("Reference", payment.reference),
        ("Payer's reference", payment.end_to_end),
        ("Originally", money(payment.original, locale) if payment.original else ""),
    ]
    shown = _shown(decision)
    lines = marked_lines(payment.text, shown, matching)
    told = [tag("p", line, class_="line") for line in lines]
    told += [
        tag("p", tag("span", f"{name} ", class_="note"), marked_field(text, shown, matching), class_="line")
        for name, text in facts
        if text
    ]
    return tag("div", *told, class_="words") if told else tag("p", "Nothing was said with it.", class_="note")


def _rivals(decision: Decision, matching: Matching, payment: Payment, locale: str) -> Markup:
    rivals = _shown(decision)
    if not rivals:
        return tag("p", "Nothing in the books explains it.", class_="note")
    most = max(rivals[0].weight, 1)
    blocks = [rival_block(rank, each, most, matching, locale) for rank, each in enumerate(rivals, 1)]
    more = len(blocks) - SHOWN
    if more <= 0:
        return join(*blocks)
    summary = tag("summary", counted(more, "more explanation", "more explanations"))
    return join(*blocks[:SHOWN], tag("details", summary, *blocks[SHOWN:]))


def _shown(decision: Decision) -> tuple[Proposal, ...]:
    """What was posted, where something was; else the rivals."""
    return decision.rivals if decision.posted is None else (decision.posted,)
