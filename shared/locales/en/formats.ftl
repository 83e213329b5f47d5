search-label = Search formats
search-placeholder = Format, aim or keyword
search-submit = Search
search-suggestions = Suggestions
list-title = Mitmachbox
list-heading = Which format fits?
list-loading = Loading formats …
list-count-for = { $count ->
    [0] No formats for “{ $text }”
    [one] One format for “{ $text }”
   *[other] { $count } formats for “{ $text }”
}
list-more = Load more formats
list-all = Show all formats
sort-label = Sort by
filters = Filters
filters-button = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
filters-close = Close filters
filters-show = { $count ->
    [0] No formats
    [one] Show one format
   *[other] Show { $count } formats
}
filter-choose = Please choose
filter-chosen = { $count } chosen
filter-hits = Results:
filter-any = any
filter-about = About
filter-mode = Where?
filter-participants = How many people?
filter-participants-label = Number of people
filter-level = Level of participation
filter-purpose = What would you like to achieve?
filter-duration = How long at most?
filter-cost = What may it cost?
filter-lead = How much lead time do you have?
filter-staff = How much work may it take?
filter-phase = In which phase?
filter-target = For whom in particular?
filter-recruitment = How do people join?
filter-kind = Kind
chip-participants = { $count ->
    [one] one person
   *[other] { $count } people
}
chip-at-most = at most { $amount }
chip-remove = remove filter
chips-label = Chosen filters
chips-reset = Reset all
empty-title = No format fits everything at once
empty-text = Drop one condition and we will find something:
empty-without = Without “{ $what }”
empty-gain = { $count ->
    [one] then one format
   *[other] then { $count } formats
}
empty-reset = Reset all filters
modes-label = Where it takes place
level-label = Level of participation
level-range = { $from } to { $to }
fact-people = People
fact-duration = Duration
fact-lead = Lead time
fact-cost = Cost
fact-staff = Work of the team
fact-staff-note = before, on the day and after
fact-cost-note = with { $count } people, without own salaries
fact-ideal = Best with about { $count }
fact-one-session = one session
fact-sessions = { $range } sessions
fact-facilitation = Facilitation
fact-facilitation-per = one person for every { $count } people
facts-title = At a glance
stairs-label = Levels of participation, from little to much influence
stairs-on = (applies)
evidence-count = { $count ->
    [one] One piece of evidence
   *[other] { $count } pieces of evidence
}
compare-pick = Compare
compare-remember = Pick for comparison
compare-picked = In the comparison
tray-label = Picked for comparison
tray-title = Comparison
tray-count = { $count } of { $most }
tray-remove = Take { $title } out of the comparison
tray-compare = Show comparison
tray-one-more = Pick one more format.
compare-title = Formats side by side
compare-heading = { $count ->
    [2] Two formats side by side
    [3] Three formats side by side
   *[other] Four formats side by side
}
compare-lead = Costs are calculated for { $count } people.
compare-people = Number of people
compare-region = Comparison of formats, scrolls sideways
compare-remove = Remove
compare-where = Where
compare-too-few = A comparison needs at least two formats. Pick them in the Mitmachbox.
detail-contents = On this page
detail-aside = Numbers and tools
simple-switch = Plain German
simple-untested = not yet tested
aliases = Also known as
section-fits = When does it fit?
section-what = What is it?
section-calculator = What do you need?
section-run = How it runs
section-materials = Materials
section-tasks = Before and after
section-outputs = What you have at the end
section-variants = Variants
section-risks = What can go wrong
section-access = So that everybody can take part
section-law = Legal basis
section-related = Goes with it
section-practice = Examples, guides and concepts
section-sources = Sources
fits-yes = A good choice
fits-no = Not a good choice
strengths = Strengths
weaknesses = Weaknesses
origin = Origin:
updated = As of { $day }
contactless = Without meeting in a room:
row-example = Example
row-format = Format
calculator-people = How many people do you expect?
calculator-slider = Number of people, slider
calculator-outside = The format is not made for this number.
calculator-cost = Cost without own salaries
calculator-staff = Work of the whole team
calculator-groups = Groups of { $count } people
calculator-room = Room
calculator-facilitators = Facilitators
materials-for = For { $count } people
materials-what = What
materials-per = Calculated
per-event = once
per = { $quantity } per { $what }
per-what-group = group
per-what-person = person
run-total = { $duration } in all, in { $count ->
    [one] one step
   *[other] { $count } steps
}
run-repeat = { $count } rounds
run-material = Materials:
run-remote = Digital:
run-start = Start
task-day = The day
task-before = { $count ->
    [one] 1 day before
   *[other] { $count } days before
}
task-after = { $count ->
    [one] 1 day after
   *[other] { $count } days after
}
task-date = When does it take place?
task-event = { $title }
