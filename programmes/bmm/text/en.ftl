# The words of the programme in English. Names of figures, the summary, the objectives and the captions are those of
# the EUTF page of July 2018, word for word, but that the drawing is ours; definitions and methods are ours.

title = Better Migration Management Programme
summary = The overall objective is to improve migration management in the region, and in particular to curb the trafficking of human beings and the smuggling of migrants within and from the Horn. Tackling this problem only at a national level would simply risk displacing the existing smuggling/trafficking routes: this project will therefore target the entire region, while taking into account country-specific needs and issues.
cofunding = The programme is co-funded by the BMZ with EUR 6 million
objectives-lead = The specific objectives are:
theme = Improved migration management
region = Horn of Africa
hero-caption = BMM anti-trafficking exhibition - Nairobi (our drawing)
hero-alt = Drawing: six boards of an exhibition in the open air, among them a hook with a banknote and a broken chain; behind them a tower and acacias
partners-note = Not named on the page of July 2018; named on the partners’ own pages.
contracts-note = The page of July 2018 lists no contract. The fund’s open data of December 2021 has one:

masthead-note = Demonstration, not a publication of the European Union
real-note = the texts, money, partners, news and the fifteen reported numbers, each with its source
invented-note = everything beside a hatched edge

## Objectives

objective-I = (I) To support national authorities to develop, enact and eventually implement policies, laws, institutional frameworks and procedures for better migration and border management, including on the fight against trafficking in human beings and smuggling of migrants, in accordance with the relevant international conventions and standards, and promoting harmonisation and exchange of best practices in these areas.
objective-I-short = Laws and policies
objective-II = (II) To strengthen the capacity of all institutions and agencies responsible for migration and border management (such as front-line officials, law enforcement officers, or judicial bodies) notably by training and technical assistance, by improving procedures for investigating and prosecuting cases of trafficking in human beings and smuggling of migrants; by improving data collection and promoting sharing of information; by supplying government offices and border management posts with essential tools and equipment, and possibly with infrastructure development; by promoting improved coordination between different institutions and agencies involved.
objective-II-short = Capacity of institutions
objective-III = (III) To identify, assist and provide protection for victims of trafficking in human beings and vulnerable smuggled migrants, especially women and children and other vulnerable groups.
objective-III-short = Protection
objective-IV = (IV) To raise awareness of the dangers of irregular migration and the benefits of alternative options.
objective-IV-short = Awareness

## Money and documents

funding-eutf = EUTF contribution
funding-eutf-display = 40 000 000 €
funding-bmz = Co-funding, BMZ
funding-bmz-display = EUR 6 million
funding-bmz-description = Co-funding by BMZ, another source
funding-bmz-description-display = 2 000 000 €
document-action-fiche = Action fiche
document-action-fiche-note = The action as adopted on 16 December 2015. The demonstration has a one-page placeholder of its own.

## Who said it

said-by-eutf-page = EUTF page
said-by-eutf-open-data = the fund’s open data
said-by-first-description-of-the-action = first Description of the Action

## Figures

figure-policies-name = Number of strategies, policies and plans developed and / or directly supported
figure-policies-v2-name = Number of strategies, laws, policies and plans developed and / or directly supported
figure-policies-v2-change = Laws are named: wider, not comparable.
figure-policies-short = Strategies, policies and plans
figure-policies-lead = strategies, policies and plans developed or supported
figure-policies-definition = Different strategies, policies, laws, action plans and procedures that the action helped to develop or directly supported, from its start to the last day of the release, each with the stage that it has reached.
figure-policies-counted =
    A strategy, policy, law, action plan or standard procedure
    Developed or directly supported: drafted, consulted, validated, adopted or in force
    The text, minutes of the validation, or the gazette as its source
figure-policies-not-counted =
    Each draft or each meeting about the same text
    Translations
    Work plans of the project itself
figure-policies-method = From the register of support to strategies, policies and plans: verified rows, each about one instrument of the list of instruments. Two roundtables about one position are two rows of one instrument. The kind is that of the first row.
figure-policies-identity = Within one partner, the instrument’s code. Between partners, only a recorded decision by people, who compare title, country and kind; until then it counts twice.
figure-policies-evidence =
    The text of the instrument
    Minutes of the consultation or of the validation
    The gazette, once it is in force
