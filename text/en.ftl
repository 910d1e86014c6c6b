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
menu-data = Data
menu-changes = Changes
footer = Every computed figure opens to its definition, its evidence and its history.
currency-EUR = €
currency-USD = US$
currency-GBP = £

## Errors
not-found = No page has this address
not-found-nearest = Perhaps you meant
not-found-actions = All actions
not-found-promise = Addresses here do not die: a renamed page leads on, and a removed one says when and why.
failure = This did not work, and the fault is ours
failure-remedy = Nothing was changed. Load the page again in a moment.
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
real-and = {"; "}
invented = invented:
objective = Objective { $code }
objective-short = {" · "}{ $short }
quarters-label = By quarter, { $from } to { $to }: { $values }
leads-reported = Large numbers as reported: { $source }.
leads-computed = Large numbers: computed from verified records, { $release }, data to { $date }.
leads-mixed = Large numbers: computed from verified records, { $release }, data to { $date }; those without records as reported: { $source }.
grouping = Which figure stands under which objective is our grouping.
all-figures = All figures
theme = Theme
document = Document
location = Location
partners = Partners
partners-none = The source page names no partner.
partner-lead = {" "}(lead)
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
known = As known today: { $value }
known-recomputed = recomputed value as known today: { $value }

## Action page: breakdowns
where = Where
where-note = Boundaries and names imply no endorsement. Map: Natural Earth, public domain.
over-time = Over time
over-time-note = { $figure }: the shaded area is what was known in { $release }, the steps are what each release said on its day (dashed lines), the bars are the quarters.
who = Women, men, children
table-caption = { $figure }, by { $dimension }
table-not-shown = { $dimension }: not shown in { $release }: a change is too small.
plot-quarters = { $figure }, by quarter of first count
plot-quarters-alt = { $title }: { $values }. Published by the releases: { $said }.
plot-map = { $figure }, by country
plot-known = known in release { $release }
plot-said = said by each release
plot-release = R{ $number }
plot-demonstration = Demonstration: invented records
map-alt = Map: { $title }; the numbers are in the table beside it
map-and-more = { $from } and more
map-from-to = { $from }–{ $to }
map-nothing = nothing counted: { $countries }
map-not-reported = not reported: { $countries }
map-withheld = withheld to protect individuals: { $countries }
map-no-country = no country
map-classes = Classes of the map

## Action page: trust
trust = Can I trust this?
trust-intro = Every computed figure is built from field records: each is compared with its source by a second person, each person is counted once, and two people of different organisations sign the release.
trust-intro-demonstration = In this demonstration every recomputed figure is built from field records: each is compared with its source by a second person, each person is counted once, and two people of different organisations sign the release.
coverage = Coverage
coverage-partners = { $expected ->
    [one] { $answered } of { $expected } partner
   *[other] { $answered } of { $expected } partners
}
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
reports-due = Due on day { $day }; { $n } of { $expected } on time
reports-late = late: { $n }
reports-nil = reported, nothing to count: { $n }
reports-missing = not reported: { $n }
reports-invented = The partners in this table are invented stand-ins; nothing here is about a real organisation.

## Action page: money, documents, news
money = Money and contracts
money-note = Each amount stands as its source says it. Nothing is added up.
money-column = Money
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

## Pages of places
countries = Countries
where-title = Where: { $figure }
where-description = { $figure } by country: map, table and quarters, each number with its record.
where-real = the reported total, { $value } ({ $source }).
where-real-name = the name of the figure.
where-invented = the records, and so every number and colour on the map.
where-choose = Figure on the map
where-figures = All figures
where-total = { $value } in all, { $release }, data to { $date }.
where-no-records = No records stand behind this figure, so nothing is known of its countries.
where-withheld = Not public by country: the numbers would say too much about single people.
where-not-by-country = This figure is not broken down by country.
where-use = Use this page
where-record = The record of this figure
where-record-says = what it counts, how it was checked, and every value it has had.
country-title = { $country } – { $title }
country-description = { $title } in { $country }: figures, needs, money, stories, and what is not known.
country-map = Map: { $country } among the countries of the action
country-real = what stands outside a hatched edge, with its source.
country-invented = everything beside a hatched edge; it says nothing about any real body of this country.
country-results = Results in { $country }
country-figure-to = Figure, to { $date }
country-all = All countries
country-no-records = No records stand behind these figures, so nothing of them is known here:
country-withheld = withheld
country-not-shown = not shown
country-first = Each unit is counted in the country of its first record.
country-several = “{ $figure }” stands in each of its countries, so the countries do not add up to { $value }.
country-needs = Needs
country-needs-none = No source for the needs of { $country } is entered yet.
country-unit-none = No records of this kind are counted here.
country-overlap = The same ones may be in several of these numbers, so they do not add up.
country-of-all = of { $value } in all countries
country-money = Money
country-money-none = No source says what was spent in { $country }.
country-money-all = Money of the whole action
country-unknown = What we don’t know
country-stories = Stories
unknown-needs = Needs: no source is entered.
unknown-money = Money: no source says what was spent here.
unknown-withheld = Not public for single countries, or not in this release: { $figures }.
unknown-reports = Missing reports: { $answered } of { $expected } partners reported for { $quarter }. What they would have sent is in no number.

