"""On a small phone, nothing is cut off and everything can be done."""

from browser import NARROW, PHONE, expect, journey
from places import PLACES


def run(world):
    with world.visitor(viewport=PHONE, has_touch=True, is_mobile=True) as somebody:
        page = somebody.page
        somebody.goes_to("/mitmachbox")
        page.get_by_role("button", name="Filter", exact=True).tap()
        sheet = page.get_by_role("dialog", name="Filter")
        expect(sheet).to_be_visible()
        option = sheet.locator(".facet__option", has=page.locator("#sheet-mode-digital"))
        promised = option.locator(".facet__count").inner_text().split()[-1]
        option.get_by_text("Digital", exact=True).tap()
        show = sheet.get_by_role("button", name=f"{promised} Formate zeigen")
        show.tap()
        expect(sheet).to_be_hidden()
        expect(page.locator(".list-bar__count")).to_have_text(f"{promised} Formate")
        expect(page.get_by_role("button", name="Filter (1)")).to_be_visible()
        page.get_by_role("button", name="Filter (1)").tap()
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()

        page.get_by_role("button", name="Menü").tap()
        page.get_by_role("navigation", name="Hauptmenü").get_by_role("link", name="Leitfäden").tap()
        somebody.sees_heading()
        expect(page).to_have_url(f"{somebody.address}/leitfaeden")

    with world.visitor(viewport=NARROW) as somebody:
        for place in PLACES:
            somebody.goes_to(place)
            somebody.fits(f"{place} at 320 px")

    with world.visitor(viewport=PHONE, reduced_motion="reduce") as somebody:
        somebody.goes_to("/")
        moving = somebody.page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
            return parseFloat(s.animationDuration) > 0.01 || parseFloat(s.transitionDuration) > 0.01 }).length"""
        )
        assert moving == 0, f"{moving} elements move although motion is unwanted"


journey(run)
