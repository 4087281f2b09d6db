"""Puts samples of like length into a batch, so that little of it is padding."""

import math
from collections.abc import Iterator

import torch


def padded_length(length: int, bucket: int, longest: int) -> int:
    """The next multiple of the bucket; few different shapes are quicker on a CPU. litgpt's model takes no more than the longest sample."""
    return min(math.ceil(length / bucket) * bucket, longest)


class LengthBatches(torch.utils.data.Sampler[list[int]]):
    """Yields the indices of a batch. Every epoch has new neighbours among samples of one bucket, and a new order of its batches.

    A batch of long samples has fewer of them where it would hold more than `most_tokens`, padding included. Without a bucket the samples are mixed,
    and a batch is padded to its own longest sample.
    """

    def __init__(self, lengths: list[int], batch_size: int, bucket: int | None, seed: int, most_tokens: int | None = None) -> None:
        self.longest = max(lengths, default=0)
        self.padded = [self.longest if bucket is None else padded_length(length, bucket, self.longest) for length in lengths]
        self.lengths = lengths
        self.grouped = bucket is not None
        self.batch_size = batch_size
        self.most_tokens = most_tokens if self.grouped else None
        self.seed = seed
        self.epoch = 0

    def __len__(self) -> int:
        return len(self.plan(self.epoch))

    def __iter__(self):
        batches = self.plan(self.epoch)
        self.epoch += 1
        return iter(batches)

    def plan(self, epoch: int) -> list[list[int]]:
        generator = torch.Generator().manual_seed(self.seed + epoch)
        shuffled = torch.randperm(len(self.lengths), generator=generator).tolist()
        ordered = sorted(shuffled, key=lambda index: self.padded[index])
        batches = list(self.cut(ordered))
        return [batches[index] for index in torch.randperm(len(batches), generator=generator).tolist()]

    def cut(self, ordered: list[int]) -> Iterator[list[int]]:
        """`ordered` goes from short to long, so that the last of a batch sets its length."""
        batch: list[int] = []
        for index in ordered:
            if batch and not self.holds(len(batch) + 1, self.padded[index]):
                yield batch
                batch = []
            batch.append(index)
        if batch:
            yield batch

    def holds(self, samples: int, length: int) -> bool:
        return samples <= self.batch_size and (self.most_tokens is None or samples * length <= self.most_tokens)

    def padded_tokens(self) -> int:
        """Tokens of one epoch, padding included; with buckets the same in every epoch."""
        sizes = self.padded if self.grouped else self.lengths
        return sum(len(batch) * max(sizes[index] for index in batch) for batch in self.plan(0))
