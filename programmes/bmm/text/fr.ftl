# Les mots du programme en français. Traduction non officielle de la page de juillet 2018.

language-note = Traduction non officielle, qui n’a pas été relue par une personne de langue maternelle française.

title = Programme pour une meilleure gestion de la migration
summary = L’objectif général est d’améliorer la gestion de la migration dans la région, et en particulier de freiner la traite des êtres humains et le trafic de migrants dans la Corne de l’Afrique et à partir de celle-ci. S’attaquer à ce problème au seul niveau national risquerait simplement de déplacer les routes existantes de la traite et du trafic : ce projet vise donc toute la région, en tenant compte des besoins et des problèmes propres à chaque pays.
cofunding = Le programme est cofinancé par le ministère fédéral allemand de la Coopération économique et du Développement (BMZ) à hauteur de 6 millions d’euros.
objectives-lead = Les objectifs spécifiques sont les suivants :
theme = Meilleure gestion de la migration
region = Corne de l’Afrique
hero-caption = Exposition du programme contre la traite des êtres humains – Nairobi (notre dessin)
hero-alt = Dessin : six panneaux d’une exposition en plein air, parmi eux un hameçon avec un billet de banque et une chaîne brisée ; derrière eux une tour et des acacias
partners-note = Non nommés sur la page de juillet 2018 ; nommés sur les pages des partenaires eux-mêmes.
contracts-note = La page de juillet 2018 ne cite aucun contrat. Les données ouvertes du fonds de décembre 2021 en contiennent un :

masthead-note = Démonstration, ce n’est pas une publication de l’Union européenne
real-note = les textes (traduction non officielle), l’argent, les partenaires, les actualités et les quinze chiffres rapportés, chacun avec sa source
invented-note = tout ce qui se trouve à côté d’un bord hachuré

## Objectifs

objective-I = (I) Aider les autorités nationales à élaborer, à adopter et, à terme, à mettre en œuvre des politiques, des lois, des cadres institutionnels et des procédures pour une meilleure gestion de la migration et des frontières, y compris en matière de lutte contre la traite des êtres humains et le trafic de migrants, conformément aux conventions et normes internationales applicables, et promouvoir l’harmonisation et l’échange de bonnes pratiques dans ces domaines.
objective-I-short = Lois et politiques
objective-II = (II) Renforcer les capacités de toutes les institutions et agences responsables de la gestion de la migration et des frontières (agents de première ligne, forces de l’ordre ou instances judiciaires, par exemple), notamment par la formation et l’assistance technique, par l’amélioration des procédures d’enquête et de poursuite dans les affaires de traite des êtres humains et de trafic de migrants ; par une meilleure collecte des données et la promotion du partage d’informations ; par la fourniture d’outils et d’équipements essentiels aux administrations et aux postes de gestion des frontières, et éventuellement par le développement d’infrastructures ; par la promotion d’une meilleure coordination entre les institutions et agences concernées.
objective-II-short = Capacités des institutions
objective-III = (III) Identifier, assister et protéger les victimes de la traite des êtres humains et les migrants vulnérables objets de trafic, en particulier les femmes, les enfants et les autres groupes vulnérables.
objective-III-short = Protection
objective-IV = (IV) Sensibiliser aux dangers de la migration irrégulière et aux avantages des autres options possibles.
objective-IV-short = Sensibilisation

## Argent et documents

funding-eutf = Contribution du fonds fiduciaire (EUTF)
funding-eutf-display = 40 000 000 €
funding-bmz = Cofinancement, BMZ
funding-bmz-display = 6 millions d’euros
funding-bmz-description = Cofinancement du BMZ, autre source
funding-bmz-description-display = 2 000 000 €
document-action-fiche = Fiche d’action
document-action-fiche-note = L’action telle qu’elle a été adoptée le 16 décembre 2015. La démonstration contient une page de remplacement qui lui est propre.

## Qui l’a dit

said-by-eutf-page = page de l’EUTF
said-by-eutf-open-data = données ouvertes du fonds
said-by-first-description-of-the-action = première description de l’action

## Chiffres

figure-policies-name = Nombre de stratégies, politiques et plans élaborés et/ou directement soutenus
figure-policies-v2-name = Nombre de stratégies, lois, politiques et plans élaborés et / ou directement appuyés
figure-policies-v2-change = Les lois sont nommées : plus large, non comparable.
figure-policies-short = Stratégies, politiques et plans
figure-policies-lead = stratégies, politiques et plans élaborés ou soutenus
figure-policies-definition = Les différentes stratégies, politiques, lois, plans d’action et procédures que l’action a contribué à élaborer ou a directement soutenus, depuis son début jusqu’au dernier jour de la version publiée, chacun avec l’étape qu’il a atteinte.
figure-policies-counted =
    Une stratégie, une politique, une loi, un plan d’action ou une procédure type
    Élaboré ou directement soutenu : rédigé, soumis à consultation, validé, adopté ou en vigueur
    Avec pour source le texte, le procès-verbal de validation ou le journal officiel
figure-policies-not-counted =
    Chaque projet de texte ou chaque réunion sur le même texte
    Les traductions
    Les plans de travail du projet lui-même
