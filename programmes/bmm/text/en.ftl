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
figure-policies-method = From the registers of instruments and of support to them. Two rows are the same instrument when they share its code, or its title and country; two roundtables about one position are two rows of one instrument.

figure-cross-border-name = Number of cross-border cooperation initiatives created / launched or supported
figure-cross-border-short = Cross-border initiatives
figure-cross-border-definition = Different initiatives of cooperation between two or more countries that the action created, launched or supported, from its start to the last day of the release: a dialogue, an agreement, a joint patrol, a network, an arrangement for referral.
figure-cross-border-counted =
    An initiative that two or more countries share
    Created, launched or supported by the action
    The agreement, or the minutes, as its source
figure-cross-border-not-counted =
    Each meeting of the same initiative
    Cooperation between agencies of one country
    The same initiative reported by another partner
figure-cross-border-method = From the register of cooperation initiatives. Two rows are the same initiative when they share its code. It is shown under each of its countries and counted once in the total.

figure-trained-name = Number of individuals trained on migration management
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
figure-trained-method = From the registers of trainings and attendances. A row counts when a second person has found it in the signed list. Two rows are the same person only when people have decided so; an undecided pair counts as two.

figure-security-staff-name = Number of staff from governmental institutions, internal security forces and relevant non-state actors trained on security, border management, CVE, conflict prevention, protection of civilian populations and human rights
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
figure-security-staff-method = From the registers of trainings and attendances, by the main topic of the training: one attendance feeds this figure or “people trained”, never both. Two rows are the same person only when people have decided so.

figure-institutions-migration-name = Number of Institutions (National and local) and Non-State actors directly supported through capacity building on migration management
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
figure-institutions-migration-method = From the registers of institutions and of support to them. Two rows are the same institution when they share its code or an accepted alias. An institution may also be in the figure on security; the two are never added up.

figure-institutions-security-name = Number of Institutions and non-state actors benefitting from capacity building and operational support on security, border management, CVE, conflict prevention, protection of civilian populations and human rights
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
figure-institutions-security-method = From the registers of institutions and of support to them, by the topic of the support. Two rows are the same institution when they share its code or an accepted alias. The revised list of indicators dropped this figure.

figure-border-stations-name = Number of border stations supported to strengthen border control
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
figure-border-stations-method = From the registers of stations and of support. Two rows are the same station when they share its code or an accepted alias; a different spelling within 2 km in the same country is proposed and decided by people.

figure-tools-name = Number of planning, monitoring, learning, data-collection and analysis tools set up, implemented and / or strengthened
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
figure-tools-method = From the registers of tools and of support to them. Two rows are the same tool when they share its code, or its name and owner.

figure-infrastructure-name = Number of social infrastructure built or rehabilitated
figure-infrastructure-short = Social infrastructure
figure-infrastructure-definition = Different buildings or facilities of social use that the action built, extended or rehabilitated and handed over, from its start to the last day of the release.
figure-infrastructure-counted =
    A shelter, safe house, reception centre, clinic or school
    Built, extended or rehabilitated, and handed over
    A certificate of handover, and photos with date and place, as its source
figure-infrastructure-not-counted =
    Furniture alone
    Border posts: these feed “border stations supported”
    Each phase of works on one facility
figure-infrastructure-method = From the register of infrastructure. Two rows are the same facility when they share its code, or its name and a place within 200 m.

figure-protected-name = Number of migrants in transit and forcibly displaced people protected or assisted
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
figure-protected-method = From the registers of services and of group head counts, with the partner’s own case code and never a name. Two codes are the same person only by a decision of both partners. Head counts have no identity: they stay rows of their own.

figure-returns-name = Number of voluntary returns or humanitarian repatriation supported
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
figure-returns-method = From the register of return cases: its cases, added up. Two rows are the same case when they share its number, or the person and the day of departure.

figure-reintegrated-name = Number of returning migrants benefiting from reintegration assistance
figure-reintegrated-short = Returnees with reintegration help
figure-reintegrated-definition = Different returnees who received at least one service of reintegration in the country of return, from the action’s start to the last day of the release.
figure-reintegrated-counted =
    Economic, social or psychosocial help after the return
    A reintegration plan, a receipt or a monitoring visit as its source
figure-reintegrated-not-counted =
    Help for the journey itself: it feeds “voluntary returns”
    The same person at a second service
    Members of the household who received nothing themselves
figure-reintegrated-method = From the register of reintegration support, linked to the return where it is known. Two rows are the same person only when people have decided so. These people are also among the returns, at an earlier stage: the two are never added up.

figure-livelihoods-name = Number of people assisted to develop economic income-generating activities
figure-livelihoods-short = People helped to earn an income
figure-livelihoods-definition = Different people who received direct support to start or keep up an income, from the action’s start to the last day of the release.
figure-livelihoods-counted =
    A kit, a grant, coaching or a savings group
    A list of beneficiaries with receipt, an agreement or a follow-up visit as its source
figure-livelihoods-not-counted =
    Other members of the household
    People who were only trained in a trade
    Jobs
figure-livelihoods-method = From the register of livelihood support. Two rows are the same person only when people have decided so; persons are counted again for each total, never added up.

figure-campaign-reach-name = Number of migrants, or potential migrants, reached out by information campaign on migration and risks linked to irregular migration
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
figure-campaign-reach-method = From the register of awareness activities: the reach of each activity, added up. Joint activities are the same when they share place, date and organiser.

figure-awareness-events-name = Number of activities/events explicitly dedicated to raising awareness and sensitivity of general public regarding migration
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
figure-awareness-events-method = From the register of awareness activities: its events, added up. Joint events are the same when they share place, date and organiser.

## Dimensions and their codes

dimension-country = country
country-unknown = Not recorded
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
method-unknown = Not recorded

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
