"""The cases, one module a topic."""
import importlib

TOPICS = (
    "windows earned written annual claims events ratios exposure claim_free cover history "
    "category blacklist alerts standing undecided inputs movements logic working_days clocks complaint_analysis complaints certification duties credit kpi partner agent appraisal assignment"
).split()


def load():
    for topic in TOPICS:
        importlib.import_module(f"cases.{topic}")
