"""Cash application as people read it: what was posted, and what is left to them, with the rivals and the evidence."""

from otcore.formats.cash_application.matched import Matched, Matching
from otcore.formats.cash_application.page import review_page
from otcore.formats.cash_application.tables import allocations_csv, review_csv

__all__ = ["Matched", "Matching", "allocations_csv", "review_csv", "review_page"]
