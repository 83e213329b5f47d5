"""What every journey needs: a page in Chromium, and checks that say what they saw.

A journey is `journey(run)`: `run` gets a `Visitor`. Anything the browser complains about (console
errors, exceptions, failed requests to the server) fails the journey unless the visitor expected it.
"""

import sys
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}

FLAGS = [
    "--no-sandbox",  # CI runs as root in a sandbox of its own
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

expect.set_options(timeout=15_000)


class Visitor:
    """One person with one window."""

    def __init__(self, browser, address, viewport=DESKTOP, scheme="light", **options):
        # The axe script must get into the page; that the policy holds is tested without it.
        self.context = browser.new_context(
            viewport=viewport, color_scheme=scheme, locale="de-DE", base_url=address, **options
        )
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.address = address
        self.complaints = []
        self.expected = []
        self.page.on("console", lambda message: self._heard(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self._heard(str(error)))

    def _heard(self, text):
        self.complaints.append(text)

    def expects(self, *parts):
        """Complaints that contain one of `parts` are what this journey is about."""
        self.expected.extend(parts)

    def goes_to(self, path, heading=None):
        self.page.goto(path)
        self.sees_heading(heading)

    def goes_to_document(self, path):
        """A page without the app."""
        self.page.goto(path)
        expect(self.page.locator("main h1")).to_be_visible()
        return self.page

    def sees_heading(self, heading=None):
        """The page has arrived: its heading is there and nothing is loading any more."""
        # Before the app starts, the server's own text stands there, in a main without an id.
        first = self.page.locator("#main h1")
        expect(first).to_be_visible()
        if heading:
            expect(first).to_have_text(heading)
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)

    def focus(self):
        """What has the focus: its text, or its name."""
        return self.page.evaluate(
            "() => { const e = document.activeElement; return (e.getAttribute('aria-label') || e.innerText || e.id || e.tagName).trim() }"
        )

    def tabs_to(self, selector, most=120):
        """Presses Tab until `selector` has the focus."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => !!document.activeElement && document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{most} times Tab did not reach {selector}")

    def fits(self, place):
        """Nothing is wider than the window."""
        over = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, f"{place} is {over} px too wide"

    def is_accessible(self, place):
        found = Axe().run(self.page, options={"runOnly": RULES}).response["violations"]
        told = [f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]
        assert not found, f"axe on {place}: " + "; ".join(told)

    def tells(self):
        """What can be seen, for whoever must find out why a journey failed."""
        print(f"at {self.page.url}; the browser said {self.complaints}")
        try:
            print(self.page.locator("body").inner_text(timeout=2_000)[:600])
        except Exception as error:  # The page itself may be what is broken.
            print(error)

    def closes(self):
        self.context.close()
        left = [text for text in self.complaints if not any(part in text for part in self.expected)]
        assert not left, f"the browser complained: {left}"


class World:
    def __init__(self, browser, address):
        self.browser = browser
        self.address = address

    @contextmanager
    def visitor(self, **options):
        somebody = Visitor(self.browser, self.address, **options)
        try:
            yield somebody
        except BaseException:
            somebody.tells()
            raise
        somebody.closes()


def journey(run, *flags):
    """Runs a journey; `flags` are further switches of Chromium."""
    address = sys.argv[1]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*FLAGS, *flags])
        try:
            run(World(browser, address))
        finally:
            browser.close()
