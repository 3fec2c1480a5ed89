"""A file of remittance advices, whichever kind it is."""

from otcore.adapters.cash_files.columns import AS_IT_SAYS, Layout
from otcore.adapters.remittance.advice_file import AdviceFile
from otcore.adapters.remittance.csv_file import read_csv_advices
from otcore.adapters.remittance.json_file import read_json_advices
from otcore.adapters.remittance.x12 import read_x12_advices
from otcore.schemas.inbox.kinds import is_json

_X12 = b"ISA"
_OF_X12 = "USD"
_MARK = b"\xef\xbb\xbf"


def read_advices(data: bytes, source: str = "", layout: Layout = AS_IT_SAYS) -> AdviceFile:
    """The advices of a file that is told by its beginning: "ISA" is X12, a bracket JSON, anything else CSV.

    The currency of the layout is that of amounts without one, in X12 too (there else USD). Raises `Invalid` with every
    fault and its place: see the three readers.
    """
    if data.removeprefix(_MARK).lstrip().startswith(_X12):
        return read_x12_advices(data, source, layout.currency or _OF_X12)
    if is_json(data):
        return read_json_advices(data, source)
    return read_csv_advices(data, source, layout)
