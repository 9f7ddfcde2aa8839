own-title = Aanmelden via de eigen organisatie
own-overview = Mensen van een gemeente kunnen zich aanmelden zoals zij dat op hun werk gewend zijn.
own-overview-look = Bekijk de eigen aanmelding
own-lead = Zo melden mensen van deze gemeente zich aan zoals zij dat op hun werk gewend zijn (OpenID Connect).
own-none = Er is nog geen eigen aanmelding. Mensen van deze gemeente melden zich aan met een code per e-mail.
own-who-sets = Wilt u dit laten instellen of wijzigen? Vraag het aan het bureau van de koepel of de beheerder.
own-set = Stel de eigen aanmelding in
own-set-lead = De gemeente levert deze gegevens aan. Probeer eerst of de koppeling werkt. U ziet wat er anders wordt voordat u het bewaart.
own-issuer = Adres van de aanmelding
own-issuer-hint = Precies zoals de aanbieder zichzelf noemt (issuer), bijvoorbeeld https://id.gemeente.nl.
own-client = Naam van Beraad bij de aanbieder
own-client-hint = De aanbieder noemt dit de client id.
own-secret = Geheim
own-secret-hint = De beheerder zet elk geheim in een bestand op de server. Hier kiest u alleen de naam. Het geheim zelf is nergens te zien.
own-no-secret = Geen geheim
own-secret-file = Een bestand dat op de server is gekozen
own-roles = Rollen
# $roles (String) - the roles that can be given
own-roles-hint = Eén per regel: de rol of groep daar, een is-teken, en de rol hier. Hier kan: { $roles }. Bijvoorbeeld: wmo-beleid = beleidsmedewerker. Leeg: rollen regelt u in Beraad.
own-no-roles = Geen: rollen worden in Beraad geregeld
own-claim = Veld waarin de rollen staan
own-claim-hint = De aanbieder noemt dit een claim, vaak roles of groups.
own-strong = Wat telt als tweede stap
own-strong-hint = De woorden in amr of acr waaraan u ziet dat iemand daar twee stappen nam, met spaties ertussen. Bijvoorbeeld: mfa otp.
own-no-strong = Niets: wie een tweede stap moet nemen, doet dat in Beraad
own-since = Ingesteld
own-back-to = Terugadres
own-back-to-hint = Dit adres geeft u door aan de aanbieder (redirect URI). Zonder dat werkt de aanmelding niet.
own-try = Probeer de koppeling
own-tried = Wij probeerden de koppeling
own-tried-works = De koppeling werkt: de aanbieder antwoordt zoals het hoort. Of de naam en het geheim kloppen, ziet u bij de eerste aanmelding.
own-tried-no-secret = De aanbieder antwoordt, maar het geheim is op de server niet te lezen: vraag de beheerder.
# $address (String) - an address
own-away-open = Het adres { $address } begint niet met https, en dat is wel nodig.
own-away-unknown = Dit adres bestaat niet op internet: kijk of het goed is getypt.
own-away-closed = Dit adres ligt in een afgesloten netwerk, en daar gaat Beraad niet heen.
own-away-silent = Op dit adres antwoordt niemand, of niet binnen vijf seconden.
own-away-untrusted = Het certificaat van dit adres klopt niet, dus wij vertrouwen het niet.
# $status (String) - a number
own-away-status = Op dit adres staat geen aanmelding: het antwoord was { $status }.
own-away-elsewhere = Dit adres stuurt door naar een ander adres, en dat volgen wij niet: vul het andere adres in.
own-away-unreadable = Het antwoord is niet zoals OpenID Connect het vraagt: kijk of dit het goede adres is.
# $name (String) - an address
own-away-other-name = Deze aanmelding noemt zichzelf { $name }: vul precies dat in.
own-away-busy = Het is nu te druk om dit te proberen: wacht een minuut.
own-wrong-no-issuer = Vul het adres van de aanmelding in.
own-wrong-issuer = Schrijf een adres dat begint met https, zonder vraagteken of naam erin.
own-wrong-taken = Dit adres hoort al bij een eigen aanmelding. Een adres kan maar één keer.
own-wrong-client = Vul in hoe Beraad bij de aanbieder heet, zonder spaties.
own-wrong-secret = Kies een naam uit de lijst.
own-wrong-claim = Vul in hoe het veld heet, zonder spaties.
own-wrong-strong = Schrijf een paar woorden met spaties ertussen.
# $line (String) - what was typed
own-wrong-role = Deze regel begrijpen wij niet: „{ $line }”. Schrijf de rol daar, een is-teken, en een van de rollen hier.
# $line (String) - what was typed
own-wrong-role-twice = „{ $line }” staat er twee keer. Kies één rol.
# $most (String) - a number
own-wrong-roles-many = Dat zijn te veel regels. Gebruik er hoogstens { $most }.
own-ahead = Iemand wijzigde de eigen aanmelding terwijl u bezig was.
# $name (String) - the name of an organisation
own-consequence = Dit geldt meteen. Wie zich daar aanmeldt met een e-mailadres dat hier bij { $name } hoort, komt hier binnen onder die naam.
own-kept = De eigen aanmelding is ingesteld
own-kept-text = Zij geldt vanaf nu. De contactambtenaren krijgen er bericht van.
own-remove = Haal deze aanmelding weg
own-remove-title = Wilt u de eigen aanmelding weghalen?
# $name (String) - the name of an organisation
own-remove-lead = Mensen van { $name } melden zich daarna aan met een code per e-mail.
own-remove-text = Wie al is aangemeld, blijft dat. Rollen die van daar kwamen, blijven ook. Wat u weghaalt, moet u opnieuw invullen als u het terug wilt.
own-remove-yes = Ja, haal haar weg
own-removed = De eigen aanmelding is weggehaald
own-removed-text = De contactambtenaren krijgen er bericht van.
own-list-title = Aanmelden via organisaties
own-list-lead = Welke gemeenten hun eigen mensen aanmelden, en waar u dat instelt.
own-list-set = Wat er is ingesteld
own-list-none = Er is nog geen organisatie met een eigen aanmelding.
own-list-find = Zoek een gemeente
own-list-name = Naam van de gemeente
own-list-search = Zoek
own-list-nothing = Er is geen gemeente met die naam.
