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
figure-policies-method = À partir des registres des instruments et de l’appui qu’ils reçoivent. Deux lignes désignent le même instrument quand elles ont le même code, ou le même titre et le même pays ; deux tables rondes sur une même position sont deux lignes d’un seul instrument.

figure-cross-border-name = Nombre d’initiatives de coopération transfrontalière créées, lancées ou soutenues
figure-cross-border-short = Initiatives transfrontalières
figure-cross-border-definition = Les différentes initiatives de coopération entre deux pays ou plus que l’action a créées, lancées ou soutenues, depuis son début jusqu’au dernier jour de la version publiée : un dialogue, un accord, une patrouille conjointe, un réseau, un dispositif d’orientation.
figure-cross-border-counted =
    Une initiative partagée par deux pays ou plus
    Créée, lancée ou soutenue par l’action
    Avec pour source l’accord ou le procès-verbal
figure-cross-border-not-counted =
    Chaque réunion de la même initiative
    La coopération entre services d’un seul pays
    La même initiative rapportée par un autre partenaire
figure-cross-border-method = À partir du registre des initiatives de coopération. Deux lignes désignent la même initiative quand elles ont le même code. Elle figure sous chacun de ses pays et compte une seule fois dans le total.

figure-trained-name = Nombre de personnes formées à la gestion de la migration
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
figure-trained-method = À partir des registres des formations et des présences. Une ligne compte quand une deuxième personne l’a retrouvée dans la liste signée. Deux lignes ne désignent la même personne que si des personnes en ont décidé ainsi ; une paire non tranchée compte pour deux.

figure-security-staff-name = Nombre d’agents des institutions gouvernementales, des forces de sécurité intérieure et des acteurs non étatiques concernés formés à la sécurité, à la gestion des frontières, à la lutte contre l’extrémisme violent, à la prévention des conflits, à la protection des populations civiles et aux droits de l’homme
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
figure-security-staff-method = À partir des registres des formations et des présences, selon le thème principal de la formation : une présence alimente ce chiffre ou « personnes formées », jamais les deux. Deux lignes ne désignent la même personne que si des personnes en ont décidé ainsi.

figure-institutions-migration-name = Nombre d’institutions (nationales et locales) et d’acteurs non étatiques directement soutenus par le renforcement des capacités en matière de gestion de la migration
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
figure-institutions-migration-method = À partir des registres des institutions et de l’appui qu’elles reçoivent. Deux lignes désignent la même institution quand elles ont le même code ou un autre nom reconnu. Une institution peut aussi figurer dans le chiffre sur la sécurité ; les deux ne s’additionnent jamais.

figure-institutions-security-name = Nombre d’institutions et d’acteurs non étatiques bénéficiant d’un renforcement des capacités et d’un appui opérationnel en matière de sécurité, de gestion des frontières, de lutte contre l’extrémisme violent, de prévention des conflits, de protection des populations civiles et de droits de l’homme
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
figure-institutions-security-method = À partir des registres des institutions et de l’appui qu’elles reçoivent, selon le thème de l’appui. Deux lignes désignent la même institution quand elles ont le même code ou un autre nom reconnu. La liste révisée des indicateurs a abandonné ce chiffre.

figure-border-stations-name = Nombre de postes frontières soutenus pour renforcer le contrôle aux frontières
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
figure-border-stations-method = À partir des registres des postes et de l’appui. Deux lignes désignent le même poste quand elles ont le même code ou un autre nom reconnu ; une autre graphie à moins de 2 km dans le même pays est proposée, et des personnes décident.

figure-tools-name = Nombre d’outils de planification, de suivi, d’apprentissage, de collecte et d’analyse de données créés, mis en œuvre et/ou renforcés
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
figure-tools-method = À partir des registres des outils et de l’appui qu’ils reçoivent. Deux lignes désignent le même outil quand elles ont le même code, ou le même nom et le même propriétaire.