figure-policies-addable = Countries, partners, kinds and quarters add up: an instrument stands where it was counted first, one of the whole region under Regional. The partners’ own counts do not add up: two may have supported the same instrument.

figure-cross-border-name = Number of cross-border cooperation initiatives created / launched or supported
figure-cross-border-v2-name = Number of regional cooperation initiatives created, launched or supported
figure-cross-border-v2-change = Cross-border became regional, under another code: only partly comparable.
figure-cross-border-short = Cross-border initiatives
figure-cross-border-each-country-several = { $n ->
    [one] { $n } initiative joins two or more countries and stands under each of them.
   *[other] { $n } initiatives join two or more countries, and each stands under all of its countries.
}
figure-cross-border-definition = Different initiatives of cooperation between two or more countries that the action created, launched or supported, from its start to the last day of the release: a dialogue, an agreement, a joint patrol, a network, an arrangement for referral.
figure-cross-border-counted =
    An initiative that two or more countries share
    Created, launched or supported by the action
    The agreement, or the minutes, as its source
figure-cross-border-not-counted =
    Each meeting of the same initiative
    Cooperation between agencies of one country
    The same initiative reported by another partner
figure-cross-border-method = From the register of cooperation initiatives: verified rows that name two or three countries. Each row is one step of an initiative, and all steps of one initiative count once.
figure-cross-border-identity = Within one partner, the initiative’s code. Between partners, only a recorded decision by people, who compare title and countries; until then it counts twice.
figure-cross-border-evidence =
    The agreement between the countries
    Minutes of the meeting, with who took part
figure-cross-border-addable = Partners, kinds and quarters add up. Countries do not: an initiative stands under each of its countries and once in the total. Neither do the partners’ own counts.

figure-trained-name = Number of individuals trained on migration management
figure-trained-v2-name = Number of individuals trained on migration management and protection
figure-trained-v2-change = Protection is named: wider wording.
figure-trained-short = People trained
figure-trained-lead = individuals trained on migration management
figure-trained-each-country = Trained in the country
figure-trained-each-country-several = { $n ->
    [one] { $n } person was trained in two countries.
   *[other] { $n } people were trained in two countries.
}
figure-trained-definition = Different people who attended at least one qualifying training on migration management held by the action, from its start to the last day of the release. One attendance of at least half a day is enough. Each person is counted once, whoever trained them, in whatever country and year.
figure-trained-counted =
    Half a day or more, with a programme and a signed list
    Migration policy, law and data; protection; trafficking and smuggling
    Officials, judges, prosecutors, police, civil society
figure-trained-not-counted =
    Facilitators and organisers
    Roundtables and launches
    The same person at a second training (attendances are published beside the figure)
    Border and security trainings: these feed “staff trained on security”
figure-trained-method = From the register of attendances: verified rows with at least one half day, at a training whose main topic is migration management, and not as facilitator. A row is verified when a second person has found it in the signed list.
figure-trained-identity = Within one partner, the partner’s own number of the person. Between partners, only a recorded decision by people, who compare staff number, telephone, the parts of the name in any order and the year of birth. An undecided pair counts as two.
figure-trained-evidence =
    The attendance list, signed by each participant
    The programme of the training and its report
    Tests before and after, where there were any
figure-trained-addable = Countries, partners, sexes, ages, kinds and quarters add up, with “not recorded”: each person stands where they were counted first. The table “trained in the country” does not, and neither do the partners’ own counts. Never to be added to “staff trained on security”: some people are in both.

figure-security-staff-name = Number of staff from governmental institutions, internal security forces and relevant non-state actors trained on security, border management, CVE, conflict prevention, protection of civilian populations and human rights
figure-security-staff-v2-name = Number of staff from governmental institutions, internal security forces and relevant non-state actors trained on governance, conflict prevention and human rights
figure-security-staff-v2-change = Security, border management and violent extremism became governance. Our reading: only trainings on conflict prevention, the protection of civilians or human rights count.
figure-security-staff-short = Staff trained on security
figure-security-staff-definition = Different members of staff of governmental institutions, internal security forces and relevant non-state actors who attended at least one training on security, border management, countering violent extremism (CVE), conflict prevention, protection of civilians or human rights, from the action’s start to the last day of the release.
figure-security-staff-counted =
    Half a day or more, with a programme and a signed list
    Staff of border agencies, police, other security forces and other government bodies
    Staff of non-state actors with a task in these fields
