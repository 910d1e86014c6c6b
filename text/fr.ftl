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
menu-data = Données
menu-changes = Changements
footer = Chaque chiffre calculé s’ouvre sur sa définition, ses preuves et son histoire.
currency-EUR = €
currency-USD = $ US
currency-GBP = £

## Errors
not-found = Aucune page n’a cette adresse
not-found-nearest = Vous cherchiez peut-être
not-found-actions = Toutes les actions
not-found-promise = Les adresses d’ici ne meurent pas : une page renommée renvoie à la nouvelle, une page retirée dit quand et pourquoi.
failure = Cela n’a pas marché, et la faute est de notre côté
failure-remedy = Rien n’a été modifié. Rechargez la page dans un instant.
removed = Ce chiffre a été retiré
removed-description = Le chiffre a été retiré ; la raison et sa dernière version sont ici.
removed-on = Retiré le
removed-why = Pourquoi
removed-last = Dernière version
removed-no-version = Aucune : d’autres seulement l’avaient déclaré.
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
nil = nul

## Values
value-not-reported = non déclaré
value-not-collected = non collecté
value-not-applicable = sans objet
value-withheld = non publié, pour protéger les personnes

## Action page: first screen
breadcrumb = Fil d’Ariane
contents = Sur cette page
real = Réel sur cette page :
real-and = {" ; "}
invented = inventé :
objective = Objectif { $code }
objective-short = {" · "}{ $short }
quarters-label = Par trimestre, de { $from } à { $to } : { $values }
leads-reported = Grands nombres tels que déclarés : { $source }.
leads-computed = Grands nombres : calculés à partir de fiches vérifiées, { $release }, données au { $date }.
leads-mixed = Grands nombres : calculés à partir de fiches vérifiées, { $release }, données au { $date } ; ceux sans fiches tels que déclarés : { $source }.
grouping = Le classement des chiffres par objectif est le nôtre.
all-figures = Tous les chiffres
theme = Thème
document = Document
location = Lieu
partners = Partenaires
partners-none = La page source ne nomme aucun partenaire.
partner-lead = {" "}(chef de file)
superseded = Édition { $release }, publiée le { $issued }. Remplacée le { $replaced } par l’édition { $next }.
superseded-see = Voir la page actuelle, édition { $release }

## Action page: figures
summary = Résumé
numbers = L’action en chiffres
numbers-intro = { $n } chiffres. Ouvrez-en un pour voir ce qu’il compte, comment il a été contrôlé et toutes les valeurs qu’il a eues.
numbers-intro-demonstration = { $n } nombres déclarés. Sous chacun, le même chiffre recalculé à partir des fiches de démonstration quand il y en a : ouvrez-le pour voir ce qu’il compte, comment il a été contrôlé et toutes les valeurs qu’il a eues.
main-objectives = Objectifs principaux
reported = Déclaré : { $source }
reported-value = Déclaré : { $value }, { $source }
recomputed = Recalculé à partir de fiches de démonstration :
recomputed-short = Recalculé :
recomputed-release = , { $release }
recomputed-more = , { $n } de plus, { $release }
recomputed-fewer = , { $n } de moins, { $release }
no-records = aucune fiche derrière ce nombre
never-add = Ne pas additionner à { $value }
never-add-same = Ne pas additionner à l’autre { $value }
never-add-name = Ne pas additionner à « { $name } »
restated = Corrigé : était { $value }
restated-recomputed = valeur recalculée corrigée : était { $value }
known = Connu aujourd’hui : { $value }
known-recomputed = valeur recalculée connue aujourd’hui : { $value }

