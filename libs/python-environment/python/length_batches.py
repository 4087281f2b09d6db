"""Puts samples of like length into a batch, so that little of it is padding."""

import math

import torch


def padded_length(length: int, bucket: int, longest: int) -> int:
    """The next multiple of the bucket; few different shapes are quicker on a CPU. litgpt's model takes no more than the longest sample."""
    return min(math.ceil(length / bucket) * bucket, longest)


class LengthBatches(torch.utils.data.Sampler[list[int]]):
    """Yields the indices of a batch. Every epoch has new neighbours among samples of one bucket, and a new order of its batches.

    Without a bucket the samples are mixed, and a batch is padded to its own longest sample.
    """

    def __init__(self, lengths: list[int], batch_size: int, bucket: int | None, seed: int) -> None:
        self.longest = max(lengths, default=0)
        self.padded = [self.longest if bucket is None else padded_length(length, bucket, self.longest) for length in lengths]
        self.lengths = lengths
        self.grouped = bucket is not None
        self.batch_size = batch_size
        self.seed = seed
        self.epoch = 0

    def __len__(self) -> int:
        return math.ceil(len(self.lengths) / self.batch_size)

    def __iter__(self):
        batches = self.plan(self.epoch)
        self.epoch += 1
        return iter(batches)

    def plan(self, epoch: int) -> list[list[int]]:
        generator = torch.Generator().manual_seed(self.seed + epoch)
        shuffled = torch.randperm(len(self.lengths), generator=generator).tolist()
        ordered = sorted(shuffled, key=lambda index: self.padded[index])
        batches = [ordered[start : start + self.batch_size] for start in range(0, len(ordered), self.batch_size)]
        return [batches[index] for index in torch.randperm(len(batches), generator=generator).tolist()]

    def padded_tokens(self) -> int:
        """Tokens of one epoch, padding included; with buckets the same in every epoch."""
        sizes = self.padded if self.grouped else self.lengths
        return sum(len(batch) * max(sizes[index] for index in batch) for batch in self.plan(0))