## Results
menu-results = Results
results = Results across the objectives
results-intro = Every figure as it was reported and as it was computed. People, things and estimates do not add up, so this page has no grand total.
results-real = the names and the reported values.
results-invented = the recomputed values and the quarters beside a hatched edge
results-fell = { $n ->
    [one] { $n } reported number fell or vanished later, without a published reason.
   *[other] { $n } reported numbers fell or vanished later, without a published reason.
}
results-reported-on = Reported, { $date }
results-computed = Computed
results-computed-in = Computed, { $release }
results-recomputed-in = Recomputed, { $release }
results-no-records = no records
results-quarters = By quarter
results-tag-fell = fell, no reason given
results-tag-gone = gone, no reason given

## List of actions
actions-intro = Each action with its numbers; each number opens to what it counts, how it was checked and every value it has had.
actions-none = No action yet.
actions-real = the text, the money and the large numbers, each with its source on the action’s page.
actions-numbers = { $n ->
    [one] { $n } figure
   *[other] { $n } figures
}; { $release }, data to { $date }
actions-numbers-reported = { $n ->
    [one] { $n } figure
   *[other] { $n } figures
}, reported by others

## Stories, documents, contracts
story-description = A story of the action: its picture, its source and the figures that it feeds.
story-real = the text, with its source. The picture is a drawing of our own.
source-real = all that stands here, each fact with its source.
document-description = A document of the action, with its file.
document-dated = Dated
document-file = File
document-size = Size
document-bytes = { $n ->
    [one] { $n } byte
   *[other] { $n } bytes
}
document-fingerprint = Fingerprint (SHA-256)
contract-description = A contract of the action: who holds it, its amount, how long it runs, who says so.
contract-reference = Reference
contract-source = Source

## Feed of changes
feed = Follow the changes (Atom feed)
feed-of = { $action }: { $what }
feed-issue = New release
feed-revision = Revision of a release
feed-restatement = Restated figure
feed-definition = Changed definition
feed-definition-from-to = definition { $before } replaced by { $now }
feed-removal = Removed figure

## Trust, overlaps
trust-verification = Means of verification
rule-addable = What adds up
item-separator = {"; "}
trust-heads = Head counts
trust-heads-of = { $persons } of { $value } come from { $rows } head counts of groups: nobody can check them for double counting.
trust-estimate = Estimate
trust-grades = What the four grades mean
trust-grade = Grade { $grade }, { $name }: { $means }.
trust-share = { $reaching } ({ $share }).
overlap-both = { $both ->
    [one] { $both } is in both: their sum, { $sum }, would count it twice.
   *[other] { $both } are in both: their sum, { $sum }, would count them twice.
}
overlap-nobody = Nobody and nothing is in both so far. That can change, so the two are counted together, never added.
overlap-withheld = How many are in both is withheld to protect individuals; added up, they would be counted twice.
overlap-either-withheld = How many different people the two have together is withheld to protect individuals: it would tell of a few how often they were counted.
overlap-other-unit = The two count different things, so that their sum means nothing.
overlap-people = Allowed: { $either } different people in { $one } and { $two } together, { $release }.
overlap-things = Allowed: { $either } different ones in { $one } and { $two } together, { $release }.
beside-version = { $value } (version { $version }, { $date })
beside-records = Computed from records, each with the last day of its data: { $values }.
beside-demonstration = Computed from demonstration records, each with the last day of its data: { $values }.

## Search
menu-search = Search
search-lead = Find a figure, a country, a partner, a document, a story or a rule.
search-label = What are you looking for?
search-button = Search
search-needs-server = This is a copy of the site as files: nobody is here to search. The search needs the server of the site.
search-nothing = Nothing matches “{ $asked }”.
search-meant = Did you mean
search-found = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
} to “{ $asked }”
search-action = Action
search-figure = Figure
search-country = Country
search-partner = Partner
search-computed = { $value }, { $from }, { $version }

