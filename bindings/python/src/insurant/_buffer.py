"""Records are written into bytes of Python's own and handed over at once, and read from a copy.

UniFFI's own builder and stream reach into the library's memory for each number, which costs several times
as much. What is written and read is the same.
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any


def builder(native: Any) -> type:
    """A builder of buffers for a generated module."""

    def packer(form: str) -> Any:
        pack = struct.Struct(form).pack

        def write(self: Any, value: Any) -> None:
            self.bytes += pack(value)

        return write

    class Builder:
        __slots__ = ("bytes",)

        def __init__(self) -> None:
            self.bytes = bytearray()

        def write(self, value: bytes) -> None:
            self.bytes += value

        write_i8 = packer(">b")
        write_u8 = packer(">B")
        write_i16 = packer(">h")
        write_u16 = packer(">H")
        write_i32 = packer(">i")
        write_u32 = packer(">I")
        write_i64 = packer(">q")
        write_u64 = packer(">Q")
        write_float = packer(">f")
        write_double = packer(">d")
        write_c_size_t = packer("@N")

        def finalize(self) -> Any:
            written = bytes(self.bytes)
            buffer = native._UniffiRustBuffer.alloc(max(len(written), 16))
            ctypes.memmove(buffer.data, written, len(written))
            buffer.len = len(written)
            return buffer

        def discard(self) -> None:
            self.bytes.clear()

    return _same(native._UniffiRustBufferBuilder, Builder)


def stream(native: Any) -> type:
    """A stream that reads buffers of a generated module."""

    def unpacker(form: str) -> Any:
        unpack, size = struct.Struct(form).unpack_from, struct.calcsize(form)

        def read(self: Any) -> Any:
            offset = self.offset
            self.offset = offset + size
            try:
                return unpack(self.bytes, offset)[0]
            except struct.error:
                raise native.InternalError("read past end of rust buffer") from None

        return read

    class Stream:
        __slots__ = ("bytes", "offset")

        def __init__(self, written: bytes) -> None:
            self.bytes = written
            self.offset = 0

        @classmethod
        def from_rust_buffer(cls, buffer: Any) -> Stream:
            return cls(ctypes.string_at(buffer.data, buffer.len) if buffer.len else b"")

        def remaining(self) -> int:
            return len(self.bytes) - self.offset

        def read(self, size: int) -> bytes:
            end = self.offset + size
            if end > len(self.bytes):
                raise native.InternalError("read past end of rust buffer")
            found = self.bytes[self.offset : end]
            self.offset = end
            return found

        read_i8 = unpacker(">b")
        read_u8 = unpacker(">B")
        read_i16 = unpacker(">h")
        read_u16 = unpacker(">H")
        read_i32 = unpacker(">i")
        read_u32 = unpacker(">I")
        read_i64 = unpacker(">q")
        read_u64 = unpacker(">Q")
        read_float = unpacker(">f")
        read_double = unpacker(">d")

    return _same(native._UniffiRustBufferStream, Stream)


def _same(generated: type, ours: type) -> type:
    """Ours, if it offers what the generated one does; one of another UniFFI is slower, and right."""

    def offered(kind: type) -> set[str]:
        return {name for name in vars(kind) if name[0] != "_"} - {"bytes", "offset"}

    return ours if offered(generated) == offered(ours) else generated
