"""Write out in place, in the Python code of a template, what Jinja does by a call for every value."""

from __future__ import annotations

from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from kh_docs.render.loops import follows_from_its_row, places_asked
from kh_docs.render.slots import BLOCK, SLOT


class Generator(CodeGenerator):
    """Jinja's own generator; the sandbox is left out only for values that hold nothing but text."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped = environment.escaped")
        self.writeline("run = escaped.run")
        self.writeline("block = environment.block")
        self.writeline("placed, kept = environment.placed, environment.kept")
        self.writeline("keep = kept.keep")
        self.writeline("plain = environment.plain_functions")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Of `row.text` what Python has, for named tuples of ours and dicts; else the sandbox."""
        if not isinstance(node.node, nodes.Name) or node.attr.startswith("_") or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        name = frame.symbols.ref(node.node.name)
        self.write(f"({name}.{node.attr} if {name}.__class__.__base__ is tuple ")
        self.write(f"and {node.attr!r} in {name}._fields else ")
        self.write(f"{name}[{node.attr!r}] if {name}.__class__ is dict and {node.attr!r} in {name} else ")
        super().visit_Getattr(node, frame)
        self.write(")")

    def visit_Call(self, node, frame, forward_caller=False):  # type: ignore[no-untyped-def]
        """A function of ours by its name, straight; the sandbox asks of others whether they may be called."""
        named = isinstance(node.node, nodes.Name) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        simple = all(isinstance(each, (nodes.Const, nodes.Name)) for each in node.args)
        if forward_caller or not (named and simple):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        name = frame.symbols.ref(node.node.name)
        self.write(f"({name}(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(f") if {name}.__class__ in plain and not {name}.__dict__ else ")
        super().visit_Call(node, frame)
        self.write(")")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Of a slot the XML of its runs, of a block that of its table."""
        if not brings_xml(node):
            super().visit_Filter(node, frame)
            return
        assert node.node is not None
        # A slot holds few runs, and there are hundreds: a call for each would take as long as their look-up.
        self.write("''.join(map(run, " if node.name == SLOT else "block((")
        self.visit(node.node, frame)
        self.write("))")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        """Of a loop over rows each row once, whatever documents it comes in."""
        if frame.buffer is not None or not follows_from_its_row(node):
            super().visit_For(node, frame)
            return
        inner, places = frame.inner(), places_asked(node)
        inner.loop_frame = True
        loop = inner.symbols.declare_parameter("loop") if places else ""
        inner.symbols.analyze_node(node, for_branch="body")
        self.writeline("for ", node)
        self.visit(node.target, inner)
        self.write(f", {loop} in placed(" if places else " in ")
        self.visit(node.iter, frame)
        self.write("):" if places else ":")
        self.indent()
        self.enter_frame(inner)
        self._write_row(node, inner, [f"{loop}[{place!r}]" for place in places])
        self.outdent()
        self.leave_frame(inner)
        if self._assign_stack:
            self._assign_stack[-1].difference_update(inner.symbols.stores)

    def _write_row(self, node: nodes.For, frame: Frame, places: list[str]) -> None:
        assert isinstance(node.target, nodes.Name)
        row = frame.symbols.ref(node.target.name)
        # Named tuples of ours do not change; of what else there may be nobody knows.
        key, known = self.temporary_identifier(), self.temporary_identifier()
        site = ", ".join([f"id({row})", repr(key), *places])
        self.writeline(f"{key} = ({site}) if {row}.__class__.__base__ is tuple else None")
        self.writeline(f"{known} = kept.get({key})")
        self.writeline(f"if {known} is None:")
        self.indent()
        self.buffer(frame)
        self.blockvisit(node.body, frame)
        self.writeline(f"{known} = keep({key}, {row}, concat({frame.buffer}))")
        frame.buffer = None
        self.outdent()
        self.writeline(f"yield {known}[1]")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Of `a ~ b` text and numbers only: Jinja would spell out whatever it is given."""
        self.write("markup_join((" if frame.eval_ctx.volatile or frame.eval_ctx.autoescape else "str_join((")
        for part in node.nodes:
            fixed = isinstance(part, nodes.Const) and isinstance(part.value, str)
            self.write("(" if fixed else "environment.joined(")
            self.visit(part, frame)
            self.write("), ")
        self.write("))")

    # Jinja would work `{{ 9 ** 9 }}` out while it compiles, where no limit of a document's time holds.
    def _output_child_to_const(self, node, frame, finalize):  # type: ignore[no-untyped-def]
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible()
        return super()._output_child_to_const(node, frame, finalize)

    # Jinja's parameter types are private names, which only its own module may spell.
    def _output_child_pre(self, node, frame, finalize):  # type: ignore[no-untyped-def]
        if brings_xml(node):
            return
        if self._is_told_by_class(frame):
            self.write("(said if (said := ")
        elif frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or not finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped[")

    def _output_child_post(self, node, frame, finalize):  # type: ignore[no-untyped-def]
        if brings_xml(node):
            return
        if self._is_told_by_class(frame):
            self.write(").__class__ is str else str(environment.finalize(said)))")
        elif frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or not finalize.src:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write("]")

    def _is_told_by_class(self, frame: Frame) -> bool:
        """Whether a value that is text is printed as it is: in wording, of which nothing is remembered."""
        context = frame.eval_ctx
        remembers = getattr(self.environment, "remembers", True)
        return not (remembers or context.volatile or context.autoescape)


def brings_xml(node: nodes.Node) -> bool:
    """Whether `node` prints runs or a table."""
    return isinstance(node, nodes.Filter) and node.name in (SLOT, BLOCK)