figure-policies-method = À partir du registre de l’appui aux stratégies, politiques et plans : les lignes vérifiées, chacune sur un instrument de la liste des instruments. Deux tables rondes sur une même position sont deux lignes d’un seul instrument. Le type est celui de la première ligne.
figure-policies-identity = Chez un même partenaire, le code de l’instrument. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le titre, le pays et le type ; d’ici là, il compte deux fois.
figure-policies-evidence =
    Le texte de l’instrument
    Le procès-verbal de la consultation ou de la validation
    Le journal officiel, une fois en vigueur
figure-policies-addable = Les pays, les partenaires, les types et les trimestres s’additionnent : un instrument figure là où il a été compté en premier, et celui de toute la région sous Régional. Les comptes propres des partenaires ne s’additionnent pas : deux d’entre eux ont pu soutenir le même instrument.

figure-cross-border-name = Nombre d’initiatives de coopération transfrontalière créées, lancées ou soutenues
figure-cross-border-v2-name = Nombre d’initiatives de coopération régionale créées, lancées ou soutenues
figure-cross-border-v2-change = De transfrontalière à régionale, sous un autre code : comparable en partie seulement.
figure-cross-border-short = Initiatives transfrontalières
figure-cross-border-each-country-several = { $n ->
    [one] { $n } initiative réunit deux pays ou plus et figure sous chacun d’eux.
   *[other] { $n } initiatives réunissent deux pays ou plus, et chacune figure sous tous ses pays.
}
figure-cross-border-definition = Les différentes initiatives de coopération entre deux pays ou plus que l’action a créées, lancées ou soutenues, depuis son début jusqu’au dernier jour de la version publiée : un dialogue, un accord, une patrouille conjointe, un réseau, un dispositif d’orientation.
figure-cross-border-counted =
    Une initiative partagée par deux pays ou plus
    Créée, lancée ou soutenue par l’action
    Avec pour source l’accord ou le procès-verbal
figure-cross-border-not-counted =
    Chaque réunion de la même initiative
    La coopération entre services d’un seul pays
    La même initiative rapportée par un autre partenaire
figure-cross-border-method = À partir du registre des initiatives de coopération : les lignes vérifiées qui nomment deux ou trois pays. Chaque ligne est une étape d’une initiative, et toutes les étapes d’une initiative comptent une seule fois.
figure-cross-border-identity = Chez un même partenaire, le code de l’initiative. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le titre et les pays ; d’ici là, elle compte deux fois.
figure-cross-border-evidence =
    L’accord entre les pays
    Le procès-verbal de la réunion, avec ses participants
figure-cross-border-addable = Les partenaires, les types et les trimestres s’additionnent. Les pays, non : une initiative figure sous chacun de ses pays et une seule fois dans le total. Les comptes propres des partenaires non plus.

figure-trained-name = Nombre de personnes formées à la gestion de la migration
figure-trained-v2-name = Nombre de personnes formées à la gestion de la migration et à la protection
figure-trained-v2-change = La protection est nommée : formulation plus large.
figure-trained-short = Personnes formées
figure-trained-lead = personnes formées à la gestion de la migration
figure-trained-each-country = Personnes formées dans le pays
figure-trained-each-country-several = { $n ->
    [one] { $n } personne a été formée dans deux pays.
   *[other] { $n } personnes ont été formées dans deux pays.
}
figure-trained-definition = Les différentes personnes qui ont suivi au moins une formation admissible à la gestion de la migration organisée par l’action, depuis son début jusqu’au dernier jour de la version publiée. Une présence d’au moins une demi-journée suffit. Chaque personne est comptée une seule fois, quels que soient l’organisme qui l’a formée, le pays et l’année.
figure-trained-counted =
    Une demi-journée ou plus, avec un programme et une liste signée
    Politique, droit et données de la migration ; protection ; traite et trafic
    Fonctionnaires, juges, procureurs, police, société civile
figure-trained-not-counted =
    Les animateurs et les organisateurs
    Les tables rondes et les cérémonies de lancement
    La même personne à une deuxième formation (les présences sont publiées à côté du chiffre)
    Les formations aux frontières et à la sécurité : elles alimentent « agents formés à la sécurité »
figure-trained-method = À partir du registre des présences : les lignes vérifiées d’au moins une demi-journée, à une formation dont le thème principal est la gestion de la migration, et non comme animateur. Une ligne est vérifiée quand une deuxième personne l’a retrouvée dans la liste signée.
figure-trained-identity = Chez un même partenaire, le numéro que ce partenaire donne à la personne. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le matricule, le téléphone, les parties du nom dans tout ordre et l’année de naissance. Une paire non décidée compte pour deux.
figure-trained-evidence =
    La liste de présence, signée par chaque participant
    Le programme de la formation et son rapport
    Les tests avant et après, quand il y en a eu
figure-trained-addable = Les pays, les partenaires, les sexes, les âges, les types et les trimestres s’additionnent, avec « non renseigné » : chaque personne figure là où elle a été comptée en premier. Le tableau « personnes formées dans le pays » ne s’additionne pas, ni les comptes propres des partenaires. À ne jamais ajouter à « agents formés à la sécurité » : des personnes sont dans les deux.