## Action page: breakdowns
where = Où
where-note = Les frontières et les noms n’impliquent aucune approbation. Carte : Natural Earth, domaine public.
over-time = Dans le temps
over-time-note = { $figure } : la surface ombrée montre ce qui était connu dans l’{ $release }, les marches ce que chaque édition a dit à sa date (tirets), les barres les trimestres.
who = Femmes, hommes, enfants
table-caption = { $figure }, par { $dimension }
table-not-shown = { $dimension } : absent de l’{ $release }, car un changement est trop petit.
plot-quarters = { $figure }, par trimestre du premier comptage
plot-quarters-alt = { $title } : { $values }. Publié par les éditions : { $said }.
plot-map = { $figure }, par pays
plot-known = connu dans l’édition { $release }
plot-said = dit par chaque édition
plot-release = É{ $number }
plot-demonstration = Démonstration : fiches inventées
map-alt = Carte : { $title } ; les nombres sont dans le tableau à côté
map-and-more = { $from } et plus
map-from-to = { $from } à { $to }
map-nothing = rien compté : { $countries }
map-not-reported = non déclaré : { $countries }
map-withheld = non publié, pour protéger des personnes : { $countries }
map-no-country = aucun pays
map-classes = Classes de la carte

## Action page: trust
trust = Puis-je m’y fier ?
trust-intro = Chaque chiffre calculé repose sur des fiches de terrain : une deuxième personne compare chacune à sa source, chaque personne est comptée une seule fois, et deux personnes d’organisations différentes signent l’édition.
trust-intro-demonstration = Dans cette démonstration, chaque chiffre recalculé repose sur des fiches de terrain : une deuxième personne compare chacune à sa source, chaque personne est comptée une seule fois, et deux personnes d’organisations différentes signent l’édition.
coverage = Couverture
coverage-partners = { $answered ->
    [one] { $answered } partenaire sur { $expected }
   *[other] { $answered } partenaires sur { $expected }
}
coverage-quarter = ont déclaré pour { $quarter }. Ce qui manque est montré comme manquant, jamais comme zéro.
checked = Contrôlé
checked-of = { $checked } sur { $received }
checked-rows = lignes derrière « { $figure } » ont été comparées à leur source et peuvent compter ; { $rest }.
checked-all = lignes derrière « { $figure } » ont été comparées à leur source et peuvent compter.
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
correction = « { $figure } » est { $value }, était { $was }.
correction-see = Pourquoi cela a changé
reports-caption = Qui a déclaré, et combien de jours après la fin du trimestre
reports-due = Attendu le jour { $day } ; { $n } sur { $expected } à temps
reports-late = en retard : { $n }
reports-nil = déclaré, rien à compter : { $n }
reports-missing = non déclaré : { $n }
reports-invented = Les partenaires de ce tableau sont inventés ; rien ici ne concerne une organisation réelle.

## Action page: money, documents, news
money = Argent et contrats
money-note = Chaque montant est tel que sa source le dit. Rien n’est additionné.
money-column = Argent
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
news-figures = Chiffres :

## Action page: changes, citation
changes = Changements
changes-none = Pas encore d’édition.
changes-all = Tous les changements
log-release = Édition { $release }
log-data-to = Données au { $date }.
cite = Citer et réutiliser
cite-page = Pour citer cette page
citation = « { $title } », { $release } du { $date }, calculé par Hatua à partir de fiches vérifiées.
citation-demonstration = Hatua. { $note }. « { $title } », { $release } du { $date }, recalculé à partir de fiches inventées.
citation-reported = « { $title } », nombres déclarés par les sources nommées sur la page.
citation-reported-demonstration = Hatua. { $note }. « { $title } », nombres déclarés par les sources nommées sur la page.
reuse = Les textes et les nombres déclarés appartiennent à leurs sources, nommées à côté, selon les conditions de celles-ci.
reuse-demonstration = Les textes et les nombres déclarés appartiennent à leurs sources, nommées à côté, selon les conditions de celles-ci. Qui utilise les nombres recalculés garde le mot « démonstration ».

