#!/usr/bin/env python3
"""Reads what "interloper probe --json" printed: diagnosis, verdict, engine, product and advice, one tab between.

usage: answer.py FILE
"""

import json
import sys


def code_of(value):
    """The code of something that is a code, or an object with one."""
    if isinstance(value, dict):
        value = value.get("code") or value.get("name") or value.get("outcome")
    return str(value) if value else "-"


def summary(answer):
    advice = answer.get("advice") or []
    return [
        code_of(answer.get("diagnosis")),
        code_of(answer.get("verdict")),
        code_of(answer.get("engine")).lower(),
        code_of(answer.get("product")),
        " ".join(code_of(each) for each in advice) or "-",
    ]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as text:
        print("\t".join(summary(json.load(text))))
