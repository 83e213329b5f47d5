# Pages before the app has loaded, and feeds.
feed-formats-title = Mitmachbox: new and changed formats
page-skip = Skip to content
page-home-title = Your city. Your voice.
page-home-description = Find out how people can have a say: participation formats, examples from practice, guides and concepts.
page-formats-title = Mitmachbox: participation formats
page-formats-description = Participation formats on site, digital and hybrid: search, compare, print. With run sheet, effort, cost and sources.
page-finder-title = Format finder: which format fits your project?
page-finder-description = Eleven short questions about aim, people, time and money. Then you see which formats fit, why, and what would have to change for the others.
page-collection-title = Collection
page-collection-description = Formats that somebody put together: as a list, a link or a booklet.
page-compare-title = Compare formats
page-compare-description = Up to four formats side by side.
page-examples-title = Examples from practice
page-examples-description = Where a format was really used, and what came of it.
page-guides-title = Guides and checklists
page-guides-description = Publications and our own checklists that help with planning.
page-concepts-title = Concepts and ideas
page-concepts-description = How a city can let people have a say: well-considered concepts, and ideas that nobody has tried yet.
page-concept-open = Open questions
page-missing-title = There is no such page
page-missing-description = It may have moved. The start page shows everything there is.
page-count = { $count ->
    [one] one entry
   *[other] { $count } entries
}

legal-gap = [not filled in yet]
legal-imprint-title = Legal notice
legal-imprint-body =
    ## Who runs this service

    { $site_operator }

    Represented by: { $site_represented_by }

    ## How to reach us

    E-mail: { $site_email }

    Telephone: { $site_phone }

    ## Content and software

    The texts of the Mitmachbox are licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). The software mitWIRken is licensed under the EUPL 1.2.
legal-privacy-title = Privacy
legal-privacy-body =
    ## What we store

    You can read everything here without signing in. We set no cookies and load nothing from other providers. Only what you set or collect yourself stays on your device, such as the dark display or your collection.

    To keep anyone from overloading the service, the server briefly counts in memory how many requests come from one internet address. It does not write the address down.

    ## Who is responsible

    { $site_operator }

    ## Data protection officer

    { $site_privacy_officer }

    ## Your rights

    You have the right to access, rectification, erasure and objection. You can also complain to the authority:

    { $site_privacy_authority }
legal-accessibility-title = Accessibility statement
legal-accessibility-body =
    ## Our aim

    { $site_city } wants everybody to be able to use this service. The standard is the accessibility ordinance of North Rhine-Westphalia (BITVNRW); it is built to WCAG 2.2, level AA.

    ## What does not work yet

    There is no information in German Sign Language yet. No test group has read the texts in simple German yet, which is why they are not called “Leichte Sprache”. Most texts exist in German only. We have not assessed the publications of others that we link to.

    Last assessed on: { $site_accessibility_checked }

    ## Tell us about barriers

    Write to us or call us. We will answer and help you to get the information.

    E-mail: { $site_email }

    Telephone: { $site_phone }

    ## If our answer does not help

    You can turn to this body:

    { $site_accessibility_authority }
page-sign-in-title = Sign in
page-sign-in-description = Sign in with a code by e-mail, or as staff with password and second factor.
page-access-title = Set up your access
page-access-description = Choose a password and set up the second factor.
page-account-title = My account
page-account-description = Your details, your sessions, and how to erase your account.
page-administration-title = Administration
page-administration-description = For the city's staff.
