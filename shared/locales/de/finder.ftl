plan-title = Format-Finder
plan-start = Format-Finder starten
plan-start-text = Elf kurze Fragen, jede darf offen bleiben. Danach sehen Sie, was passt, und warum.
plan-step = Frage { $at } von { $of }
plan-next = Weiter
plan-skip = Überspringen
plan-back = Zurück
plan-show = Ergebnis ansehen
plan-count = { $count ->
    [0] Kein Format erfüllt alle Bedingungen
    [one] Ein Format von { $all } passt
   *[other] { $count } von { $all } Formaten passen
}
plan-any = egal
plan-many = Sie können mehreres wählen.
plan-ask-goals = Was möchten Sie erreichen?
plan-ask-level = Wie viel dürfen die Menschen mitreden?
plan-ask-people = Mit wie vielen Menschen rechnen Sie?
plan-ask-place = Wo können Sie sich treffen?
plan-ask-time = Wann soll es losgehen?
plan-ask-budget = Wie viel Geld ist da?
plan-ask-hours = Wie viel Arbeitszeit hat Ihr Team?
plan-ask-groups = Wen möchten Sie besonders erreichen?
plan-ask-heat = Wie umstritten ist das Thema?
plan-ask-ways = Wie möchten Sie Menschen gewinnen?
plan-ask-phase = Wo steht Ihr Vorhaben?
plan-why-goals = Das Ziel entscheidet am meisten darüber, welches Format passt.
plan-why-level = Sagen Sie ehrlich, was offen ist. Ein Format verspricht eine Stufe, und Menschen merken sich das.
plan-why-people = Manche Formate brauchen viele, andere vertragen nur wenige. Eine Schätzung genügt.
plan-why-place = Wählen Sie nichts aus, wenn alles möglich ist.
plan-why-time = Jedes Format braucht Vorlauf für Einladung, Raum und Team.
plan-why-budget = Ohne Gehälter der eigenen Leute: Räume, Verpflegung, Honorare, Material, Porto.
plan-why-hours = Alle zusammen, vorher, am Tag und danach. Eine Arbeitswoche sind etwa 40 Stunden.
plan-why-groups = Manche Formate sind für bestimmte Menschen gemacht.
plan-why-heat = Wo gestritten wird, braucht es Formate, die das aushalten.
plan-why-ways = Wer offen einlädt, erreicht andere Menschen als wer auslost oder an der Haustür klingelt.
plan-why-phase = Am Anfang sammeln Sie, später entscheiden Sie, am Ende blicken Sie zurück.
plan-short-goals = Ziele
plan-short-level = Stufe
plan-short-people = Menschen
plan-short-place = Ort
plan-short-time = Vorlauf
plan-short-budget = Geld
plan-short-hours = Arbeitszeit
plan-short-groups = Für wen
plan-short-heat = Streit
plan-short-ways = Gewinnung
plan-short-phase = Phase
plan-people-min = Mindestens
plan-people-max = Höchstens
plan-crisis = Niemand darf sich treffen
plan-crisis-note = In einer Krise zählen nur Formate, die ganz am Bildschirm gehen.
plan-weeks = In so vielen Wochen
plan-date = Oder an diesem Tag
plan-budget = Budget
plan-euro = Euro
plan-hours = Stunden des ganzen Teams
plan-hour = Stunden
plan-work = Arbeitszeit
plan-heat-low = Ruhig: Kaum jemand ist dagegen
plan-heat-medium = Umstritten: Es gibt verschiedene Lager
plan-heat-high = Heftig umstritten: Die Lager hören einander nicht mehr zu
plan-result = Das passt zu Ihrem Vorhaben
plan-result-count = { $count ->
    [0] Kein Format erfüllt alle Bedingungen. Unten steht, was sich ändern müsste.
    [one] Ein Format passt, { $out ->
        [0] keines scheidet aus
        [one] eines scheidet aus
       *[other] { $out } scheiden aus
    }.
   *[other] { $count } Formate passen, { $out ->
        [0] keines scheidet aus
        [one] eines scheidet aus
       *[other] { $out } scheiden aus
    }.
}
plan-yours = Ihre Antworten
plan-unanswered = offen
plan-change = ändern
plan-what-if = Was wäre, wenn?
plan-what-if-text = Bewegen Sie die Regler, die Liste folgt.
plan-of-100 = von 100
plan-why = Warum?
plan-share = (passt zu { $fit } %, Gewicht { $weight })
plan-criterion-goals = Ziel:
plan-criterion-level = Stufe:
plan-criterion-people_expected = Menschen:
plan-criterion-crisis = Ohne Treffen:
plan-criterion-modes = Ort:
plan-criterion-lead_days = Vorlauf:
plan-criterion-budget_eur = Geld:
plan-criterion-staff_hours = Arbeitszeit:
plan-criterion-target_groups = Für wen:
plan-criterion-polarisation = Streit:
plan-criterion-recruitment = Gewinnung:
plan-criterion-phase = Phase:
plan-none = Kein Format erfüllt alle Bedingungen
plan-none-text = Weiter unten sehen Sie, welche Formate nur knapp scheitern und was sich ändern müsste.
plan-together = Zusammen erreichen sie mehr
plan-together-text = Diese Formate ergänzen einander: Gemeinsam dienen sie Zielen, die keines allein erreicht.
plan-covers = Gemeinsam: { $goals }
plan-missed = Diese scheiden aus
plan-missed-text = Was fehlt, und was Sie mindestens ändern müssten, damit sie passen.
plan-instead = Stattdessen:
plan-apply = So planen
plan-then = dann { $score } von 100
plan-how = So wird gerechnet: Jedes Kriterium, das Sie beantwortet haben, passt zu 0 bis 100 Prozent. Die Punktzahl ist das Mittel, gewichtet wie oben angegeben. Ziele zählen am meisten. Was Sie offen lassen, zählt nicht.
