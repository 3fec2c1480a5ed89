"""What if: scenarios beside a base, played with the same seeds."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import frozen

from otcore.simulation.figures import FIGURES, Figure
from otcore.simulation.outcome import Outcome
from otcore.simulation.playing import play
from otcore.simulation.scenario import Scenario

SEEDS = range(10)
"""Ten replications, unless more are asked for."""


@frozen
class Spread:
    """A figure over all seeds that gave one: `mean`, and the `low`, `middle` (median) and `high` of them."""

    mean: Fraction
    low: Fraction
    middle: Fraction
    high: Fraction

    @classmethod
    def of(cls, values: Sequence[Fraction]) -> "Spread":
        """The spread of at least one value."""
        ranked, half = sorted(values), len(values) // 2
        middle = ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2
        return cls(sum(ranked, Fraction(0)) / len(ranked), ranked[0], middle, ranked[-1])


@frozen
class Answer:
    """One figure of one scenario: by seed, and beside the base. `values` are None where a run gave no figure."""

    scenario: str
    figure: Figure
    values: tuple[Fraction | None, ...]
    base: tuple[Fraction | None, ...]

    @property
    def spread(self) -> Spread | None:
        """Over the seeds; None when no run gave a figure."""
        known = [value for value in self.values if value is not None]
        return Spread.of(known) if known else None

    @property
    def change(self) -> Spread | None:
        """Against the base, seed by seed."""
        pairs = zip(self.values, self.base, strict=True)
        known = [value - base for value, base in pairs if value is not None and base is not None]
        return Spread.of(known) if known else None


@frozen
class Comparison:
    """The answers, scenario by scenario (the base, named "base", first) and figure by figure."""

    seeds: tuple[int, ...]
    answers: tuple[Answer, ...]

    def answer(self, scenario: str, figure: str) -> Answer:
        """The answer of this name; `KeyError` when there is none."""
        return {(each.scenario, each.figure.name): each for each in self.answers}[scenario, figure]


def what_if(
    base: Scenario,
    changes: Mapping[str, Scenario],
    seeds: Sequence[int] = SEEDS,
    figures: Sequence[Figure] = FIGURES,
) -> Comparison:
    """Play the base and every change of it once a seed, and compare them by these figures."""
    played = {name: _read(scenario, seeds, figures) for name, scenario in {"base": base, **changes}.items()}
    return Comparison(
        tuple(seeds),
        tuple(
            Answer(name, figure, values, usual)
            for name, read in played.items()
            for figure, values, usual in zip(figures, read, played["base"], strict=True)
        ),
    )


def _read(
    scenario: Scenario, seeds: Sequence[int], figures: Sequence[Figure]
) -> tuple[tuple[Fraction | None, ...], ...]:
    """By figure, by seed; of each run only its figures are kept."""
    read = [_figures(play(scenario, seed), figures) for seed in seeds]
    return tuple(zip(*read, strict=True))


def _figures(outcome: Outcome, figures: Sequence[Figure]) -> tuple[Fraction | None, ...]:
    return tuple(figure.read(outcome) for figure in figures)
