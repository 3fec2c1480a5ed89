"""Bad use: what the one who typed the command can put right."""

from otcore.cli.documents import Failure
from otcore.values.faults import OtcoreError


class BadUse(OtcoreError):
    """The command cannot be done as it was given. `failures`: files that were not understood and may be the reason."""

    def __init__(self, message: str, failures: tuple[Failure, ...] = ()) -> None:
        super().__init__(message)
        self.failures = failures
