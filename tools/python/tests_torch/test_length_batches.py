"""The batches that litgpt is given: every sample once, neighbours of like length, another order in every epoch."""

import random
import unittest

from length_batches import LengthBatches, padded_length

LENGTHS = random.Random(7).choices(range(20, 200), k=500)


class Batches(unittest.TestCase):
    def test_hold_every_sample_once(self):
        batches = list(LengthBatches(LENGTHS, 8, 16, 1))
        self.assertEqual(sorted(index for batch in batches for index in batch), list(range(500)))
        self.assertTrue(all(len(batch) <= 8 for batch in batches))

    def test_waste_less_than_a_tenth_where_mixed_ones_waste_more_than_a_fifth(self):
        real = sum(LENGTHS)
        self.assertLess(1 - real / LengthBatches(LENGTHS, 8, 16, 1).padded_tokens(), 0.1)
        self.assertGreater(1 - real / LengthBatches(LENGTHS, 8, None, 1).padded_tokens(), 0.2)

    def test_differ_between_epochs_and_agree_between_runs(self):
        batches = LengthBatches(LENGTHS, 8, 16, 1)
        first, second = list(batches), list(batches)
        self.assertNotEqual(first, second)
        self.assertEqual(list(LengthBatches(LENGTHS, 8, 16, 1)), first)

    def test_hold_no_more_tokens_than_they_may(self):
        batches = list(LengthBatches(LENGTHS, 8, 16, 1, 800))
        self.assertEqual(sorted(index for batch in batches for index in batch), list(range(500)))
        self.assertLessEqual(max(len(batch) * max(padded_length(LENGTHS[index], 16, 199) for index in batch) for batch in batches), 800)
        self.assertEqual({len(batch) for batch in batches if max(LENGTHS[index] for index in batch) <= 96}, {8})
        self.assertEqual(len(batches), len(LengthBatches(LENGTHS, 8, 16, 1, 800)))
        self.assertTrue(all(len(batch) == 1 for batch in LengthBatches(LENGTHS, 8, 16, 1, 10)))

    def test_pad_to_few_shapes_and_never_beyond_the_longest(self):
        self.assertEqual([padded_length(length, 16, 190) for length in (1, 16, 17, 189)], [16, 16, 32, 190])
