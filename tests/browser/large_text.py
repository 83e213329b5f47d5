"""Somebody has set the browser to letters of twice the size: nothing is cut off, on any window."""

from browser import DESKTOP, PHONE, journey
from places import PLACES


def run(world):
    for viewport in (DESKTOP, PHONE):
        with world.visitor(viewport=viewport) as somebody:
            for place in PLACES:
                somebody.goes_to(place)
                size = somebody.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
                assert size >= 32, f"the letters are {size} px"
                somebody.fits(f"{place} at {viewport['width']} px with text at 200 %")


journey(run, "--blink-settings=defaultFontSize=32")
