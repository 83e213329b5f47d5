"""From the address to a printed comparison without ever touching the mouse."""

from browser import expect, journey


def run(world):
    with world.visitor() as somebody:
        page = somebody.page
        keys = page.keyboard
        somebody.goes_to("/")

        # The first stop skips everything that every page has.
        keys.press("Tab")
        assert somebody.focus() == "Zum Inhalt springen", somebody.focus()
        expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_in_viewport()
        keys.press("Enter")
        somebody.tabs_to("#q", 5)

        # The suggestions are a list box that arrows walk through and Escape closes.
        keys.type("bürger", delay=20)
        expect(page.get_by_role("option").first).to_be_visible()
        keys.press("ArrowDown")
        expect(page.locator("#q")).to_have_attribute("aria-activedescendant", "suggestion-0")
        expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
        keys.press("Escape")
        expect(page.locator("#suggestions")).to_be_hidden()
        expect(page.locator("#q")).to_have_value("bürger")
        keys.press("ArrowDown")
        chosen = page.get_by_role("option", selected=True).inner_text().strip().splitlines()[-1]
        keys.press("Enter")
        somebody.sees_heading(chosen)
        assert somebody.focus() == chosen, f"the focus is on {somebody.focus()}, not on the heading"

        # Every stop on the page is visible and shows that it has the focus.
        for _ in range(15):
            keys.press("Tab")
            shown = page.wait_for_function(
                """() => { const e = document.activeElement; const s = getComputedStyle(e); const r = e.getBoundingClientRect();
                const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'
                  || (e.matches('input[type=radio],input[type=checkbox],input[type=range]'));
                const seen = r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight;
                return ring && seen }"""
            )
            assert shown, somebody.focus()

        # Filtering, sorting and picking in the list.
        somebody.goes_to("/mitmachbox")
        somebody.tabs_to("#side-mode-digital")
        keys.press("Space")
        expect(page).to_have_url(f"{somebody.address}/mitmachbox?mode=digital")
        expect(page.locator("#side-mode-digital")).to_be_focused()
        somebody.tabs_to(".format-card__compare")
        keys.press("Space")
        somebody.tabs_to(".format-card__compare")
        keys.press("Enter")
        somebody.tabs_to(".compare-tray a")
        keys.press("Enter")
        somebody.sees_heading("Zwei Formate im Vergleich")

        # The table scrolls sideways, so it is a stop of its own.
        somebody.tabs_to(".compare[tabindex='0']")


journey(run)