figure-security-staff-name = Nombre d’agents des institutions gouvernementales, des forces de sécurité intérieure et des acteurs non étatiques concernés formés à la sécurité, à la gestion des frontières, à la lutte contre l’extrémisme violent, à la prévention des conflits, à la protection des populations civiles et aux droits de l’homme
figure-security-staff-v2-name = Nombre d’agents des institutions gouvernementales, des forces de sécurité intérieure et des acteurs non étatiques concernés formés à la gouvernance, à la prévention des conflits et aux droits de l’homme
figure-security-staff-v2-change = La sécurité, la gestion des frontières et l’extrémisme violent sont devenus la gouvernance. Notre lecture : seules comptent les formations à la prévention des conflits, à la protection des civils ou aux droits de l’homme.
figure-security-staff-short = Agents formés à la sécurité
figure-security-staff-definition = Les différents agents des institutions gouvernementales, des forces de sécurité intérieure et des acteurs non étatiques concernés qui ont suivi au moins une formation sur la sécurité, la gestion des frontières, la lutte contre l’extrémisme violent, la prévention des conflits, la protection des civils ou les droits de l’homme, depuis le début de l’action jusqu’au dernier jour de la version publiée.
figure-security-staff-counted =
    Une demi-journée ou plus, avec un programme et une liste signée
    Les agents des services frontaliers, de la police, des autres forces de sécurité et des autres administrations
    Le personnel des acteurs non étatiques qui ont une mission dans ces domaines
figure-security-staff-not-counted =
    Les chefs locaux et les membres des communautés : leurs lignes sont conservées et ne comptent pas
    Les animateurs et les organisateurs
    La même personne à une deuxième formation
    Les formations dont le thème principal est la gestion de la migration : elles alimentent « personnes formées »
figure-security-staff-method = À partir du registre des présences : les lignes vérifiées d’au moins une demi-journée, à une formation dont le thème principal est la sécurité et la gestion des frontières, et non comme animateur. Les lignes des responsables communautaires restent dans la chaîne et sont écartées par la règle. Une présence alimente ce chiffre ou « personnes formées », jamais les deux.
figure-security-staff-identity = Chez un même partenaire, le numéro que ce partenaire donne à la personne. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le matricule, le téléphone, les parties du nom dans tout ordre et l’année de naissance. Une paire non décidée compte pour deux.
figure-security-staff-evidence =
    La liste de présence, signée par chaque participant
    Le programme de la formation et son rapport
figure-security-staff-addable = Les pays, les partenaires, les sexes, les types et les trimestres s’additionnent, avec « non renseigné » : chaque personne figure là où elle a été comptée en premier. Les comptes propres des partenaires ne s’additionnent pas. À ne jamais ajouter à « personnes formées » : des personnes sont dans les deux.

figure-institutions-migration-name = Nombre d’institutions (nationales et locales) et d’acteurs non étatiques directement soutenus par le renforcement des capacités en matière de gestion de la migration
figure-institutions-migration-v2-name = Nombre d’institutions et d’acteurs non étatiques renforcés par le développement des capacités ou un appui opérationnel en matière de protection et de gestion de la migration
figure-institutions-migration-v2-change = La protection et l’appui opérationnel sont nommés : plus large.
figure-institutions-migration-short = Institutions soutenues, migration
figure-institutions-migration-definition = Les différentes institutions et les différents acteurs non étatiques que l’action a directement soutenus en matière de gestion de la migration par la formation, le conseil, l’équipement ou des fonds, depuis son début jusqu’au dernier jour de la version publiée.
figure-institutions-migration-counted =
    Un ministère, un service, une agence, un tribunal, un comité ou une organisation de la société civile
    Soutenu directement, avec un accord, un plan de travail, un procès-verbal ou un bon de livraison
    Un seul niveau de chaque institution, le même pour toutes
figure-institutions-migration-not-counted =
    Chaque antenne d’une même institution, sauf si elle est inscrite séparément
    L’employeur d’une personne formée, sans appui à cet employeur
    La même institution soutenue de nouveau, ou par un autre partenaire
figure-institutions-migration-method = À partir du registre de l’appui aux institutions : les lignes vérifiées dont le thème est la gestion de la migration. Les partenaires inscrivent un seul niveau de chaque institution, la direction ; une ligne d’un autre niveau est renvoyée à la vérification.
figure-institutions-migration-identity = Chez un même partenaire, le code de l’institution. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le nom, la tutelle et le pays ; d’ici là, elle compte deux fois.
figure-institutions-migration-evidence =
    L’accord ou le plan de travail
    Le procès-verbal du conseil ou de la formation
    Le bon de livraison, pour l’équipement ou les fonds
figure-institutions-migration-addable = Les pays, les partenaires, les types et les trimestres s’additionnent : une institution figure là où elle a été comptée en premier, et celle de toute la région sous Régional. Les comptes propres des partenaires ne s’additionnent pas. À ne jamais ajouter à « institutions soutenues, sécurité » : des institutions sont dans les deux.

