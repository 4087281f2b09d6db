"""Checks every Python file of the workspace with nothing but Python itself: it compiles, says what it is, imports what it uses, fits the line.

usage: check_sources.py
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parents[2]
LONGEST_LINE = 200
IGNORED_FOLDERS = {"node_modules", "dist", "test-output", "artifacts", "__pycache__"}


def sources(workspace: Path) -> Iterator[Path]:
    """Every Python file of the projects, in order."""
    for folder in ("apps", "libs", "tools"):
        for file in sorted((workspace / folder).rglob("*.py")):
            if not IGNORED_FOLDERS.intersection(file.relative_to(workspace).parts):
                yield file


def problems(text: str) -> list[str]:
    """What is wrong with one file, each with its line."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return [f"{error.lineno}: {error.msg}"]
    found = [] if ast.get_docstring(tree) else ["1: the file does not say what it is (docstring)"]
    found += [f"{line}: {name} is imported and not used" for name, line in unused_imports(tree)]
    found += [f"{number}: longer than {LONGEST_LINE} characters" for number, line in enumerate(text.splitlines(), 1) if len(line) > LONGEST_LINE]
    return found


def unused_imports(tree: ast.Module) -> list[tuple[str, int]]:
    imported = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imported.update({(name.asname or name.name).split(".")[0]: node.lineno for name in node.names})
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return [(name, line) for name, line in imported.items() if name not in used]


def main() -> int:
    files = list(sources(WORKSPACE))
    found = [f"{file.relative_to(WORKSPACE)}:{problem}" for file in files for problem in problems(file.read_text(encoding="utf-8"))]
    print("\n".join([*found, f"{len(files)} Python files checked, {len(found)} problems"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
