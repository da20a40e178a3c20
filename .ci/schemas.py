"""The JSON of each view against the schema that `moat schema` prints, by another reader of schemas than the tests'.

usage: python3 .ci/schemas.py PROGRAM DATA      (needs the package jsonschema)
"""

import json
import os
import subprocess
import sys

from jsonschema import Draft202012Validator

program, data = sys.argv[1:3]
environment = {**os.environ, "LC_ALL": "C.UTF-8", "MOAT_DATA": data, "HOME": "/nonexistent"}

VIEWS = {
    "overview": [],
    "capital": ["--by country", "--by investor", "--unit h100e"],
    "compute": ["--by country --unit h100e", "--funnel", "--slips", "--map"],
    "exposure": ["--dimension capital", "--cut nvidia", "--cut nvidia=50,NO", "--view law --purchases"],
    "enforcement": ["--since 2025-08-02"],
    "timeline": ["--basis known"],
    "claims": [],
    "sources": [],
    "company nscale": ["--unit h100e"],
    "investor nvidia": ["--no-fold"],
    "country FR": ["--unit h100e"],
    "layer models": [],
    "compare DE FR": [],
    "plan": ["--kind general-purpose --country GB"],
    "chips": [],
    "benchmarks": [],
    "valuations": [],
    "changes": ["--since 2026-01-01"],
    "check": [],
}


def answer(words):
    result = subprocess.run([program, *words.split()], env=environment, capture_output=True, text=True)
    if result.returncode > 1 or not result.stdout:
        sys.exit(f"moat {words}: {result.returncode} {result.stderr}")
    return json.loads(result.stdout)


faults = documents = 0
for view, variants in VIEWS.items():
    schema = answer(f"schema {view}")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for variant in ["", *variants]:
        documents += 1
        for error in validator.iter_errors(answer(f"{view} {variant} --format json")):
            faults += 1
            place = "/".join(str(step) for step in error.absolute_path)
            print(f"moat {view} {variant}: {place}: {error.message[:200]}")
print(f"{documents} documents of {len(VIEWS)} views, {faults} faults")
sys.exit(1 if faults else 0)