figure-institutions-security-name = Nombre d’institutions et d’acteurs non étatiques bénéficiant d’un renforcement des capacités et d’un appui opérationnel en matière de sécurité, de gestion des frontières, de lutte contre l’extrémisme violent, de prévention des conflits, de protection des populations civiles et de droits de l’homme
figure-institutions-security-v2-change = Abandonné : sans successeur.
figure-institutions-security-short = Institutions soutenues, sécurité
figure-institutions-security-definition = Les différentes institutions et les différents acteurs non étatiques qui ont bénéficié d’un renforcement des capacités ou d’un appui opérationnel de l’action en matière de sécurité, de gestion des frontières, de lutte contre l’extrémisme violent, de prévention des conflits, de protection des civils ou de droits de l’homme, depuis son début jusqu’au dernier jour de la version publiée.
figure-institutions-security-counted =
    Une agence, une force, un service, un comité ou une organisation qui a une mission dans ces domaines
    Un renforcement des capacités ou un appui opérationnel, avec un accord, un procès-verbal ou un bon de livraison
    Un seul niveau de chaque institution, le même pour toutes
figure-institutions-security-not-counted =
    Chaque antenne d’une même institution, sauf si elle est inscrite séparément
    L’employeur d’une personne formée, sans appui à cet employeur
    La même institution soutenue de nouveau, ou par un autre partenaire
figure-institutions-security-method = À partir du registre de l’appui aux institutions : les lignes vérifiées dont le thème est la sécurité et la gestion des frontières. Les partenaires inscrivent un seul niveau de chaque institution, la direction ; une ligne d’un autre niveau est renvoyée à la vérification. La liste révisée des indicateurs a abandonné ce chiffre.
figure-institutions-security-identity = Chez un même partenaire, le code de l’institution. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le nom, la tutelle et le pays ; d’ici là, elle compte deux fois.
figure-institutions-security-evidence =
    L’accord ou le plan de travail
    Le procès-verbal de la réunion ou de la formation
    Le bon de livraison, pour l’équipement ou les fonds
figure-institutions-security-addable = Les pays, les partenaires, les types et les trimestres s’additionnent : une institution figure là où elle a été comptée en premier, et celle de toute la région sous Régional. Les comptes propres des partenaires ne s’additionnent pas. À ne jamais ajouter à « institutions soutenues, migration » : des institutions sont dans les deux.

figure-border-stations-name = Nombre de postes frontières soutenus pour renforcer le contrôle aux frontières
figure-border-stations-v2-name = Nombre d’infrastructures soutenues pour renforcer la gouvernance
figure-border-stations-v2-change = Les postes frontières sont devenus toute infrastructure de gouvernance, et l’équipement un chiffre à part : non comparable.
figure-border-stations-short = Postes frontières soutenus
figure-border-stations-definition = Les différents postes frontières qui ont reçu de l’action des équipements, des travaux, des systèmes ou un appui sur place, depuis son début jusqu’au dernier jour de la version publiée. Un côté d’une frontière est un poste ; un poste à arrêt unique est deux postes sous un même toit.
figure-border-stations-counted =
    Les points de passage, les ports, les aéroports, les postes intérieurs chargés de tâches frontalières
    Des équipements, des travaux, des systèmes ou un appui sur place
    Avec pour source un procès-verbal de remise, un bon de livraison ou un rapport de visite avec photos
figure-border-stations-not-counted =
    Les postes de police et les sièges
    Les équipements eux-mêmes : le poste compte, une seule fois
    Le même poste sous un autre nom ou par un autre partenaire
figure-border-stations-method = À partir du registre de l’appui aux postes frontières : les lignes vérifiées, chacune sur un poste de la liste des postes. Un côté d’une frontière y est un poste. Le type est celui du premier appui.
figure-border-stations-identity = Chez un même partenaire, le code du poste. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent les noms, le pays et l’emplacement (à moins de 2 km) ; d’ici là, il compte deux fois.
figure-border-stations-evidence =
    Le procès-verbal de remise ou le bon de livraison
    Le rapport de visite du site
    Des photos datées et situées
figure-border-stations-addable = Les pays, les partenaires, les types et les trimestres s’additionnent : un poste figure là où il a été compté en premier. Les comptes propres des partenaires ne s’additionnent pas : deux d’entre eux ont pu soutenir le même poste.

figure-tools-name = Nombre d’outils de planification, de suivi, d’apprentissage, de collecte et d’analyse de données créés, mis en œuvre et/ou renforcés
figure-tools-v2-name = Nombre de systèmes de planification, de suivi, d’apprentissage, de collecte et d’analyse de données mis en place, mis en œuvre et / ou renforcés
figure-tools-v2-change = Les outils sont devenus des systèmes : plus étroit, selon notre lecture.
figure-tools-short = Outils de planification et de données
figure-tools-definition = Les différents outils de planification, de suivi, d’apprentissage, de collecte ou d’analyse de données que l’action a créés, mis en œuvre ou renforcés, depuis son début jusqu’au dernier jour de la version publiée.
figure-tools-counted =
    Un outil qu’une institution utilise : une base de données, un système de rapports, un plan de suivi
    Créé, mis en œuvre ou renforcé par l’action
    Avec pour source l’outil, la liste de ses utilisateurs ou sa remise