## Pages of places
countries = Pays
where-title = Où : { $figure }
where-description = { $figure } par pays : carte, tableau et trimestres, chaque nombre avec sa fiche.
where-real = le total publié, { $value } ({ $source }).
where-real-name = le nom de l’indicateur.
where-invented = les enregistrements, donc chaque nombre et chaque couleur de la carte.
where-choose = Indicateur sur la carte
where-figures = Tous les chiffres
where-total = { $value } en tout, { $release }, données jusqu’au { $date }.
where-no-records = Aucun enregistrement n’appuie ce chiffre : rien n’est connu de ses pays.
where-withheld = Non public par pays : les nombres en diraient trop sur des personnes.
where-not-by-country = Ce chiffre n’est pas ventilé par pays.
where-use = Utiliser cette page
where-record = La fiche de ce chiffre
where-record-says = ce qu’il compte, comment il a été vérifié et toutes ses valeurs.
country-title = { $country } – { $title }
country-description = { $title }, { $country } : chiffres, besoins, argent, récits, et ce que nous ne savons pas.
country-map = Carte : { $country } parmi les pays de l’action
country-real = ce qui se trouve hors d’un bord hachuré, avec sa source.
country-invented = tout ce qui se trouve à côté d’un bord hachuré ; cela ne dit rien d’aucun organisme réel de ce pays.
country-results = Résultats : { $country }
country-figure-to = Chiffre, jusqu’au { $date }
country-all = Tous les pays
country-no-records = Aucun enregistrement n’appuie ces chiffres, rien n’en est donc connu ici :
country-withheld = non publié
country-not-shown = non affiché
country-first = Chaque unité est comptée dans le pays de son premier enregistrement.
country-several = « { $figure } » figure dans chacun de ses pays : la somme des pays n’est pas { $value }.
country-needs = Besoins
country-needs-none = Aucune source sur les besoins n’est encore saisie ({ $country }).
country-unit-none = Aucun enregistrement de ce genre n’est compté ici.
country-overlap = Les mêmes peuvent figurer dans plusieurs de ces nombres : ils ne s’additionnent pas.
country-of-all = sur { $value } dans tous les pays
country-money = Argent
country-money-none = Aucune source ne dit ce qui a été dépensé ({ $country }).
country-money-all = L’argent de toute l’action
country-unknown = Ce que nous ne savons pas
country-stories = Récits
unknown-needs = Besoins : aucune source n’est saisie.
unknown-money = Argent : aucune source ne dit ce qui a été dépensé ici.
unknown-withheld = Non public pour un seul pays, ou absent de cette publication : { $figures }.
unknown-reports = Rapports manquants : { $answered } partenaires sur { $expected } ont fait rapport pour { $quarter }. Ce qu’ils auraient envoyé n’est dans aucun nombre.

## Results
menu-results = Résultats
results = Résultats par objectif
results-intro = Chaque chiffre tel qu’il a été publié et tel qu’il a été calculé. Personnes, choses et estimations ne s’additionnent pas : cette page n’a pas de total général.
results-real = les noms et les valeurs publiées.
results-invented = les valeurs recalculées et les trimestres à côté d’un bord hachuré
results-fell = { $n ->
    [one] { $n } nombre publié a baissé ou disparu plus tard, sans raison publiée.
   *[other] { $n } nombres publiés ont baissé ou disparu plus tard, sans raison publiée.
}
results-reported-on = Publié, { $date }
results-computed = Calculé
results-computed-in = Calculé, { $release }
results-recomputed-in = Recalculé, { $release }
results-no-records = aucun enregistrement
results-quarters = Par trimestre
results-tag-fell = en baisse, sans raison donnée
results-tag-gone = disparu, sans raison donnée

## List of actions
actions-intro = Chaque action avec ses nombres ; chaque nombre s’ouvre sur ce qu’il compte, comment il a été contrôlé et toutes les valeurs qu’il a eues.
actions-none = Pas encore d’action.
actions-real = le texte, l’argent et les grands nombres, chacun avec sa source sur la page de l’action.
actions-numbers = { $n ->
    [one] { $n } chiffre
   *[other] { $n } chiffres
} ; { $release }, données au { $date }
actions-numbers-reported = { $n ->
    [one] { $n } chiffre déclaré
   *[other] { $n } chiffres déclarés
} par d’autres

