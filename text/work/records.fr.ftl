# Les mots des listes d'enregistrements : leurs filtres, un enregistrement avec son histoire, les actes sur ceux qu'on choisit ; et du jour.

work-menu-records = Enregistrements

## Listes
records-registers = Registres
records-lead = { $count ->
    [one] { $count } enregistrement
   *[other] { $count } enregistrements
 } : { $verified } contrôlés, { $pending } à contrôler, { $returned } renvoyés, { $withdrawn } retirés.
records-find = Chercher
records-find-hint = Numéro d'une personne ou d'une chose, ou un document
records-show = Afficher
records-any = tous
records-country = Pays
records-state = État
records-record = Enregistrement
records-choose = Choisir
records-choose-one = choisir { $record }
records-line = ligne { $line }
records-empty = Aucun enregistrement ne correspond.
records-download = Télécharger cette liste, CSV
records-next = Page suivante

## Un enregistrement
records-record-lead = De { $partner }, document { $document } ; ses valeurs sont du { $moment }.
records-history = Ce qui lui est arrivé
records-acts = Ce qu'on peut en faire
records-imported = Saisi
records-changed = Renvoyé avec d'autres valeurs
records-changed-personal = Ce qui identifie une personne a été changé.
records-column-changed = { $column } : { $before } est devenu { $after }.
records-nothing = rien
records-verified = Comparé avec sa source et accepté
records-returned = Renvoyé : { $reason }
records-returned-until = Renvoyé : { $reason }. Réponse avant le { $day }.
records-withdrawn = Retiré : { $reason }

## Actes
records-verify = Accepter, comparé avec la source
records-return = Renvoyer au partenaire
records-withdraw = Retirer
records-act-lead = { $count ->
    [one] { $count } enregistrement est choisi.
   *[other] { $count } enregistrements sont choisis.
 }
records-effects = Ce qui change
records-reason = Pourquoi ; c'est gardé avec l'enregistrement
records-cancel = Laisser tel quel
said-nothing-chosen = Rien n'a été choisi. Marquez d'abord les enregistrements.
said-records-verified = { $count ->
    [one] { $count } enregistrement a été accepté.
   *[other] { $count } enregistrements ont été acceptés.
 }
said-records-returned = { $count ->
    [one] { $count } enregistrement a été renvoyé.
   *[other] { $count } enregistrements ont été renvoyés.
 }
said-records-withdrawn = { $count ->
    [one] { $count } enregistrement a été retiré.
   *[other] { $count } enregistrements ont été retirés.
 }

## Aujourd'hui
today-lists = Listes à contrôler
today-lists-lead = { $count ->
    [one] { $count } liste vous attend.
   *[other] { $count } listes vous attendent.
 }
today-returned = Renvoyés au partenaire
today-returned-lead = { $count ->
    [one] { $count } enregistrement a été renvoyé et attend une réponse.
   *[other] { $count } enregistrements ont été renvoyés et attendent une réponse.
 }
today-until = réponse avant le { $day }
today-reports = Rapports pour { $quarter }
today-reported = { $days ->
    [one] reçu { $days } jour après la fin du trimestre
   *[other] reçu { $days } jours après la fin du trimestre
 }
today-reported-nil = rien à signaler
today-not-reported = n'a pas rapporté
today-late = en retard
today-all = Tout
today-nothing = Rien ne vous attend.