figure-tools-not-counted =
    Les études
    Les manuels et les programmes de cours
    Une nouvelle version du même outil
figure-tools-method = À partir du registre de l’appui aux outils : les lignes vérifiées, chacune sur un outil de la liste des outils. Le type est celui du premier appui.
figure-tools-identity = Chez un même partenaire, le code de l’outil. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le nom et le propriétaire ; d’ici là, il compte deux fois.
figure-tools-evidence =
    L’outil lui-même, ou la liste de ses utilisateurs
    Le procès-verbal de sa remise
figure-tools-addable = Les pays, les partenaires, les types et les trimestres s’additionnent : un outil figure là où il a été compté en premier, et celui de toute la région sous Régional. Les comptes propres des partenaires ne s’additionnent pas : deux d’entre eux ont pu travailler au même outil.

figure-infrastructure-name = Nombre d’infrastructures sociales construites ou réhabilitées
figure-infrastructure-v2-name = Nombre d’infrastructures sociales construites et/ou réhabilitées
figure-infrastructure-v2-change = Le même en substance : les deux se comparent.
figure-infrastructure-short = Infrastructures sociales
figure-infrastructure-definition = Les différents bâtiments ou installations à usage social que l’action a construits, agrandis ou réhabilités et remis, depuis son début jusqu’au dernier jour de la version publiée.
figure-infrastructure-counted =
    Un refuge, un foyer sûr, un centre d’accueil, de transit, de services ou de conseil
    Construit, agrandi ou réhabilité, et remis
    Avec pour source un certificat de remise et des photos datées et situées
figure-infrastructure-not-counted =
    Le mobilier seul
    Les postes frontières : ils alimentent « postes frontières soutenus »
    Chaque phase de travaux d’une même installation
figure-infrastructure-method = À partir du registre des infrastructures sociales : les lignes vérifiées. Une ligne ne peut être vérifiée qu’avec son certificat et une fois l’installation remise. D’autres travaux sur une même installation, équipement compris, en sont d’autres lignes ; le mobilier seul est renvoyé à la vérification.
figure-infrastructure-identity = Chez un même partenaire, le code de l’installation. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le nom et l’emplacement (à moins de 200 m) ; d’ici là, elle compte deux fois.
figure-infrastructure-evidence =
    Le certificat de remise
    Le contrat de travaux
    Des photos datées et situées
figure-infrastructure-addable = Les pays, les partenaires, les types et les trimestres s’additionnent : une installation figure là où elle a été comptée en premier. Les comptes propres des partenaires ne s’additionnent que s’ils ne partagent aucuns travaux.

figure-protected-name = Nombre de migrants en transit et de personnes déplacées de force protégés ou assistés
figure-protected-v2-name = Nombre de migrants en transit, de réfugiés / demandeurs d’asile et de déplacés internes protégés et/ou assistés
figure-protected-v2-change = Plus étroit : en un jour, la valeur publiée est passée de 21 783 à 16 789. Notre lecture : seules comptent les personnes identifiables, sans comptage par tête.
figure-protected-short = Personnes protégées ou assistées
figure-protected-lead = migrants en transit et personnes déplacées protégés ou assistés
figure-protected-definition = Les différentes personnes en transit, réfugiées, demandeuses d’asile ou déplacées qui ont reçu au moins un service de l’action, depuis son début jusqu’au dernier jour de la version publiée. Les personnes dénombrées en groupe sont ajoutées telles qu’elles ont été dénombrées.
figure-protected-counted =
    Au moins un service : hébergement, nourriture, aide médicale ou psychosociale, aide juridique, recherche de la famille, conseil, transport
    Avec pour source un dossier, un journal des services ou une fiche d’orientation
    Pour les groupes, un dénombrement avec lieu et date
figure-protected-not-counted =
    Les personnes seulement informées : elles alimentent « personnes touchées par les campagnes »
    Les services : une personne peut en recevoir plusieurs
    Les personnes de la communauté d’accueil
figure-protected-method = À partir des journaux des services : les lignes vérifiées des cas, sous le code de dossier du partenaire et jamais un nom ; un cas compte une seule fois, quel que soit le nombre de services reçus. Les personnes des dénombrements de groupes vérifiés y sont ajoutées, toujours montrées à part.
figure-protected-identity = Chez un même partenaire, le code de dossier. Entre partenaires, seulement une décision enregistrée des deux, prise sans échanger de noms. Les dénombrements sont sans identité : nul ne peut vérifier si l’une de ces personnes a déjà été comptée.
figure-protected-evidence =
    Le dossier, qui reste chez le partenaire
    Le journal des services
    La fiche d’orientation, avec le consentement de la personne
    Pour les groupes, la feuille de comptage avec lieu et date
figure-protected-addable = Les pays, les partenaires, les types, les sexes, les âges et les trimestres s’additionnent, avec « non renseigné » et les dénombrements à part : chaque personne figure là où elle a été comptée en premier. Les services et les orientations sont comptés à côté du chiffre et ne font pas des personnes ; les comptes propres des partenaires ne s’additionnent pas non plus.

