"""The fenced Jinja environment that both kinds of template run in."""

from __future__ import annotations

from typing import Any

from jinja2 import BaseLoader, StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kh_docs.i18n import _


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

    def _record(self, value: Any) -> Any:
        if value is None:
            raise ValueError(_("mẫu in một giá trị để trống"))
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            self.printed.append(str(value))
            return value
        if value.__class__.__name__.endswith("Undefined"):
            return value
        raise ValueError(
            _("mẫu in một giá trị không phải chữ ({})").format(type(value).__name__)
        )


def forbidden_constructs(source: str, environment: Environment) -> list[str]:
    """What `source` uses that a layout template must not: other files, escaping switched off."""
    tree = environment.parse(source)
    found: list[str] = []
    if any(tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends))):
        found.append("include/import/extends")
    if any(tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier))):
        found.append("autoescape")
    for getter in tree.find_all(nodes.Getattr):
        if getter.attr.startswith("_"):
            found.append(getter.attr)
    for item in tree.find_all(nodes.Getitem):
        if isinstance(item.arg, nodes.Const) and str(item.arg.value).startswith("_"):
            found.append(str(item.arg.value))
    return found
