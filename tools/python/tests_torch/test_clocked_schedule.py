"""clocked_schedule against the schedule of litgpt's own recipe."""

import unittest

import torch
from litgpt.finetune import lora as recipe

import clocked_schedule
from clocked_schedule import learning_rate_factor


def optimizer() -> torch.optim.Optimizer:
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)


def rates(get_lr_scheduler, steps: int, warmup: int) -> list[float]:
    used = optimizer()
    schedule = get_lr_scheduler(used, warmup, steps)
    seen = []
    for _ in range(steps):
        seen.append(schedule.get_last_lr()[0])
        used.step()
        schedule.step()
    return seen


class ClockedScheduleTest(unittest.TestCase):
    def setUp(self) -> None:
        self.original = recipe.get_lr_scheduler
        self.now = 0.0

    def tearDown(self) -> None:
        recipe.get_lr_scheduler = self.original

    def clocked(self, seconds: float, seconds_per_step: float):
        def clock() -> float:
            self.now += seconds_per_step
            return self.now

        clocked_schedule.install(seconds, clock)
        return recipe.get_lr_scheduler

    def test_is_the_recipes_own_while_the_run_is_on_time(self) -> None:
        expected = rates(self.original, 200, 10)
        actual = rates(self.clocked(1000.0, 1.0), 200, 10)
        torch.testing.assert_close(torch.tensor(actual), torch.tensor(expected), atol=1e-6, rtol=0)

    def test_anneals_to_zero_by_the_clock_where_steps_are_slow(self) -> None:
        actual = rates(self.clocked(100.0, 1.0), 200, 10)
        self.assertGreater(actual[10], 0.9)
        self.assertLess(actual[101], 1e-3)
        self.assertTrue(all(later <= earlier + 1e-9 for earlier, later in zip(actual[11:], actual[12:])))

    def test_warms_up_by_steps(self) -> None:
        self.assertEqual(learning_rate_factor(5, 90.0, 10, 200, 100.0), 0.5)


if __name__ == "__main__":
    unittest.main()
