"""Picking formats on the way and putting up to four of them side by side."""

from browser import expect, journey


def run(world):
    with world.visitor() as somebody:
        page = somebody.page
        somebody.goes_to("/mitmachbox?sort=title")
        pick = page.locator(".format-card").get_by_role("button", name="Vergleichen")
        expect(pick.nth(4)).to_be_visible()
        tray = page.get_by_role("complementary", name="Vorgemerkt zum Vergleichen")
        pick.nth(0).click()
        expect(tray).to_contain_text("Merken Sie noch ein Format vor.")
        pick.nth(1).click()

        # The list of picks lives through a visit to another page and a reload.
        page.get_by_role("link", name="Beispiele").first.click()
        somebody.sees_heading()
        page.reload()
        expect(tray).to_contain_text("2 von 4")
        page.go_back()
        somebody.sees_heading("Welches Format passt?")
        pick.nth(2).click()
        pick.nth(3).click()
        expect(tray).to_contain_text("4 von 4")
        expect(pick.nth(4)).to_be_disabled()

        tray.get_by_role("link", name="Vergleich ansehen").click()
        somebody.sees_heading("Vier Formate im Vergleich")
        expect(page.locator("thead th")).to_have_count(4)
        before = page.get_by_role("row", name="Kosten").locator("td").all_inner_texts()
        page.get_by_label("Zahl der Menschen").fill("200")
        page.get_by_label("Zahl der Menschen").press("Tab")
        expect(page.get_by_text("Die Kosten sind für 200 Menschen gerechnet.")).to_be_visible()
        after = page.get_by_role("row", name="Kosten").locator("td").all_inner_texts()
        assert before != after, before

        page.get_by_role("button", name="Entfernen").first.click()
        somebody.sees_heading("Drei Formate im Vergleich")
        shared = page.url
        page.goto("about:blank")
        page.goto(shared)
        somebody.sees_heading("Drei Formate im Vergleich")

        somebody.goes_to("/mitmachbox/vergleich")
        expect(page.get_by_text("braucht es mindestens zwei Formate")).to_be_visible()


journey(run)
