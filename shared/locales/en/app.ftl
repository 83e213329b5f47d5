# Around every page.
site-name = mitWIRken
skip = Skip to content
official = A service of the city
official-label = Language and colours
language-label = Language
theme-label = Colours
theme-light = Light
theme-dark = Dark
theme-auto = Same as device
wordmark = mitWIRken, to the start page
menu = Menu
navigation = Main menu
nav-account = My account
nav-sign-in = Sign in
nav-home = Home
nav-formats = Mitmachbox
nav-examples = Examples
nav-guides = Guides
nav-concepts = Concepts and ideas
crumbs = You are here
footer-claim = Tried and tested participation formats. Free to use, with sources.
footer-explore = Explore
footer-about = About this site
footer-accessibility = Accessibility
footer-pathfinder = Your rights
footer-privacy = Privacy
footer-imprint = Legal notice
footer-data = Open data
footer-api = API documentation
footer-csv = All formats as a table (CSV)
footer-feed = What’s new as a feed (Atom)
footer-licence = Texts: CC BY 4.0
footer-top = Back to top
loading = Loading …
failure-offline-title = No connection
failure-offline-detail = The server isn’t answering at the moment. Please check your connection and try again.
failure-retry = Try again
failure-home = Go to the start page
failure-id = Reference: { $id }
missing-title = This page doesn’t exist
missing-text = The link may be out of date, or there is a typo in the address.
missing-formats = Go to the Mitmachbox
notice-close = Close message
notice-copied = Link copied.
notice-not-copied = The link could not be copied. Please copy it from the address bar.
stepper-less = Less
stepper-more = More
legal-missing = These details are still missing. The city adds them in its settings: { $keys }
action-print = Print
action-share = Share
action-copy = Copy link
action-data = Data (JSON)
source-list = Sources
source-checked = checked on { $day }
number-free = free
number-from = { $from } or more
number-minutes = { $range } min
number-hours = { $form ->
    [one] { $range } hour
   *[other] { $range } hours
}
number-days = { $form ->
    [one] { $range } day
   *[other] { $range } days
}
number-weeks = { $form ->
    [one] { $range } week
   *[other] { $range } weeks
}
number-months = { $form ->
    [one] { $range } month
   *[other] { $range } months
}
count-formats = { $count ->
    [0] No formats
    [one] One format
   *[other] { $count } formats
}
count-examples = { $count ->
    [0] No examples yet
    [one] One example
   *[other] { $count } examples
}
count-guides = { $count ->
    [0] No guides yet
    [one] One guide
   *[other] { $count } guides
}
