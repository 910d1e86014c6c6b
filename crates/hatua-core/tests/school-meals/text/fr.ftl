title = Repas scolaires de Vérédie
summary = Chaque enfant mange à l’école.
objectives-lead = L’objectif est le suivant :
theme = Repas scolaires
region = Vérédie
hero-caption = La cuisine
hero-alt = Dessin : une cuisine
objective-1 = (1) Chaque élève prend un repas chaud par jour.
objective-1-short = Repas
funding-ministry = Budget du ministère
funding-ministry-display = 90 millions de francs
document-handbook = Manuel
removed-kitchens-built = Une cuisine n’est pas un repas.
register-pupil = cartes de repas
register-delivery = livraisons
said-by-ministry = Ministère de l’Éducation
dimension-district = district
district-unknown = Non renseigné
dimension-sex = sexe
sex-F = Filles
sex-M = Garçons
sex-unknown = Non renseigné
dimension-age = âge
age-5-9 = 5–9
age-10-14 = 10–14
age-15-plus = 15 ans et plus
age-unknown = Non renseigné
dimension-partner = partenaire
unit-person = élève
unit-meal = repas
unit-delivery = livraison
figure-pupils-fed-lead = élèves mangent à l’école

figure-pupils-fed-name = Nombre d’élèves qui mangent à l’école
figure-pupils-fed-short = Élèves nourris
figure-pupils-fed-definition = Les différents élèves ayant pris au moins un repas.
figure-pupils-fed-counted =
    Un élève avec une carte de repas
    Un repas suffit
figure-pupils-fed-not-counted =
    Les enseignants
    Le même élève un autre jour
figure-pupils-fed-method = Chaque élève est compté une seule fois.

figure-meals-served-name = Nombre de repas servis
figure-meals-served-short = Repas servis
figure-meals-served-definition = Les repas livrés et acceptés.
figure-meals-served-counted =
    Un repas d’une livraison acceptée
figure-meals-served-not-counted =
    Les repas refusés
figure-meals-served-method = Les repas de chaque livraison, additionnés.

figure-late-deliveries-name = Nombre de livraisons tardives ou coûteuses
figure-late-deliveries-short = Livraisons tardives
figure-late-deliveries-definition = Les livraisons après leur jour, ou chères.
figure-late-deliveries-counted =
    Une livraison après son jour
figure-late-deliveries-not-counted =
    Une livraison à son jour
figure-late-deliveries-method = Chaque livraison est un cas.
