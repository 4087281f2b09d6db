"""The data of the training benchmark: two programs train over the same batches in turns, so that whatever disturbs the machine disturbs both alike.

A program is told by BENCH_TURNS (a folder that both see), BENCH_ROLE and BENCH_OTHER. A batch is handed out when it is this program's turn; its time runs from
there until the program asks for the next one, which ends the turn. A line of JSON for every batch but the last goes to ROLE.jsonl in the folder.
"""

import atexit
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

from torch.utils.data import DataLoader

from length_grouped_data import EncodedDataset, LengthGroupedData

POLL_SECONDS = 0.002


class Turns:
    """Whose turn it is, kept in files."""

    def __init__(self, folder: Path, role: str, other: str) -> None:
        self.folder, self.role, self.other = folder, role, other
        atexit.register(lambda: self.mark(f"{role}.gone"))

    def mark(self, name: str) -> None:
        (self.folder / name).touch()

    def await_start(self) -> None:
        """Both have loaded their model before either trains."""
        self.mark(f"{self.role}.ready")
        self.wait(f"{self.other}.ready")

    def await_turn(self, batch: int) -> None:
        """The program whose name comes first in the alphabet begins."""
        first = self.role < self.other
        if batch > 0 or not first:
            self.wait(f"{self.other}.{batch - 1 if first else batch}")

    def wait(self, name: str) -> None:
        while not (self.folder / name).exists() and not (self.folder / f"{self.other}.gone").exists():
            time.sleep(POLL_SECONDS)

    def end(self, batch: int, seconds: float, tokens: int) -> None:
        with (self.folder / f"{self.role}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"seconds": seconds, "tokens": tokens}) + "\n")
        self.mark(f"{self.role}.{batch}")


class TurnLoader(DataLoader):
    """A loader whose batches wait for their turn and are timed."""

    def __iter__(self) -> Iterator[dict]:
        turns = Turns(Path(os.environ["BENCH_TURNS"]), os.environ["BENCH_ROLE"], os.environ["BENCH_OTHER"])
        turns.await_start()
        for index, batch in enumerate(super().__iter__()):
            turns.await_turn(index)
            start = time.perf_counter()
            yield batch
            turns.end(index, time.perf_counter() - start, int(batch["token_counts"]["raw_plus_prompt_template"].sum()))


class TurnData(LengthGroupedData):
    """LengthGroupedData, batch by batch in turns with another program."""

    def loader(self, dataset: EncodedDataset) -> DataLoader:
        loader = super().loader(dataset)
        return TurnLoader(dataset, batch_sampler=loader.batch_sampler, collate_fn=loader.collate_fn)
