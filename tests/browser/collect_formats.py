"""Formats are collected on the device without an account, shared by a link, and printed as a booklet."""

import re

from browser import expect, journey


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def run(world):
    with world.visitor() as planner:
        page = planner.page
        for slug, heading in [("world-cafe", "World Café"), ("fishbowl", re.compile("^Fishbowl")), ("planungszelle", "Planungszelle")]:
            planner.goes_to(f"/mitmachbox/{slug}", heading)
            page.get_by_role("button", name="In die Sammlung").click()
            expect(page.get_by_role("button", name="In der Sammlung")).to_have_attribute("aria-pressed", "true")

        # Another day, the same device.
        page.get_by_role("link", name="Meine Sammlung").click()
        planner.sees_heading("Meine Sammlung")
        items = page.locator(".collection > li")
        expect(items).to_have_count(3)
        page.reload()
        expect(items).to_have_count(3)
        items.nth(2).get_by_role("button", name=re.compile("Nach vorn")).click()
        expect(items.nth(1)).to_contain_text("Planungszelle")
        items.nth(0).get_by_role("button", name=re.compile("Herausnehmen")).click()
        expect(items).to_have_count(2)
        planner.fits("the collection")

        page.get_by_label("Name der Sammlung (freiwillig)").fill("Für den Stadtteil & mehr")
        page.get_by_label("Name der Sammlung (freiwillig)").press("Tab")
        page.get_by_role("link", name="Link zum Teilen öffnen").click()
        planner.sees_heading("Für den Stadtteil & mehr")
        address = page.url
        assert "slug=planungszelle&slug=fishbowl" in address, address

    # Somebody else opens the link: nothing is on their device yet.
    with world.visitor() as colleague:
        page = colleague.page
        page.goto(address)
        colleague.sees_heading("Für den Stadtteil & mehr")
        cards = page.locator(".results > li")
        expect(cards).to_have_count(2)
        expect(cards.first).to_contain_text("Planungszelle")
        page.get_by_role("button", name="In meine Sammlung übernehmen").click()
        expect(page.locator(".notice")).to_contain_text("Übernommen")

        # The booklet: a cover and one sheet for each format.
        page.get_by_role("link", name="Als Heft drucken").click()
        colleague.sees_heading("Für den Stadtteil & mehr")
        expect(page.locator(".sheet-of-paper")).to_have_count(2)
        assert pages_of(page.pdf(format="A4", prefer_css_page_size=True)) == 3

        colleague.goes_to("/mitmachbox/sammlung", "Meine Sammlung")
        expect(page.locator(".collection > li")).to_have_count(2)


journey(run)
