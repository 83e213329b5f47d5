search-label = Formate durchsuchen
search-placeholder = Format, Ziel oder Stichwort
search-submit = Suchen
search-suggestions = Vorschläge
list-title = Mitmachbox
list-heading = Welches Format passt?
list-loading = Formate werden geladen …
list-count-for = { $count ->
    [0] Keine Formate für „{ $text }“
    [one] Ein Format für „{ $text }“
   *[other] { $count } Formate für „{ $text }“
}
list-more = Weitere Formate laden
list-all = Alle Formate zeigen
sort-label = Sortieren nach
filters = Filter
filters-button = { $count ->
    [0] Filter
   *[other] Filter ({ $count })
}
filters-close = Filter schließen
filters-show = { $count ->
    [0] Kein Format
    [one] Ein Format zeigen
   *[other] { $count } Formate zeigen
}
filter-choose = Bitte wählen
filter-chosen = { $count } gewählt
filter-hits = Treffer:
filter-any = egal
filter-about = Etwa
filter-mode = Wo?
filter-participants = Wie viele Menschen?
filter-participants-label = Zahl der Menschen
filter-level = Beteiligungsstufe
filter-purpose = Was möchten Sie erreichen?
filter-duration = Wie lange höchstens?
filter-cost = Was darf es kosten?
filter-lead = Wie viel Vorlauf haben Sie?
filter-staff = Wie viel Arbeit darf es machen?
filter-phase = In welcher Phase?
filter-target = Für wen besonders?
filter-recruitment = Wie kommen Menschen dazu?
filter-kind = Art
chip-participants = { $count ->
    [one] ein Mensch
   *[other] { $count } Menschen
}
chip-at-most = höchstens { $amount }
chip-remove = Filter entfernen
chips-label = Gewählte Filter
chips-reset = Alle zurücksetzen
empty-title = Kein Format passt auf alles zugleich
empty-text = Lassen Sie eine Bedingung weg, dann finden wir etwas:
empty-without = Ohne „{ $what }“
empty-gain = { $count ->
    [one] dann ein Format
   *[other] dann { $count } Formate
}
empty-reset = Alle Filter zurücksetzen
modes-label = Wo es stattfindet
level-label = Beteiligungsstufe
level-range = { $from } bis { $to }
fact-people = Menschen
fact-duration = Dauer
fact-lead = Vorlauf
fact-cost = Kosten
fact-staff = Arbeit des Teams
fact-staff-note = vorher, am Tag und danach
fact-cost-note = bei { $count } Menschen, ohne eigene Gehälter
fact-ideal = Am besten mit etwa { $count }
fact-one-session = ein Termin
fact-sessions = { $range } Termine
fact-facilitation = Moderation
fact-facilitation-per = eine Person je { $count } Menschen
facts-title = Auf einen Blick
stairs-label = Beteiligungsstufen, von wenig bis viel Einfluss
stairs-on = (trifft zu)
evidence-count = { $count ->
    [one] Ein Beleg
   *[other] { $count } Belege
}
compare-pick = Vergleichen
compare-remember = Zum Vergleich vormerken
compare-picked = Im Vergleich
tray-label = Vorgemerkt zum Vergleichen
tray-title = Vergleich
tray-count = { $count } von { $most }
tray-remove = { $title } aus dem Vergleich nehmen
tray-compare = Vergleich ansehen
tray-one-more = Merken Sie noch ein Format vor.
compare-title = Formate im Vergleich
compare-heading = { $count ->
    [2] Zwei Formate im Vergleich
    [3] Drei Formate im Vergleich
   *[other] Vier Formate im Vergleich
}
compare-lead = Die Kosten sind für { $count } Menschen gerechnet.
compare-people = Zahl der Menschen
compare-region = Vergleich der Formate, seitlich verschiebbar
compare-remove = Entfernen
compare-where = Wo
compare-too-few = Zum Vergleichen braucht es mindestens zwei Formate. Merken Sie sie in der Mitmachbox vor.
detail-contents = Auf dieser Seite
detail-aside = Zahlen und Werkzeuge
simple-switch = Einfache Sprache
simple-untested = noch nicht geprüft
aliases = Auch bekannt als
section-fits = Wann passt es?
section-what = Was ist das?
section-calculator = Was brauchen Sie?
section-run = So läuft es ab
section-materials = Material
section-tasks = Vorher und nachher
section-outputs = Was am Ende vorliegt
section-variants = Varianten
section-risks = Was schiefgehen kann
section-access = Damit alle mitmachen können
section-law = Rechtliche Grundlage
section-related = Passt dazu
section-practice = Beispiele, Leitfäden und Konzepte
section-sources = Quellen
fits-yes = Gut geeignet
fits-no = Nicht geeignet
strengths = Stärken
weaknesses = Schwächen
origin = Herkunft:
updated = Stand { $day }
contactless = Ohne Treffen vor Ort:
row-example = Beispiel
row-format = Format
calculator-people = Wie viele Menschen erwarten Sie?
calculator-slider = Zahl der Menschen, Schieberegler
calculator-outside = Für diese Zahl ist das Format nicht gedacht.
calculator-cost = Kosten ohne eigene Gehälter
calculator-staff = Arbeit des ganzen Teams
calculator-groups = Gruppen mit je { $count } Menschen
calculator-room = Raum
calculator-facilitators = Personen zum Moderieren
materials-for = Für { $count } Menschen
materials-what = Was
materials-per = Gerechnet
per-event = einmal
per = { $quantity } je { $what }
per-what-group = Gruppe
per-what-person = Mensch
run-total = Zusammen { $duration } in { $count ->
    [one] einem Schritt
   *[other] { $count } Schritten
}
run-repeat = { $count } Runden
run-material = Material:
run-remote = Digital:
run-start = Beginn
task-day = Der Tag
task-before = { $count ->
    [one] 1 Tag vorher
   *[other] { $count } Tage vorher
}
task-after = { $count ->
    [one] 1 Tag danach
   *[other] { $count } Tage danach
}
task-date = Wann findet es statt?
task-event = { $title }
