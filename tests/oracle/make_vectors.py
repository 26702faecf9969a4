#!/usr/bin/env python3
"""Writes tests/vectors/<topic>/<name>.json from the cases; `--check` compares instead."""
import sys
from pathlib import Path

import cases
import vectors

ROOT = Path(__file__).resolve().parent.parent / "vectors"


def main(arguments):
    if arguments not in ([], ["--check"]):
        print("usage: make_vectors.py [--check]", file=sys.stderr)
        return 2
    cases.load()
    wanted = vectors.files()
    found = {p.relative_to(ROOT).as_posix(): p for p in ROOT.glob("*/*.json")}
    if arguments:
        wrong = [f"missing: {p}" for p in wanted if p not in found]
        wrong += [f"no case for: {p}" for p in found if p not in wanted]
        wrong += [
            f"differs: {p}" for p in wanted if p in found and found[p].read_text(encoding="utf-8") != wanted[p]
        ]
        print("\n".join(sorted(wrong)) or f"{len(wanted)} vectors are as the oracle says")
        return 1 if wrong else 0
    for path, text in wanted.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    for path in found.keys() - wanted.keys():
        found[path].unlink()
    print(f"{len(wanted)} vectors written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
