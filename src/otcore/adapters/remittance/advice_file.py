"""What a file of remittance advices gave."""

from attrs import frozen

from otcore.payments.remittance_advice import RemittanceAdvice


@frozen
class AdviceFile:
    """The advices of a file, checked; `aside`: what it says besides, as it stands there, that no advice keeps."""

    advices: tuple[RemittanceAdvice, ...]
    aside: tuple[str, ...] = ()
