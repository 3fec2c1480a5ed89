"""Ledgers of any system: a CSV export becomes rows of the receivables ledger, for the figures to be computed from.

Columns are found by the names that are known, or by those that are given; dates and amounts are read as the whole
column allows, and where that leaves a doubt the file is refused with the option that settles it.
"""

from otcore.adapters.ledgers.layout import Days, Layout, Numbers, Shape, Signs
from otcore.adapters.ledgers.ledger import Ledger
from otcore.adapters.ledgers.reading import read_ledger

__all__ = ["Days", "Layout", "Ledger", "Numbers", "Shape", "Signs", "read_ledger"]
