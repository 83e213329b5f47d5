plan-title = Format finder
plan-start = Start the format finder
plan-start-text = Eleven short questions, and you may skip any. Then you see what fits, and why.
plan-step = Question { $at } of { $of }
plan-next = Next
plan-skip = Skip
plan-back = Back
plan-show = See the results
plan-count = { $count ->
    [0] No format meets every condition
    [one] One format of { $all } fits
   *[other] { $count } of { $all } formats fit
}
plan-any = any
plan-many = You may choose several.
plan-ask-goals = What do you want to achieve?
plan-ask-level = How much say will people have?
plan-ask-people = How many people do you expect?
plan-ask-place = Where can you meet?
plan-ask-time = When will it start?
plan-ask-budget = How much money is there?
plan-ask-hours = How much working time does your team have?
plan-ask-groups = Whom do you want to reach in particular?
plan-ask-heat = How contested is the topic?
plan-ask-ways = How do you want to reach people?
plan-ask-phase = How far is your project?
plan-why-goals = The aim decides more than anything else which format fits.
plan-why-level = Be honest about what is open. A format promises a level, and people remember it.
plan-why-people = Some formats need many people, others bear only a few. A guess is enough.
plan-why-place = Choose nothing if anything is possible.
plan-why-time = Every format needs time for invitations, a room and a team.
plan-why-budget = Without your own people’s salaries: rooms, catering, fees, materials, postage.
plan-why-hours = All together, before, on the day and after. A working week is about 40 hours.
plan-why-groups = Some formats are made for certain people.
plan-why-heat = Where people quarrel, you need formats that can bear it.
plan-why-ways = An open invitation reaches other people than a draw or a knock on the door.
plan-why-phase = You collect at the beginning, decide later and look back at the end.
plan-short-goals = Aims
plan-short-level = Level
plan-short-people = People
plan-short-place = Place
plan-short-time = Preparation
plan-short-budget = Money
plan-short-hours = Working time
plan-short-groups = For whom
plan-short-heat = Dispute
plan-short-ways = Reaching people
plan-short-phase = Phase
plan-people-min = At least
plan-people-max = At most
plan-crisis = Meeting in person is not possible
plan-crisis-note = In a crisis only formats count that work entirely on screens.
plan-weeks = In so many weeks
plan-date = Or on this day
plan-budget = Budget
plan-euro = euros
plan-hours = Hours of the whole team
plan-hour = hours
plan-work = Working time
plan-heat-low = Calm: hardly anyone is against it
plan-heat-medium = Contested: there are different camps
plan-heat-high = Fiercely contested: the camps no longer listen to each other
plan-result = This fits your project
plan-result-count = { $count ->
    [0] No format meets every condition. Below you see what would have to change.
    [one] One format fits, { $out ->
        [0] none is ruled out
        [one] one is ruled out
       *[other] { $out } are ruled out
    }.
   *[other] { $count } formats fit, { $out ->
        [0] none is ruled out
        [one] one is ruled out
       *[other] { $out } are ruled out
    }.
}
plan-yours = Your answers
plan-unanswered = open
plan-change = change
plan-what-if = What if?
plan-what-if-text = Move the sliders, and the list follows.
plan-of-100 = of 100
plan-why = Why?
plan-share = ({ $fit }% fit, weight { $weight })
plan-criterion-goals = Aim:
plan-criterion-level = Level:
plan-criterion-people_expected = People:
plan-criterion-crisis = Without meeting:
plan-criterion-modes = Place:
plan-criterion-lead_days = Preparation:
plan-criterion-budget_eur = Money:
plan-criterion-staff_hours = Working time:
plan-criterion-target_groups = For whom:
plan-criterion-polarisation = Dispute:
plan-criterion-recruitment = Reaching people:
plan-criterion-phase = Phase:
plan-none = No format meets every condition
plan-none-text = Further down you see which formats only just fail and what would have to change.
plan-together = Together they achieve more
plan-together-text = These formats complement each other: together they serve aims that none reaches alone.
plan-covers = Together: { $goals }
plan-missed = These are ruled out
plan-missed-text = What is missing, and the least you would have to change to make them fit.
plan-instead = Instead:
plan-apply = Plan it this way
plan-then = then { $score } of 100
plan-how = How this is worked out: every criterion that you answered fits by 0 to 100 per cent. The score is the mean, weighted as shown above. Aims count most. What you leave open does not count.
