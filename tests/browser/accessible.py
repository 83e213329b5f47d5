"""axe finds nothing on any kind of page, in light, in dark, and at 320 px (`--wide`: in every size)."""

import sys

from browser import DESKTOP, NARROW, expect, journey

PLACES = [
    "/",
    "/mitmachbox?q=kinder",
    "/mitmachbox?kind=legal_instrument&cost_max=1",
    "/mitmachbox/world-cafe",
    "/mitmachbox/vergleich?slug=world-cafe&slug=buergerrat",
    "/mitmachbox/vergleich",
    "/mitmachbox/finder",
    "/mitmachbox/finder?step=level",
    "/mitmachbox/finder?step=place&goals=inform",
    "/mitmachbox/finder?step=time",
    "/mitmachbox/finder?goals=inform&goals=decide&people_min=40&people_max=90&budget_eur=900&crisis=yes",
    "/mitmachbox/sammlung",
    "/mitmachbox/sammlung?slug=world-cafe&slug=fishbowl&title=Zwei",
    "/mitmachbox/sammlung?slug=world-cafe&slug=fishbowl&booklet=yes",
    "/lotse",
    "/beispiele",
    "/beispiele/aachen-buergerrat-2023",
    "/leitfaeden",
    "/leitfaeden/checkliste-digitale-veranstaltung",
    "/leitfaeden/instrumentenkoffer-digitaler-buergerdialog",
    "/konzepte",
    "/konzepte/mitwirkung-2-0",
    "/impressum",
    "/datenschutz",
    "/barrierefreiheit",
    "/en/mitmachbox/buergerhaushalt",
    "/anmelden",
    "/konto",
    "/verwaltung",
    "/nicht-da",
]

TABLET = {"width": 1000, "height": 900}
USUAL = [("light", DESKTOP, "light"), ("dark", DESKTOP, "dark"), ("320 px", NARROW, "light")]
WIDE = [
    (f"{width} px, {scheme}", {"width": width, "height": 900}, scheme)
    for width in (320, 390, 600, 768, 1024, 1280, 1920)
    for scheme in ("light", "dark")
]


def run(world):
    for name, viewport, scheme in WIDE if "--wide" in sys.argv else USUAL:
        with world.visitor(viewport=viewport, scheme=scheme, bypass_csp=True) as somebody:
            somebody.expects("404", "401")
            for place in PLACES:
                somebody.goes_to(place)
                somebody.is_accessible(f"{place} ({name})")
                somebody.fits(f"{place} ({name})")

    with world.visitor(viewport=TABLET) as somebody:
        somebody.expects("404", "401")
        for place in PLACES:
            somebody.goes_to(place)
            somebody.fits(f"{place} (tablet)")

    with world.visitor(bypass_csp=True) as somebody:
        page = somebody.page
        somebody.goes_to("/")
        page.get_by_role("combobox").press_sequentially("bürger")
        expect(page.get_by_role("option").first).to_be_visible()
        somebody.is_accessible("the open suggestions")
        for place, heading in [("/docs", "API documentation"), ("/problems/not-found", "Nicht gefunden")]:
            page.goto(place)
            expect(page.locator("h1")).to_have_text(heading)
            somebody.is_accessible(place)
            somebody.fits(place)

    with world.visitor(viewport=NARROW, bypass_csp=True) as somebody:
        somebody.goes_to("/mitmachbox")
        somebody.page.get_by_role("button", name="Filter", exact=True).click()
        expect(somebody.page.get_by_role("dialog")).to_be_visible()
        somebody.is_accessible("the sheet with filters")
        for example in somebody.goes_to_document("/docs").locator("summary").all()[:3]:
            example.click()
        somebody.is_accessible("/docs with examples open")
        somebody.fits("/docs with examples open")


journey(run)
