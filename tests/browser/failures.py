"""What is not there, a server that does not answer, a module that does not arrive: each has a way on."""

from browser import expect, journey


def run(world):
    with world.visitor() as somebody:
        page = somebody.page
        somebody.expects("404", "Failed to load resource", "ERR_FAILED", "failed to fetch", "Failed to fetch", "wasm")
        for place in ("/nicht-da", "/mitmachbox/gibt-es-nicht", "/beispiele/gibt-es-nicht", "/a/b/c"):
            answer = page.goto(place)
            assert answer.status == 404, (place, answer.status)
            somebody.sees_heading()
            expect(page.get_by_role("link", name="Zur Startseite").first).to_be_visible()

        # The API is away: the page says so, and trying again helps once it is back.
        page.route("**/api/v1/formats/world-cafe*", lambda route: route.abort())
        page.goto("/mitmachbox/world-cafe")
        expect(page.get_by_role("alert")).to_contain_text("Keine Verbindung")
        page.unroute("**/api/v1/formats/world-cafe*")
        page.get_by_role("button", name="Noch einmal versuchen").click()
        somebody.sees_heading("World Café")

        # The server fails: its sentence and the id under which it was logged.
        page.route(
            "**/api/v1/examples*",
            lambda route: route.fulfill(
                status=500,
                content_type="application/problem+json",
                body='{"type":"about:blank","title":"Fehler bei uns","status":500,"code":"internal","request_id":"abc-123","errors":[]}',
            ),
        )
        page.goto("/beispiele")
        expect(page.get_by_role("alert")).to_contain_text("Fehler bei uns")
        expect(page.get_by_role("alert")).to_contain_text("abc-123")
        page.unroute("**/api/v1/examples*")

        # A module of the app is cut off on its way: the rest goes on, and a reload mends it.
        page.goto("/")
        somebody.sees_heading()
        page.route("**/split_formats*", lambda route: route.abort())
        page.get_by_role("link", name="Ein Format finden").click()
        expect(page.get_by_role("alert")).to_contain_text("Keine Verbindung")
        page.unroute("**/split_formats*")
        page.get_by_role("button", name="Noch einmal versuchen").click()
        somebody.sees_heading("Welches Format passt?")

    # Without JavaScript the server's page still says what is there.
    with world.visitor(java_script_enabled=False) as somebody:
        somebody.page.goto("/mitmachbox/world-cafe")
        expect(somebody.page.locator("h1")).to_have_text("World Café")


journey(run)
