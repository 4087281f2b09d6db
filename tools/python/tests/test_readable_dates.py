"""How dates are written in what the peer's model is shown."""

import datetime
import unittest

from readable_dates import make_readable


class ReadableDates(unittest.TestCase):
    def test_writes_dates_and_times_as_people_do(self):
        rows = [{"born": datetime.date(1990, 5, 1), "created": datetime.datetime(2024, 12, 31, 9, 5, 7, 120)}]
        self.assertEqual(make_readable(str(rows)), "[{'born': 1990-05-01, 'created': 2024-12-31 09:05}]")

    def test_leaves_all_else(self):
        self.assertEqual(make_readable("[{'note': 'datetime.date of no row', 'n': 3}]"), "[{'note': 'datetime.date of no row', 'n': 3}]")


if __name__ == "__main__":
    unittest.main()
