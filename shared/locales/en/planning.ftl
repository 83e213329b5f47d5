# What the planner says: the words of its codes.
planning-day_off-saturday = Saturday
planning-day_off-sunday = Sunday
planning-day_off-new_year = New Year’s Day
planning-day_off-good_friday = Good Friday
planning-day_off-easter_monday = Easter Monday
planning-day_off-labour_day = Labour Day
planning-day_off-ascension_day = Ascension Day
planning-day_off-whit_monday = Whit Monday
planning-day_off-corpus_christi = Corpus Christi
planning-day_off-german_unity = German Unity Day
planning-day_off-reformation_day = Reformation Day
planning-day_off-all_saints = All Saints’ Day
planning-day_off-repentance_day = Day of Repentance and Prayer
planning-day_off-christmas_eve = Christmas Eve
planning-day_off-christmas_day = Christmas Day
planning-day_off-second_christmas_day = Second Day of Christmas
planning-day_off-new_years_eve = New Year’s Eve
planning-role-lead = Lead
planning-role-facilitation = Facilitation
planning-role-note_taking = Note taking
planning-role-reception = Reception
planning-role-technical_support = Technical support
planning-step_kind-step = Step
planning-step_kind-break = Break
planning-budget_fit-covered = The budget is enough.
planning-budget_fit-tight = The budget may be tight.
planning-budget_fit-short = The budget is not enough.
planning-warning-too_few_people = You plan with { $people ->
    [one] one person
   *[other] { $people } people
}. The format needs at least { $min }.
planning-warning-too_many_people = You plan with { $people ->
    [one] one person
   *[other] { $people } people
}. The format is made for at most { $max }.
planning-warning-mode_not_offered = The format is not made for this way of meeting: { $mode }.
planning-warning-date_past = The first day has already passed: { $date }.
planning-warning-day_off_chosen = The administration does not work on { $date }: { $reason }. Check whether this day is right.
planning-warning-lead_time_short = Until then { $days ->
    [0] less than a day is left
    [one] one day is left
   *[other] { $days } days are left
}. Usual { $needed ->
    [one] is at least one day
   *[other] are at least { $needed } days
} of preparation.
planning-warning-tasks_overdue = { $count ->
    [one] One task should already be done.
   *[other] { $count } tasks should already be done.
} From this day on there is enough time: { $earliest }.
planning-warning-run_sheet_needs_more = The steps need at least { $needed } minutes, { $available } are planned. You see the shortest run sheet.
planning-warning-run_sheet_ends_early = The steps fill at most { $possible } minutes, { $available } are planned. You see the longest run sheet.
planning-warning-break_left_out = There is no time for a break: it goes on for { $minutes } minutes.
planning-warning-long_without_break = It goes on for { $minutes } minutes without a break. Plan one within this step: “{ $title }”.
planning-warning-passes_midnight = It ends after midnight, at { $end }.
planning-warning-no_run_sheet = This format takes several days or meetings. Therefore there are phases instead of a run sheet with times.
planning-warning-unrelated_stages = Nothing is known of “{ $previous }” followed by “{ $format }”. Check whether the second builds on the first.
planning-warning-reversed_stages = Usually it is the other way round: first “{ $format }”, then “{ $previous }”.
planning-warning-alternative_stages = “{ $previous }” and “{ $format }” achieve similar things. Usually one of them is enough.
planning-warning-stages_overlap = “{ $format }” begins while “{ $previous }” is still going on. Its last day: { $last_day }.
planning-warning-follow_up_overlaps = Between “{ $previous }” and “{ $format }” { $days ->
    [one] there is one day
   *[other] there are { $days } days
}. Following up takes about { $needed } days.
planning-warning-budget_short = Even at the lowest cost, €{ $missing } are missing.
planning-warning-budget_tight = At the highest cost, €{ $missing } are missing.
planning-refusal-no_stages = Choose at least one format.
planning-refusal-too_many_stages = Plan at most { $max } formats in a row.
planning-refusal-unknown_format = This format does not exist, or no longer does.
planning-refusal-people_out_of_range = Enter a number from { $min } to { $max }.
planning-refusal-budget_out_of_range = Enter at most { $max } euros.
planning-refusal-date_unreadable = Write the day as YYYY-MM-DD, for example 2027-05-04.
planning-refusal-date_out_of_range = Choose a day between { $first } and { $last }.
planning-refusal-last_day_before_first = The last day lies before the first. Choose a later one.
planning-refusal-last_day_without_date = Choose the first day as well as the last.
planning-refusal-time_unreadable = Write the time as HH:MM, for example 18:30.
planning-refusal-end_without_start = Choose the start as well as the end.
planning-refusal-end_and_minutes = Enter either the end or the length, not both.
planning-refusal-minutes_out_of_range = Enter a length from { $min } to { $max } minutes.
planning-refusal-response_out_of_range = What percentage of those invited register? Enter more than 0 and at most { $max }.
planning-refusal-no_show_out_of_range = What percentage of those registered do not come? Enter 0 to { $max }.
planning-refusal-no_show_without_response = Say also what percentage of those invited register.
planning-refusal-place_too_long = Describe the place in at most { $max } characters.
planning-refusal-not_with = “{ $format }” and “{ $other }” do not go together. { $why }
planning-refusal-stages_out_of_order = “{ $previous }” comes before and begins on { $earliest }. Choose no earlier day, or change the order.
