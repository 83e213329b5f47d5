# Around every page.
site-name = mitWIRken
skip = Zum Inhalt springen
official = Ein Angebot der Stadt
official-label = Sprache und Darstellung
language-label = Sprache
theme-label = Darstellung
theme-light = Hell
theme-dark = Dunkel
theme-auto = Wie das Gerät
wordmark = mitWIRken, zur Startseite
menu = Menü
navigation = Hauptmenü
nav-account = Mein Konto
nav-sign-in = Anmelden
nav-home = Start
nav-formats = Mitmachbox
nav-examples = Beispiele
nav-guides = Leitfäden
nav-concepts = Konzepte und Ideen
crumbs = Sie sind hier
footer-claim = Erprobte Formate für Beteiligung. Frei nutzbar, mit Quellen belegt.
footer-explore = Entdecken
footer-about = Über diese Seite
footer-accessibility = Barrierefreiheit
footer-pathfinder = Lotse
footer-privacy = Datenschutz
footer-imprint = Impressum
footer-data = Daten für alle
footer-api = Schnittstelle (API)
footer-csv = Alle Formate als Tabelle (CSV)
footer-feed = Neues als Feed (Atom)
footer-licence = Texte: CC BY 4.0
footer-top = Nach oben
loading = Wird geladen …
failure-offline-title = Keine Verbindung
failure-offline-detail = Der Server antwortet gerade nicht. Bitte prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.
failure-retry = Noch einmal versuchen
failure-home = Zur Startseite
failure-id = Kennung: { $id }
missing-title = Diese Seite gibt es nicht
missing-text = Vielleicht ist der Link veraltet oder die Adresse hat einen Tippfehler.
missing-formats = Zur Mitmachbox
notice-close = Meldung schließen
notice-copied = Link kopiert.
notice-not-copied = Der Link ließ sich nicht kopieren. Bitte kopieren Sie ihn aus der Adresszeile.
stepper-less = Weniger
stepper-more = Mehr
legal-missing = Diese Angaben fehlen noch. Die Stadt trägt sie in den Einstellungen ein: { $keys }
action-print = Drucken
action-share = Teilen
action-copy = Link kopieren
action-data = Daten (JSON)
source-list = Quellen
source-checked = geprüft am { $day }
number-free = kostenlos
number-from = ab { $from }
number-minutes = { $range } Min.
number-hours = { $form ->
    [one] { $range } Stunde
   *[other] { $range } Stunden
}
number-days = { $form ->
    [one] { $range } Tag
   *[other] { $range } Tage
}
number-weeks = { $form ->
    [one] { $range } Woche
   *[other] { $range } Wochen
}
number-months = { $form ->
    [one] { $range } Monat
   *[other] { $range } Monate
}
count-formats = { $count ->
    [0] Keine Formate
    [one] Ein Format
   *[other] { $count } Formate
}
count-examples = { $count ->
    [0] Noch keine Beispiele
    [one] Ein Beispiel
   *[other] { $count } Beispiele
}
count-guides = { $count ->
    [0] Noch keine Leitfäden
    [one] Ein Leitfaden
   *[other] { $count } Leitfäden
}
