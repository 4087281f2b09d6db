"""A litgpt DataModule: named by its class path in litgpt's configuration, with this folder on PYTHONPATH."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import torch
from litgpt.data import DataModule, SFTDataset
from litgpt.data.base import get_sft_collate_fn
from litgpt.prompts import PromptStyle
from litgpt.tokenizer import Tokenizer
from torch.utils.data import DataLoader

import clocked_schedule
import labelled_logits
import quick_layers
from json_files import read_json
from labelled_logits import IGNORED
from length_batches import LengthBatches, padded_length


class EncodedDataset(SFTDataset):
    """litgpt's own samples (prompt masked, end token appended), each encoded once."""

    def __init__(self, *arguments, **named) -> None:
        super().__init__(*arguments, **named)
        self.encoded = [super(EncodedDataset, self).__getitem__(index) for index in range(len(self.data))]

    def __getitem__(self, index: int) -> dict:
        return self.encoded[index]

    def lengths(self) -> list[int]:
        return [len(sample["input_ids"]) for sample in self.encoded]


@dataclass
class LengthGroupedData(DataModule):
    """Reads train.json and val.json, lists of {instruction, input, output}, from a folder."""

    json_path: Path
    prompt_style: PromptStyle
    bucket: int = 16
    """Batches are padded to a multiple of this many tokens."""
    most_tokens: int | None = None
    """Those of a batch, padding included; one of long samples has fewer of them."""
    most_samples: int | None = None
    """Of train.json no more than this many, from its beginning."""
    validate: bool = True
    """False leaves the validation set out, which litgpt would otherwise run through once before it trains."""
    seconds: float | None = None
    """The learning rate is annealed within this time, where the steps take longer than was planned."""
    seed: int = 1337
    plain: bool = False
    """True leaves litgpt's recipe and layers as they are."""

    tokenizer: Tokenizer | None = field(default=None, init=False, repr=False)
    batch_size: int = field(default=1, init=False, repr=False)

    def __post_init__(self) -> None:
        super().__init__()

    def connect(self, tokenizer: Tokenizer | None = None, batch_size: int = 1, max_seq_length: int | None = None) -> None:
        self.tokenizer = tokenizer
        self.batch_size = batch_size

    def setup(self, stage: str = "") -> None:
        # The recipe asks for its data before it makes its model, and gives no other place to say how to train.
        if not self.plain:
            labelled_logits.install()
            quick_layers.install()
        if self.seconds is not None:
            clocked_schedule.install(self.seconds)
        self.train_dataset = self.encode(read_json(self.json_path / "train.json")[: self.most_samples])
        self.test_dataset = self.encode(read_json(self.json_path / "val.json") if self.validate else [])

    def encode(self, samples: list[dict]) -> EncodedDataset:
        return EncodedDataset(samples, self.tokenizer, self.prompt_style, mask_prompt=True, ignore_index=IGNORED)

    def train_dataloader(self) -> DataLoader:
        return self.loader(self.train_dataset)

    def val_dataloader(self) -> DataLoader:
        return self.loader(self.test_dataset) if len(self.test_dataset) > 0 else DataLoader([])

    def loader(self, dataset: EncodedDataset) -> DataLoader:
        batches = LengthBatches(dataset.lengths(), self.batch_size, self.bucket, self.seed, self.most_tokens)
        return DataLoader(dataset, batch_sampler=batches, collate_fn=partial(collate, bucket=self.bucket, longest=max(dataset.lengths())))


def collate(samples: list[dict], bucket: int, longest: int) -> dict:
    batch = get_sft_collate_fn(ignore_index=IGNORED)(samples)
    missing = padded_length(batch["input_ids"].size(1), bucket, longest) - batch["input_ids"].size(1)
    batch["input_ids"] = torch.nn.functional.pad(batch["input_ids"], (0, missing), value=0)
    batch["labels"] = torch.nn.functional.pad(batch["labels"], (0, missing), value=IGNORED)
    return batch