figure-infrastructure-name = Nombre d’infrastructures sociales construites ou réhabilitées
figure-infrastructure-short = Infrastructures sociales
figure-infrastructure-definition = Les différents bâtiments ou installations à usage social que l’action a construits, agrandis ou réhabilités et remis, depuis son début jusqu’au dernier jour de la version publiée.
figure-infrastructure-counted =
    Un refuge, un foyer sûr, un centre d’accueil, un centre de santé ou une école
    Construit, agrandi ou réhabilité, et remis
    Avec pour source un certificat de remise et des photos datées et situées
figure-infrastructure-not-counted =
    Le mobilier seul
    Les postes frontières : ils alimentent « postes frontières soutenus »
    Chaque phase de travaux d’une même installation
figure-infrastructure-method = À partir du registre des infrastructures. Deux lignes désignent la même installation quand elles ont le même code, ou le même nom et un emplacement à moins de 200 m.

figure-protected-name = Nombre de migrants en transit et de personnes déplacées de force protégés ou assistés
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
figure-protected-method = À partir des registres des services et des dénombrements de groupes, avec le code de dossier du partenaire et jamais un nom. Deux codes ne désignent la même personne que par une décision des deux partenaires. Les dénombrements sont sans identité : ils restent des lignes à part.

figure-returns-name = Nombre de retours volontaires ou de rapatriements humanitaires soutenus
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
figure-returns-method = À partir du registre des cas de retour : ses cas, additionnés. Deux lignes désignent le même cas quand elles ont le même numéro, ou la même personne et le même jour de départ.

figure-reintegrated-name = Nombre de migrants de retour bénéficiant d’une aide à la réintégration
figure-reintegrated-short = Personnes aidées à se réintégrer
figure-reintegrated-definition = Les différentes personnes de retour qui ont reçu au moins un service de réintégration dans le pays de retour, depuis le début de l’action jusqu’au dernier jour de la version publiée.
figure-reintegrated-counted =
    Une aide économique, sociale ou psychosociale après le retour
    Avec pour source un plan de réintégration, un reçu ou une visite de suivi
figure-reintegrated-not-counted =
    L’aide au voyage lui-même : elle alimente « retours volontaires »
    La même personne lors d’un deuxième service
    Les membres du ménage qui n’ont rien reçu eux-mêmes
figure-reintegrated-method = À partir du registre de l’aide à la réintégration, relié au retour quand il est connu. Deux lignes ne désignent la même personne que si des personnes en ont décidé ainsi. Ces personnes sont aussi parmi les retours, à une étape antérieure : les deux ne s’additionnent jamais.

figure-livelihoods-name = Nombre de personnes aidées à développer des activités économiques génératrices de revenus
figure-livelihoods-short = Personnes aidées à gagner un revenu
figure-livelihoods-definition = Les différentes personnes qui ont reçu un appui direct pour créer ou conserver un revenu, depuis le début de l’action jusqu’au dernier jour de la version publiée.
figure-livelihoods-counted =
    Un kit, une subvention, un accompagnement ou un groupe d’épargne
    Avec pour source une liste de bénéficiaires avec reçu, un accord ou une visite de suivi
figure-livelihoods-not-counted =
    Les autres membres du ménage
    Les personnes seulement formées à un métier
    Les emplois
figure-livelihoods-method = À partir du registre de l’appui aux moyens d’existence. Deux lignes ne désignent la même personne que si des personnes en ont décidé ainsi ; les personnes sont recomptées pour chaque total, jamais additionnées.

figure-campaign-reach-name = Nombre de migrants, ou de migrants potentiels, touchés par une campagne d’information sur la migration et les risques liés à la migration irrégulière
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
figure-campaign-reach-method = À partir du registre des activités de sensibilisation : la portée de chaque activité, additionnée. Des activités conjointes sont la même quand elles ont le même lieu, la même date et le même organisateur.

figure-awareness-events-name = Nombre d’activités et d’événements expressément consacrés à la sensibilisation du grand public à la migration
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
figure-awareness-events-method = À partir du registre des activités de sensibilisation : ses événements, additionnés. Des événements conjoints sont le même quand ils ont le même lieu, la même date et le même organisateur.

## Dimensions et leurs codes

dimension-country = pays
country-unknown = Non renseigné
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
method-unknown = Non renseigné

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
