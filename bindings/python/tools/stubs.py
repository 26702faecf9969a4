"""Writes `insurant/__init__.pyi` from the generated module and the doc comments of the Rust crate.

    python3 stubs.py GENERATED.py CRATE/src > __init__.pyi

The generated module says what there is; of records, UniFFI keeps no docs of single fields, so these are
read where they were written.
"""

from __future__ import annotations

import ast
import keyword
import re
import sys
from pathlib import Path

HEAD = '''"""The customer side of an insurer: who is a good customer, who is a dangerous one, and why.

Amounts are decimal.Decimal in major units, days datetime.date; what has no value is None. Records
cannot be changed; `replace` makes another.
"""

# Written by tools/stubs.py from the library's own documentation: change that, and run
# `cargo xtask bindings`.

# Under other names, since records have fields called `date` and `decimal`.
import datetime as _datetime
import decimal as _decimal
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, final

from typing_extensions import Self, TypeAlias

__version__: str
'''

# What the package adds to the generated classes.
WORD = '''
    @property
    def word(self) -> str:
        """The word of JSON, rulebooks and tables, such as `{word}`."""
'''
MEASURE = '''
    @property
    def decimal(self) -> _decimal.Decimal | None:
        """The value as a number, when it is known and is one; of a quotient the six places shown."""
'''
RULES = '''
    def assess_all(
        self,
        customers: Iterable[Customer],
        *,
        threads: int = 1,
        progress: Callable[[str, int, int], object] | None = None,
        cancellation: Cancellation | None = None,
    ) -> list[Assessment]:
        """Decides on customers, in their order, on up to so many threads (1 to 1,024).

        A customer whose facts cannot be used stops nobody else: it is undecided with the cause
        REJECTED_ROW, and `problems` says why. `progress(what, done, total)` is called some twenty
        times a second on this thread; when it returns False the call ends with
        InsurantError.Cancelled, and what it raises is raised here. `cancellation` ends the call from
        any other thread.
        """

    async def assess_all_async(
        self,
        customers: Iterable[Customer],
        *,
        threads: int = 1,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> list[Assessment]:
        """As assess_all, on a thread of its own; cancelling the task ends the work."""
'''
ERROR = '''
    problems: tuple[Problem, ...]

    def __init__(self, problems: Sequence[Problem]) -> None: ...
    @property
    def first(self) -> Problem:
        """The first problem."""
'''


# What the package calls and nobody else.
PRIVATE = {("Rules", "address")}


def field_docs(crate: Path) -> dict[tuple[str, str], str]:
    """The doc comment of each field of each record, by names."""
    docs: dict[tuple[str, str], str] = {}
    for path in sorted(crate.rglob("*.rs")):
        record, doc = "", []
        for line in path.read_text(encoding="utf-8").splitlines():
            # By hand, or in the macro of the records that are written from shapes.
            started = re.match(r"pub struct (\w+) \{|    (?:asked|answered|both) (\w+) \{", line)
            field = re.match(r"    pub (\w+): |        (\w+) \"\w+\": ", line)
            if started:
                record, doc = started[1] or started[2], []
            elif line == "}":
                record = ""
            elif record and line.strip().startswith("///"):
                doc.append(line.strip()[3:].strip())
            elif record and field:
                docs[record, field[1] or field[2]] = " ".join(doc)
                doc = []
    return docs


def shown_as(name: str) -> str:
    """A field as the package shows it: the underscore of a keyword stands behind it."""
    plain = name.removeprefix("_")
    return f"{plain}_" if plain != name and keyword.iskeyword(plain) else name


