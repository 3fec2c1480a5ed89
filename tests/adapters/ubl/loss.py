"""The judge of "read without loss": whatever is changed in a document must be noticed by its reader."""

import re

from lxml import etree

from otcore.values import Invalid

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TURNED = {"true": "false", "false": "true"}


def overlooked(read, data):
    """The places of a document whose change makes no difference to what is read, nor is refused.

    Every text and every attribute is changed in its turn, to another value of the same type where there is one, so that
    a reader that takes a place in and then drops it is found out.
    """
    whole = read(data)
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True))
    tree = root.getroottree()
    missed = []
    for element in root.iter("*"):
        if not len(element) and (element.text or "").strip():
            missed += _missed(read, whole, root, tree.getpath(element), _Text(element))
        for name in element.attrib:
            missed += _missed(read, whole, root, f"{tree.getpath(element)}/@{name}", _Attribute(element, name))
    return missed


def _missed(read, whole, root, path, spot):
    before = spot.get()
    spot.set(other(before))
    try:
        same = read(etree.tostring(root)) == whole
    except Invalid:
        same = False
    finally:
        spot.set(before)
    return [path] if same else []


def other(text):
    """Another value of the same type."""
    text = text.strip()
    if text in _TURNED:
        return _TURNED[text]
    if _DAY.fullmatch(text):
        return text[:-1] + ("2" if text[-1] != "2" else "1")
    if _NUMBER.fullmatch(text):
        return text[:-1] + str((int(text[-1]) + 1) % 10) if text != "9" else "8"
    return text + "X"


class _Text:
    def __init__(self, element):
        self.element = element

    def get(self):
        return self.element.text

    def set(self, value):
        self.element.text = value


class _Attribute:
    def __init__(self, element, name):
        self.element, self.name = element, name

    def get(self):
        return self.element.get(self.name)

    def set(self, value):
        self.element.set(self.name, value)
