"""A resident signs in with the code, with the link, and erases the account."""

from browser import PHONE, expect, journey
from people import last_mail


def asks(somebody):
    somebody.goes_to("/anmelden", "Anmelden")
    somebody.page.locator("#email").fill("erika@example.org")
    somebody.page.get_by_role("button", name="Code schicken").click()
    somebody.sees_heading("Geben Sie Ihren Code ein")


def run(world):
    with world.visitor(viewport=PHONE, bypass_csp=True) as somebody:
        somebody.expects("401", "422")
        page = somebody.page
        somebody.goes_to("/")
        page.get_by_role("link", name="Anmelden").click()
        somebody.sees_heading("Anmelden")
        page.locator("#email").fill("keine Adresse")
        page.get_by_role("button", name="Code schicken").click()
        expect(page.locator("#email-error")).to_contain_text("keine E-Mail-Adresse")
        expect(page.locator("#email")).to_have_value("keine Adresse")
        somebody.is_accessible("sign-in with an error")
        asks(somebody)
        somebody.is_accessible("code")
        subject, _ = last_mail("erika@example.org")
        page.get_by_label("Code aus der E-Mail").fill(subject.split()[-1])
        page.get_by_role("button", name="Anmelden").click()
        somebody.sees_heading("Mein Konto")
        expect(page.get_by_text("erika@example.org")).to_be_visible()
        expect(page.get_by_text("dieses Gerät")).to_be_visible()
        page.get_by_label("Name").fill("Erika")
        page.get_by_role("button", name="Speichern").click()
        expect(page.get_by_text("Gespeichert.")).to_be_visible()
        somebody.fits("/konto")
        page.get_by_role("button", name="Abmelden", exact=True).click()
        somebody.sees_heading("Anmelden")

        # The link works on the device that asked, in another tab too; opening it alone does nothing.
        asks(somebody)
        _, text = last_mail("erika@example.org")
        link = next(word for word in text.split() if "/anmelden/link#" in word)
        somebody.goes_to("/anmelden/link#" + link.split("#")[1], "Anmelden")
        page.get_by_role("button", name="Anmelden").click()
        somebody.sees_heading("Mein Konto")
        expect(page.get_by_label("Name")).to_have_value("Erika")
        page.get_by_role("button", name="Konto löschen").click()
        page.get_by_role("button", name="Ja, jetzt löschen").click()
        somebody.sees_heading("Anmelden")
        somebody.goes_to("/konto", "Bitte melden Sie sich an")

    # Residents have no business in the administration; another device cannot use the link.
    with world.visitor() as other:
        other.expects("401")
        other.goes_to("/anmelden/link#" + link.split("#")[1], "Anmelden")
        expect(other.page.get_by_text("mit dem Sie ihn angefordert haben")).to_be_visible()


if __name__ == "__main__":
    journey(run)