## Stories, documents, contracts
story-description = Un récit de l’action : son image, sa source et les chiffres qu’il alimente.
story-real = le texte, avec sa source. L’image est un dessin de notre main.
source-real = tout ce qui figure ici, chaque fait avec sa source.
document-description = Un document de l’action, avec son fichier.
document-dated = Daté du
document-file = Fichier
document-size = Taille
document-bytes = { $n ->
    [one] { $n } octet
   *[other] { $n } octets
}
document-fingerprint = Empreinte (SHA-256)
contract-description = Un contrat de l’action : qui le détient, son montant, sa durée, qui le dit.
contract-reference = Référence
contract-source = Source

## Feed of changes
feed = Suivre les changements (flux Atom)
feed-of = { $action } : { $what }
feed-issue = Nouvelle édition
feed-revision = Révision d’une édition
feed-restatement = Chiffre corrigé
feed-definition = Définition changée
feed-definition-from-to = définition { $before } remplacée par { $now }
feed-removal = Chiffre retiré

## Trust, overlaps
trust-verification = Moyens de vérification
rule-addable = Ce qui s’additionne
item-separator = {" ; "}
trust-heads = Comptages de groupes
trust-heads-of = { $persons } sur { $value } viennent de { $rows } comptages de groupes : personne ne peut y chercher des doubles.
trust-estimate = Estimation
trust-grades = Ce que veulent dire les quatre niveaux
trust-grade = Niveau { $grade }, { $name } : { $means }.
trust-share = { $reaching } ({ $share }).
overlap-both = { $both ->
    [one] { $both } est dans les deux : leur somme, { $sum }, le compterait deux fois.
   *[other] { $both } sont dans les deux : leur somme, { $sum }, les compterait deux fois.
}
overlap-nobody = Personne ni rien n’est dans les deux à ce jour. Cela peut changer : les deux se comptent ensemble, ils ne s’additionnent jamais.
overlap-withheld = Combien sont dans les deux n’est pas montré, pour protéger des personnes ; additionnés, ils seraient comptés deux fois.
overlap-either-withheld = Combien de personnes différentes ils comptent ensemble n’est pas montré, pour protéger des personnes : cela dirait de quelques-unes combien de fois elles ont été comptées.
overlap-other-unit = Les deux comptent des choses différentes : leur somme ne veut rien dire.
overlap-people = Permis : { $either } personnes différentes dans { $one } et { $two } ensemble, { $release }.
overlap-things = Permis : { $either } différents dans { $one } et { $two } ensemble, { $release }.
beside-version = { $value } (version { $version }, { $date })
beside-records = Calculé à partir de fiches, chacun avec le dernier jour de ses données : { $values }.
beside-demonstration = Calculé à partir de fiches de démonstration, chacun avec le dernier jour de ses données : { $values }.

## Search
menu-search = Rechercher
search-lead = Trouver un chiffre, un pays, un partenaire, un document, un récit ou une règle.
search-label = Que cherchez-vous ?
search-button = Rechercher
search-needs-server = Ceci est une copie du site sous forme de fichiers : personne n’y cherche. La recherche a besoin du serveur du site.
search-nothing = Rien ne correspond à « { $asked } ».
search-meant = Vouliez-vous dire
search-found = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
} à « { $asked } »
search-action = Action
search-figure = Chiffre
search-country = Pays
search-partner = Partenaire
search-computed = { $value }, { $from }, { $version }