## Methods
methods = How the figures are counted
methods-intro = The same rules for every figure, in words and as the system reads them.
road = The road of a number
road-record = Record
road-record-text = A row comes in from a sheet, and is never changed afterwards: a correction is a new version.
road-verify = Verify
road-verify-text = A second person compares it with its source, list by list. Rows not yet compared are left out.
road-identity = Identity
road-identity-text = Two rows are one person only when somebody has decided so, with a reason. It can be undone.
road-count = Count
road-count-text = The rule counts each unit once, where it was first counted.
road-withhold = Withhold
road-withhold-text = A table about people is left out when one of its numbers, or a change of one, is so small that it could betray a person.
road-release = Release
road-release-text = Two people of different organisations sign. The release never changes; a correction is a revision.
road-publish = Publish
road-publish-text = Every number opens to all of the above.
methods-conditions = There is no formula language: a rule is a closed list of conditions (is, one of, at least, at most, before, after, present; all, any, not). An unknown one is refused.
same = When are two rows one person?
same-thing = When are two rows the same one?
same-inside = Inside one partner, that partner’s own number says so.
same-across = Across partners, people decide: they compare staff number, telephone and the parts of a name, and who decided, when and why is kept.
same-undecided = An undecided pair counts as two.
methods-releases = Releases
methods-releases-text = A release is signed by the consortium’s lead and then by a verifier of another organisation. Neither may have entered or checked the records behind a changed figure. The donor accepts it or sends it back with a question, and never signs.
nothing = Kinds of nothing
nothing-shown = Shown
nothing-meaning = Meaning
nothing-zero = counted, and none; or somebody declared that there was nothing
nothing-not-reported = not reported, or not collected: the note says which
nothing-withheld = withheld to protect individuals
nothing-not-applicable = cannot exist
rules = All rules
rule-code = Code
rule-figure = Figure
rule-unit = Unit
rule = Rule
rule-as-configured = The rule, as the system reads it
measure-distinct = different ones
measure-sum = the sum
measure-cases = each case
measure-estimate = an estimate
measure-reported-only = not computed yet: reported by others only

## Other definitions
definition-same = it counts the same in substance
definition-narrower = it counts less
definition-wider = it counts more
definition-split = it became several figures, of which this is the nearest
definition-merged = it became part of another figure
definition-dropped = it was dropped and has no successor
definition-moved = it stands under another code
definition-under = Definition { $definition } ({ $date }): { $kind }.
definition-code = Code there: { $code }.
definition-line = Between the two values a line may be drawn.
definition-no-line = The two values are not comparable: no line is drawn between them.
definition-value = Counted by { $definition } for the same facts: { $value }.

## Rules of an action
rules-of = The rules of “{ $action }”
rules-lead = Each rule in words, made from the rule that counts, and as the system reads it.
rules-all = All rules in words and as configured
grades = Grades of evidence
rule-counts = Unit: { $unit }; { $measure }.
rule-sum = Added up: { $column }.
rule-rows-all = All checked rows of { $register }.
rule-rows-where = Checked rows of { $register } for which all of this holds:
rule-except = Checked and nevertheless not counted where this holds:
rule-by-first = Broken down by { $by }, each as it was when first counted.
rule-by-record = Broken down by { $by }, each as its row says.
rule-never-add = Never added to: { $others }.
condition-is = { $column } is “{ $value }”
condition-is-not = { $column } is not “{ $value }”
condition-one-of = { $column } is one of: { $value }
condition-at-least = { $column }: at least { $value }
condition-at-most = { $column }: at most { $value }
condition-before = { $column }: before { $value }
condition-after = { $column }: after { $value }
condition-present = { $column } is filled in
condition-absent = { $column } is empty
condition-longest = { $column }: at most { $value } characters
condition-not = not ({ $part })
condition-and = {" and "}
condition-or = {" or "}
condition-today = today
condition-yes = yes
condition-no = no
disclosure = What is not shown, to protect people
disclosure-threshold = In figures about people a number of 1 to { $most } people, and a change of a number that small between two releases, is not shown (threshold { $k }).
disclosure-exact-both = By decision of the programme its total and that of each country are shown exactly.
disclosure-exact-programme = By decision of the programme its total is shown exactly, that of a country is not.
disclosure-exact-country = By decision of the programme the total of each country is shown exactly.
disclosure-exact-none = No total is exempt.
disclosure-of-figure = { $figure }: { $says }
disclosure-tables = Of these figures about people further tables may be shown: { $figures }; by quarter and by { $by }.
disclosure-things = No person stands behind these units, so they need no threshold: { $units }.
disclosure-always = A table is shown whole or not at all, so that nothing withheld can be reckoned from the rest. Names, contact details and numbers of persons are on no page and in no file.

