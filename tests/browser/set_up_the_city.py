"""The first admin comes in by the set-up link, makes a department, invites an editor, and sees it in the log."""

import os

from browser import DESKTOP, NARROW, expect, journey
from people import code_of, last_mail


def signs_up(somebody, page, password):
    """From the password to the recovery codes."""
    page.get_by_label("Passwort").fill(password)
    page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zweiten Faktor einrichten")
    somebody.is_accessible("second factor")
    page.get_by_text("Schlüssel zum Abtippen zeigen").click()
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("alert")).to_contain_text("Die Anmeldung hat nicht geklappt")
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Wiederherstellungscodes")
    assert page.locator(".codes li").count() == 10
    somebody.is_accessible("recovery codes")
    page.get_by_role("button", name="Ich habe sie aufgehoben").click()
    somebody.sees_heading("Verwaltung")


def run(world):
    with world.visitor(bypass_csp=True) as somebody:
        somebody.expects("401", "422")
        page = somebody.page
        somebody.goes_to(f"/zugang#{os.environ['MITWIRKEN_TEST_SET_UP']}", "Zugang einrichten")
        somebody.is_accessible("set-up")
        page.get_by_label("Name").fill("Ada Admin")
        page.get_by_label("E-Mail-Adresse").fill("ada@example.org")
        # What is wrong is said at the field, and what was typed stays.
        page.get_by_label("Passwort").fill("kurz")
        page.get_by_role("button", name="Weiter").click()
        expect(page.locator("#error-summary")).to_be_focused()
        expect(page.locator("#password-error")).to_contain_text("mindestens 12 Zeichen")
        expect(page.get_by_label("Name")).to_have_value("Ada Admin")
        signs_up(somebody, page, "Vier Wörter ohne Zusammenhang")
        expect(page.get_by_text("Guten Tag, Ada Admin.")).to_be_visible()
        somebody.is_accessible("overview")

        # A reload gets a new token by the cookie.
        page.reload()
        somebody.sees_heading("Verwaltung")
        expect(page.get_by_text("Guten Tag, Ada Admin.")).to_be_visible()

        page.get_by_role("navigation", name="Verwaltung").get_by_role("link", name="Stellen").click()
        somebody.sees_heading("Stellen")
        page.get_by_text("Eine Stelle anlegen").click()
        page.get_by_label("Name", exact=True).fill("Stadtplanungsamt")
        page.get_by_label("Kürzel").fill("61")
        page.get_by_role("button", name="Stelle anlegen").click()
        expect(page.get_by_role("rowheader", name="Stadtplanungsamt")).to_be_visible()
        page.get_by_label("Einführung: Stadtplanungsamt").select_option("pilot")
        expect(page.get_by_label("Einführung: Stadtplanungsamt")).to_have_value("pilot")
        somebody.is_accessible("departments")

        page.get_by_role("navigation", name="Verwaltung").get_by_role("link", name="Personen").click()
        somebody.sees_heading("Personen")
        page.get_by_text("Jemanden einladen").click()
        page.get_by_label("Name", exact=True).fill("Erika Editor")
        page.get_by_label("E-Mail-Adresse", exact=True).fill("erika@example.org")
        page.get_by_label("Wo die Rolle gilt").select_option(label="Stadtplanungsamt")
        page.get_by_role("button", name="Einladung schicken").click()
        expect(page.locator("#grant-reason-error")).to_be_visible()
        page.get_by_label("Grund").fill("Redaktion der Mitmachbox")
        page.get_by_role("button", name="Einladung schicken").click()
        expect(page.get_by_role("row", name="Erika Editor")).to_contain_text("Redaktion (Stadtplanungsamt)")
        somebody.is_accessible("people")
        page.get_by_role("link", name="Erika Editor").click()
        somebody.sees_heading("Person")
        expect(page.get_by_text("Redaktion der Mitmachbox")).to_be_visible()
        somebody.is_accessible("person")

        page.get_by_role("navigation", name="Verwaltung").get_by_role("link", name="Protokoll").click()
        somebody.sees_heading("Protokoll")
        expect(page.get_by_role("row").filter(has_text="user.invite")).to_contain_text("Ada Admin")
        somebody.is_accessible("audit log")
        page.set_viewport_size(NARROW)
        for part in ("", "/personen", "/stellen", "/protokoll", "/post"):
            somebody.goes_to(f"/verwaltung{part}")
            somebody.fits(f"/verwaltung{part}")
        page.set_viewport_size(DESKTOP)
        somebody.goes_to("/konto", "Mein Konto")
        somebody.is_accessible("account")
        page.get_by_role("button", name="Abmelden", exact=True).click()
        somebody.sees_heading("Anmelden")
        somebody.goes_to("/verwaltung", "Bitte melden Sie sich an")

    with world.visitor(bypass_csp=True) as invited:
        invited.expects("401", "403")
        _, text = last_mail("erika@example.org")
        link = next(word for word in text.split() if "/zugang#" in word)
        invited.goes_to("/zugang#" + link.split("#")[1], "Zugang einrichten")
        expect(invited.page.get_by_text("erika@example.org")).to_be_visible()
        signs_up(invited, invited.page, "Noch vier andere lange Wörter")
        navigation = invited.page.get_by_role("navigation", name="Verwaltung")
        expect(navigation.get_by_role("link", name="Stellen")).to_be_visible()
        expect(navigation.get_by_role("link", name="Personen")).to_have_count(0)


if __name__ == "__main__":
    journey(run)