## Methods
methods = Comment les chiffres sont comptés
methods-intro = Les mêmes règles pour chaque chiffre, en mots et telles que le système les lit.
road = Le chemin d’un nombre
road-record = Consigner
road-record-text = Une ligne arrive d’une feuille et n’est plus jamais modifiée : une correction est une nouvelle version.
road-verify = Vérifier
road-verify-text = Une deuxième personne la compare à sa source, liste par liste. Les lignes pas encore comparées ne comptent pas.
road-identity = Identifier
road-identity-text = Deux lignes ne sont une même personne que si quelqu’un l’a décidé, avec une raison. Cela peut être défait.
road-count = Compter
road-count-text = La règle compte chaque unité une fois, là où elle a été comptée en premier.
road-withhold = Protéger
road-withhold-text = Un tableau sur des personnes n’est pas montré quand un de ses nombres, ou le changement d’un nombre, est si petit qu’il pourrait trahir une personne.
road-release = Éditer
road-release-text = Deux personnes d’organisations différentes signent. L’édition ne change jamais ; une correction est une révision.
road-publish = Publier
road-publish-text = Chaque nombre s’ouvre sur tout ce qui précède.
methods-conditions = Il n’y a pas de langage de formules : une règle est une liste fermée de conditions (est, parmi, au moins, au plus, avant, après, présent ; toutes, une, non). Une condition inconnue est refusée.
same = Quand deux lignes sont-elles une même personne ?
same-thing = Quand deux lignes sont-elles une même chose ?
same-inside = Chez un même partenaire, le numéro propre à ce partenaire le dit.
same-across = Entre partenaires, des personnes décident : elles comparent le matricule, le téléphone et les parties du nom, et il est gardé qui a décidé, quand et pourquoi.
same-undecided = Une paire non décidée compte pour deux.
methods-releases = Éditions
methods-releases-text = Une édition est signée par le chef de file du consortium, puis par un vérificateur d’une autre organisation. Aucun des deux n’a saisi ni contrôlé les fiches derrière un chiffre modifié. Le bailleur l’accepte ou la renvoie avec une question, et ne signe jamais.
nothing = Les sortes de rien
nothing-shown = Montré
nothing-meaning = Sens
nothing-zero = compté, et rien ; ou quelqu’un a déclaré qu’il n’y avait rien
nothing-not-reported = non déclaré, ou non collecté : la note dit lequel
nothing-withheld = non publié, pour protéger les personnes
nothing-not-applicable = ne peut pas exister
rules = Toutes les règles
rule-code = Code
rule-figure = Chiffre
rule-unit = Unité
rule = Règle
rule-as-configured = La règle, telle que le système la lit
measure-distinct = unités différentes
measure-sum = somme
measure-cases = chaque cas
measure-estimate = estimation
measure-reported-only = pas encore calculé : déclaré par d’autres seulement

## Other definitions
definition-same = il compte la même chose en substance
definition-narrower = il compte moins
definition-wider = il compte plus
definition-split = il est devenu plusieurs chiffres, dont voici le plus proche
definition-merged = il fait partie d’un autre chiffre
definition-dropped = il a été abandonné, sans successeur
definition-moved = il figure sous un autre code
definition-under = Définition { $definition } ({ $date }) : { $kind }.
definition-code = Code là-bas : { $code }.
definition-line = Une ligne peut relier les deux valeurs.
definition-no-line = Les deux valeurs ne se comparent pas : aucune ligne ne les relie.
definition-value = Compté selon { $definition } pour les mêmes faits : { $value }.

## Rules of an action
rules-of = Les règles de « { $action } »
rules-lead = Chaque règle en mots, tirés de la règle même qui compte, et telle que le système la lit.
rules-all = Toutes les règles en mots et telles que configurées
grades = Niveaux de preuve
rule-counts = Unité : { $unit } ; { $measure }.
rule-sum = Additionné : { $column }.
rule-rows-all = Toutes les lignes vérifiées de : { $register }.
rule-rows-where = Les lignes vérifiées de : { $register }, pour lesquelles tout ceci est vrai :
rule-except = Vérifiées et pourtant non comptées quand ceci est vrai :
rule-by-first = Ventilé par { $by }, chacun tel qu’il était au premier comptage.
rule-by-record = Ventilé par { $by }, chacun tel que sa ligne le dit.
rule-never-add = Jamais additionné avec : { $others }.
condition-is = { $column } est « { $value } »
condition-is-not = { $column } n’est pas « { $value } »
condition-one-of = { $column } est parmi : { $value }
condition-at-least = { $column } : au moins { $value }
condition-at-most = { $column } : au plus { $value }
condition-before = { $column } : avant { $value }
condition-after = { $column } : après { $value }
condition-present = { $column } est rempli
condition-absent = { $column } est vide
condition-longest = { $column } : au plus { $value } caractères
condition-not = non ({ $part })
condition-and = {" et "}
condition-or = {" ou "}
condition-today = aujourd’hui
condition-yes = oui
condition-no = non
disclosure = Ce qui n’est pas montré, pour protéger des personnes
disclosure-threshold = Dans les chiffres sur des personnes, un nombre de 1 à { $most } personnes, ou un changement aussi petit entre deux éditions, n’est pas montré (seuil { $k }).
disclosure-exact-both = Par décision du programme, son total et celui de chaque pays sont montrés exactement.
disclosure-exact-programme = Par décision du programme, son total est montré exactement, celui d’un pays ne l’est pas.
disclosure-exact-country = Par décision du programme, le total de chaque pays est montré exactement.
disclosure-exact-none = Aucun total n’est exempté.
disclosure-of-figure = { $figure } : { $says }
disclosure-tables = De ces chiffres sur des personnes, d’autres tableaux peuvent être montrés : { $figures } ; par trimestre et par { $by }.
disclosure-things = Aucune personne n’est derrière ces unités, elles n’ont donc pas de seuil : { $units }.
disclosure-always = Un tableau est montré en entier ou pas du tout, pour que rien de ce qui est caché ne se calcule à partir du reste. Les noms, coordonnées et numéros de personnes ne sont sur aucune page ni dans aucun fichier.

