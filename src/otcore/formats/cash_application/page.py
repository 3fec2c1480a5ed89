"""The review page: the payments that are left to people, each with its words, its rivals and why not.

One HTML file that needs nothing else: no script, no network, the same bytes for the same decisions.
"""

from functools import cache
from importlib.resources import files

from otcore.formats.cash_application.cards import payment_card
from otcore.formats.cash_application.matched import Matched, Matching, sums
from otcore.formats.cash_application.words import OUTCOMES
from otcore.formats.markup import HEAD, Markup, join, tag
from otcore.formats.numbers import money
from otcore.formats.words import counted
from otcore.reconciliation.decision import Outcome

_FOOT = (
    "Underlined is what an explanation rests on. The bar and the number beside it say how much speaks for an "
    "explanation: in bits, each of which doubles the odds. "
)
_NOTHING_POSTED = "Nothing on this page is posted."
_ONLY_FLAGGED = "Only what stands under \u201cPosted, and worth a look\u201d is posted."


def review_page(matching: Matching, locale: str = "en", *, title: str = "Payments to look at") -> str:
    """The page as text, to be written as UTF-8. Its words are English; numbers and dates are the locale's.

    Raises `Invalid` LOCALE_UNKNOWN.
    """
    left = matching.to_look_at
    about = f"{counted(len(left), 'payment', 'payments')} of {len(matching.matched)}"
    head = join(HEAD, tag("title", f"{title} \u00b7 {about}"), "\n", tag("style", _style()), "\n")
    header = tag("header", tag("h1", title), tag("p", about, class_="until"))
    cards = [join(payment_card(each, matching, locale), "\n") for each in left] or [_nothing()]
    cards += _flagged(matching, locale)
    main = tag("main", _summary(matching, locale), "\n", *cards)
    foot = _FOOT + (_ONLY_FLAGGED if matching.flagged else _NOTHING_POSTED)
    body = tag("body", header, "\n", main, "\n", tag("footer", tag("p", foot)))
    return f'<!doctype html>\n<html lang="en">\n{tag("head", head)}\n{body}\n</html>\n'


def _summary(matching: Matching, locale: str) -> Markup:
    return tag("div", *(_outcome(outcome, matching.of(outcome), locale) for outcome in Outcome), class_="cards")


def _outcome(outcome: Outcome, matched: tuple[Matched, ...], locale: str) -> Markup:
    said = [tag("span", money(each, locale)) for each in sums(matched)] or [join("\u2013")]
    return tag(
        "div",
        tag("p", OUTCOMES[outcome]),
        tag("p", str(len(matched)), class_="figure"),
        tag("p", *said, class_="sums"),
        class_=f"card {outcome}",
    )


def _flagged(matching: Matching, locale: str) -> list[Markup]:
    """What was posted, and somebody should look at all the same."""
    if not matching.flagged:
        return []
    cards = [join(payment_card(each, matching, locale), "\n") for each in matching.flagged]
    return [join(tag("h2", "Posted, and worth a look", class_="part"), "\n"), *cards]


def _nothing() -> Markup:
    return tag("p", "Every payment was posted.", class_="empty")


@cache
def _style() -> Markup:
    return Markup(files("otcore.formats.cash_application").joinpath("page.css").read_text(encoding="utf-8"))
