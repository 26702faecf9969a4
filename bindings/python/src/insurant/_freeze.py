"""Records that cannot be changed once they are made.

UniFFI writes plain classes whose fields anybody may assign. Each is replaced by one of the same fields
that keeps them in slots: lists become tuples and mappings read-only, and records compare, hash, copy and
pickle by their fields. The generated code finds the replacement under the same name.
"""

from __future__ import annotations

import inspect
import keyword
import types
from typing import Any

_EMPTY: types.MappingProxyType[Any, Any] = types.MappingProxyType({})
# What a record does not keep as it was given, since the giver could change it.
_OPEN = frozenset({list, dict})


def _kept(value: Any) -> Any:
    """A value as a record keeps it."""
    return tuple(value) if isinstance(value, list) else types.MappingProxyType(dict(value))


def _plain(value: Any) -> Any:
    """A value as a constructor takes it and pickle can write it."""
    return dict(value) if isinstance(value, types.MappingProxyType) else value


def _hashable(value: Any) -> Any:
    return frozenset(value.items()) if isinstance(value, types.MappingProxyType) else value


def _made(kind: type, fields: dict[str, Any]) -> Any:
    return kind(**fields)


def _default(parameter: inspect.Parameter) -> Any:
    """The value of a field that is not given; UniFFI marks what it makes anew each time."""
    written = str(parameter.annotation)
    if written.startswith("typing.Optional["):
        return None
    if written.startswith("typing.List["):
        return ()
    if written.startswith("dict["):
        return _EMPTY
    return parameter.default


def _shown_as(name: str) -> str:
    """A field as Python's readers write it: UniFFI puts the underscore of a keyword in front."""
    plain = name.removeprefix("_")
    return f"{plain}_" if plain != name and keyword.iskeyword(plain) else name


def _constructor(kind: type, parameters: list[inspect.Parameter]) -> Any:
    """An `__init__` that fills the slots: written out, since records are made by the thousand."""
    known: dict[str, Any] = {"_OPEN": _OPEN, "_kept": _kept}
    given, body = ["self"], []
    for parameter in parameters:
        name = _shown_as(parameter.name)
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in given:
            given.append("*")
        if parameter.default is parameter.empty:
            given.append(name)
        else:
            known[f"_default_{name}"] = _default(parameter)
            given.append(f"{name}=_default_{name}")
        known[f"_set_{name}"] = kind.__dict__[name].__set__
        body.append(f" _set_{name}(self, {name} if {name}.__class__ not in _OPEN else _kept({name}))")
    source = f"def __init__({', '.join(given)}):\n" + "\n".join(body)
    exec(source, known)  # Names of fields are all that is put into it.
    return known["__init__"]


def maker(kind: type, made: type) -> Any:
    """What the generated code calls to make a record: it names fields in its own way."""
    names = {name: _shown_as(name) for name in inspect.signature(kind).parameters}
    if all(name == shown for name, shown in names.items()):
        return made

    def make(**fields: Any) -> Any:
        return made(**{names[name]: value for name, value in fields.items()})

    return make


def frozen(kind: type, name: str, base: type = object, hidden: tuple[str, ...] = ()) -> type:
    """An immutable class of the fields of another; `hidden` are fields that no log shall show."""
    parameters = list(inspect.signature(kind).parameters.values())
    fields = tuple(_shown_as(parameter.name) for parameter in parameters)
    # Under the names of the generated code too, which reads them.
    other = {p.name: _shown_as(p.name) for p in parameters if _shown_as(p.name) != p.name}

    def set_field(self: Any, field: str, value: Any) -> None:
        if field not in fields:
            raise AttributeError(f"{name} has no field {field!r}; it has {', '.join(fields)}")
        raise AttributeError(f"a {name} cannot be changed; its `replace` makes another")

    def delete_field(self: Any, field: str) -> None:
        raise AttributeError(f"a {name} cannot be changed")

    def values(self: Any) -> tuple[Any, ...]:
        return tuple(getattr(self, field) for field in fields)

    def equal(self: Any, other: object) -> Any:
        if type(self) is not type(other):
            return NotImplemented
        return values(self) == values(other)

    def hashed(self: Any) -> int:
        return hash((name, *map(_hashable, values(self))))

    def shown(self: Any) -> str:
        told = (f"{field}={getattr(self, field)!r}" for field in fields if field not in hidden)
        return f"{name}({', '.join(told)})"

    def replace(self: Any, **changes: Any) -> Any:
        """Another record, with some fields changed."""
        return type(self)(**dict(zip(fields, values(self), strict=True)) | changes)

    def reduce(self: Any) -> Any:
        return _made, (type(self), {field: _plain(getattr(self, field)) for field in fields})

    made = type(
        name.rpartition(".")[2],
        (base,),
        {
            "__slots__": fields,
            "__doc__": kind.__doc__,
            "__module__": "insurant",
            "__qualname__": name,
            "__setattr__": set_field,
            "__delattr__": delete_field,
            "__eq__": equal,
            "__hash__": hashed,
            "__repr__": shown,
            "__str__": shown,
            "__reduce__": reduce,
            "__replace__": replace,
            "replace": replace,
        },
    )
    for generated, field in other.items():
        setattr(made, generated, made.__dict__[field])
    made.__init__ = _constructor(made, parameters)  # type: ignore[misc]
    return made
