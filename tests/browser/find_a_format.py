"""From the start page to the right format: suggestions, results, filters, chips, nothing found, back."""

import re

from browser import expect, journey


def run(world):
    with world.visitor() as somebody:
        page = somebody.page
        somebody.goes_to("/")
        expect(page).to_have_title("Wie kommen wir ins Gespräch? – mitWIRken")
        page.get_by_role("combobox", name="Formate durchsuchen").press_sequentially("jugendf")
        suggestion = page.get_by_role("option").first
        expect(suggestion).to_contain_text("Jugendforum")
        expect(suggestion.locator("mark")).to_have_text("Jugendf")

        page.locator("#q").fill("Jugendliche")
        page.locator("#q").press("Enter")
        somebody.sees_heading("Welches Format passt?")
        expect(page).to_have_url(f"{somebody.address}/mitmachbox?q=Jugendliche")
        expect(page.locator(".results > li").first).to_contain_text("Kinder- und Jugendforum")
        found = page.locator(".results > li")
        expect(found.nth(1)).to_be_visible()
        all_found = found.count()

        # A filter narrows the list to as many as its count promised, and stands in the address.
        option = page.locator(".list-page__filters .facet__option", has=page.locator("#side-mode-digital"))
        promised = int(option.locator(".facet__count").inner_text().split()[-1])
        assert 0 < promised <= all_found, (promised, all_found)
        page.get_by_role("checkbox", name="Digital").check()
        expect(page.locator(".list-bar__count")).to_contain_text("„Jugendliche“")
        expect(found).to_have_count(promised)
        expect(page).to_have_url(f"{somebody.address}/mitmachbox?q=Jugendliche&mode=digital")

        # A reload shows the same; the chip takes the filter away again.
        page.reload()
        somebody.sees_heading("Welches Format passt?")
        expect(page.get_by_role("checkbox", name="Digital")).to_be_checked()
        expect(found).to_have_count(promised)
        page.get_by_role("button", name=re.compile("^Digital.*Filter entfernen")).click()
        expect(found).to_have_count(all_found)
        expect(page.get_by_role("checkbox", name="Digital")).not_to_be_checked()

        # Nothing fits: the page says what to drop, and dropping it helps.
        page.goto("/mitmachbox?kind=legal_instrument&cost_max=1")
        way_out = page.locator(".empty__row").first
        expect(way_out).to_contain_text("dann")
        way_out.get_by_role("button").click()
        expect(found.first).to_be_visible()

        # As you type, without Enter; and "back" leads out of the list in one step.
        page.goto("/")
        page.get_by_role("link", name="Ein Format finden").click()
        somebody.sees_heading("Welches Format passt?")
        page.locator("#q").press_sequentially("bürgerhau", delay=20)
        expect(found.first).to_contain_text("Bürgerhaushalt")
        page.go_back()
        somebody.sees_heading("Wie kommen wir ins Gespräch?")

        # The rest of a long list comes on demand, and the focus goes on with it; if it cannot come, that is told.
        somebody.expects("Failed to load resource", "ERR_FAILED")
        somebody.goes_to("/mitmachbox")
        shown = found.count()
        more = page.get_by_role("button", name="Weitere Formate laden")
        page.route("**/api/v1/formats?*cursor=*", lambda route: route.abort())
        more.click()
        expect(page.locator(".notice")).to_contain_text("Keine Verbindung")
        page.unroute("**/api/v1/formats?*cursor=*")
        more.click()
        expect(found.nth(shown)).to_be_visible()
        expect(found.nth(shown).get_by_role("link").first).to_be_focused()


journey(run)