figure-returns-name = Nombre de retours volontaires ou de rapatriements humanitaires soutenus
figure-returns-v2-name = Nombre de retours volontaires soutenus
figure-returns-v2-change = Le même en substance : les deux se comparent.
figure-returns-short = Retours volontaires
figure-returns-definition = Les cas de retour que l’action a soutenus, depuis son début jusqu’au dernier jour de la version publiée : un seul voyage de retour d’une seule personne, avec un consentement volontaire documenté, et effectivement partie. Un deuxième retour de la même personne est un deuxième cas.
figure-returns-counted =
    Un voyage de retour avec une déclaration de consentement signée
    Un départ qui a eu lieu : billet, liste d’embarquement ou confirmation d’arrivée
    Un deuxième retour comme deuxième cas
figure-returns-not-counted =
    Les expulsions
    Les projets et les départs annulés
    La réinstallation à l’intérieur d’un pays
figure-returns-method = À partir du registre des cas de retour : les lignes vérifiées, chacune un voyage d’une personne, avec un consentement qui n’est pas postérieur au départ. Le pays est celui que la personne a quitté.
figure-returns-identity = Le numéro de cas du partenaire : une ligne envoyée de nouveau sous ce numéro est le même cas. La personne n’y joue aucun rôle : un deuxième retour est un deuxième cas.
figure-returns-evidence =
    La déclaration de retour volontaire, signée
    Le billet ou la liste d’embarquement
    La confirmation d’arrivée
figure-returns-addable = Les cas s’additionnent sur les pays, les partenaires, les sexes, les âges et les trimestres, avec « non renseigné ». À ne jamais ajouter à « personnes aidées à se réintégrer » : certaines sont les mêmes, à une étape ultérieure.

figure-reintegrated-name = Nombre de migrants de retour bénéficiant d’une aide à la réintégration
figure-reintegrated-v2-name = Nombre de migrants de retour bénéficiant d’une aide à la réintégration
figure-reintegrated-v2-change = Scindé : l’aide après l’arrivée a son propre chiffre ; celui-ci est le plus proche.
figure-reintegrated-short = Personnes aidées à se réintégrer
figure-reintegrated-definition = Les différentes personnes de retour qui ont reçu au moins un service de réintégration dans le pays de retour, depuis le début de l’action jusqu’au dernier jour de la version publiée.
figure-reintegrated-counted =
    Une aide économique, sociale ou psychosociale après le retour
    Avec pour source un plan de réintégration, un reçu ou une visite de suivi
figure-reintegrated-not-counted =
    L’aide au voyage lui-même : elle alimente « retours volontaires »
    La même personne lors d’un deuxième service
    Les membres du ménage qui n’ont rien reçu eux-mêmes
figure-reintegrated-method = À partir du registre de l’aide à la réintégration : les lignes vérifiées d’une aide économique, sociale ou psychosociale. Le pays est celui du retour ; le numéro du retour est noté quand il est connu.
figure-reintegrated-identity = Chez un même partenaire, le numéro que ce partenaire donne à la personne. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent les parties du nom, le sexe, la tranche d’âge et le numéro du retour. Une paire non décidée compte pour deux.
figure-reintegrated-evidence =
    Le plan de réintégration
    Le reçu
    Le rapport d’une visite de suivi
figure-reintegrated-addable = Les pays, les partenaires, les sexes, les âges et les trimestres s’additionnent, avec « non renseigné » : chaque personne figure là où elle a été comptée en premier. Les comptes propres des partenaires ne s’additionnent pas. À ne jamais ajouter à « retours volontaires » : certaines sont les mêmes, à une étape antérieure.

figure-livelihoods-name = Nombre de personnes aidées à développer des activités économiques génératrices de revenus
figure-livelihoods-v2-name = Nombre de personnes aidées à développer des activités génératrices de revenus (AGR)
figure-livelihoods-v2-change = Le même en substance : les deux se comparent.
figure-livelihoods-short = Personnes aidées à gagner un revenu
figure-livelihoods-definition = Les différentes personnes qui ont reçu un appui direct pour créer ou conserver un revenu, depuis le début de l’action jusqu’au dernier jour de la version publiée.
figure-livelihoods-counted =
    Un kit, une subvention, un accompagnement ou un groupe d’épargne
    Avec pour source une liste de bénéficiaires avec reçu, un accord ou une visite de suivi
figure-livelihoods-not-counted =
    Les autres membres du ménage
    Les personnes seulement formées à un métier
    Les emplois
figure-livelihoods-method = À partir du registre de l’appui aux moyens d’existence : les lignes vérifiées d’un kit, d’une subvention, d’un accompagnement ou d’un groupe d’épargne. Une personne compte une seule fois, quel que soit le nombre d’appuis reçus.
figure-livelihoods-identity = Chez un même partenaire, le numéro que ce partenaire donne à la personne. Entre partenaires, seulement une décision enregistrée de personnes, qui comparent le téléphone et les parties du nom. Une paire non décidée compte pour deux.
figure-livelihoods-evidence =
    La liste des bénéficiaires avec leurs reçus
    L’accord, pour une subvention
    Le rapport d’une visite de suivi
