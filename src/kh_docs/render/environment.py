"""The fenced Jinja environment that both kinds of template run in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import FunctionType, MethodType
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, nodes
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from kh_docs.i18n import _
from kh_docs.render import loops, slots, tables
from kh_docs.render.assembling import Kept, Unkept, Yielded
from kh_docs.render.codegen import Generator
from kh_docs.render.filters import fenced
from kh_docs.render.known import Encoded, Known, Plain
from kh_docs.render.rows import Rows
from kh_docs.render.shapes import Shapes
from kh_docs.render.whole import Whole

# Larger than anything that a document counts or calculates with.
MOST_COUNTED = 10**12
# What a template may ask of `loop`, of all the sandbox would let it.
OF_LOOPS = frozenset({"first", "last", "index", "index0", "length"})


class Recording:
    """Escapes every value as Jinja does, and remembers it."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def __getitem__(self, value: Any) -> str:
        return str(escape(self.environment.record(value)))

    def run(self, run: object) -> str:
        return slots.drawn(run, self)


class Environment(ImmutableSandboxedEnvironment):
    """Sandboxed and strict; remembers every value that a template printed, in order."""

    code_generator_class = Generator
    # Whether what is printed is remembered, text as all else.
    remembers = True
    # What may be called without a question, unless somebody has put a mark on it.
    plain_functions = frozenset({FunctionType, MethodType})
    # One step of Python that no limit of time can interrupt.
    intercepted_binops = frozenset({"**", "*", "%"})

    def __init__(
        self,
        *,
        autoescape: bool,
        loader: BaseLoader | None = None,
        bytecode_cache: BytecodeCache | None = None,
    ) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=autoescape,
            loader=loader,
            finalize=self.record,
            keep_trailing_newline=True,
            trim_blocks=not autoescape,
            lstrip_blocks=not autoescape,
            bytecode_cache=bytecode_cache,
            optimized=False,
        )
        self.filters = fenced(self.filters, self.text)
        # The same data give the same document.
        del self.globals["lipsum"]
        self.printed: list[str] = []
        self.known = Known()
        self.plain = Plain()
        self.encoded = Encoded()
        self.rows = Rows()
        # Rows by the part they are in, and those of the part that is filled now.
        self.parts: dict[str, Kept] = {}
        self.kept: Kept | Unkept = Unkept()
        self.shapes = Shapes()
        # Shapes of contexts that the template was seen to print whole.
        self.whole = Whole()
        # What the code of a template looks its values up in.
        self.escaped: Known | Plain | Recording = self.known

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As the sandbox does it, but straight for the values that make up nearly all of a document."""
        if attribute[:1] != "_":
            if type(obj).__base__ is tuple and attribute in obj._fields:
                return getattr(obj, attribute)
            if type(obj) is dict and attribute in obj:
                return obj[attribute]
            if type(obj) is LoopContext and attribute in OF_LOOPS:
                return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Wording counts up to a few thousands: no powers, no texts as long as a number says."""
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise ValueError(_("lời văn không dùng phép tính {} ở đây").format(operator))
        if max(abs(left), abs(right)) > MOST_COUNTED:
            raise ValueError(_("số trong phép tính lớn quá {}").format(MOST_COUNTED))
        return super().call_binop(context, operator, left, right)

    def block(self, block: Any) -> Yielded:
        """A table or a line as Word's XML, its values escaped as those of a slot."""
        made = tables.block_pieces if self.escaped is self.known else tables.block_xml
        return made(block, self.escaped)

    @staticmethod
    def placed(rows: Iterable[Any]) -> Iterator[tuple[Any, Mapping[str, bool]]]:
        """Each row of a loop, and what may be asked of its place."""
        return loops.placed(rows)

    def show_all(self) -> None:
        """From now on every value is to be seen, and none taken from memory."""
        self.escaped, self.kept = Recording(self), Unkept()
        self.printed.clear()

    def show_quickly(self, part: str, *, is_text: bool) -> None:
        """From now on `part` is filled, with what is known of its rows."""
        self.escaped = self.known if is_text else self.plain
        if part not in self.parts:
            self.parts[part] = Kept()
        self.kept = self.parts[part]

    def record(self, value: Any) -> Any:
        """The value as it is printed; remembered."""
        if self.text(value) is not None:
            self.printed.append(str(value.unescape() if isinstance(value, Markup) else value))
        return value

    def joined(self, value: Any) -> Any:
        """A part of `a ~ b`."""
        self.text(value)
        return value

    def text(self, value: Any) -> Any:
        """The value where it is text or a number, None where it is missing (Jinja says so); else an error."""
        if value is None:
            raise ValueError(_("mẫu in một giá trị để trống"))
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return value
        if value.__class__.__name__.endswith("Undefined"):
            return None
        if isinstance(value, list):
            raise ValueError(_("mẫu in một giá trị là dãy chữ -> viết {{r … }} thay cho {{ … }}"))
        raise ValueError(_("mẫu in một giá trị không phải chữ ({})").format(type(value).__name__))


def forbidden_constructs(template: nodes.Template) -> list[str]:
    """What a layout template uses that it must not: other files, escaping switched off."""
    found: list[str] = []
    for node in walk(template):
        if isinstance(node, (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            found.append("include/import/extends")
        elif isinstance(node, (nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            found.append("autoescape")
        elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            found.append(node.attr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            found += [name for name in [str(node.arg.value)] if name.startswith("_")]
    return found


def walk(node: nodes.Node) -> Iterator[nodes.Node]:
    """All nodes under `node`, in order."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current is not node:
            yield current
        stack.extend(reversed(list(current.iter_child_nodes())))
