# Tous les mots de l’interface en français. Ceux d’un programme sont dans son dossier.

## Layout
page-title = { $title } – { $site }
site-name = Hatua
site-name-demonstration = Démonstration de Hatua
demonstration = Démonstration
language-name = Français
skip = Aller au contenu
site-menu = Site
language-menu = Langue
menu = Menu
all-pages = Toutes les pages
menu-actions = Actions
menu-methods = Méthodes
menu-changes = Changements
footer = Chaque chiffre calculé s’ouvre sur sa définition, ses preuves et son histoire.
currency-EUR = €
currency-USD = $ US
currency-GBP = £

## Errors
not-found = Aucune page n’a cette adresse
not-found-nearest = Vous cherchiez peut-être
not-found-promise = Les adresses d’ici ne meurent pas : une page renommée renvoie à la nouvelle, une page retirée dit quand et pourquoi.
removed = Ce chiffre a été retiré
removed-description = Le chiffre a été retiré ; la raison et sa dernière version sont ici.
removed-on = Retiré le
removed-why = Pourquoi
removed-last = Dernière version
removed-no-version = Aucune : d’autres seulement l’avaient déclaré.
removed-instead = À voir à la place
removed-promise = Un chiffre retiré garde son adresse pour toujours, afin qu’une citation mène encore à une réponse.

## Words of several pages
demonstration-records = Fiches de démonstration
version = version { $version }
list-separator = {", "}
quarter = T{ $number } { $year }
quarter-short = T{ $number }
quarter-months = { $from } à { $to } { $year }
quarter-of-year = trimestre
release = édition { $release }
source = { $source }, { $date }
number = Nombre
all = Total
nil = néant

## Values
value-not-reported = non déclaré
value-not-collected = non collecté
value-not-applicable = sans objet
value-withheld = non publié, pour protéger les personnes

## Action page: first screen
breadcrumb = Fil d’Ariane
contents = Sur cette page
real = Réel sur cette page :
invented = inventé :
objective = Objectif { $code }
objective-short = {" · "}{ $short }
quarters-label = Par trimestre, de { $from } à { $to } : { $values }
leads-reported = Grands nombres : déclarés par { $source }.
leads-computed = Grands nombres : calculés à partir de fiches vérifiées, { $release }, données au { $date }.
grouping = Le classement des chiffres par objectif est le nôtre.
all-figures = Tous les chiffres
theme = Thème
document = Document
location = Lieu
partners = Partenaires
partners-none = La page source ne nomme aucun partenaire.
partner-lead = { $name } (chef de file)
superseded = Édition { $release }, publiée le { $issued }. Remplacée le { $replaced } par l’édition { $next }.
superseded-see = Voir la page actuelle, édition { $release }

## Action page: figures
summary = Résumé
numbers = L’action en chiffres
numbers-intro = { $n } chiffres. Ouvrez-en un pour voir ce qu’il compte, comment il a été contrôlé et toutes les valeurs qu’il a eues.
numbers-intro-demonstration = { $n } nombres déclarés. Sous chacun, le même chiffre recalculé à partir des fiches de démonstration quand il y en a : ouvrez-le pour voir ce qu’il compte, comment il a été contrôlé et toutes les valeurs qu’il a eues.
main-objectives = Objectifs principaux
reported = Déclaré : { $source }
reported-value = Déclaré : { $value }, { $source }
recomputed = Recalculé à partir de fiches de démonstration :
recomputed-short = Recalculé :
recomputed-release = , { $release }
recomputed-more = , { $n } de plus, { $release }
recomputed-fewer = , { $n } de moins, { $release }
no-records = aucune fiche derrière ce nombre
never-add = Ne pas additionner à { $value }
never-add-same = Ne pas additionner à l’autre { $value }
never-add-name = Ne pas additionner à « { $name } »
restated = Corrigé : était { $value }
restated-recomputed = valeur recalculée corrigée : était { $value }

