"""The fenced Jinja environment that both kinds of template run in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kh_docs.i18n import _
from kh_docs.render.values import PLAIN


class Environment(ImmutableSandboxedEnvironment):
    """Sandboxed and strict; remembers every value that a template printed, in order."""

    def __init__(self, *, autoescape: bool, loader: BaseLoader | None = None) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=autoescape,
            loader=loader,
            finalize=self._record,
            keep_trailing_newline=True,
            trim_blocks=not autoescape,
            lstrip_blocks=not autoescape,
        )
        # `safe` lets a value write Word XML, even in the sandbox and even when that XML is valid.
        del self.filters["safe"]
        self.printed: list[str] = []

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As the sandbox does it, but straight for the values that make up nearly all of a document."""
        if attribute[:1] != "_":
            if type(obj) in PLAIN:
                return getattr(obj, attribute)
            if type(obj) is dict and attribute in obj:
                return obj[attribute]
        return super().getattr(obj, attribute)

    def _record(self, value: Any) -> Any:
        if value is None:
            raise ValueError(_("mẫu in một giá trị để trống"))
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            self.printed.append(str(value))
            return value
        if value.__class__.__name__.endswith("Undefined"):
            return value
        raise ValueError(_("mẫu in một giá trị không phải chữ ({})").format(type(value).__name__))


def forbidden_constructs(source: str, environment: Environment) -> list[str]:
    """What `source` uses that a layout template must not: other files, escaping switched off."""
    found: list[str] = []
    for node in _walk(environment.parse(source)):
        if isinstance(node, (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            found.append("include/import/extends")
        elif isinstance(node, (nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            found.append("autoescape")
        elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            found.append(node.attr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            found += [name for name in [str(node.arg.value)] if name.startswith("_")]
    return found


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _walk(child)
