# Seiten, bevor die App geladen ist, und Feeds.
feed-formats-title = Mitmachbox: neue und geänderte Formate
page-skip = Zum Inhalt springen
page-home-title = Ihre Stadt. Ihre Stimme.
page-home-description = Finden Sie heraus, wie Menschen mitreden können: Formate für Beteiligung, Beispiele aus der Praxis, Leitfäden und Konzepte.
page-formats-title = Mitmachbox: Formate für Beteiligung
page-formats-description = Formate für Beteiligung vor Ort, digital und hybrid: suchen, vergleichen, ausdrucken. Mit Ablaufplan, Aufwand, Kosten und Quellen.
page-finder-title = Format-Finder: Welches Format passt zu Ihrem Vorhaben?
page-finder-description = Elf kurze Fragen zu Ziel, Menschen, Zeit und Geld. Danach sehen Sie, welche Formate passen, warum, und was sich für die übrigen ändern müsste.
page-collection-title = Sammlung
page-collection-description = Formate, die jemand zusammengestellt hat: als Liste, als Link, als Heft.
page-compare-title = Formate vergleichen
page-compare-description = Bis zu vier Formate nebeneinander.
page-examples-title = Beispiele aus der Praxis
page-examples-description = Wo ein Format wirklich eingesetzt wurde, und was daraus geworden ist.
page-guides-title = Leitfäden und Checklisten
page-guides-description = Veröffentlichungen und eigene Checklisten, die beim Planen helfen.
page-concepts-title = Konzepte und Ideen
page-concepts-description = Wie eine Stadt Menschen mitreden lassen kann: durchdachte Konzepte und Ideen, die noch niemand ausprobiert hat.
page-concept-open = Offene Fragen
page-missing-title = Diese Seite gibt es nicht
page-missing-description = Vielleicht wurde sie verschoben. Auf der Startseite finden Sie alles, was es gibt.
page-count = { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}

legal-gap = [noch nicht ausgefüllt]
legal-imprint-title = Impressum
legal-imprint-body =
    ## Wer dieses Angebot betreibt

    { $site_operator }

    Vertreten durch: { $site_represented_by }

    ## So erreichen Sie uns

    E-Mail: { $site_email }

    Telefon: { $site_phone }

    ## Inhalte und Software

    Die Texte der Mitmachbox stehen unter der Lizenz [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.de). Die Software mitWIRken steht unter der EUPL 1.2.
legal-privacy-title = Datenschutz
legal-privacy-body =
    ## Was wir speichern

    Sie können dieses Angebot lesen, ohne sich anzumelden. Wir setzen keine Cookies und binden nichts von anderen Anbietern ein. Auf Ihrem Gerät bleibt nur, was Sie selbst einstellen oder sammeln, zum Beispiel die dunkle Darstellung oder Ihre Sammlung.

    Damit niemand das Angebot überlastet, zählt der Server kurz im Arbeitsspeicher mit, wie viele Anfragen von einer Internetadresse kommen. Er schreibt die Adresse nicht auf.

    ## Wer verantwortlich ist

    { $site_operator }

    ## Datenschutzbeauftragte Stelle

    { $site_privacy_officer }

    ## Ihre Rechte

    Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Widerspruch. Sie können sich auch bei der Aufsicht beschweren:

    { $site_privacy_authority }
legal-accessibility-title = Erklärung zur Barrierefreiheit
legal-accessibility-body =
    ## Unser Ziel

    { $site_city } möchte, dass alle Menschen dieses Angebot nutzen können. Maßstab ist die Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen; gebaut ist es nach den WCAG 2.2, Stufe AA.

    ## Was noch nicht geht

    Informationen in Deutscher Gebärdensprache gibt es noch nicht. Die Texte in Einfacher Sprache hat noch keine Prüfgruppe gelesen; deshalb heißen sie nicht „Leichte Sprache“. Die Veröffentlichungen anderer, auf die wir verweisen, haben wir nicht geprüft.

    Zuletzt geprüft am: { $site_accessibility_checked }

    ## Melden Sie uns Hürden

    Schreiben oder sprechen Sie uns an. Wir antworten und helfen Ihnen, an die Information zu kommen.

    E-Mail: { $site_email }

    Telefon: { $site_phone }

    ## Wenn unsere Antwort nicht hilft

    Dann können Sie sich an diese Stelle wenden:

    { $site_accessibility_authority }
page-sign-in-title = Anmelden
page-sign-in-description = Melden Sie sich mit einem Code per E-Mail an, oder als Mitarbeiter*in mit Passwort und zweitem Faktor.
page-access-title = Zugang einrichten
page-access-description = Wählen Sie ein Passwort und richten Sie den zweiten Faktor ein.
page-account-title = Mein Konto
page-account-description = Ihre Angaben, Ihre Anmeldungen und das Löschen Ihres Kontos.
page-administration-title = Verwaltung
page-administration-description = Für die Mitarbeiter*innen der Stadt.
