"""The law of requests: the plain way gives what the clear way gives, byte for byte, or steps aside."""

import json

from otcore.schemas.calculation import calculated
from otcore.schemas.calculation.plain import plainly_calculated


def clearly(data: bytes) -> bytes:
    """The result as the clear way gives it."""
    return json.dumps(calculated(data), ensure_ascii=False, separators=(",", ":")).encode()


def agree(data: bytes) -> bool:
    """Whether the plain way took the request. `AssertionError` when it gave something else than the clear way."""
    plainly = plainly_calculated(data)
    if plainly is not None:
        assert plainly == clearly(data), data
    return plainly is not None