## Records of figures
record-crumb = Fil d’Ariane
record-eye = Objectif { $objective } · Chiffre
record-title = { $figure } : { $value }, version { $version }
record-title-reported = { $figure } : { $value }, tel que déclaré
record-description = Ce que le chiffre compte, comment il a été vérifié, sa ventilation et toutes ses valeurs.
record-computed = calculé à partir de fiches
record-computed-demonstration = calculé à partir de fiches de démonstration
record-no-records = aucune fiche derrière ce nombre
record-nobody-said = Personne n’a encore publié de valeur.
record-real = Réel :
record-real-text = le nom du chiffre et ses valeurs déclarées.
record-invented = Inventé :
record-invented-text = les fiches, donc tout ce qui en est calculé.
record-version = Version
record-version-current = { $version }, actuelle
record-version-old = { $version }, remplacée
record-nothing-left-out = rien d’écarté
record-not-shown = Par { $dimension } : non montré dans l’édition { $release }, car un changement est trop petit.
record-not-shown-last = Dernière version qui le montre : { $version }
record-versions-all = les { $n } versions
record-data-to = Données jusqu’au
record-cumulative = , cumulées
record-issued = Publié
record-issued-release = , édition { $release }
record-issued-unchanged = , inchangé dans l’édition { $release }
record-reported = Déclaré
record-reported-value = { $value } ({ $date })
record-evidence = Preuves
record-grade = Niveau { $grade }
record-reaching = { $reaching } des { $counted } lignes comptées l’atteignent
record-on-file = { $reaching } ; le document source de { $on_file } est conservé
record-coverage-of = { $expected ->
    [one] { $answered } partenaire sur { $expected } pour { $quarter }
   *[other] { $answered } des { $expected } partenaires pour { $quarter }
}
record-address = Adresse permanente
record-superseded = Version { $version }. Remplacée le { $date } par la
record-superseded-by = version { $version } : { $value }
record-restated = Corrigé.
record-restated-text = { $value }, était { $previous } dans la version { $version } ({ $difference }, { $share }).
record-restated-plain = { $value }, était { $previous } dans la version { $version }.
record-see-history = Voir l’historique

record-definition = Ce qu’il compte
record-counted = Compté
record-not-counted = Non compté
record-method = Comment il est compté
record-rule = La règle, en mots et telle que configurée
record-rule-former = La règle de cette version, telle qu’elle était configurée
record-rule-waits = Aucune fiche n’a encore été comptée selon cette règle : il n’y a ici que ce que d’autres ont déclaré.

