# The guide to the rights of participation that the law gives.
legal-pathfinder-title = Your rights: how to get something going
legal-pathfinder-body =
    Some rights to have a say are laid down by law. You need nobody’s permission to use them. Here you read what you have to do, how long it takes and what comes of it. Begin with the smallest step that is enough.

    ## You want the council to deal with something

    ### Suggestion or complaint (section 24, Municipal Code of North Rhine-Westphalia)

    The simplest way. You need no signatures.

    - **Who:** everyone who has lived in the city for at least three months, alone or with others.
    - **What you do:** write to the council or your district council what you suggest or what bothers you. A letter or an e-mail with name and address is enough. It must be a matter for which the city is responsible. One matter per letter, one clear wish in the first sentence.
    - **What happens then:** usually a committee discusses it. The city tells you what was decided.
    - **How long:** some weeks to months. Ask after four weeks when your matter will be discussed.

    ### Residents’ motion (section 25)

    If the motion is admissible, the council **must** discuss it and decide. How it decides is up to the council.

    - **Who:** people from the age of 14 who have lived in the city for three months. You need no German passport.
    - **What you do:** let the administration look at the wording before you collect the first signature. Name up to three people who represent the motion. In a city that belongs to no district (kreisfreie Stadt) you need the signatures of four in a hundred residents, at most 8,000; elsewhere of five in a hundred, at most 4,000.
    - **What happens then:** the council decides within four months of receiving it. It must be a matter for the council, and there must have been no motion on it in the past twelve months.
    - **In detail:** [Residents’ motion](/en/mitmachbox/einwohnerantrag)

    ## You want the people of the city to decide

    ### Citizens’ initiative and local referendum (section 26)

    With an initiative you demand a vote. If it is admissible and the council says no, everyone who may vote decides in a referendum. The majority wins if it is large enough: at least 10 to 20 in a hundred voters, depending on the size of the city. The result then counts like a decision of the council.

    - **Who:** everyone who may vote in local elections, from the age of 16, with a passport of Germany or another EU country.
    - **What you do:** tell the city about your plan. Wait for its estimate of the costs. You can then have the council check in advance whether the initiative is admissible. This is optional, but wise. Only then collect. Ask the city for advice.
    - **How many signatures:** between 3 and 10 in a hundred voters, depending on the size of the city.
    - **Mind the deadline:** against a decision of the council you have little time: six weeks from its official publication if it has to be published, otherwise three months from the meeting. Some matters cannot be voted on, for example the budget and most questions of a development plan. Get advice early.
    - **In detail:** [Citizens’ initiative and local referendum](/en/mitmachbox/buergerentscheid)

    ## Something is to be built near you

    The city usually shows a development plan in two steps. Everyone may comment, including children and young people. Sometimes the first step is left out. And not every building needs a development plan: ask, or get advice.

    ### Early, while much is still open (section 3 (1), Federal Building Code)

    - **What you do:** go there or write. Say how you use the place, what must stay and which solution is missing. This is when a single sentence counts most.
    - **In detail:** [Early public participation](/en/mitmachbox/fruehzeitige-oeffentlichkeitsbeteiligung)

    ### On the finished draft (section 3 (2))

    - **What you do:** write within the period, at least 30 days, by e-mail, in the portal or on paper. Name the plan, the place and your reason.
    - **What happens then:** the city must examine every comment that arrives in time and tell you the result. Late comments may be left out.
    - **In detail:** [Statutory publication of a draft plan](/en/mitmachbox/oeffentliche-auslegung)

    ## Not sure which way fits?

    Ask us. We tell you who is responsible and help with the first step.

    E-mail: { $site_email }

    Telephone: { $site_phone }

    This text does not replace legal advice. The law in its current version applies.
