"""Dates in the text of a Python value, as a person writes them."""

import re


def make_readable(rows: str) -> str:
    """datetime.date(2024, 5, 1) becomes 2024-05-01, and datetime.datetime(2024, 5, 1, 9, 30) becomes 2024-05-01 09:30."""

    def replace(match: re.Match) -> str:
        year, month, day, *clock = (int(part) for part in match[1].split(","))
        time_of_day = f" {clock[0]:02}:{clock[1]:02}" if len(clock) > 1 else ""
        return f"{year:04}-{month:02}-{day:02}{time_of_day}"

    return re.sub(r"datetime\.(?:date|datetime)\(([\d, ]+)\)", replace, rows)