figure-security-staff-not-counted =
    Local chiefs and members of the community: their rows are kept and not counted
    Facilitators and organisers
    The same person at a second training
    Trainings whose main topic is migration management: these feed “people trained”
figure-security-staff-method = From the register of attendances: verified rows with at least one half day, at a training whose main topic is security and border management, and not as facilitator. Rows of community leaders stay in the chain and are left out by the rule. One attendance feeds this figure or “people trained”, never both.
figure-security-staff-identity = Within one partner, the partner’s own number of the person. Between partners, only a recorded decision by people, who compare staff number, telephone, the parts of the name in any order and the year of birth. An undecided pair counts as two.
figure-security-staff-evidence =
    The attendance list, signed by each participant
    The programme of the training and its report
figure-security-staff-addable = Countries, partners, sexes, kinds and quarters add up, with “not recorded”: each person stands where they were counted first. The partners’ own counts do not. Never to be added to “people trained”: some people are in both.

figure-institutions-migration-name = Number of Institutions (National and local) and Non-State actors directly supported through capacity building on migration management
figure-institutions-migration-v2-name = Number of institutions and non-state actors strengthened through capacity building or operational support on protection and migration management
figure-institutions-migration-v2-change = Protection and operational support are named: wider.
figure-institutions-migration-short = Institutions supported on migration
figure-institutions-migration-definition = Different institutions and non-state actors that the action directly supported in migration management by training, advice, equipment or funds, from its start to the last day of the release.
figure-institutions-migration-counted =
    A ministry, department, agency, court, committee or organisation of civil society
    Supported directly, with an agreement, a work plan, minutes or a delivery note
    One level of each institution, the same for all
figure-institutions-migration-not-counted =
    Each branch of one institution, unless it is listed by itself
    The employer of a trained person, without support to it
    The same institution supported again, or by another partner
figure-institutions-migration-method = From the register of support to institutions: verified rows whose topic is migration management. The partners list one level of each institution, the department; a row of another level is sent back at verification.
figure-institutions-migration-identity = Within one partner, the institution’s code. Between partners, only a recorded decision by people, who compare the name, the body above it and the country; until then it counts twice.
figure-institutions-migration-evidence =
    The agreement or the work plan
    Minutes of the advice or of the training
    The delivery note, for equipment or funds
figure-institutions-migration-addable = Countries, partners, kinds and quarters add up: an institution stands where it was counted first, one of the whole region under Regional. The partners’ own counts do not. Never to be added to “institutions supported on security”: some institutions are in both.

figure-institutions-security-name = Number of Institutions and non-state actors benefitting from capacity building and operational support on security, border management, CVE, conflict prevention, protection of civilian populations and human rights
figure-institutions-security-v2-change = Dropped: it has no successor.
figure-institutions-security-short = Institutions supported on security
figure-institutions-security-definition = Different institutions and non-state actors that benefitted from capacity building or operational support of the action on security, border management, countering violent extremism (CVE), conflict prevention, protection of civilians or human rights, from its start to the last day of the release.
figure-institutions-security-counted =
    An agency, force, department, committee or organisation with a task in these fields
    Capacity building or operational support, with an agreement, minutes or a delivery note
    One level of each institution, the same for all
figure-institutions-security-not-counted =
    Each branch of one institution, unless it is listed by itself
    The employer of a trained person, without support to it
    The same institution supported again, or by another partner
figure-institutions-security-method = From the register of support to institutions: verified rows whose topic is security and border management. The partners list one level of each institution, the department; a row of another level is sent back at verification. The revised list of indicators dropped this figure.
figure-institutions-security-identity = Within one partner, the institution’s code. Between partners, only a recorded decision by people, who compare the name, the body above it and the country; until then it counts twice.
figure-institutions-security-evidence =
    The agreement or the work plan
    Minutes of the meeting or of the training
    The delivery note, for equipment or funds
figure-institutions-security-addable = Countries, partners, kinds and quarters add up: an institution stands where it was counted first, one of the whole region under Regional. The partners’ own counts do not. Never to be added to “institutions supported on migration”: some institutions are in both.

