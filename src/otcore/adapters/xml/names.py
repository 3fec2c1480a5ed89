"""Names as a reader writes them (`cac:Party/cbc:Name`) and as libxml2 knows them (`{namespace}Name`)."""

from collections.abc import Mapping

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"


class Names:
    """Turns names to tags and back, for one map of prefixes to namespaces.

    A name without a prefix is in the namespace of the prefix "", or, when the map has none, in any namespace; an
    attribute without a prefix is in none. A prefix that the map does not have is a `KeyError`: a mistake in the reader.
    """

    __slots__ = ("_namespaces", "_prefixes", "_shown", "_tags")

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._namespaces = {"xml": XML_NAMESPACE, **prefixes}
        self._prefixes = {namespace: prefix for prefix, namespace in self._namespaces.items()}
        self._tags: dict[str, tuple[str, ...]] = {}
        self._shown: dict[str, str] = {}

    def tags(self, path: str) -> tuple[str, ...]:
        """The tag of every step of a path; none for the empty path."""
        tags = self._tags.get(path)
        if tags is None:
            tags = tuple(self._tag(name) for name in path.split("/")) if path else ()
            self._tags[path] = tags
        return tags

    def attribute(self, name: str) -> str:
        """The key of an attribute."""
        prefix, colon, local = name.partition(":")
        return f"{{{self._namespaces[prefix]}}}{local}" if colon else name

    def shown(self, tag: str) -> str:
        """The tag (or attribute's key) as it stands in a path."""
        shown = self._shown.get(tag)
        if shown is None:
            shown = self._shown[tag] = self._written(tag)
        return shown

    def _tag(self, name: str) -> str:
        prefix, colon, local = name.rpartition(":")
        if not colon and "" not in self._namespaces:
            return "{*}" + local
        namespace = self._namespaces[prefix]
        return f"{{{namespace}}}{local}" if namespace else local

    def _written(self, tag: str) -> str:
        namespace, _, local = tag.rpartition("}")
        namespace = namespace.removeprefix("{")
        if namespace in self._prefixes:
            prefix = self._prefixes[namespace]
            return f"{prefix}:{local}" if prefix else local
        if namespace and "" in self._namespaces:
            return tag
        return local