## Records of figures
record-crumb = Breadcrumb
record-eye = Objective { $objective } · Figure
record-title = { $figure }: { $value }, version { $version }
record-title-reported = { $figure }: { $value }, as reported
record-description = What the figure counts, how it was checked, its breakdown and every value it has had.
record-computed = computed from records
record-computed-demonstration = computed from demonstration records
record-no-records = no records behind this number
record-nobody-said = Nobody has published a value yet.
record-real = Real:
record-real-text = the name of the figure and its reported values.
record-invented = Invented:
record-invented-text = the records, and so everything computed from them.
record-version = Version
record-version-current = { $version }, current
record-version-old = { $version }, replaced
record-nothing-left-out = nothing left out
record-not-shown = By { $dimension }: not shown in release { $release }, because a change is too small.
record-not-shown-last = Last shown in version { $version }
record-versions-all = all { $n } versions
record-data-to = Data to
record-cumulative = , cumulative
record-issued = Issued
record-issued-release = , release { $release }
record-issued-unchanged = , unchanged in release { $release }
record-reported = Reported
record-reported-value = { $value } ({ $date })
record-evidence = Evidence
record-grade = Grade { $grade }
record-reaching = { $reaching } of { $counted } counted rows reach it
record-on-file = { $reaching }; the source document of { $on_file } is on file
record-coverage-of = { $expected ->
    [one] { $answered } of { $expected } partner for { $quarter }
   *[other] { $answered } of { $expected } partners for { $quarter }
}
record-address = Permanent address
record-superseded = Version { $version }. Replaced on { $date } by
record-superseded-by = version { $version }: { $value }
record-restated = Restated.
record-restated-text = { $value }, was { $previous } in version { $version } ({ $difference }, { $share }).
record-restated-plain = { $value }, was { $previous } in version { $version }.
record-see-history = See the history

record-definition = What it counts
record-counted = Counted
record-not-counted = Not counted
record-method = How it is counted
record-rule = The rule, in words and as configured
record-rule-former = The rule of this version, as it was configured
record-rule-waits = No record has been counted by this rule yet: all that stands here is what others reported.

record-said = What was reported
record-said-caption = Values that others published
record-said-when = When
record-said-value = Value
record-said-by = Said by
record-said-definition = { $source }, definition { $definition }
record-said-label = Reported: { $values }
record-said-at = { $value } in { $date }
record-said-none = Nobody has published a value for this figure.
record-said-grade = Reported values have no records behind them here (grade { $grade }). They are never mixed with computed ones.
record-said-fell = Reported as { $before } ({ $then }) and later as { $after } ({ $later }). A figure that counts from the start cannot fall unless something was corrected. No reason was published.
record-said-vanished = For other figures of this action { $source } ({ $date }) has values, and none for this one. No reason was published.

record-chain = From record to figure
record-stage = Stage
record-remaining = Remaining
record-left-out = Left out
record-why = Why
stage-received = Rows received
stage-verified = Rows verified
stage-once-per-partner = { $figure }, once for each partner
stage-once-in-programme = { $figure }, once in the programme
stage-amounts = Rows of a number, replaced by it
record-amounts = { $rows ->
    [one] { $rows } row stands for { $amount }
   *[other] { $rows } rows stand for { $amount }
}
record-signed-consortium-lead = the consortium’s lead ({ $date })
record-signed-verifier = a verifier of another organisation ({ $date })
record-signed-other = a person with the right to sign ({ $date })
record-signed = Signed by { $signatures }. Neither has entered or checked the records behind a changed figure.
record-and = { " and by " }

grade-a = A
grade-b = B
grade-c = C
grade-d = D
grade-a-name = Evidenced
grade-b-name = Checked
grade-c-name = Reported
grade-d-name = Estimated
grade-a-means = Signed source seen and sampled by an independent checker
grade-b-means = A second person compared each record with its source
grade-c-means = Said by somebody, no records compared
grade-d-means = Modelled or rounded
record-estimate = This figure is an estimate.

