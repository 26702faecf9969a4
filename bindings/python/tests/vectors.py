"""The conformance vectors in Python: lines `operation TAB input` in, a line of canonical JSON out.

With --typed, questions about a customer by a rulebook of the engine are answered through records of
Python's own types; the number of those is told on standard error.
"""

import json
import sys
from datetime import date

import insurant
from insurant import Engine, InsurantError


def problems(error: InsurantError, under: str = "") -> str:
    told = [{"code": p.code, "path": under + p.path} for p in error.problems]
    return json.dumps({"problems": told}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def decided(engine: Engine, operation: str, text: str) -> str | None:
    """What records answer to `assess` and `explain`; None where what was asked is wrong in its form."""
    try:
        given = json.loads(text)
        rulebook = given.get("rulebook", "cn-property")
        if set(given) - {"as_of", "rulebook", "customer"} or not isinstance(rulebook, str):
            return None
        rules = engine.rules(rulebook, date.fromisoformat(given["as_of"]))
        customer = rules.customer_from_json(json.dumps(given["customer"], ensure_ascii=False))
    except (ValueError, TypeError, KeyError, AttributeError, InsurantError):
        return None
    try:
        # Out of Python's own types and back once more: what they lose would show.
        decision = rules.explain(rules.prepare(customer).customer())
    except InsurantError as error:
        # Several stand in the order of the text, which records do not have.
        return problems(error, "customer.") if len(error.problems) == 1 else None
    if operation == "explain":
        return decision.json
    outcome = json.loads(decision.json)["outcome"]
    return json.dumps(outcome, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def main() -> None:
    engine = insurant.Engine()
    typed = 0
    for raw in sys.stdin.buffer:
        operation, _, text = raw.decode().rstrip("\n").partition("\t")
        answer = None
        if "--typed" in sys.argv and operation in ("assess", "explain"):
            answer = decided(engine, operation, text)
            typed += answer is not None
        if answer is None:
            try:
                answer = engine.call(operation, text)
            except InsurantError as error:
                answer = problems(error)
        sys.stdout.buffer.write(answer.encode() + b"\n")
    print(f"typed: {typed}", file=sys.stderr)


if __name__ == "__main__":
    main()
