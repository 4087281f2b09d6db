"""Reading and writing of JSON files."""

import json
from pathlib import Path


def read_json(file: Path):
    return json.loads(Path(file).read_text(encoding="utf-8"))


def write_json(file: Path, value) -> None:
    Path(file).write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