## Action page: breakdowns
where = Où
where-note = Chaque unité est comptée dans le pays de sa première fiche. Les frontières et les noms n’impliquent aucune approbation. Carte : Natural Earth, domaine public.
over-time = Dans le temps
over-time-note = La surface ombrée montre ce que l’on sait aujourd’hui, les marches ce que chaque édition a dit à sa date (tirets), les barres les trimestres.
who = Femmes, hommes, enfants
table-caption = { $figure } : { $dimension }
table-not-shown = { $dimension } : absent de l’{ $release }, car un changement est trop petit.
plot-quarters = { $figure }, par trimestre du premier comptage
plot-quarters-alt = { $title } : { $values }. Publié par les éditions : { $said }.
plot-map = { $figure }, par pays
plot-known = connu aujourd’hui
plot-said = dit par chaque édition
plot-release = É{ $number }
plot-demonstration = Démonstration : fiches inventées
map-alt = Carte : { $title } ; les nombres sont dans le tableau à côté

## Action page: trust
trust = Puis-je m’y fier ?
trust-intro = Chaque chiffre calculé repose sur des fiches de terrain : une deuxième personne compare chacune à sa source, chaque personne est comptée une seule fois, et deux personnes d’organisations différentes signent l’édition.
trust-intro-demonstration = Dans cette démonstration, chaque chiffre recalculé repose sur des fiches de terrain : une deuxième personne compare chacune à sa source, chaque personne est comptée une seule fois, et deux personnes d’organisations différentes signent l’édition.
coverage = Couverture
coverage-partners = { $answered } partenaires sur { $expected }
coverage-quarter = ont déclaré pour { $quarter }. Ce qui manque est montré comme manquant, jamais comme zéro.
checked = Contrôlé
checked-of = { $checked } sur { $received }
checked-rows = lignes derrière « { $figure } » ont été comparées à leur source et peuvent compter ; { $rest }.
checked-all = lignes derrière « { $figure } » ont été comparées à leur source et peuvent compter.
left-out-pending = { $n ->
    [one] { $n } attend un contrôle
   *[other] { $n } attendent un contrôle
}
left-out-withdrawn = { $n ->
    [one] { $n } retirée
   *[other] { $n } retirées
}
left-out-returned = { $n ->
    [one] { $n } renvoyée
   *[other] { $n } renvoyées
}
left-out-refers-to-nothing = { $n } sans la liste à laquelle elles appartiennent
left-out-out-of-period = { $n } hors de la période
left-out-rule = { $n } non comptées par la règle
left-out-same-partner = { $n } déjà comptées, du même partenaire
left-out-other-partner = { $n } déjà comptées, d’un autre partenaire
corrections = Changements dans l’{ $release }
corrections-none = Aucun nombre antérieur n’a changé.
correction = « { $figure } » est { $value }, était { $was }.
correction-see = Pourquoi cela a changé
reports-caption = Qui a déclaré, et combien de jours après la fin du trimestre
reports-due = Attendu le jour { $day }
reports-late = en retard
reports-nil = déclaré, rien à compter
reports-invented = Les partenaires de ce tableau sont inventés ; rien ici ne concerne une organisation réelle.

## Action page: money, documents, news
money = Argent et contrats
money-note = Chaque montant est tel que sa source le dit. Rien n’est additionné.
amount = Montant
said-by = Selon
contracts = Contrats
contract = Contrat
holder = Titulaire
runs = Durée
runs-from-to = du { $from } au { $to }
contracts-none = Aucun contrat n’est enregistré pour cette action.
documents = Documents
documents-none = Aucun document n’est enregistré pour cette action.
news = Actualités et récits
news-item = Actualité
news-none = Pas encore de récits.
news-figures = Chiffres :

## Action page: changes, citation
changes = Changements
changes-none = Pas encore d’édition.
changes-all = Tous les changements
log-release = Édition { $release }
log-data-to = Données au { $date }.
cite = Citer et réutiliser
cite-page = Pour citer cette page
citation = « { $title } », { $release } du { $date }, calculé par Hatua à partir de fiches vérifiées.
citation-demonstration = Hatua. { $note }. « { $title } », { $release } du { $date }, recalculé à partir de fiches inventées.
citation-reported = « { $title } », nombres déclarés par les sources nommées sur la page.
citation-reported-demonstration = Hatua. { $note }. « { $title } », nombres déclarés par les sources nommées sur la page.
reuse = Les textes et les nombres déclarés appartiennent à leurs sources, nommées à côté, selon les conditions de celles-ci.
reuse-demonstration = Les textes et les nombres déclarés appartiennent à leurs sources, nommées à côté, selon les conditions de celles-ci. Qui utilise les nombres recalculés garde le mot « démonstration ».
