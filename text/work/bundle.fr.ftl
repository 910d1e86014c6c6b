# Les mots du dossier qu'un auditeur emporte.
bundle-language = Français
bundle-title = Les preuves derrière { $release } : { $action }
bundle-lead = Faits jusqu’au { $to } ; publié le { $on }. Les chiffres ont été comptés à partir des { $size } premières entrées du registre { $origin } ; ce fichier en contient { $entries }, avec la publication elle-même.
bundle-handed-over = Ce fichier est remis à un auditeur et n’est pas destiné à la publication : une ligne est un enregistrement. Il ne contient ni nom, ni numéro de téléphone, ni adresse d’une personne.
bundle-figures = Les chiffres, partenaire par partenaire
bundle-figures-note = Déclaré : ce que disent les lignes d’un partenaire telles qu’elles sont arrivées, quoi qu’il en soit advenu. Étayé : la part dont une seconde personne a comparé les lignes avec leur source. Au dossier : ce qui, de cette part, a aussi son document source reçu ici. Dans le chiffre : ce que le partenaire ajoute, chaque unité une fois ; la somme de tous les partenaires est le chiffre.
bundle-partner = Partenaire
bundle-reported = Déclaré
bundle-supported = Étayé
bundle-difference = Écart
bundle-paper = Au dossier
bundle-added = Dans le chiffre
bundle-issued = Publié : { $value }.
bundle-said = { $by } a dit { $value } ({ $when }) ; le chiffre publié en diffère de { $difference }.
bundle-checked-by = { $by } ({ $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
 })
bundle-checkers = Vérifié par { $by }.
bundle-found = Trouvé et non compté : { $found }.
bundle-found-nothing = Rien n’a été écarté.
bundle-sample = L’échantillon
bundle-sample-note = Pour chaque chiffre et chaque partenaire, jusqu’à trois lignes vérifiées ont été tirées par la racine de l’arbre du registre, que personne n’a pu choisir. Voyez le papier de chacune et notez ce que vous trouvez : sample.csv en laisse la place. À côté figure qui a comparé la ligne avec sa source. Que quelqu’un d’autre ait revérifié cet échantillon n’est pas consigné dans ce registre.
bundle-record = Enregistrement
bundle-document = Document source
bundle-on-file = Au dossier
bundle-row = Ligne
bundle-checked = Vérifié par
bundle-yes = oui
bundle-no = non
bundle-inside = Ce que contient ce fichier
bundle-in-figures = les tableaux ci-dessus, pour les programmes
bundle-in-sample = les lignes tirées, avec des colonnes vides pour ce que vous voyez
bundle-in-release = la publication telle qu’elle a été émise, avec ses deux signatures
bundle-in-recount = chaque enregistrement et chaque décision en fichier simple, et le SQL par lequel un autre programme recompte les chiffres
bundle-in-package = le paquet du programme avec les règles qui ont compté
bundle-in-ledger = chaque entrée jusqu’à la publication, leur tête signée, la clé publique du registre, la preuve de l’entrée de la publication
bundle-in-seal = les sommes de toutes les parties, et la signature qui les couvre
bundle-check = Contrôler ce fichier
bundle-check-how = Lancez hatua release verify avec ce fichier sur n’importe quelle machine : il ne faut ni réseau, ni base de données, ni autre clé que la clé publique. Nommez avec --key la clé publique que vous aviez déjà.
bundle-check-proves = Cela prouve que chaque octet est tel qu’il a été scellé, que les entrées sont le registre signé, et que les chiffres, recomptés, sont ceux qui ont été publiés.
bundle-check-open = Cela ne prouve pas qu’un enregistrement est vrai, ni que rien n’a été omis avant l’envoi. Seuls le papier et les personnes le montrent.
