"""From what a payer says to what stands on the statement."""

from collections.abc import Iterator
from datetime import date

from benchmarks.workloads.chance import Chance
from benchmarks.workloads.records import Customer
from benchmarks.workloads.style import Lettering
from benchmarks.workloads.text.bank import plain, wrapped
from benchmarks.workloads.text.clutter import CLUTTER
from benchmarks.workloads.text.languages import LANGUAGES, language_of


class Letters:
    """A payment's text in the making; `noise` says what was done to it."""

    def __init__(self, style: Lettering, said: str, chance: Chance) -> None:
        self._style, self._chance, self.text = style, chance, said
        self.noise: list[str] = []

    def cluttered(self, customer: Customer | None, today: date) -> "Letters":
        """With something else, before or after; cut at the limit."""
        if customer is not None and self._chance.happens(self._style.clutter):
            language = LANGUAGES[language_of(customer.country)]
            more = self._chance.one(CLUTTER)(self._chance, language, customer, today)
            pair = (more, self.text) if self._chance.happens(0.3) else (self.text, more)
            self.text = " ".join(each for each in pair if each)
            self.noise.append("distractor")
        self.text = self.text[: self._style.limit]
        return self

    def on_paper(self, payer: str, own: str) -> "Letters":
        """In the bank's layout, in lines of a width, in small letters."""
        layout = self._chance.weighted(self._style.layouts)
        self.text = layout(self._chance, self.text, payer, own)
        self.noise.extend(self._done(layout is not plain))
        return self

    def _done(self, laid_out: bool) -> Iterator[str]:
        if laid_out:
            yield "wrapper"
        if self._chance.happens(self._style.wrapped):
            width, by = self._chance.one(self._style.widths), self._chance.one(self._style.line_break)
            self.text = wrapped(self.text, width, by)
            yield "wrapped"
        if self._chance.happens(self._style.small):
            self.text = self.text.lower()
            yield "small"