figure-livelihoods-addable = Les pays, les partenaires, les sexes, les âges et les trimestres s’additionnent, avec « non renseigné » : chaque personne figure là où elle a été comptée en premier. Les comptes propres des partenaires ne s’additionnent pas : les personnes sont recomptées pour chaque total.

figure-campaign-reach-name = Nombre de migrants, ou de migrants potentiels, touchés par une campagne d’information sur la migration et les risques liés à la migration irrégulière
figure-campaign-reach-v2-name = Nombre de migrants (potentiels) touchés par les campagnes d’information sur la migration
figure-campaign-reach-v2-change = Le même en substance : les deux se comparent.
figure-campaign-reach-short = Personnes touchées par les campagnes
figure-campaign-reach-lead = migrants et migrants potentiels touchés par les campagnes (estimation)
figure-campaign-reach-definition = Les personnes présentes à des activités d’information de l’action, ou touchées par elles de façon démontrable, depuis son début jusqu’au dernier jour de la version publiée. Les activités s’additionnent, si bien qu’une personne touchée deux fois compte deux fois : c’est toujours une estimation, et il est dit comment elle est faite.
figure-campaign-reach-counted =
    Les personnes comptées à l’entrée ou sur une feuille
    Les listes de distribution signées, les journaux de remise, les journaux de conseil
    L’estimation de l’organisateur, signalée comme telle
figure-campaign-reach-not-counted =
    L’audience d’une radio ou d’une télévision
    Les pages vues et les stocks imprimés
    La même activité rapportée par deux partenaires
figure-campaign-reach-method = À partir du registre des activités de sensibilisation : la portée de chaque activité vérifiée, additionnée. Une activité dont la portée n’a pas été relevée est laissée de côté et jamais prise pour zéro. Ce qu’un diffuseur dit de son audience ne peut pas être vérifié.
figure-campaign-reach-identity = Le code que le partenaire donne à l’activité. Une activité de deux partenaires (même lieu, même date, même organisateur) n’est vérifiée que pour l’un d’eux. Les personnes ne sont pas distinguées : qui a été touché deux fois compte deux fois.
figure-campaign-reach-evidence =
    Comptées à l’entrée : la feuille de comptage, avec lieu et date
    Les feuilles de présence et les listes de distribution, signées
    Les journaux de remise et de conseil, sans noms
    Une estimation de l’organisateur : le rapport qui dit comment elle est faite
figure-campaign-reach-addable = S’additionne sur les pays, les partenaires, les modes de comptage et les trimestres. Le chiffre compte des contacts, non des personnes différentes. À ne jamais ajouter à « événements de sensibilisation » : des personnes et des événements.

figure-awareness-events-name = Nombre d’activités et d’événements expressément consacrés à la sensibilisation du grand public à la migration
figure-awareness-events-v2-name = Nombre d’événements de sensibilisation à la migration
figure-awareness-events-v2-change = Le même en substance : les deux se comparent.
figure-awareness-events-short = Événements de sensibilisation
figure-awareness-events-definition = Les événements et activités qui ont pour but explicite de sensibiliser le grand public à la migration, depuis le début de l’action jusqu’au dernier jour de la version publiée.
figure-awareness-events-counted =
    Un événement qui a ce but : une exposition, un débat, une réunion de quartier
    Avec pour source un programme, des photos ou une feuille de présence
figure-awareness-events-not-counted =
    Les formations
    Les messages diffusés dans les médias
    Les réunions de fonctionnaires
    Le même événement rapporté par deux partenaires
figure-awareness-events-method = À partir du registre des activités de sensibilisation : les lignes vérifiées qui étaient des événements, pour lesquels des personnes se sont réunies. Les dépliants, les messages et les guichets de conseil sont des activités, non des événements.
figure-awareness-events-identity = Le code que le partenaire donne à l’activité. Un événement de deux partenaires (même lieu, même date, même organisateur) n’est vérifié que pour l’un d’eux.
figure-awareness-events-evidence =
    Le programme de l’événement
    Des photos datées et situées
    La feuille de présence
figure-awareness-events-addable = S’additionne sur les pays, les partenaires et les trimestres. À ne jamais ajouter à « personnes touchées par les campagnes » : des événements et des personnes.

## Dimensions et leurs codes

