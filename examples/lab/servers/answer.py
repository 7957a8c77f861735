#!/usr/bin/env python3
"""Reads what "interloper probe --json" printed: diagnosis, verdict, engine, product, advice and the codes of the facts, one
tab between.

usage: answer.py FILE
"""

import json
import sys


def summary(probe):
    diagnosis = probe["diagnosis"]
    verdict = (probe.get("connection") or {}).get("verdict") or {}
    product = verdict.get("product") or {}
    return [
        diagnosis["code"],
        probe["outcome"].upper(),
        verdict.get("engine") or "-",
        product.get("name") or "-",
        " ".join(step["code"] for step in diagnosis["advice"]) or "-",
        " ".join(fact["code"] for fact in diagnosis["evidence"] + diagnosis["otherFacts"]) or "-",
    ]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as text:
        print("\t".join(summary(json.load(text)["probes"][0])))
