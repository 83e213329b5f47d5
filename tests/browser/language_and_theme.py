"""German and English under their own addresses; light, dark or as the device wishes, remembered."""

from browser import expect, journey


def background(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def run(world):
    with world.visitor() as somebody:
        page = somebody.page
        somebody.goes_to("/mitmachbox?mode=digital")
        expect(page.locator("html")).to_have_attribute("lang", "de")
        page.get_by_role("link", name="English").click()
        expect(page).to_have_url(f"{somebody.address}/en/mitmachbox?mode=digital")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("#side-mode-digital")).to_be_checked()

        # Links stay in the language; texts that are only there in German say so.
        page.locator(".results .card__link").first.click()
        somebody.sees_heading()
        assert "/en/mitmachbox/" in page.url, page.url
        expect(page.locator("main [lang=de]:visible").first).to_be_visible()
        page.get_by_role("link", name="Home").first.click()
        somebody.sees_heading()
        expect(page).to_have_url(f"{somebody.address}/en/")
        page.get_by_role("link", name="Deutsch").click()
        expect(page).to_have_url(f"{somebody.address}/")
        expect(page.locator("html")).to_have_attribute("lang", "de")

        light = background(page)
        page.get_by_role("radio", name="Dunkel").check(force=True)
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        dark = background(page)
        assert light != dark, light
        page.reload()
        somebody.sees_heading()
        assert background(page) == dark, "the choice is forgotten"
        page.get_by_role("radio", name="Wie das Gerät").check(force=True)
        assert background(page) == light

    with world.visitor(scheme="dark") as somebody:
        somebody.goes_to("/")
        assert background(somebody.page) == dark, "the device's wish is ignored"


journey(run)