record-said = Ce qui a été déclaré
record-said-caption = Valeurs publiées par d’autres
record-said-when = Quand
record-said-value = Valeur
record-said-by = Source
record-said-definition = { $source }, définition { $definition }
record-said-label = Déclaré : { $values }
record-said-at = { $value } en { $date }
record-said-none = Personne n’a publié de valeur pour ce chiffre.
record-said-grade = Il n’y a ici aucune fiche derrière les valeurs déclarées (niveau { $grade }). Elles ne sont jamais mêlées aux valeurs calculées.
record-said-fell = Déclaré { $before } ({ $then }), puis { $after } ({ $later }). Un chiffre qui compte depuis le début ne peut baisser que si quelque chose a été corrigé. Aucune raison n’a été publiée.
record-said-vanished = Pour d’autres chiffres de cette action, cette source a des valeurs : { $source } ({ $date }) ; pour celui-ci, aucune. Aucune raison n’a été publiée.

record-chain = De la fiche au chiffre
record-stage = Étape
record-remaining = Reste
record-left-out = Écarté
record-why = Pourquoi
stage-received = Lignes reçues
stage-verified = Lignes vérifiées
stage-once-per-partner = { $figure }, une fois par partenaire
stage-once-in-programme = { $figure }, une fois dans le programme
stage-amounts = Lignes d’un nombre, remplacées par lui
record-amounts = { $rows ->
    [one] { $rows } ligne vaut { $amount }
   *[other] { $rows } lignes valent { $amount }
}
record-signed-consortium-lead = le chef de file du consortium ({ $date })
record-signed-verifier = un vérificateur d’une autre organisation ({ $date })
record-signed-other = une personne habilitée à signer ({ $date })
record-signed = Signé par { $signatures }. Aucun des deux n’a saisi ni contrôlé les fiches derrière un chiffre modifié.
record-and = { " et par " }

grade-a = A
grade-b = B
grade-c = C
grade-d = D
grade-a-name = Prouvé
grade-b-name = Vérifié
grade-c-name = Déclaré
grade-d-name = Estimé
grade-a-means = Source signée, vue et contrôlée par sondage par un vérificateur indépendant
grade-b-means = Une seconde personne a comparé chaque fiche à sa source
grade-c-means = Dit par quelqu’un, sans comparaison de fiches
grade-d-means = Modélisé ou arrondi
record-estimate = Ce chiffre est une estimation.

record-breakdown = Ventilation
record-by-first = Par { $dimension }, au premier comptage
record-by-quarter = Par trimestre du premier comptage
record-by-each = Par { $dimension }, partout où compté
record-each-note = Une unité comptée dans deux lignes figure dans les deux : les lignes ne s’additionnent pas.
record-each-several = { $n ->
    [one] { $n } de ce qui est compté figure dans plusieurs de ces lignes.
   *[other] { $n } de ce qui est compté figurent dans plusieurs de ces lignes.
}
record-beside = À côté du chiffre : { $dimension }
record-beside-note = Ce ne sont pas les unités du chiffre : ces lignes ne s’y additionnent pas.
cell-head-count = Comptage sans noms
record-breakdown-none = Aucun tableau de ce chiffre n’est montré.

record-never-add = À ne pas additionner avec
record-overlap = Les mêmes peuvent être dans les deux ; additionnés, ils seraient comptés deux fois.
record-overlap-tag = recoupement
record-old-version = Version { $version } de ce chiffre.
record-replace = Chaque version remplace la précédente.
record-old-version-tag = version antérieure

record-history = Historique
record-history-caption = Toutes les valeurs calculées publiées
record-history-label = Valeur calculée de chaque version : { $values }
record-history-version = Version
record-history-value = Valeur
record-history-why = Publication et raison
record-v = v{ $version }
record-removed = { $n } retirés par la correction
record-restated-tag = Corrigé
record-data-up-to = Données jusqu’au { $date }.
record-first = Première publication.
record-replaced-by = Remplacée par la version { $version }.
record-same-value = Même valeur ; un tableau, la définition ou le statut a changé.
record-as-known = Connu aujourd’hui : { $known } ({ $difference }).
record-as-known-since = Connu depuis la correction de la version { $version } : { $known } ({ $difference }).
record-correction = Correction :