figure-border-stations-name = Number of border stations supported to strengthen border control
figure-border-stations-v2-name = Number of infrastructures supported to strengthen governance
figure-border-stations-v2-change = Border stations became any infrastructure of governance, and equipment a figure of its own: not comparable.
figure-border-stations-short = Border stations supported
figure-border-stations-definition = Different border stations that received equipment, works, systems or on-site support from the action, from its start to the last day of the release. One side of a border is one station; a one-stop post is two stations under one roof.
figure-border-stations-counted =
    Border crossing points, ports, airports, inland posts with border tasks
    Equipment, works, systems or support on the spot
    A handover or delivery note, or a site report with photos, as its source
figure-border-stations-not-counted =
    Police posts and head offices
    Items of equipment: the station counts, once
    The same station under another name or by another partner
figure-border-stations-method = From the register of support to border stations: verified rows, each about one station of the list of stations. There one side of a border is one station. The kind is that of the first support.
figure-border-stations-identity = Within one partner, the station’s code. Between partners, only a recorded decision by people, who compare the names, the country and the position (within 2 km); until then it counts twice.
figure-border-stations-evidence =
    The note of handover or delivery
    The report of the visit to the site
    Photos with place and date
figure-border-stations-addable = Countries, partners, kinds and quarters add up: a station stands where it was counted first. The partners’ own counts do not add up: two may have supported the same station.

figure-tools-name = Number of planning, monitoring, learning, data-collection and analysis tools set up, implemented and / or strengthened
figure-tools-v2-name = Number of planning, monitoring, learning, data-collection and analysis systems set up, implemented and / or strengthened
figure-tools-v2-change = Tools became systems: narrower, as we read it.
figure-tools-short = Planning and data tools
figure-tools-definition = Different tools for planning, monitoring, learning, data collection or analysis that the action set up, implemented or strengthened, from its start to the last day of the release.
figure-tools-counted =
    A tool that an institution uses: a database, a system of reporting, a plan for monitoring
    Set up, implemented or strengthened by the action
    The tool, its list of users or its handover as its source
figure-tools-not-counted =
    Studies
    Manuals and curricula
    A new version of the same tool
figure-tools-method = From the register of support to tools: verified rows, each about one tool of the list of tools. The kind is that of the first support.
figure-tools-identity = Within one partner, the tool’s code. Between partners, only a recorded decision by people, who compare name and owner; until then it counts twice.
figure-tools-evidence =
    The tool itself, or the list of its users
    The note of its handover
figure-tools-addable = Countries, partners, kinds and quarters add up: a tool stands where it was counted first, one of the whole region under Regional. The partners’ own counts do not add up: two may have worked on the same tool.

figure-infrastructure-name = Number of social infrastructure built or rehabilitated
figure-infrastructure-v2-name = Number of social infrastructures built and/or rehabilitated
figure-infrastructure-v2-change = The same in substance: the two may be compared.
figure-infrastructure-short = Social infrastructure
figure-infrastructure-definition = Different buildings or facilities of social use that the action built, extended or rehabilitated and handed over, from its start to the last day of the release.
figure-infrastructure-counted =
    A shelter, safe house, reception, transit, service or counselling centre
    Built, extended or rehabilitated, and handed over
    A certificate of handover, and photos with date and place, as its source
figure-infrastructure-not-counted =
    Furniture alone
    Border posts: these feed “border stations supported”
    Each phase of works on one facility
figure-infrastructure-method = From the register of social infrastructure: verified rows. A row can be verified only with its certificate and once the facility is handed over. Further works on one facility, its equipment included, are further rows of it; furniture alone is sent back at verification.
figure-infrastructure-identity = Within one partner, the facility’s code. Between partners, only a recorded decision by people, who compare name and place (within 200 m); until then it counts twice.
figure-infrastructure-evidence =
    The certificate of handover
    The contract of works
    Photos with place and date
figure-infrastructure-addable = Countries, partners, kinds and quarters add up: a facility stands where it was counted first. The partners’ own counts add up only where no works are shared.

