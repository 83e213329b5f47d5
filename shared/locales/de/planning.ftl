# Was der Planer sagt: die Wörter seiner Codes.
planning-day_off-saturday = Samstag
planning-day_off-sunday = Sonntag
planning-day_off-new_year = Neujahr
planning-day_off-good_friday = Karfreitag
planning-day_off-easter_monday = Ostermontag
planning-day_off-labour_day = Tag der Arbeit
planning-day_off-ascension_day = Christi Himmelfahrt
planning-day_off-whit_monday = Pfingstmontag
planning-day_off-corpus_christi = Fronleichnam
planning-day_off-german_unity = Tag der Deutschen Einheit
planning-day_off-reformation_day = Reformationstag
planning-day_off-all_saints = Allerheiligen
planning-day_off-repentance_day = Buß- und Bettag
planning-day_off-christmas_eve = Heiligabend
planning-day_off-christmas_day = 1. Weihnachtstag
planning-day_off-second_christmas_day = 2. Weihnachtstag
planning-day_off-new_years_eve = Silvester
planning-role-lead = Leitung
planning-role-facilitation = Moderation
planning-role-note_taking = Protokoll
planning-role-reception = Empfang
planning-role-technical_support = Technische Hilfe
planning-step_kind-step = Schritt
planning-step_kind-break = Pause
planning-budget_fit-covered = Das Budget reicht.
planning-budget_fit-tight = Das Budget kann knapp werden.
planning-budget_fit-short = Das Budget reicht nicht.
planning-warning-too_few_people = Sie planen mit { $people ->
    [one] einem Menschen
   *[other] { $people } Menschen
}. Das Format braucht mindestens { $min }.
planning-warning-too_many_people = Sie planen mit { $people ->
    [one] einem Menschen
   *[other] { $people } Menschen
}. Das Format ist für höchstens { $max } gedacht.
planning-warning-mode_not_offered = Für diese Art des Treffens ist das Format nicht gedacht: { $mode }.
planning-warning-date_past = Der erste Tag ist schon vorbei: { $date }.
planning-warning-day_off_chosen = Am { $date } arbeitet die Verwaltung nicht: { $reason }. Prüfen Sie, ob dieser Tag passt.
planning-warning-lead_time_short = Bis dahin { $days ->
    [0] bleibt kein ganzer Tag
    [one] bleibt ein Tag
   *[other] bleiben { $days } Tage
}. Üblich { $needed ->
    [one] ist mindestens ein Tag
   *[other] sind mindestens { $needed } Tage
} Vorlauf.
planning-warning-tasks_overdue = { $count ->
    [one] Eine Aufgabe müsste schon erledigt sein.
   *[other] { $count } Aufgaben müssten schon erledigt sein.
} Ab diesem Tag reicht die Zeit: { $earliest }.
planning-warning-run_sheet_needs_more = Der Ablauf braucht mindestens { $needed } Minuten, vorgesehen sind { $available }. Sie sehen den kürzesten Ablauf.
planning-warning-run_sheet_ends_early = Der Ablauf füllt höchstens { $possible } Minuten, vorgesehen sind { $available }. Sie sehen den längsten Ablauf.
planning-warning-break_left_out = Für eine Pause fehlt die Zeit: Es geht { $minutes } Minuten am Stück.
planning-warning-long_without_break = Es geht { $minutes } Minuten ohne Pause. Planen Sie eine Pause innerhalb dieses Schritts ein: „{ $title }“.
planning-warning-passes_midnight = Der Ablauf endet erst nach Mitternacht, um { $end } Uhr.
planning-warning-no_run_sheet = Dieses Format braucht mehrere Tage oder Termine. Deshalb gibt es Phasen statt eines Ablaufs mit Uhrzeiten.
planning-warning-unrelated_stages = Zu „{ $previous }“ und danach „{ $format }“ ist nichts bekannt. Prüfen Sie, ob das zweite auf dem ersten aufbaut.
planning-warning-reversed_stages = Üblich ist es andersherum: zuerst „{ $format }“, danach „{ $previous }“.
planning-warning-alternative_stages = „{ $previous }“ und „{ $format }“ leisten Ähnliches. Meist genügt eines von beiden.
planning-warning-stages_overlap = „{ $format }“ beginnt, während „{ $previous }“ noch läuft. Letzter Tag: { $last_day }.
planning-warning-follow_up_overlaps = Zwischen „{ $previous }“ und „{ $format }“ { $days ->
    [one] liegt ein Tag
   *[other] liegen { $days } Tage
}. Die Nachbereitung braucht etwa { $needed } Tage.
planning-warning-budget_short = Auch im günstigsten Fall fehlen { $missing } €.
planning-warning-budget_tight = Im teuersten Fall fehlen { $missing } €.
planning-refusal-no_stages = Wählen Sie mindestens ein Format.
planning-refusal-too_many_stages = Planen Sie höchstens { $max } Formate nacheinander.
planning-refusal-unknown_format = Dieses Format gibt es nicht oder nicht mehr.
planning-refusal-people_out_of_range = Geben Sie eine Zahl von { $min } bis { $max } ein.
planning-refusal-budget_out_of_range = Geben Sie höchstens { $max } Euro ein.
planning-refusal-date_unreadable = Schreiben Sie den Tag als JJJJ-MM-TT, zum Beispiel 2027-05-04.
planning-refusal-date_out_of_range = Wählen Sie einen Tag zwischen { $first } und { $last }.
planning-refusal-last_day_before_first = Der letzte Tag liegt vor dem ersten. Wählen Sie einen späteren.
planning-refusal-last_day_without_date = Wählen Sie zum letzten Tag auch den ersten.
planning-refusal-time_unreadable = Schreiben Sie die Uhrzeit als HH:MM, zum Beispiel 18:30.
planning-refusal-end_without_start = Wählen Sie zum Ende auch den Beginn.
planning-refusal-end_and_minutes = Geben Sie entweder das Ende oder die Dauer an, nicht beides.
planning-refusal-minutes_out_of_range = Geben Sie eine Dauer von { $min } bis { $max } Minuten ein.
planning-refusal-response_out_of_range = Wie viel Prozent der Eingeladenen melden sich an? Geben Sie mehr als 0 und höchstens { $max } ein.
planning-refusal-no_show_out_of_range = Wie viel Prozent der Angemeldeten kommen nicht? Geben Sie 0 bis { $max } ein.
planning-refusal-no_show_without_response = Geben Sie auch an, wie viel Prozent der Eingeladenen sich anmelden.
planning-refusal-place_too_long = Beschreiben Sie den Ort mit höchstens { $max } Zeichen.
planning-refusal-not_with = „{ $format }“ und „{ $other }“ passen nicht zusammen. { $why }
planning-refusal-stages_out_of_order = „{ $previous }“ kommt davor und beginnt am { $earliest }. Wählen Sie keinen früheren Tag, oder ändern Sie die Reihenfolge.
