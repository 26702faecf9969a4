"""Rulebooks as they lie in the repository: the document of an id, and what an answer says of it."""
import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "crates" / "insurant" / "rulebooks"


def of(json):
    """(document, reference) of the rulebook that an input asks for."""
    document = json["rulebook"]
    if isinstance(document, str):
        document = tomllib.loads((FOLDER / f"{document}.toml").read_text(encoding="utf-8"))
    return document, {"rulebook": f"{document['id']}@{document['version']}"}
