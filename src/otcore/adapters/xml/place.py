"""How a place in a file is written in a fault's path."""


def place(source: str, line: int, column: int = 0, path: str = "") -> str:
    """The file, line, column and element, those that are known: `orders.xml line 3 /Order/cbc:ID`."""
    parts = (source, f"line {line}" if line else "", f"column {column}" if column else "", path)
    return " ".join(part for part in parts if part)
