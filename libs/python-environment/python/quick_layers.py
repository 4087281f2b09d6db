"""The layers of litgpt's models that training replaces with quicker ones."""

import fused_lora
import short_attention


def install() -> None:
    """Makes the layers of this process work this way."""
    fused_lora.install()
    short_attention.install()
