title = School meals of Veredia
summary = Each child eats at school.
objectives-lead = The objective is:
theme = School meals
region = Veredia
hero-caption = The kitchen
hero-alt = Drawing: a kitchen
objective-1 = (1) Every pupil eats one warm meal a day.
objective-1-short = Meals
funding-ministry = Budget of the ministry
funding-ministry-display = 90 million francs
document-handbook = Handbook
removed-kitchens-built = A kitchen is not a meal.
register-pupil = meal cards
register-delivery = deliveries
said-by-ministry = Ministry of Education
dimension-district = district
district-unknown = Not recorded
dimension-sex = sex
sex-F = Girls
sex-M = Boys
sex-unknown = Not recorded
dimension-age = age
age-5-9 = 5–9
age-10-14 = 10–14
age-15-plus = 15 and over
age-unknown = Not recorded
dimension-partner = partner
unit-person = pupil
unit-meal = meal
unit-delivery = delivery
figure-pupils-fed-lead = pupils eat at school

figure-pupils-fed-name = Number of pupils who eat at school
figure-pupils-fed-short = Pupils fed
figure-pupils-fed-definition = Different pupils with at least one meal.
figure-pupils-fed-counted =
    A pupil with a meal card
    One meal is enough
figure-pupils-fed-not-counted =
    Teachers
    The same pupil on another day
figure-pupils-fed-method = Each pupil is counted once.

figure-meals-served-name = Number of meals served
figure-meals-served-short = Meals served
figure-meals-served-definition = Meals that were delivered and accepted.
figure-meals-served-counted =
    A meal of an accepted delivery
figure-meals-served-not-counted =
    Refused meals
figure-meals-served-method = The meals of each delivery, added up.

figure-late-deliveries-name = Number of late or costly deliveries
figure-late-deliveries-short = Late deliveries
figure-late-deliveries-definition = Deliveries after their day, or dear.
figure-late-deliveries-counted =
    A delivery after its day
figure-late-deliveries-not-counted =
    A delivery on its day
figure-late-deliveries-method = Each delivery is a case.
