"""What is of the wrong Python type, told by the field that holds it.

UniFFI checks an argument before it crosses, field by field, and says neither which field nor what to
write. Nothing is added to a check that finds nothing wrong; one that does is repeated field by field.
"""

from __future__ import annotations

import dis
import enum
from types import ModuleType
from typing import Any

_CONVERTER = "_UniffiFfiConverter"


class WrongType(TypeError):
    """A value of the wrong type, by its path in what was handed over."""

    def __init__(self, path: str, said: str) -> None:
        super().__init__(f"{path}: {said}" if path else said)
        self.path, self.said = path, said

    def under(self, outer: str) -> WrongType:
        inner = self.path if not self.path or self.path.startswith("[") else f".{self.path}"
        return WrongType(f"{outer}{inner}", self.said)

    def __reduce__(self) -> Any:
        return WrongType, (self.path, self.said)


def _wrong(error: Exception, at: str) -> WrongType:
    told = error if isinstance(error, WrongType) else WrongType("", str(error))
    return told.under(at)


def _article(name: str) -> str:
    return f"an {name}" if name[0] in "AEIO" else f"a {name}"


def _told(expected: str, value: object, remedy: str) -> WrongType:
    return WrongType("", f"{expected} is expected, not {type(value).__name__}; {remedy}")


def _fields(check: Any, module: ModuleType) -> list[tuple[str, Any]]:
    """The fields that a generated check looks at, each with its converter."""
    found, converter = [], None
    for step in dis.get_instructions(check):
        name = step.argval
        if isinstance(name, str) and name.startswith(_CONVERTER):
            converter = getattr(module, name)
        elif step.opname in ("LOAD_ATTR", "LOAD_METHOD") and converter and name != "check_lower":
            found.append((name, converter))
            converter = None
    return found


def _record(name: str, kind: type, check: Any, module: ModuleType) -> Any:
    def check_lower(value: Any) -> None:
        try:
            check(value)
        except Exception as error:
            if not isinstance(value, kind):
                raise _told(_article(name), value, f"make one with {name}(...)") from None
            for field, converter in _fields(check, module):
                try:
                    converter.check_lower(getattr(value, field))
                except Exception as wrong:
                    raise _wrong(wrong, field) from None
            raise error

    return check_lower


def _union(name: str, kind: type, check: Any) -> Any:
    def check_lower(value: Any) -> None:
        try:
            check(value)
        except Exception as error:
            if not isinstance(value, kind) or type(value) is kind:
                variants = [key for key in vars(kind) if key.isupper()]
                remedy = f"write {name}.{variants[0]}(...), or another of its {len(variants)} variants"
                raise _told(_article(name), value, remedy) from None
            raise _wrong(error, "value" if not isinstance(error, WrongType) else "") from None

    return check_lower


def _words(name: str, kind: type[enum.Enum]) -> Any:
    members = list(kind)

    def check_lower(value: Any) -> None:
        if not isinstance(value, kind):
            meant = next((m for m in members if isinstance(value, str) and m.name == value.upper()), members[0])
            raise _told(_article(name), value, f"write {name}.{meant.name}")

    return check_lower


def _list(check: Any, module: ModuleType) -> Any:
    def check_lower(_: Any, value: Any) -> None:
        if isinstance(value, (str, bytes, dict)) or not hasattr(value, "__len__"):
            raise _told("a list", value, "put what it is to hold between [ and ]")
        try:
            check(value)
        except Exception as error:
            (item,) = {n for n in check.__code__.co_names if n.startswith(_CONVERTER)}
            for i, one in enumerate(value):
                try:
                    getattr(module, item).check_lower(one)
                except Exception as wrong:
                    raise _wrong(wrong, f"[{i}]") from None
            raise error

    return classmethod(check_lower)


def _map(check: Any) -> Any:
    def check_lower(_: Any, value: Any) -> None:
        if not hasattr(value, "items"):
            raise _told("a mapping", value, "write a dict")
        for key, one in value.items():
            try:
                check({key: one})
            except Exception as wrong:
                raise _wrong(wrong, f"[{key!r}]") from None

    return classmethod(check_lower)


def explain(module: ModuleType, kinds: dict[str, type]) -> None:
    """Makes the checks of a generated module say where and what to write."""
    for full, converter in list(vars(module).items()):
        if not full.startswith(_CONVERTER):
            continue
        name = full.removeprefix(_CONVERTER)
        if name.startswith("Sequence"):
            converter.check_lower = _list(converter.check_lower, module)
        elif name.startswith("Map"):
            converter.check_lower = _map(converter.check_lower)
        kind = kinds.get(name.removeprefix("Type")) if name.startswith("Type") else None
        if kind is None or issubclass(kind, Exception) or hasattr(kind, "_uniffi_make_instance"):
            continue
        name = name.removeprefix("Type")
        if issubclass(kind, enum.Enum):
            made = _words(name, kind)
        elif any(key.isupper() and isinstance(member, type) for key, member in vars(kind).items()):
            made = _union(name, kind, converter.check_lower)
        elif hasattr(kind, "replace"):
            made = _record(name, kind, converter.check_lower, module)
        else:
            continue
        converter.check_lower = staticmethod(made)
