"""What stands in the place of litgpt's own parts while a test runs."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def installed(module, *replaced: tuple[object, str]) -> Iterator[None]:
    """Installs a module; the attributes that it replaces, each an object and a name, are put back at the end."""
    kept = [(owner, name, getattr(owner, name)) for owner, name in replaced]
    module.install()
    try:
        yield
    finally:
        for owner, name, own in kept:
            setattr(owner, name, own)
