"""Reads a page as a browser's parser would, strictly: elements with attributes and text, all closed in order."""

from html.parser import HTMLParser

_VOID = {"meta"}


class Page(HTMLParser):
    """`elements`: (name, attributes) in order; `texts`: (name of the element they stand in, text) in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.inside: list[str] = []
        self.feed(html)
        self.close()
        assert self.inside == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in _VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag):
        assert self.inside.pop() == tag, "elements are closed in order"

    def handle_data(self, data):
        if data.strip():
            self.texts.append((self.inside[-1] if self.inside else "", data))

    def named(self, name: str) -> list[dict[str, str]]:
        """The attributes of every element of a name."""
        return [attributes for found, attributes in self.elements if found == name]

    def said(self, *names: str) -> list[str]:
        """The texts that stand directly in elements of these names, or all."""
        return [text for name, text in self.texts if not names or name in names]
