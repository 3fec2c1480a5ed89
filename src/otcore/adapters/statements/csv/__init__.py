"""CSV: what banks offer as a table, under a mapping that says what its columns are."""

from otcore.adapters.statements.csv.document import read_csv
from otcore.adapters.statements.csv.mapping import CsvMapping

__all__ = ["CsvMapping", "read_csv"]
