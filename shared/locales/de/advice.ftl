# Was der Format-Finder zu jedem Kriterium sagt. „kind“ sagt, wie gut es passt.
finder-and = { $first } und { $last }
finder-to = { $first } bis { $last }
finder-from = ab { $least }
degree-low = ruhig
degree-medium = umstritten
degree-high = heftig umstritten
finder-goals = { $kind ->
    [all] Das Format dient allem, was Sie erreichen möchten: { $served }.
    [some] Das Format dient { $count ->
        [one] diesem Ziel
       *[other] diesen Zielen
    }: { $served }. Es fehlt: { $missing }.
   *[none] Das Format ist für anderes gedacht. Ihr Ziel: { $missing }.
}
finder-level = { $kind ->
    [full] Sie möchten „{ $want }“, das Format reicht von dieser Stufe aus: { $has }.
    [some] Sie möchten „{ $want }“, das Format liegt knapp daneben: { $has }.
   *[none] Sie möchten „{ $want }“, das Format leistet etwas anderes: { $has }.
}
finder-phase = { $kind ->
    [full] Ihre Phase ist „{ $want }“, dafür ist das Format gemacht.
    [some] Ihre Phase ist „{ $want }“, üblich ist das Format kurz davor oder danach: { $has }.
   *[none] Ihre Phase ist „{ $want }“, das Format gehört zu: { $has }.
}
finder-people = { $knows ->
    [yes] Sie erwarten { $want ->
        [one] einen Menschen
       *[other] { $want } Menschen
    }, das Format trägt { $has }, am besten etwa { $ideal }.
   *[no] Sie erwarten { $want ->
        [one] einen Menschen
       *[other] { $want } Menschen
    }, das Format trägt { $has }.
}
finder-target_groups = { $kind ->
    [special] Das Format passt besonders für: { $special }.
    [general] Das Format ist für alle offen, aber nicht eigens für diese Gruppe gemacht: { $want }.
   *[none] Das Format ist für andere gemacht: { $has }.
}
finder-recruitment = { $kind ->
    [none] Sie möchten Menschen so gewinnen: { $want }. Üblich ist hier: { $has }.
   *[full] So gewinnen Sie Menschen, und so ist es hier üblich: { $has }.
}
finder-polarisation = { $kind ->
    [full] Ihr Thema ist { $want }, das Format hält das aus.
    [some] Ihr Thema ist { $want }, das Format eignet sich eher für: { $has }.
   *[none] Ihr Thema ist { $want }, das Format ist dafür nicht geeignet, nur für: { $has }.
}
finder-time = { $kind ->
    [full] Sie haben { $have ->
        [one] einen Tag
       *[other] { $have } Tage
    } Zeit, das Format braucht { $need ->
        [one] einen Tag
       *[other] { $need } Tage
    } Vorlauf: Das reicht gut.
    [some] Sie haben { $have ->
        [one] einen Tag
       *[other] { $have } Tage
    } Zeit, das Format braucht { $need ->
        [one] einen Tag
       *[other] { $need } Tage
    } Vorlauf: Das geht, wenn alles klappt.
   *[open] Sie haben { $have ->
        [one] einen Tag
       *[other] { $have } Tage
    } Zeit, das Format braucht { $need ->
        [one] einen Tag
       *[other] { $need } Tage
    } Vorlauf; nach oben ist es offen.
}
finder-budget = { $kind ->
    [full] Sie haben { $have } €, das Format kostet { $need } €: Das reicht gut.
    [some] Sie haben { $have } €, das Format kostet { $need } €: Das reicht für die einfache Form.
   *[open] Sie haben { $have } €, das Format kostet { $need } €; nach oben ist es offen.
}
finder-hours = { $kind ->
    [full] Ihr Team hat { $have ->
        [one] eine Stunde
       *[other] { $have } Stunden
    }, das Format braucht { $need }: Das reicht gut.
    [some] Ihr Team hat { $have ->
        [one] eine Stunde
       *[other] { $have } Stunden
    }, das Format braucht { $need }: Das reicht knapp.
   *[open] Ihr Team hat { $have ->
        [one] eine Stunde
       *[other] { $have } Stunden
    }, das Format braucht { $need }; nach oben ist es offen.
}
finder-modes = So können Sie sich treffen: { $has }.
finder-crisis = { $kind ->
    [full] Es ist von Anfang an für den Bildschirm gemacht.
   *[some] Es geht auch am Bildschirm, ohne dass sich Menschen treffen.
}
finder-no-people = Das Format trägt { $has } Menschen, Sie erwarten { $want }. Es passt, wenn Sie so viele erwarten: { $change }.
finder-no-time = Das Format braucht mindestens { $need ->
        [one] einen Tag
       *[other] { $need } Tage
    } Vorlauf, Sie haben { $have }. Es passt, wenn Sie in { $need ->
        [one] einem Tag
       *[other] { $need } Tagen
    } beginnen.
finder-no-date = Das Format braucht mindestens { $need ->
        [one] einen Tag
       *[other] { $need } Tage
    } Vorlauf, bis dahin sind es { $have }. Es passt ab dem { $day }.
finder-no-budget = Das Format kostet mindestens { $need } €, Sie haben { $have } €. Es passt ab { $need } €.
finder-no-hours = Das Format braucht mindestens { $need ->
        [one] eine Stunde
       *[other] { $need } Stunden
    }, Ihr Team hat { $have }. Es passt ab { $need ->
        [one] einer Stunde
       *[other] { $need } Stunden
    }.
finder-no-mode = Das Format geht nur so: { $has }. Sie haben gewählt: { $want }.
finder-no-crisis = Das Format lebt davon, dass sich Menschen treffen.