record-breakdown = Breakdown
record-by-first = By { $dimension } at the first count
record-by-quarter = By quarter of the first count
record-by-each = By { $dimension }, wherever counted
record-each-note = Who or what was counted in two of these stands in both lines, so the lines may not be added.
record-each-several = { $n ->
    [one] { $n } of what is counted stands in two or more of these lines.
   *[other] { $n } of what is counted stand in two or more of these lines.
}
record-beside = Beside the figure: { $dimension }
record-beside-note = These are not people or things of the figure: they don’t add up to it.
cell-head-count = Counted by head
record-breakdown-none = No table of this figure is shown.

record-never-add = Do not add this to
record-overlap = The same ones may be in both; added up, they would be counted twice.
record-overlap-tag = overlap
record-old-version = Version { $version } of this figure.
record-replace = Versions replace one another.
record-old-version-tag = older version

record-history = History
record-history-caption = Every computed value ever issued
record-history-label = Computed value of each version: { $values }
record-history-version = Version
record-history-value = Value
record-history-why = Issued, and why
record-v = v{ $version }
record-removed = { $n } removed by the correction
record-restated-tag = Restated
record-data-up-to = Data to { $date }.
record-first = First publication.
record-replaced-by = Replaced by version { $version }.
record-same-value = Same value; a table, the definition or the status changed.
record-as-known = As known today: { $known } ({ $difference }).
record-as-known-since = As known since the correction of version { $version }: { $known } ({ $difference }).
record-correction = Correction:

record-cite = Download and cite
record-cite-lead = To cite this figure
record-citation = { $site } “{ $name }: { $value }”, { $computed }, version { $version }, { $date }.
record-citation-reported = { $site } “{ $name }: { $value }”, as reported: { $source }.
record-site-demonstration = Hatua. { $note }.
record-site = Hatua.
record-keep = Demonstration records: keep the word “demonstration”.
record-permanent = The address with a version never changes its content; this one always leads to the newest:
record-permanent-newest = This address always leads to what is newest:

## Log of changes
changelog = Changes
changelog-description = Every release of every action: which figures changed, by how much and why.
changelog-lead = A figure is never changed in silence. Each release stands here with what it changed, newest first; each correction with its reason.
changelog-real = the names of the figures.
changelog-none = Nothing has been issued yet.
changelog-figure = Figure
changelog-before = Before
changelog-now = Now
changelog-difference = Difference
changelog-caption = Figures with a new version
changelog-first = first value
changelog-unchanged = { $n } figures unchanged.
changelog-no-figures = No figure changed.
changelog-removed = Figures that were removed

## Open data
data-origin-computed = computed from records
data-origin-reported = reported by others
data-status-published = a number, zero included
data-status-nil = nothing to report, declared
data-mark-restated = restated: this release corrects an earlier value
data-mark-provisional = provisional: more records are expected
data-column-action-id = The action.
data-column-indicator-code = The indicator, by its code in the fund’s list.
data-column-origin = Who made the number.
data-column-definition-version = The version of the definition; empty where the source names none.
data-column-period-start = The first day of the facts; empty where the source does not say it.
data-column-period-end = The last day of the facts; a month or a year where the source is no more exact.
data-column-dimension = Empty for the figure itself, else key and code of a part of it. Parts of a key that ends in “_each” do not add up.
data-column-value = The number; empty where the status has none. In workbooks a mark stands in its place.
data-column-value-status = What kind of value it is. A blank is never zero.
data-column-unit = What is counted.
data-column-published-at = When it was issued or said.
data-column-release = The release that issued it; empty for a reported number.
data-column-source = Who said it and where; in a demonstration “demonstration records”.
data-column-permalink = Where it can be looked up for good.
data-column-label = The name of the code, in the language at the end of the column’s name.
sheet-cover = Cover
sheet-figures = Figures
sheet-figures-about = Every figure, computed and reported, without breakdowns.
sheet-by-about = Figures broken down by { $key }.
sheet-notes = Notes
sheet-notes-about = The shorthand of the tables.
sheet-dictionary = Dictionary
sheet-dictionary-about = What each column means, and every code with its name.
sheet-demonstration = Demo { $name }
data-title = Open data
data-intro = Every figure as files, the same numbers as on the pages. An address with “latest” never changes and always holds the current release; an address with a version or a release is kept as it was issued.
data-files = File
data-holds = Holds
data-all = All figures, computed and reported
data-release = All figures of { $release }
data-dictionary = What each column and code means
data-by-figure = Figure by figure
data-latest = Current release
data-reported = Reported by others
data-more = All files, and what their columns mean
