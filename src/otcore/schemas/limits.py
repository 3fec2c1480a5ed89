"""How much untrusted input may be: every bound in one place. Public promises: they may be raised, not lowered."""

DOCUMENT_BYTES = 16 * 2**20
"""The largest JSON or CSV document, in bytes."""
DEPTH = 32
"""How deep JSON may nest."""
INTEGER_DIGITS = 18
"""The longest integer in JSON, in digits."""
INTEGER = 10**15
"""Integers lie within -INTEGER to INTEGER, so that every JSON reader of the world keeps them exact."""
VALUES = 250_000
"""Values (members and items, at any depth) of one command or record."""
COMMAS = 1_000_000
"""Commas outside strings of a JSON document: how much it can hold."""
RECORDS = 50_000
"""Records in one file."""
LIST = 10_000
"""Items of one list: lines, bank transactions, adjustments."""
MEMBERS = 100
"""Entries of one mapping."""
IDENTIFIER = 100
"""Characters of an identifier."""
CELL = 32_768
"""Characters of a cell in a CSV file."""
TEXT = 500
"""Characters of a name, a reference, a short text."""
LONG_TEXT = 4_000
"""Characters of a note or a description."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Dates lie within these years, so that no due date can overflow."""
FAULTS = 1_000
"""A document with more faults than this is answered with their number."""
