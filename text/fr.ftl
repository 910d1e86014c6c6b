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
