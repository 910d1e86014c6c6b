# Les mots du contrôle : les documents qui attendent, et un document à côté de son scan.

## Mots des enregistrements
work-menu-check = Contrôle
work-waiting = en attente
work-document = Document
work-partner = Partenaire
work-register = Registre
work-yes = oui
work-no = non
work-operator = l'opérateur de la machine
work-status-pending = attend un contrôle
work-status-verified = contrôlé
work-status-returned = renvoyé
work-status-withdrawn = retiré
work-effect = { $figure } : { $before } devient { $after }.
work-no-effect = Aucun chiffre ne change.
work-overtaken = { $count ->
    [one] { $name } a décidé une de ces lignes le { $moment }. Rien n'a été fait deux fois. Ce que vous avez écrit sur les lignes qui attendent encore est gardé ci-dessous : regardez et envoyez de nouveau.
   *[other] { $name } a décidé { $count } de ces lignes le { $moment }. Rien n'a été fait deux fois. Ce que vous avez écrit sur les lignes qui attendent encore est gardé ci-dessous : regardez et envoyez de nouveau.
 }
work-overtaken-own = Vous avez décidé ces lignes vous-même le { $moment }. Rien n'a été fait deux fois.

## Documents qui attendent
check-lead = { $count ->
    [one] { $count } ligne attend d'être comparée avec sa source.
   *[other] { $count } lignes attendent d'être comparées avec leur source.
 }
check-empty = Aucune liste ne vous attend.
check-rows = Lignes en attente
check-since = Attend depuis
check-source = Source
check-on-file = versée
check-not-on-file = non versée

## Un document
check-heading = Contrôler une liste : { $document }
check-list-lead = { $rows ->
    [one] { $rows } ligne, saisie par { $partner } ; { $waiting } à contrôler.
   *[other] { $rows } lignes, saisies par { $partner } ; { $waiting } à contrôler.
 }
check-list-done = Rien de cette liste n'attend un contrôle.
check-back = Toutes les listes
check-nothing-on-file = Aucun scan de ce document n'est versé. Demandez-le au partenaire, ou comparez avec le papier lui-même.
check-page = Fichier de pages { $number }
check-received-file = Le fichier tel que reçu
check-part = { $register } : { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 }
check-same = Identique dans toutes les lignes :
check-line = Ligne
check-name = Nom
check-details = Tel que saisi
check-mark = Marque
check-differs = diffère
check-of-line = , ligne { $line }
check-how = Marquez ce qui diffère de la liste. Une ligne marquée avec une raison retourne au partenaire, sans raison elle attend. Tout le reste est accepté en un acte, enregistré ligne par ligne.
check-why = Pourquoi la ligne { $line } est renvoyée
check-reason-absent = Absent de la liste
check-reason-unsigned = Non signé sur la liste
check-reason-other = La liste dit autre chose
check-reason-unreadable = Illisible sur la liste
check-reason-twice = Deux fois sur la liste
check-own = vous avez saisi cette ligne : une autre personne doit la contrôler
check-lacks = il manque ce qu'il faut avant un contrôle
check-count = { $count ->
    [one] { $count } ligne à contrôler.
   *[other] { $count } lignes à contrôler.
 }
check-due = Réponse avant le
check-due-wrong = Le jour de la réponse est illisible. Écrivez année-mois-jour, ou laissez vide.
check-accept = Accepter tout ce qui n'est pas marqué
check-skip = Passer
check-next-line = ligne
check-whole = Renvoyer toute la liste : pourquoi
check-more = Jour de la réponse, liste entière
check-give-back = Renvoyer
said-list-accepted = { $count ->
    [one] { $count } ligne a été acceptée. Voici la liste suivante.
   *[other] { $count } lignes ont été acceptées. Voici la liste suivante.
 }
said-list-accepted-others-returned = { $count ->
    [one] { $count } ligne a été acceptée, les lignes marquées ont été renvoyées. Voici la liste suivante.
   *[other] { $count } lignes ont été acceptées, les lignes marquées ont été renvoyées. Voici la liste suivante.
 }
said-list-returned = { $count ->
    [one] { $count } ligne a été renvoyée. Voici la liste suivante.
   *[other] { $count } lignes ont été renvoyées. Voici la liste suivante.
 }
said-list-left = Toutes les lignes de la liste restent pour plus tard. Voici la liste suivante.
