# Les mots de l'espace de travail : publications.
work-menu-publish = Publier
publish-release = Publication { $release }
publish-lead = Données jusqu'au { $to }, comparées à { $last } du { $on }.
publish-lead-first = Données jusqu'au { $to }. C'est la première publication.
publish-lead-issued = Publiée le { $on }. Aucune publication n'est en préparation.
publish-none = Rien n'a encore été publié.
publish-restated = { $count ->
    [one] un chiffre révisé
   *[other] { $count } chiffres révisés
 }
publish-same-count = { $count } inchangés
publish-figure = Chiffre
publish-before = Avant
publish-after = En préparation
publish-change = Changement
publish-absent = absent
publish-same = identique
publish-new = nouveau
publish-reason = Raison, qui sera publiée
publish-reason-said = Raison, publiée : { $reason }
publish-reason-missing = « { $figure } » passe de { $before } à { $after }. Donnez la raison : elle sera publiée.
publish-reason-definition = « { $figure } » a une autre définition qu'avant. Donnez la raison : elle sera publiée.
publish-reason-unfit = La raison pour « { $figure } » ne peut pas être gardée. Écrivez 1 à 500 caractères sans nom, numéro ni adresse : elle reste pour toujours.
publish-out-of-turn = Une autre publication est sortie entre-temps. Rouvrez la page.
publish-wrong-period = Une révision couvre la même période que sa publication, une nouvelle publication une période plus tardive. Choisissez un autre jour.
publish-data-to = Dernier jour des faits
publish-data-to-missing = Écrivez le dernier jour des faits : année-mois-jour.
publish-prepare = Préparer : { $release }
publish-prepare-submit = Prête à signer
publish-prepare-note = Ensuite deux personnes signent, de deux organisations. Préparée à nouveau, elle doit être signée à nouveau.
publish-next = Préparer une publication
publish-obstacle = Une raison manque depuis la préparation. Le chef de file doit la préparer à nouveau.
publish-signatures = Deux personnes signent, de deux organisations
publish-signed = Signé le { $at }
publish-not-signed = Pas signé
publish-awaits-lead = Chef de file du consortium
publish-awaits-verifier = Vérificateur d'une autre organisation
publish-refused-role = Votre rôle ne signe pas.
publish-refused-lead-first = Le chef de file signe d'abord.
publish-refused-signed = Déjà signé dans votre rôle.
publish-refused-organisation = Les deux signatures seraient de { $organisation }. Une personne d'une autre organisation doit signer.
publish-refused-worked = { $count ->
    [one] Vous avez saisi ou vérifié une des lignes derrière un chiffre changé : une autre personne doit signer.
   *[other] Vous avez saisi ou vérifié { $count } des lignes derrière un chiffre changé : une autre personne doit signer.
 }
publish-read = J'ai lu les chiffres qui changent et leurs raisons
publish-read-missing = Lisez les chiffres qui changent, puis cochez la case.
publish-code = Code de votre second facteur
publish-sign = Signer : { $release }
publish-sign-issue = Signer et publier : { $release }
publish-no-way-back = Une publication ne se reprend pas. Une erreur se corrige par une révision.
publish-nothing-prepared = Cette publication n'est plus en préparation. Rouvrez la page.
publish-donor-lead = Vous ne signez pas et ne pouvez changer aucun chiffre. Votre décision est gardée avec la publication.
publish-accept = Accepter
publish-ask = Renvoyer avec une question
publish-about = Au sujet de
publish-about-whole = Toute la publication
publish-question = Votre question au chef de file
publish-send = Envoyer
publish-decision-missing = Choisissez : accepter la publication, ou poser une question.
publish-answer = Votre réponse à la question du bailleur
publish-answer-submit = Envoyer la réponse
publish-words-unfit = Écrivez 1 à 500 caractères sans nom, numéro ni adresse : cela reste pour toujours.
publish-review-late = Quelqu'un d'autre s'est exprimé entre-temps : la page montre ce qui a été dit.
publish-reviews = Ce que dit le bailleur
publish-unreviewed = Rien encore. La publication reste publique entre-temps.
publish-said-accepted = Acceptée.
publish-said-asked = Question :
publish-said-answered = Réponse :
said-release-prepared = La publication est prête à signer.
said-release-signed = Vous avez signé. Un vérificateur d'une autre organisation vient ensuite.
said-release-issued = La publication est sortie.
said-release-accepted = Vous avez accepté la publication.
said-release-asked = Votre question est envoyée.
said-release-answered = Votre réponse est envoyée.