dimension-country = pays
country-unknown = Non renseigné
dimension-year_calendar = année civile
dimension-year_ethiopian = année éthiopienne
dimension-year_donor = exercice du bailleur (octobre à septembre)
dimension-partner = partenaire
dimension-sex = sexe
sex-F = Femmes
sex-M = Hommes
sex-unknown = Non renseigné
dimension-age = âge
age-18-29 = 18–29
age-30-44 = 30–44
age-45-plus = 45 ans et plus
age-0-17 = Moins de 18 ans
age-18-24 = 18–24
age-25-34 = 25–34
age-25-plus = 25 ans et plus
age-35-plus = 35 ans et plus
age-unknown = Non renseigné
dimension-kind = type
kind-law_enforcement = Forces de l’ordre
kind-judiciary = Justice
kind-other_government = Autre administration publique
kind-civil_society = Société civile
kind-other = Autre
kind-immigration = Services d’immigration
kind-police = Police
kind-customs_border = Douanes et autres services frontaliers
kind-other_security = Autres forces de sécurité
kind-non_state = Acteurs non étatiques
kind-community_leader = Responsables communautaires (non comptés)
kind-ministry = Ministères
kind-department = Directions
kind-agency = Agences
kind-court = Tribunaux et parquets
kind-committee = Comités
kind-equipment = Équipement
kind-works = Travaux
kind-systems = Systèmes
kind-on_site = Appui sur place
kind-set_up = Créés
kind-implemented = Mis en œuvre
kind-strengthened = Renforcés
kind-built = Construites
kind-extended = Agrandies
kind-rehabilitated = Réhabilitées
kind-equipped = Équipées
kind-strategy = Stratégies
kind-policy = Politiques
kind-law = Lois
kind-action_plan = Plans d’action
kind-procedure = Procédures
kind-dialogue = Concertations
kind-agreement = Accords
kind-joint_patrol = Patrouilles conjointes
kind-network = Réseaux
kind-referral_arrangement = Dispositifs d’orientation
kind-exchange = Échanges d’expériences
kind-trafficking_victim = Victimes de la traite
kind-unaccompanied_child = Enfants non accompagnés
kind-vulnerable_migrant = Migrants vulnérables
kind-refugee_asylum = Réfugiés et demandeurs d’asile
kind-unknown = Non renseigné
dimension-method = mode de comptage
method-counted_at_door = Comptées à l’entrée
method-attendance_sheet = Feuille de présence
method-distribution_list = Liste de distribution signée
method-delivery_log = Journal de remise
method-counselling_log = Journal de conseil
method-organiser_estimate = Estimation de l’organisateur
method-broadcast = Audience d’une diffusion
method-unknown = Non renseigné

## Pays

country-section-station = Postes-frontières
country-section-institution = Institutions
country-KE-station = 34 points de passage frontaliers, avec des formations dans chacun (nouvelles de l’action).
country-ET-money = 21,3 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-UG-money = 4,3 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-SO-money = 10,9 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-SD-money = 16,7 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-SS-money = 3,9 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-KE-money = 18,3 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-ER-money = 4,3 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-DJ-money = 5,9 % de l’action, selon les données ouvertes du fonds (décembre 2021).
country-money-note = Les parts des huit pays font 85,6 % et non 100 : aucun montant en euros n’en est tiré. Le reste n’est pas expliqué.
not-known =
    Si cela a duré : tous les chiffres comptent ce qui a été fait, aucun effet n’a été publié.
    Comment l’argent a été dépensé dans chaque pays : seule une part est publiée, sans montant ni année.

## Unités et registres

unit-person = personne
unit-institution = institution
unit-station = poste frontière
unit-instrument = instrument
unit-initiative = initiative
unit-tool = outil
unit-infrastructure = infrastructure
unit-return_case = cas de retour
unit-person_reached = personne touchée
unit-event = événement
register-training = formations
register-attendance = listes de présence
register-livelihood_support = appui aux moyens d’existence
register-protection_service = journaux des services
register-group_head_count = dénombrements de groupes
register-return_case = cas de retour
register-reintegration_support = aide à la réintégration
register-institution_support = appui aux institutions
register-border_station = liste des postes frontières
register-border_station_support = appui aux postes frontières
register-infrastructure = infrastructures sociales
register-policy_instrument = liste des stratégies, politiques et plans
register-instrument_support = appui aux stratégies, politiques et plans
register-tool = liste des outils
register-tool_support = appui aux outils
register-cooperation_initiative = initiatives de coopération
register-awareness_activity = activités de sensibilisation

## Ce que le dossier écrit en anglais

written-iom = OIM
written-unodc = ONUDC
written-italian-department-of-public-security = Département italien de la sécurité publique
written-partner-a-demo = Partenaire A (démo)
written-partner-b-demo = Partenaire B (démo)
written-partner-c-demo = Partenaire C (démo)
written-partner-d-demo = Partenaire D (démo)
written-partner-e-demo = Partenaire E (démo)
written-partner-f-demo = Partenaire F (démo)
written-partner-g-demo = Partenaire G (démo)
written-delegation-agreement = convention de délégation
written-september-2019-elsewhere = « septembre 2019 » ailleurs
written-first-list-of-indicators = première liste d’indicateurs
written-revised-list-of-indicators = liste d’indicateurs révisée
written-total-42-000-000-not-dated-in-our-sources-the-contract-runs-from-2016 = total 42 000 000 € ; sans date dans nos sources, le contrat court depuis 2016
restated-trained-v5 = 43 personnes étaient sur les listes de deux partenaires ; rapprochées et confirmées entre le 17 et le 25 juillet 2018.
beside-services = services fournis
services-shelter = Hébergement
services-food_items = Vivres et articles
services-medical = Soins médicaux
services-psychosocial = Soutien psychosocial
services-legal = Aide juridique
services-family_tracing = Recherche de la famille
services-counselling = Conseil individuel
services-transport = Transport
beside-referrals = orientations
referrals-accepted = Acceptées
referrals-declined = Refusées
referrals-no_answer = Sans réponse
