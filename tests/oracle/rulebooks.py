"""Rulebooks as they lie in the repository or in an input: the document, and what an answer says of it."""
import hashlib
import json as documents
import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "crates" / "insurant" / "rulebooks"
# What a rulebook says of conventions when it says nothing.
CONVENTIONS = {"loss_ratio_basis": "incurred/earned", "claim_free_pending": "unknown", "claim_free_catastrophe": "kept"}


def of(json):
    """(document, reference) of the rulebook that an input asks for. A document of the cases is written as
    it is printed: rules spelled as the parser prints them, no default repeated."""
    document = json["rulebook"]
    if isinstance(document, str):
        document = tomllib.loads((FOLDER / f"{document}.toml").read_text(encoding="utf-8"))
    return document, {"rulebook": f"{document['id']}@{document['version']}", "fingerprint": fingerprint(document)}


def fingerprint(document):
    whole = {**document, "conventions": {**CONVENTIONS, **document.get("conventions", {})}}
    canonical = documents.dumps(printed(whole), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def ways_problems(json, other):
    """Rules come in one way: of two that stand in an input, the second is one too many."""
    both = [k for k in json if k in (other, "rulebook")]
    return [{"code": "conflicting_fields", "path": key} for key in both[1:]]


def told(json, answer):
    """An answer names the rulebook that decided, if the input has one."""
    return {**answer, **of(json)[1]} if "rulebook" in json else answer


def printed(part):
    """Yes and no are words of the rule language."""
    if isinstance(part, list):
        return [printed(p) for p in part]
    if isinstance(part, dict):
        return {k: ["yes" if v is True else "no" if v is False else printed(v) for v in p] if k == "is" else printed(p) for k, p in part.items()}
    return part
