# Every word of the interface in English. The words of a programme are in its package.

## Layout
page-title = { $title } – { $site }
site-name = Hatua
site-name-demonstration = Hatua demonstration
demonstration = Demonstration
language-name = English
skip = Skip to content
site-menu = Site
language-menu = Language
menu = Menu
all-pages = All pages
menu-actions = Actions
menu-methods = Methods
menu-changes = Changes
footer = Every computed figure opens to its definition, its evidence and its history.
currency-EUR = €
currency-USD = US$
currency-GBP = £

## Errors
not-found = No page has this address
not-found-nearest = Perhaps you meant
not-found-promise = Addresses here do not die: a renamed page leads on, and a removed one says when and why.
removed = This figure was removed
removed-description = The figure was removed; the reason and its last version are here.
removed-on = Removed
removed-why = Why
removed-last = Last version
removed-no-version = None: it was only reported by others.
removed-instead = See instead
removed-promise = A removed figure keeps its address for good, so that a citation still leads to an answer.

## Words of several pages
demonstration-records = Demonstration records
version = version { $version }
list-separator = {", "}
quarter = Q{ $number } { $year }
quarter-short = Q{ $number }
quarter-months = { $from } to { $to } { $year }
quarter-of-year = quarter
release = release { $release }
source = { $source }, { $date }
number = Number
all = All
nil = nil

## Values
value-not-reported = not reported
value-not-collected = not collected
value-not-applicable = not applicable
value-withheld = withheld to protect individuals

## Action page: first screen
breadcrumb = Breadcrumb
contents = On this page
real = Real on this page:
invented = invented:
objective = Objective { $code }
objective-short = {" · "}{ $short }
quarters-label = By quarter, { $from } to { $to }: { $values }
leads-reported = Large numbers: reported by { $source }.
leads-computed = Large numbers: computed from verified records, { $release }, data to { $date }.
grouping = Which figure stands under which objective is our grouping.
all-figures = All figures
theme = Theme
document = Document
location = Location
partners = Partners
partners-none = The source page names no partner.
partner-lead = { $name } (lead)
superseded = Release { $release }, issued on { $issued }. Replaced on { $replaced } by release { $next }.
superseded-see = See the current page, release { $release }

## Action page: figures
summary = Summary
numbers = This action in numbers
numbers-intro = { $n } figures. Open one to see what it counts, how it was checked and every value it has had.
numbers-intro-demonstration = { $n } reported numbers. Under each, the same figure recomputed from the demonstration’s records where there are any: open it to see what it counts, how it was checked and every value it has had.
main-objectives = Main objectives
reported = Reported: { $source }
reported-value = Reported: { $value }, { $source }
recomputed = Recomputed from demonstration records:
recomputed-short = Recomputed:
recomputed-release = , { $release }
recomputed-more = , { $n } more, { $release }
recomputed-fewer = , { $n } fewer, { $release }
no-records = no records behind this number
never-add = Do not add to { $value }
never-add-same = Do not add to the other { $value }
never-add-name = Do not add to “{ $name }”
restated = Restated: was { $value }
restated-recomputed = recomputed value restated: was { $value }

## Action page: breakdowns
where = Where
where-note = Each unit is counted in the country of its first record. Boundaries and names imply no endorsement. Map: Natural Earth, public domain.
over-time = Over time
over-time-note = The shaded area is what is known today, the steps are what each release said on its day (dashed lines), the bars are the quarters.
who = Women, men, children
table-caption = { $figure }: { $dimension }
table-not-shown = { $dimension }: not shown in { $release }: a change is too small.
plot-quarters = { $figure }, by quarter of first count
plot-quarters-alt = { $title }: { $values }. Published by the releases: { $said }.
plot-map = { $figure }, by country
plot-known = known today
plot-said = said by each release
plot-release = R{ $number }
plot-demonstration = Demonstration: invented records
map-alt = Map: { $title }; the numbers are in the table beside it

## Action page: trust
trust = Can I trust this?
trust-intro = Every computed figure is built from field records: each is compared with its source by a second person, each person is counted once, and two people of different organisations sign the release.
trust-intro-demonstration = In this demonstration every recomputed figure is built from field records: each is compared with its source by a second person, each person is counted once, and two people of different organisations sign the release.
coverage = Coverage
coverage-partners = { $answered } of { $expected } partners
coverage-quarter = reported for { $quarter }. What is missing is shown as missing, never as zero.
checked = Checked
checked-of = { $checked } of { $received }
checked-rows = rows behind “{ $figure }” were compared with their source and may count; { $rest }.
checked-all = rows behind “{ $figure }” were compared with their source and may count.
left-out-pending = { $n ->
    [one] { $n } waits to be checked
   *[other] { $n } wait to be checked
}
left-out-withdrawn = { $n } withdrawn
left-out-returned = { $n } sent back
left-out-refers-to-nothing = { $n } without the list they belong to
left-out-out-of-period = { $n } outside the period
left-out-rule = { $n } not counted by the rule
left-out-same-partner = { $n } counted before, from the same partner
left-out-other-partner = { $n } counted before, from another partner
corrections = Changes in { $release }
corrections-none = No earlier number changed.
correction = “{ $figure }” is { $value }, was { $was }.
correction-see = Why it changed
reports-caption = Who reported, and how many days after the quarter’s end
reports-due = Due on day { $day }
reports-late = late
reports-nil = reported, nothing to count
reports-invented = The partners in this table are invented stand-ins; nothing here is about a real organisation.

## Action page: money, documents, news
money = Money and contracts
money-note = Each amount stands as its source says it. Nothing is added up.
amount = Amount
said-by = Said by
contracts = Contracts
contract = Contract
holder = Holder
runs = Runs
runs-from-to = { $from } to { $to }
contracts-none = No contract is recorded for this action.
documents = Documents
documents-none = No document is recorded for this action.
news = News & Stories
news-item = News
news-none = No stories yet.
news-figures = Figures:

## Action page: changes, citation
changes = Changes
changes-none = No release yet.
changes-all = All changes
log-release = Release { $release }
log-data-to = Data to { $date }.
cite = Cite and reuse
cite-page = To cite this page
citation = “{ $title }”, { $release } of { $date }, computed by Hatua from verified records.
citation-demonstration = Hatua. { $note }. “{ $title }”, { $release } of { $date }, recomputed from invented records.
citation-reported = “{ $title }”, numbers reported by the sources named on the page.
citation-reported-demonstration = Hatua. { $note }. “{ $title }”, numbers reported by the sources named on the page.
reuse = Texts and reported numbers belong to their sources, named beside them, under those sources’ terms.
reuse-demonstration = Texts and reported numbers belong to their sources, named beside them, under those sources’ terms. Whoever uses the recomputed numbers keeps the word “demonstration”.
