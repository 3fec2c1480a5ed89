"""HTML and SVG, written so that text from outside cannot become markup."""

from html import escape

from otcore.formats.visible import visible


class Markup(str):
    """Text that is HTML already; any other string is escaped where it enters."""

    __slots__ = ()


HEAD = Markup(
    '<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n'
    # Even markup that should slip in could load and run nothing.
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
)
"""How the head of every page begins."""


def tag(name: str, *children: str, **attributes: str | int) -> Markup:
    """An element. Children that are not `Markup` are text; `class_` is `class`, `aria_label` is `aria-label`."""
    said = "".join(f' {_attribute(key)}="{_escaped(str(value))}"' for key, value in attributes.items())
    return Markup(f"<{name}{said}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """The children one after the other."""
    return Markup("".join(child if isinstance(child, Markup) else _escaped(child) for child in children))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _escaped(text: str) -> str:
    return escape(visible(text), quote=True)
