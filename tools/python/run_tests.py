"""Runs the unit tests of a folder and leaves their counts where the sum over all projects finds them.

usage: run_tests.py FOLDER TARGET
"""

import json
import sys
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
SCRIPTS = PROJECT.parents[1] / "libs/python-environment/python"


def main(folder: str, target: str) -> int:
    sys.path[:0] = [str(PROJECT), str(SCRIPTS)]
    suite = unittest.defaultTestLoader.discover(str(PROJECT / folder), top_level_dir=str(PROJECT / folder))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    counts = {"passed": result.testsRun - failed - len(result.skipped), "failed": failed, "skipped": len(result.skipped)}
    report = PROJECT / "test-output" / f"{target}.json"
    report.parent.mkdir(exist_ok=True)
    report.write_text(json.dumps(counts) + "\n", encoding="utf-8")
    return 0 if result.testsRun > 0 and failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
