# Les mots de l'espace de travail : envoyer une liste.
work-menu-send = Envoyer une liste
send-lead = Un classeur ou un fichier CSV, tel que vous le tenez. Il est d'abord examiné ; rien n'est écrit avant votre accord.
send-register = Liste de
send-partner = Partenaire
send-file = Fichier (XLSX, ODS ou CSV)
send-look = Examiner
send-choose = Choisissez de quelle liste il s'agit, et de qui.
send-no-file = Choisissez le fichier.
send-too-long = Le fichier dépasse 50 Mo. Envoyez-le en plusieurs parties.
send-unreadable = Le fichier ne peut pas être lu comme cette liste. { $cause } Choisissez la bonne liste, ou corrigez le fichier.
send-cell = Cellule
send-value = Dans le fichier
send-message = Ce qui ne va pas, et que faire
send-whole = toute la liste
send-read = Lignes lues
send-ready = Prêtes
send-noted = Prêtes, avec une remarque
send-aside = Avec un problème
send-unchanged = Déjà ici
send-more = Et { $count } de plus.
send-aside-note = Les lignes avec un problème ne sont pas perdues : elles sont mises de côté avec leurs raisons. Corrigez-les dans votre liste et renvoyez-la ; ce qui est déjà ici reste.
send-take = { $count ->
    [one] Prendre une ligne
   *[other] Prendre { $count } lignes
 }
send-gone = Ce fichier n'attend plus : il a déjà été pris, ou a attendu trop longtemps. Renvoyez-le pour voir ; ce qui est déjà ici reste.
said-list-taken-in = { $count ->
    [one] Une ligne est prise et attend la vérification d'une seconde personne.
   *[other] { $count } lignes sont prises et attendent la vérification d'une seconde personne.
 }