figure-protected-name = Number of migrants in transit and forcibly displaced people protected or assisted
figure-protected-v2-name = Number of migrants in transit, refugees/asylum seekers and IDPs protected and/or assisted
figure-protected-v2-change = Narrower: on one day the published value fell from 21 783 to 16 789. Our reading: only persons who can be told apart count, no head counts.
figure-protected-short = People protected or assisted
figure-protected-lead = migrants in transit and displaced people protected or assisted
figure-protected-definition = Different people in transit, refugees, asylum seekers and displaced people who received at least one service from the action, from its start to the last day of the release. People counted by head in groups are added as they were counted.
figure-protected-counted =
    At least one service: shelter, food, medical or psychosocial help, legal aid, family tracing, counselling, transport
    A case file, a service log or a referral form as its source
    For groups, a head count with place and date
figure-protected-not-counted =
    People who were only informed: these feed “people reached by campaigns”
    Services: one person may have many
    People of the host community
figure-protected-method = From the service logs: verified rows of cases, under the partner’s own case code and never a name; a case counts once, however many services it received. To these the persons of the verified group head counts are added, always shown apart.
figure-protected-identity = Within one partner, the case code. Between partners, only a recorded decision of both, taken without exchanging names. Head counts have no identity: nobody can check whether one of these persons was counted before.
figure-protected-evidence =
    The case file, which stays with the partner
    The service log
    The form of referral, with the person’s consent
    For groups, the count sheet with place and date
figure-protected-addable = Countries, partners, kinds, sexes, ages and quarters add up, with “not recorded” and with the head counts apart: each person stands where they were counted first. Services and referrals are counted beside the figure and do not add up to people; neither do the partners’ own counts.

figure-returns-name = Number of voluntary returns or humanitarian repatriation supported
figure-returns-v2-name = Number of voluntary returns supported
figure-returns-v2-change = The same in substance: the two may be compared.
figure-returns-short = Voluntary returns
figure-returns-definition = Cases of return that the action supported, from its start to the last day of the release: one person’s one journey home, with documented voluntary consent, and departed. A second return of the same person is a second case.
figure-returns-counted =
    A journey home with a signed declaration of consent
    A departure that took place: ticket, boarding list or confirmation of arrival
    A second return as a second case
figure-returns-not-counted =
    Deportations
    Plans and departures that were cancelled
    Relocation inside a country
figure-returns-method = From the register of return cases: verified rows, each one journey of one person, with a consent that is not later than the departure. The country is the one that the person left.
figure-returns-identity = The partner’s case number: a row sent again under it is the same case. The person plays no part in it: a second return is a second case.
figure-returns-evidence =
    The declaration of voluntary return, signed
    The ticket or the boarding list
    The confirmation of arrival
figure-returns-addable = Cases add up over countries, partners, sexes, ages and quarters, with “not recorded”. Never to be added to “returnees with reintegration help”: some of them are the same people at a later stage.

figure-reintegrated-name = Number of returning migrants benefiting from reintegration assistance
figure-reintegrated-v2-name = Number of returning migrants benefitting from reintegration assistance
figure-reintegrated-v2-change = Split: help after arrival has a figure of its own; this one is the nearest.
figure-reintegrated-short = Returnees with reintegration help
figure-reintegrated-definition = Different returnees who received at least one service of reintegration in the country of return, from the action’s start to the last day of the release.
figure-reintegrated-counted =
    Economic, social or psychosocial help after the return
    A reintegration plan, a receipt or a monitoring visit as its source
figure-reintegrated-not-counted =
    Help for the journey itself: it feeds “voluntary returns”
    The same person at a second service
    Members of the household who received nothing themselves
figure-reintegrated-method = From the register of reintegration support: verified rows of economic, social or psychosocial help. The country is the one of return; the number of the return is noted where it is known.
figure-reintegrated-identity = Within one partner, the partner’s own number of the person. Between partners, only a recorded decision by people, who compare the parts of the name, sex, age group and the number of the return. An undecided pair counts as two.
figure-reintegrated-evidence =
    The reintegration plan
    The receipt
    The report of a monitoring visit
figure-reintegrated-addable = Countries, partners, sexes, ages and quarters add up, with “not recorded”: each person stands where they were counted first. The partners’ own counts do not. Never to be added to “voluntary returns”: some of them are the same people at an earlier stage.

figure-livelihoods-name = Number of people assisted to develop economic income-generating activities
figure-livelihoods-v2-name = Number of people assisted to develop income generating activities (IGAs)
figure-livelihoods-v2-change = The same in substance: the two may be compared.
figure-livelihoods-short = People helped to earn an income
figure-livelihoods-definition = Different people who received direct support to start or keep up an income, from the action’s start to the last day of the release.
figure-livelihoods-counted =
    A kit, a grant, coaching or a savings group
    A list of beneficiaries with receipt, an agreement or a follow-up visit as its source
