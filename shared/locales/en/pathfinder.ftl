# The guide to the rights of participation that the law gives.
legal-pathfinder-title = Your rights: how to get something going
legal-pathfinder-body =
    Some rights to have a say are laid down by law. You need nobody’s permission to use them. Here you read what you have to do, how long it takes and what comes of it. Begin with the smallest step that is enough.

    ## You want the council to deal with something

    ### Suggestion or complaint (section 24, Municipal Code of North Rhine-Westphalia)

    The simplest way. You need no signatures.

    - **Who:** everyone who lives in the city, alone or with others. Ask the council’s office whether you must have lived here for a certain time.
    - **What you do:** write to the council or your district council what you suggest or what bothers you. A letter or an e-mail with name and address is enough. One matter a letter, one clear wish in the first sentence.
    - **What happens then:** usually a committee discusses it. The city tells you what was decided.
    - **How long:** some weeks to months. Ask after four weeks when your matter will be discussed.

    ### Residents’ motion (section 25)

    The council **must** discuss it and decide. How it decides is up to the council.

    - **Who:** people from the age of 14 who have lived in the city for three months. You need no German passport.
    - **What you do:** let the administration look at the wording before you collect the first signature. Name up to three people who represent the motion. In a city that is a district of its own you need the signatures of four in a hundred residents, at most 8,000.
    - **What happens then:** there is a decision within four months.
    - **In detail:** [Residents’ motion](/en/mitmachbox/einwohnerantrag)

    ## You want the city itself to decide

    ### Local initiative and referendum (section 26)

    If the council says no, everyone who may vote decides. The result counts like a decision of the council.

    - **Who:** everyone who may vote in local elections, from the age of 16, with a passport of Germany or another EU country.
    - **What you do:** first tell the city about the plan, then wait for its estimate of the costs, then have it checked whether the initiative is admissible, then collect. Keep to this order.
    - **How many signatures:** between 3 and 10 in a hundred voters, depending on the size of the city.
    - **Mind the deadline:** against a decision of the council you have only six weeks or three months. Some matters cannot be voted on, the budget for example.
    - **In detail:** [Local initiative and referendum](/en/mitmachbox/buergerentscheid)

    ## Something is to be built near you

    A development plan is shown in two steps. You may comment on both, and so may children and young people.

    ### Early, while much is still open (section 3 (1), Federal Building Code)

    - **What you do:** go there or write. Say how you use the place, what must stay and which solution is missing. A sentence does most now.
    - **In detail:** [Early public participation](/en/mitmachbox/fruehzeitige-oeffentlichkeitsbeteiligung)

    ### On the finished draft (section 3 (2))

    - **What you do:** write within the period, at least 30 days, by e-mail, in the portal or on paper. Name the plan, the place and your reason.
    - **What happens then:** the council must examine every comment. The city tells you the result.
    - **In detail:** [Public display](/en/mitmachbox/oeffentliche-auslegung)

    ## You don’t know which way fits?

    Ask us. We tell you who is responsible and help with the first step.

    E-mail: { $site_email }

    Telephone: { $site_phone }

    This text does not replace legal advice. The law in its current version applies.
