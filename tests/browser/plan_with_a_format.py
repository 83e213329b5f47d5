"""A planner reads a format, calculates with it, reads it in Einfache Sprache and prints one page."""

import os
import re
from pathlib import Path

from browser import expect, journey


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def run(world):
    sheets = {}
    with world.visitor() as planner:
        page = planner.page
        planner.context.grant_permissions(["clipboard-read", "clipboard-write"])
        planner.goes_to("/mitmachbox/world-cafe", "World Café")
        expect(page).to_have_title("World Café – mitWIRken")

        # Twice the people need twice the pens and tables.
        number = page.get_by_label("Wie viele Menschen erwarten Sie?")
        pens = page.get_by_role("row", name="Filzstifte").locator("b")
        expect(number).to_have_value("40")
        expect(pens).to_have_text("40")
        number.fill("80")
        number.press("Tab")
        expect(pens).to_have_text("80")
        expect(page.get_by_role("row", name="Fragekarte").locator("b")).to_have_text("16")
        number.fill("900")
        number.press("Tab")
        expect(page.get_by_text("Für diese Zahl ist das Format nicht gedacht.")).to_be_visible()

        # The run sheet gets times once the beginning is known, the tasks dates.
        page.get_by_label("Beginn").fill("18:00")
        expect(page.locator(".timeline, .run-sheet, #ablauf").first).to_contain_text("18:00")
        page.get_by_label("Wann findet es statt?").fill("2027-03-15")
        expect(page.locator("#aufgaben")).to_contain_text("15. März 2027")
        expect(page.locator("#aufgaben")).to_contain_text("1. Februar 2027")

        # Where numbers come from is one step away.
        page.get_by_text(re.compile("Belege?$")).first.click()
        expect(page.locator(".fact-box a[href^=http]").first).to_be_visible()

        easy = page.get_by_role("switch", name="Einfache Sprache")
        easy.click()
        expect(easy).to_have_attribute("aria-checked", "true")
        expect(page.locator(".detail__lead")).to_contain_text("Sie sitzen mit wenigen Menschen an einem Tisch.")
        easy.click()

        page.get_by_role("button", name="Link kopieren").click()
        expect(page.get_by_text("Link kopiert.")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == f"{planner.address}/mitmachbox/world-cafe"

        # Relations, examples and guides lead on, and the focus follows to the new heading.
        page.locator("#verwandt a").first.click()
        expect(page.locator("main h1")).not_to_have_text("World Café")
        assert planner.focus() == page.locator("main h1").inner_text().strip()
        page.go_back()
        planner.sees_heading("World Café")

        # Every format is one sheet of A4.
        formats = page.request.get("/api/v1/formats?limit=100").json()["items"]
        for slug in (one["slug"] for one in formats):
            planner.goes_to(f"/mitmachbox/{slug}")
            pdf = page.pdf(format="A4", prefer_css_page_size=True)
            Path(os.environ["MITWIRKEN_TEST_FILES"], f"{slug}.pdf").write_bytes(pdf)
            sheets[slug] = pages_of(pdf)
    assert sheets and set(sheets.values()) == {1}, sheets


journey(run)
