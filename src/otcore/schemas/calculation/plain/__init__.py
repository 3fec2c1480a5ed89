"""The plain way from a request to its result, bytes to bytes, for what most invoices ask.

It gives what the clear way gives, or steps aside: whatever is unusual, doubtful or wrong is left to the clear way,
which tells every fault. A law holds that both agree. Between the two texts there are numbers, and few objects.
"""

from otcore.schemas.calculation.plain.asked import plain_request
from otcore.schemas.calculation.plain.summing import plain_sums
from otcore.schemas.calculation.plain.writing import plain_result
from otcore.values.faults import Invalid

__all__ = ["plainly_calculated"]


def plainly_calculated(data: bytes) -> bytes | None:
    """The result in JSON for a plain request in JSON; None where the clear way has to look at it."""
    request = plain_request(data)
    if request is None:
        return None
    try:
        return plain_result(plain_sums(request)).encode()
    except Invalid:
        return None
