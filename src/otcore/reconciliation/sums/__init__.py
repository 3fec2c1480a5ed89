"""Subset sums: which open items add up to an amount, whether others do too, and how likely a stranger's would."""

from otcore.reconciliation.sums.by_size import by_size, fitting
from otcore.reconciliation.sums.density import FULL, Density, bits
from otcore.reconciliation.sums.search import alone, subsets
from otcore.reconciliation.sums.verdict import Sums, Verdict

__all__ = ["FULL", "Density", "Sums", "Verdict", "alone", "bits", "by_size", "fitting", "subsets"]
