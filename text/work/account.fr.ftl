# Les mots de l'espace de travail : entrer, le cadre des pages, les réglages d'un compte.

## Cadre
work-title = { $title } – espace de travail Hatua
work-menu = Espace de travail
work-menu-today = Aujourd'hui
work-menu-settings = Réglages
work-who = { $name }, { $role }
work-sign-out = Se déconnecter
work-invented = Données de démonstration : tous les noms et toutes les lignes sont inventés
work-to-today = Aujourd'hui
work-next = Étape suivante
work-refused = Cela n'a pas été fait
work-not-found-remedy = La page a peut-être une autre adresse, ou appartient à quelqu'un d'autre.
work-form-foreign = Ce formulaire ne vient pas d'une de vos pages
work-form-foreign-remedy = Rien n'a été changé. Rouvrez la page et envoyez le formulaire depuis là.
work-moment = { $day }, { $time } ({ $zone })
role-field-officer = agent de terrain
role-partner-me = chargé de suivi-évaluation du partenaire
role-consortium-lead = chef de file du consortium
role-verifier = vérificateur
role-programme-manager = gestionnaire de programme du bailleur
role-ministry-counterpart = correspondant du ministère
role-caseworker = travailleur social
role-auditor = auditeur
role-administrator = administrateur

## Entrer
work-sign-in = Se connecter
work-sign-in-lead = Étape 1 sur 2. Votre second facteur vient ensuite, si votre rôle le demande.
work-sign-in-refused = L'adresse et le mot de passe ne vont pas ensemble. Saisissez les deux à nouveau.
work-sign-in-too-many = Trop d'essais. Attendez { $minutes } minutes et réessayez.
work-door-closed = Personne ne peut se connecter ici : cette adresse n'est ni en HTTPS ni sur cette machine. Demandez à la personne qui tient la machine de la lancer avec son adresse publique.
work-email = Adresse électronique
work-password = Mot de passe
work-programme = Programme
work-continue = Continuer
work-cannot-sign-in = Connexion impossible ? Un second administrateur peut vous laisser rentrer ; personne ne peut voir votre mot de passe.
work-demonstration-accounts = Les comptes de la démonstration sont affichés par la commande « hatua demo ».
work-code-heading = Votre second facteur
work-code-lead = Étape 2 sur 2, pour { $email }.
work-code = Six chiffres de votre application
work-code-wrong = { $tries ->
    [one] Ce code ne correspond pas. Les codes changent toutes les 30 secondes : attendez le suivant et saisissez-le. Il reste un essai.
   *[other] Ce code ne correspond pas. Les codes changent toutes les 30 secondes : attendez le suivant et saisissez-le. Il reste { $tries } essais.
 }
work-code-used = Ce code a déjà servi. Attendez le suivant et saisissez-le.
work-code-none = Aucun second facteur n'est installé pour ce compte.
work-session-ended = Vous avez été déconnecté. Connectez-vous à nouveau.
work-factor-heading = Installer votre second facteur
work-factor-lead = Votre rôle permet de voir des personnes ou de signer. Lisez l'image avec une application d'authentification sur votre téléphone, puis saisissez le code affiché.
work-factor-picture = Image pour votre application ; son texte est en dessous
work-factor-secret = Pas d'appareil photo ? Saisissez les lettres ci-dessus dans l'application.
work-factor-submit = Installer et se connecter
work-invitation-heading = Choisissez votre mot de passe
work-invitation-lead = { $name }, prenez une phrase dont vous vous souvenez : { $least } caractères ou plus. Puis connectez-vous.
work-invitation-submit = Enregistrer le mot de passe
work-invitation-over = Cette invitation a été utilisée ou a expiré
work-invitation-over-remedy = Demandez-en une nouvelle à la personne qui vous a invité. Si vous avez déjà un mot de passe, connectez-vous.

## Réglages
work-sessions = Où vous êtes connecté
work-session-agent = Navigateur
work-session-begun = Depuis
work-session-seen = Dernière utilisation
work-session-end = Déconnecter là-bas
work-session-this = celle-ci
work-session-unnamed = un navigateur sans nom
said-session-ended = Cette session est terminée.
said-password-changed = Votre mot de passe est changé. Les autres sessions sont terminées.
work-password-change = Changer votre mot de passe
work-password-present = Mot de passe actuel
work-password-new = Nouveau mot de passe
work-password-wrong = Le mot de passe actuel est un autre. Saisissez-le à nouveau.
work-password-short = Le mot de passe a moins de { $least } caractères. Prenez une phrase dont vous vous souvenez.
work-password-long = Le mot de passe dépasse { $most } octets. Prenez une phrase plus courte.
work-password-guessable = Tout le monde peut deviner ce mot de passe : c'est votre adresse ou votre nom, ou un seul caractère répété. Prenez une phrase dont vous vous souvenez.

## Aujourd'hui
work-today-lead = { $day }. La publication { $release } est la plus récente.