record-cite = Télécharger et citer
record-cite-lead = Pour citer ce chiffre
record-citation = { $site } « { $name } : { $value } », { $computed }, version { $version }, { $date }.
record-citation-reported = { $site } « { $name } : { $value } », tel que déclaré : { $source }.
record-site-demonstration = Hatua. { $note }.
record-site = Hatua.
record-keep = Fiches de démonstration : garder le mot « démonstration ».
record-permanent = Le contenu d’une adresse avec version ne change jamais ; celle-ci mène toujours à la plus récente :
record-permanent-newest = Cette adresse mène toujours à ce qu’il y a de plus récent :

## Log of changes
changelog = Changements
changelog-description = Chaque édition de chaque action : quels chiffres ont changé, de combien et pourquoi.
changelog-lead = Aucun chiffre n’est modifié en silence. Chaque édition figure ici avec ce qu’elle a changé, la plus récente d’abord ; chaque correction avec sa raison.
changelog-real = les noms des chiffres.
changelog-none = Rien n’a encore été publié.
changelog-figure = Chiffre
changelog-before = Avant
changelog-now = Maintenant
changelog-difference = Différence
changelog-caption = Chiffres ayant une nouvelle version
changelog-first = première valeur
changelog-unchanged = { $n } chiffres inchangés.
changelog-no-figures = Aucun chiffre n’a changé.
changelog-removed = Chiffres retirés

## Open data
data-origin-computed = calculé à partir des enregistrements
data-origin-reported = rapporté par d’autres
data-status-published = un nombre, zéro compris
data-status-nil = rien à signaler, déclaré
data-mark-restated = rectifié : cette publication corrige une valeur antérieure
data-mark-provisional = provisoire : d’autres enregistrements sont attendus
data-column-action-id = L’action.
data-column-indicator-code = L’indicateur, par son code dans la liste du fonds.
data-column-origin = Qui a produit le nombre.
data-column-definition-version = La version de la définition ; vide si la source n’en nomme aucune.
data-column-period-start = Le premier jour des faits ; vide si la source ne le dit pas.
data-column-period-end = Le dernier jour des faits ; un mois ou une année si la source n’est pas plus précise.
data-column-dimension = Vide pour le chiffre lui-même, sinon la clé et le code d’une de ses parties. Les parties d’une clé qui finit par « _each » ne s’additionnent pas.
data-column-value = Le nombre ; vide si le statut n’en a pas. Dans les classeurs, une marque en tient lieu.
data-column-value-status = La nature de la valeur. Un blanc n’est jamais zéro.
data-column-unit = Ce qui est compté.
data-column-published-at = Quand elle a été publiée ou dite.
data-column-release = La publication qui l’a émise ; vide pour un nombre rapporté.
data-column-source = Qui l’a dit et où ; dans une démonstration « demonstration records ».
data-column-permalink = Où elle peut être consultée durablement.
data-column-label = Le nom du code, dans la langue indiquée à la fin du nom de la colonne.
sheet-cover = Couverture
sheet-figures = Chiffres
sheet-figures-about = Tous les chiffres, calculés et rapportés, sans ventilation.
sheet-by-about = Chiffres ventilés par { $key }.
sheet-notes = Notes
sheet-notes-about = Les abréviations des tableaux.
sheet-dictionary = Dictionnaire
sheet-dictionary-about = Ce que signifie chaque colonne, et chaque code avec son nom.
sheet-demonstration = Démo { $name }
data-title = Données ouvertes
data-intro = Chaque chiffre sous forme de fichiers, les mêmes nombres que sur les pages. Une adresse avec « latest » ne change jamais et contient toujours la publication en cours ; une adresse avec une version ou une publication reste telle qu’elle a été émise.
data-files = Fichier
data-holds = Contenu
data-all = Tous les chiffres, calculés et rapportés
data-release = Tous les chiffres de { $release }
data-dictionary = Ce que signifie chaque colonne et chaque code
data-by-figure = Chiffre par chiffre
data-latest = Version actuelle
data-reported = Déclaré par d’autres
data-more = Tous les fichiers, et ce que signifient leurs colonnes