figure-livelihoods-not-counted =
    Other members of the household
    People who were only trained in a trade
    Jobs
figure-livelihoods-method = From the register of support for an income: verified rows of a kit, a grant, coaching or a savings group. A person counts once, however many of them they received.
figure-livelihoods-identity = Within one partner, the partner’s own number of the person. Between partners, only a recorded decision by people, who compare telephone and the parts of the name. An undecided pair counts as two.
figure-livelihoods-evidence =
    The list of beneficiaries with their receipts
    The agreement, for a grant
    The report of a follow-up visit
figure-livelihoods-addable = Countries, partners, sexes, ages and quarters add up, with “not recorded”: each person stands where they were counted first. The partners’ own counts do not: persons are counted again for each total.

figure-campaign-reach-name = Number of migrants, or potential migrants, reached out by information campaign on migration and risks linked to irregular migration
figure-campaign-reach-v2-name = Number of (potential) migrants, reached by information campaigns on migration
figure-campaign-reach-v2-change = The same in substance: the two may be compared.
figure-campaign-reach-short = People reached by campaigns
figure-campaign-reach-lead = migrants and potential migrants reached by campaigns (an estimate)
figure-campaign-reach-definition = Persons present at, or demonstrably reached by, information activities of the action, from its start to the last day of the release. The activities are added up, so a person reached twice counts twice: this is always an estimate, and says how it was made.
figure-campaign-reach-counted =
    Persons counted at the door or on a sheet
    Signed distribution lists, delivery logs, counselling logs
    The organiser’s own estimate, marked as such
figure-campaign-reach-not-counted =
    The audience of a broadcaster
    Page views and printed stock
    The same activity reported by two partners
figure-campaign-reach-method = From the register of awareness activities: the reach of each verified activity, added up. An activity whose reach was not collected is left out and never taken for zero. What a broadcaster says of its audience can’t be verified.
figure-campaign-reach-identity = The partner’s own id of the activity. An activity of two partners (same place, date and organiser) is verified for one of them only. People are not told apart: who was reached twice counts twice.
figure-campaign-reach-evidence =
    Counted at the door: the sheet of the count, with place and date
    Attendance sheets and distribution lists, signed
    Logs of delivery and of counselling, without names
    An organiser’s estimate: the report that says how it was made
figure-campaign-reach-addable = Adds up over countries, partners, ways of counting and quarters. It counts exposures, not different people. Never to be added to “awareness events”: people and events.

figure-awareness-events-name = Number of activities/events explicitly dedicated to raising awareness and sensitivity of general public regarding migration
figure-awareness-events-v2-name = Number of awareness raising events on migration
figure-awareness-events-v2-change = The same in substance: the two may be compared.
figure-awareness-events-short = Awareness events
figure-awareness-events-definition = Events and activities with the explicit aim of raising awareness of migration among the general public, from the action’s start to the last day of the release.
figure-awareness-events-counted =
    An event with that aim: an exhibition, a debate, a community meeting
    A programme, photos or an attendance sheet as its source
figure-awareness-events-not-counted =
    Trainings
    Spots in the media
    Meetings of officials
    The same event reported by two partners
figure-awareness-events-method = From the register of awareness activities: verified rows that were events, for which people came together. Leaflets, messages and counselling desks are activities and no events.
figure-awareness-events-identity = The partner’s own id of the activity. An event of two partners (same place, date and organiser) is verified for one of them only.
figure-awareness-events-evidence =
    The programme of the event
    Photos with place and date
    The attendance sheet
figure-awareness-events-addable = Adds up over countries, partners and quarters. Never to be added to “people reached by campaigns”: events and people.

## Dimensions and their codes

