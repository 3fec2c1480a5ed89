"""What an invoice lacks, as codes and places."""

from otcore.invoicing.requirements import requirement_faults


def faults(document):
    """The faults' codes and JSON pointers, in their order."""
    return [(fault.code, fault.path) for fault in requirement_faults(document)]