class Writer:
    def __init__(self, module: ast.Module, docs: dict[tuple[str, str], str]) -> None:
        self.docs = docs
        # A name may be declared twice; the later one counts.
        self.classes = {n.name: n for n in module.body if isinstance(n, ast.ClassDef)}
        self.functions = {n.name: n for n in module.body if isinstance(n, ast.FunctionDef)}
        exported = next(
            n.value
            for n in module.body
            if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__"
        )
        names: list[str] = ast.literal_eval(exported)
        self.exported = [n for n in names if not n.endswith(("Protocol", "Impl"))]
        self.out = [HEAD]

    def type(self, node: ast.expr | None, given: bool) -> str:
        """A type as people write it; `given` to a function or constructor, or got from one."""
        text = ast.unparse(node) if node is not None else "None"
        text = re.sub(r"typing\.Union\[object, (.*)\]$", r"\1", text)
        text = re.sub(r"\bAmount\b", "_decimal.Decimal", text)
        text = re.sub(r"\bCivilDate\b", "_datetime.date", text)
        text = re.sub(r"\bMoment\b", "_datetime.datetime", text)
        text = re.sub(r"\bJsonText\b", "str", text)
        text = re.sub(r"typing\.Optional\[(.*)\]$", r"\1 | None", text)
        if given:
            text = text.replace("typing.List[", "Sequence[").replace("dict[", "Mapping[")
        else:
            text = re.sub(r"typing\.List\[([\w.]+)\]", r"list[\1]", text)
        assert "typing." not in text and "_DEFAULT" not in text, text
        return text

    def kept(self, node: ast.expr | None) -> str:
        """The type of a record's field: lists are tuples, mappings read-only."""
        text = self.type(node, given=True)
        return re.sub(r"Sequence\[([\w.]+)\]", r"tuple[\1, ...]", text)

    def doc(self, text: str | None, indent: str) -> list[str]:
        if not text:
            return []
        lines = [line.strip() for line in text.strip().splitlines()]
        if len(lines) == 1:
            return [f'{indent}"""{lines[0]}"""']
        return [f'{indent}"""{lines[0]}', *(f"{indent}{line}".rstrip() for line in lines[1:]), f'{indent}"""']

    def constructor(self, arguments: ast.arguments, indent: str) -> None:
        keyword = list(zip(arguments.kwonlyargs, arguments.kw_defaults))
        plain = arguments.args[1:]
        self.out.append(f"{indent}def __init__(")
        self.out.append(f"{indent}    self,")
        if keyword:
            self.out.append(f"{indent}    *,")
        for argument in plain:
            kind = self.type(argument.annotation, True)
            self.out.append(f"{indent}    {shown_as(argument.arg)}: {kind},")
        for argument, default in keyword:
            filled = " = ..." if default is not None else ""
            kind = self.type(argument.annotation, True)
            self.out.append(f"{indent}    {shown_as(argument.arg)}: {kind}{filled},")
        self.out.append(f"{indent}) -> None: ...")

    def record(self, name: str, node: ast.ClassDef, shown: str, base: str = "") -> None:
        made = next(n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__")
        self.out += ["", "@final", f"class {name}{base}:"]
        self.out += self.doc(ast.get_docstring(node), "    ")
        self.constructor(made.args, "    ")
        # Of a variant, the docs stand behind the assignments.
        variant = self.variant_docs(made)
        for argument in [*made.args.args[1:], *made.args.kwonlyargs]:
            field = shown_as(argument.arg)
            self.out += ["    @property", f"    def {field}(self) -> {self.kept(argument.annotation)}:"]
            doc = self.docs.get((shown, field.removesuffix("_"))) or variant.get(argument.arg)
            assert doc, f"{shown}.{field} has no doc"
            self.out += self.doc(doc, "        ")
        self.out += [
            "    def __hash__(self) -> int: ...",
            "    def replace(self, **changes: Any) -> Self:",
            '        """Another record, with some fields changed."""',
            "    def __replace__(self, **changes: Any) -> Self: ...",
        ]

    def variant_docs(self, made: ast.FunctionDef) -> dict[str, str]:
        docs: dict[str, str] = {}
        field = ""
        for statement in made.body:
            if isinstance(statement, ast.Assign):
                field = ast.unparse(statement.targets[0]).removeprefix("self.")
            elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                docs[field] = str(statement.value.value).strip()
        return docs

    def enumeration(self, name: str, node: ast.ClassDef) -> None:
        self.out += ["", f"class {name}(enum.Enum):"]
        self.out += self.doc(ast.get_docstring(node), "    ")
        word = ""
        for i, statement in enumerate(node.body):
            if isinstance(statement, ast.Assign):
                self.out.append("    " + ast.unparse(statement))
                word = word or ast.unparse(statement.targets[0]).lower()
                below = node.body[i + 1] if i + 1 < len(node.body) else None
                if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                    self.out += self.doc(str(below.value.value), "    ")
        self.out.append(WORD.format(word=word).strip("\n"))

    def variants(self, name: str, node: ast.ClassDef) -> None:
        members = [n for n in node.body if isinstance(n, ast.ClassDef)]
        self.out += ["", f"class {name}:"]
        self.out += self.doc(ast.get_docstring(node), "    ")
        for member in members:
            self.out.append(f"    {member.name}: TypeAlias = _{name}_{member.name}")
        for member in members:
            self.record(f"_{name}_{member.name}", member, f"{name}.{member.name}", f"({name})")

    def error(self, name: str, node: ast.ClassDef) -> None:
        members = [n for n in node.body if isinstance(n, ast.ClassDef)]
        self.out += ["", f"class {name}(Exception):"]
        self.out += self.doc(ast.get_docstring(node), "    ")
        self.out.append(ERROR.strip("\n"))
        self.out += [f"    {member.name}: TypeAlias = _{name}_{member.name}" for member in members]
        for member in members:
            self.out += ["", "@final", f"class _{name}_{member.name}({name}):"]
            self.out += self.doc(ast.get_docstring(member), "    ")

    def method(self, node: ast.FunctionDef, indent: str = "    ") -> None:
        decorators = [ast.unparse(d) for d in node.decorator_list]
        self.out += [f"{indent}@{d}" for d in decorators]
        arguments = [a.arg for a in node.args.args[:1]] if indent else []
        positional = node.args.args[1:] if indent else node.args.args
        filled = len(positional) - len(node.args.defaults)
        for i, argument in enumerate(positional):
            default = " = ..." if i >= filled else ""
            arguments.append(f"{argument.arg}: {self.type(argument.annotation, True)}{default}")
        got = self.type(node.returns, given=False)
        doc = self.doc(ast.get_docstring(node), indent + "    ")
        end = "" if doc else " ..."
        self.out.append(f"{indent}def {node.name}({', '.join(arguments)}) -> {got}:{end}")
        self.out += doc

    def object(self, name: str, node: ast.ClassDef) -> None:
        open_class = name == "ProgressListener"
        self.out += ["", *([] if open_class else ["@final"]), f"class {name}:"]
        self.out += self.doc(ast.get_docstring(node), "    ")
        for member in node.body:
            if not isinstance(member, ast.FunctionDef):
                continue
            if member.name == "__init__" and "**kwargs" not in ast.unparse(member.args):
                self.out.append("    def __init__(self) -> None:")
                self.out += self.doc(ast.get_docstring(member), "        ")
            elif not member.name.startswith("_") and (name, member.name) not in PRIVATE:
                self.method(member)
        if name == "Rules":
            self.out.append(RULES.strip("\n"))

    def write(self) -> str:
        self.out += ["", "__all__ = [", *(f'    "{name}",' for name in self.exported), "]"]
        for name in self.exported:
            node = self.classes.get(name)
            if node is None:
                self.out.append("")
                self.method(self.functions[name], "")
                continue
            bases = [ast.unparse(base) for base in node.bases]
            nested = [n for n in node.body if isinstance(n, ast.ClassDef)]
            methods = {n.name for n in node.body if isinstance(n, ast.FunctionDef)}
            if "enum.Enum" in bases:
                self.enumeration(name, node)
            elif name == "InternalError":
                self.out += ["", "class InternalError(Exception):"]
                self.out.append('    """The library failed inside; please report it. The host may go on."""')
            elif nested and name == "InsurantError":
                self.error(name, node)
            elif nested:
                self.variants(name, node)
            elif "_uniffi_clone_handle" in methods or name == "ProgressListener":
                self.object(name, node)
            else:
                self.record(name, node, name)
                if name == "Measure":
                    self.out.append(MEASURE.strip("\n"))
        return "\n".join(self.out).replace("\n\n\n", "\n\n") + "\n"


def main() -> None:
    generated, crate = (Path(argument) for argument in sys.argv[1:3])
    module = ast.parse(generated.read_text(encoding="utf-8"))
    sys.stdout.write(Writer(module, field_docs(crate)).write())


if __name__ == "__main__":
    main()
