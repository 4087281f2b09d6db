"""Runs one of llama.cpp's converters so that the GGUF it writes carries our own metadata as well.

usage: convert_gguf.py METADATA CONVERTER [ARGUMENT ...]
METADATA   a JSON file: an object of strings, each written under its key
CONVERTER  convert_hf_to_gguf.py or convert_lora_to_gguf.py of a llama.cpp source tree; the arguments are its own

The converters' --metadata option knows a fixed list of authorship keys only, and a second pass would copy the whole file.
"""

import json
import runpy
import sys
from pathlib import Path


def main(metadata_file: str, converter: str, arguments: list[str]) -> None:
    metadata = json.loads(Path(metadata_file).read_text(encoding="utf-8"))
    folder = Path(converter).resolve().parent
    sys.path[:0] = [str(folder), str(folder / "gguf-py")]
    import gguf

    class StampedWriter(gguf.GGUFWriter):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            for key, value in metadata.items():
                self.add_string(key, value)

    gguf.GGUFWriter = StampedWriter
    sys.argv = [converter, *arguments]
    runpy.run_path(converter, run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
