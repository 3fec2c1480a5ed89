"""Bank files: statements in, as the values of `otcore.payments.statement`.

`read_statements` takes any of the formats, told by its content; each format has a function of its own.
"""

from otcore.adapters.statements.bai2 import read_bai2
from otcore.adapters.statements.camt import read_camt, read_camt052, read_camt053, read_camt054
from otcore.adapters.statements.csv import CsvMapping, read_csv
from otcore.adapters.statements.mt940 import read_mt940
from otcore.adapters.statements.ofx import read_ofx
from otcore.adapters.statements.reading import read_statements
from otcore.adapters.statements.recognising import StatementFormat, format_of

__all__ = [
    "CsvMapping",
    "StatementFormat",
    "format_of",
    "read_bai2",
    "read_camt",
    "read_camt052",
    "read_camt053",
    "read_camt054",
    "read_csv",
    "read_mt940",
    "read_ofx",
    "read_statements",
]
