# What the format finder says about each criterion. “kind” says how well it fits.
finder-and = { $first } and { $last }
finder-to = { $first } to { $last }
finder-from = from { $least }
degree-low = calm
degree-medium = contested
degree-high = fiercely contested
finder-goals = { $kind ->
    [all] The format serves everything you want to achieve: { $served }.
    [some] The format serves { $count ->
        [one] this goal
       *[other] these goals
    }: { $served }. Missing: { $missing }.
   *[none] The format is meant for something else. Your goal: { $missing }.
}
finder-level = { $kind ->
    [full] You want “{ $want }”, which the format offers: { $has }.
    [some] You want “{ $want }”, the format is one step beside it: { $has }.
   *[none] You want “{ $want }”, the format offers something else: { $has }.
}
finder-phase = { $kind ->
    [full] Your phase is “{ $want }”, and the format is made for it.
    [some] Your phase is “{ $want }”, the format usually comes just before or after: { $has }.
   *[none] Your phase is “{ $want }”, the format belongs to: { $has }.
}
finder-people = { $knows ->
    [yes] You expect { $want ->
        [one] one person
       *[other] { $want } people
    }, the format takes { $has }, ideally about { $ideal }.
   *[no] You expect { $want ->
        [one] one person
       *[other] { $want } people
    }, the format takes { $has }.
}
finder-target_groups = { $kind ->
    [special] The format is particularly suited to: { $special }.
    [general] The format is open to everyone, but not made for this group in particular: { $want }.
   *[none] The format is made for others: { $has }.
}
finder-recruitment = { $kind ->
    [none] You want to reach people this way: { $want }. Usual here: { $has }.
   *[full] This is how you reach people, and it is usual here: { $has }.
}
finder-polarisation = { $kind ->
    [full] Your topic is { $want }, and the format can handle that.
    [some] Your topic is { $want }, the format rather suits: { $has }.
   *[none] Your topic is { $want }, the format does not suit that, only: { $has }.
}
finder-time = { $kind ->
    [full] You have { $have ->
        [one] one day
       *[other] { $have } days
    }, the format needs { $need ->
        [one] one day
       *[other] { $need } days
    } of preparation: plenty of time.
    [some] You have { $have ->
        [one] one day
       *[other] { $have } days
    }, the format needs { $need ->
        [one] one day
       *[other] { $need } days
    } of preparation: possible if all goes well.
   *[open] You have { $have ->
        [one] one day
       *[other] { $have } days
    }, the format needs { $need ->
        [one] one day
       *[other] { $need } days
    } of preparation; there is no upper end.
}
finder-budget = { $kind ->
    [full] You have €{ $have }, the format costs €{ $need }: that is plenty.
    [some] You have €{ $have }, the format costs €{ $need }: enough for the simple form.
   *[open] You have €{ $have }, the format costs €{ $need }; there is no upper end.
}
finder-hours = { $kind ->
    [full] Your team has { $have ->
        [one] one hour
       *[other] { $have } hours
    }, the format needs { $need }: that is plenty.
    [some] Your team has { $have ->
        [one] one hour
       *[other] { $have } hours
    }, the format needs { $need }: just enough.
   *[open] Your team has { $have ->
        [one] one hour
       *[other] { $have } hours
    }, the format needs { $need }; there is no upper end.
}
finder-modes = This is how you can meet: { $has }.
finder-crisis = { $kind ->
    [full] It is made for screens from the start.
   *[some] It also works on screens, without people meeting.
}
finder-no-people = The format takes { $has } people, you expect { $want }. It fits if you expect this many: { $change }.
finder-no-time = The format needs at least { $need ->
        [one] one day
       *[other] { $need } days
    } of preparation, you have { $have }. It fits if you begin in { $need ->
        [one] one day
       *[other] { $need } days
    }.
finder-no-date = The format needs at least { $need ->
        [one] one day
       *[other] { $need } days
    } of preparation, and there are { $have } until then. It fits from { $day } on.
finder-no-budget = The format costs at least €{ $need }, you have €{ $have }. It fits from €{ $need } on.
finder-no-hours = The format needs at least { $need ->
        [one] one hour
       *[other] { $need } hours
    }, your team has { $have }. It fits from { $need ->
        [one] one hour
       *[other] { $need } hours
    } on.
finder-no-mode = The format only works this way: { $has }. You chose: { $want }.
finder-no-crisis = The format depends on people meeting in person.
