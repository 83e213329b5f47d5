"""The format finder: answer or skip, see what fits and why, change the plan, share it, go on to a format."""

import re

from browser import PHONE, expect, journey


def count(page):
    """How many formats the sentence below the question says."""
    return int(re.match(r"\d+", page.locator(".finder__now p").inner_text()).group())


def run(world):
    with world.visitor() as planner:
        page = planner.page
        planner.goes_to("/mitmachbox", "Welches Format passt?")
        page.get_by_role("link", name="Format-Finder starten").click()
        planner.sees_heading("Was möchten Sie erreichen?")
        expect(page).to_have_title("Was möchten Sie erreichen? – mitWIRken")
        assert planner.focus() == "Was möchten Sie erreichen?", planner.focus()
        everything = re.compile(r"^(\d+) von \1 Formaten passen$")
        expect(page.locator(".finder__now p")).to_have_text(everything)
        page.get_by_role("checkbox", name="Meinungen einholen").check()
        page.get_by_role("checkbox", name="Ideen entwickeln").check()
        expect(page).to_have_url(re.compile("goals=gather_opinions&goals=develop_ideas"))
        page.get_by_role("button", name="Weiter").click()

        planner.sees_heading("Wie viel dürfen die Menschen mitreden?")
        assert planner.focus() == "Wie viel dürfen die Menschen mitreden?", planner.focus()
        page.get_by_role("radio", name="Konsultation").check()
        page.get_by_role("button", name="Weiter").click()

        planner.sees_heading("Mit wie vielen Menschen rechnen Sie?")
        before = count(page)
        page.get_by_label("Mindestens").fill("40")
        page.get_by_label("Höchstens").fill("60")
        page.get_by_label("Höchstens").press("Tab")
        expect(page.locator(".finder__now p")).not_to_have_text(re.compile(f"^{before} "))
        assert 0 < count(page) < before
        page.get_by_role("button", name="Weiter").click()

        # "Back" is the question before, with its answer; skipping is allowed.
        planner.sees_heading("Wo können Sie sich treffen?")
        page.go_back()
        planner.sees_heading("Mit wie vielen Menschen rechnen Sie?")
        expect(page.get_by_label("Mindestens")).to_have_value("40")
        page.go_forward()
        planner.sees_heading("Wo können Sie sich treffen?")
        page.get_by_role("button", name="Überspringen").click()
        planner.sees_heading("Wann soll es losgehen?")
        page.get_by_role("link", name="Ergebnis ansehen").click()

        planner.sees_heading("Das passt zu Ihrem Vorhaben")
        hits = page.locator(".hit")
        cafe = page.locator(".hit", has=page.get_by_role("link", name="World Café", exact=True))
        cafe.get_by_text("Warum?").click()
        expect(cafe).to_contain_text("Sie erwarten 40–60 Menschen, das Format trägt 12–200")

        # Less money: the list follows, and a format that is out now says what it needs.
        found = hits.count()
        budget = page.get_by_role("slider", name="Kosten")
        budget.focus()
        for _ in range(12):
            page.keyboard.press("ArrowLeft")
        expect(budget).to_have_attribute("aria-valuetext", re.compile("^200\\s€$"))
        expect(cafe).to_have_count(0)
        assert hits.count() < found
        missed = page.locator(".missed__item", has=page.get_by_role("link", name="World Café", exact=True))
        expect(missed).to_contain_text("Das Format kostet mindestens")
        missed.get_by_role("button", name="So planen").click()
        expect(cafe).to_be_visible()

        # The address is the plan: a reload and a friend see the same.
        address = page.url
        names = hits.locator("h2").all_inner_texts()
        page.reload()
        planner.sees_heading("Das passt zu Ihrem Vorhaben")
        expect(hits).to_have_count(len(names))
        assert hits.locator("h2").all_inner_texts() == names
        assert page.url == address

        page.get_by_role("link", name=re.compile(r"^ändern\s*:\s*Menschen$")).click()
        planner.sees_heading("Mit wie vielen Menschen rechnen Sie?")
        page.go_back()
        planner.sees_heading("Das passt zu Ihrem Vorhaben")
        hits.get_by_role("link", name="World Café", exact=True).click()
        planner.sees_heading("World Café")

    with world.visitor(viewport=PHONE) as resident:
        page = resident.page
        resident.goes_to("/mitmachbox/finder?crisis=yes&goals=develop_ideas", "Das passt zu Ihrem Vorhaben")
        expect(page.locator(".hit").first).to_contain_text("Digital")
        resident.fits("the results on a phone")
        expect(page.locator(".missed").get_by_text("Das Format lebt davon, dass sich Menschen treffen.").first).to_be_visible()


journey(run)