dimension-country = country
country-unknown = Not recorded
dimension-year_calendar = calendar year
dimension-year_ethiopian = Ethiopian year
dimension-year_donor = donor year (October to September)
dimension-partner = partner
dimension-sex = sex
sex-F = Women
sex-M = Men
sex-unknown = Not recorded
dimension-age = age
age-18-29 = 18–29
age-30-44 = 30–44
age-45-plus = 45 and over
age-0-17 = Under 18
age-18-24 = 18–24
age-25-34 = 25–34
age-25-plus = 25 and over
age-35-plus = 35 and over
age-unknown = Not recorded
dimension-kind = kind
kind-law_enforcement = Law enforcement
kind-judiciary = Judiciary
kind-other_government = Other government
kind-civil_society = Civil society
kind-other = Other
kind-immigration = Immigration
kind-police = Police
kind-customs_border = Customs and other border agencies
kind-other_security = Other security
kind-non_state = Non-state actors
kind-community_leader = Community leaders (not counted)
kind-ministry = Ministries
kind-department = Departments
kind-agency = Agencies
kind-court = Courts and prosecution
kind-committee = Committees
kind-equipment = Equipment
kind-works = Works
kind-systems = Systems
kind-on_site = Support on the spot
kind-set_up = Set up
kind-implemented = Implemented
kind-strengthened = Strengthened
kind-built = Built
kind-extended = Extended
kind-rehabilitated = Rehabilitated
kind-equipped = Equipped
kind-strategy = Strategies
kind-policy = Policies
kind-law = Laws
kind-action_plan = Action plans
kind-procedure = Standard procedures
kind-dialogue = Dialogues
kind-agreement = Agreements
kind-joint_patrol = Joint patrols
kind-network = Networks
kind-referral_arrangement = Arrangements for referral
kind-exchange = Exchanges of experience
kind-trafficking_victim = Victims of trafficking
kind-unaccompanied_child = Unaccompanied children
kind-vulnerable_migrant = Vulnerable migrants
kind-refugee_asylum = Refugees and asylum seekers
kind-unknown = Not recorded
dimension-method = how counted
method-counted_at_door = Counted at the door
method-attendance_sheet = Attendance sheet
method-distribution_list = Signed distribution list
method-delivery_log = Delivery log
method-counselling_log = Counselling log
method-organiser_estimate = Organiser’s estimate
method-broadcast = Broadcast audience
method-unknown = Not recorded

## Countries

country-section-station = Border stations
country-section-institution = Institutions
country-KE-station = 34 border crossing points, with trainings at all of them (news of the action).
country-ET-money = 21.3 % of the action, says the fund’s open data (December 2021).
country-UG-money = 4.3 % of the action, says the fund’s open data (December 2021).
country-SO-money = 10.9 % of the action, says the fund’s open data (December 2021).
country-SD-money = 16.7 % of the action, says the fund’s open data (December 2021).
country-SS-money = 3.9 % of the action, says the fund’s open data (December 2021).
country-KE-money = 18.3 % of the action, says the fund’s open data (December 2021).
country-ER-money = 4.3 % of the action, says the fund’s open data (December 2021).
country-DJ-money = 5.9 % of the action, says the fund’s open data (December 2021).
country-money-note = The shares of the eight countries add up to 85.6 %, not 100, so no amount in euro is derived from them. The rest is not explained.
not-known =
    Whether it lasted: all figures count what was done, and no outcome was reported.
    How the money was spent in each country: only a share is published, no amount and no year.

## Units and registers

unit-person = person
unit-institution = institution
unit-station = border station
unit-instrument = instrument
unit-initiative = initiative
unit-tool = tool
unit-infrastructure = infrastructure
unit-return_case = case of return
unit-person_reached = person reached
unit-event = event
register-training = trainings
register-attendance = attendance lists
register-livelihood_support = support for an income
register-protection_service = service logs
register-group_head_count = group head counts
register-return_case = return cases
register-reintegration_support = reintegration support
register-institution_support = support to institutions
register-border_station = list of border stations
register-border_station_support = support to border stations
register-infrastructure = social infrastructure
register-policy_instrument = list of strategies, policies and plans
register-instrument_support = support to strategies, policies and plans
register-tool = list of tools
register-tool_support = support to tools
register-cooperation_initiative = cooperation initiatives
register-awareness_activity = awareness activities
beside-services = services given
services-shelter = Shelter
services-food_items = Food and items
services-medical = Medical help
services-psychosocial = Psychosocial help
services-legal = Legal help
services-family_tracing = Family tracing
services-counselling = Counselling
services-transport = Transport
beside-referrals = referrals
referrals-accepted = Accepted
referrals-declined = Declined
referrals-no_answer = No answer
