"""One address of every kind of page."""

PLACES = [
    "/",
    "/mitmachbox",
    "/mitmachbox?mode=digital&participants=30",
    "/mitmachbox/buergerhaushalt",
    "/mitmachbox/vergleich?slug=world-cafe&slug=buergerrat&slug=buergerhaushalt",
    "/beispiele",
    "/beispiele/dortmund-digitaler-buergerdialog-2020",
    "/leitfaeden",
    "/leitfaeden/checkliste-barrierefreie-veranstaltung",
    "/konzepte",
    "/konzepte/mitwirkung-2-0",
    "/barrierefreiheit",
    "/en/",
    "/en/mitmachbox/world-cafe",
]
