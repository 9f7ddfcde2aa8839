register-title = Organisaties
register-lead = Alle raden, gemeenten, samenwerkingsverbanden en partners in Beraad.
register-found-new = Nieuwe organisatie
register-search-label = Zoek organisaties
register-search = Welke organisatie zoekt u?
register-kind = Soort
register-every-kind = Alle soorten
register-partnerships = Samenwerkingsverbanden
register-found-one = Eén organisatie past hierbij.
# $count (String) - count
register-found = { $count } organisaties passen hierbij.
register-nothing = Niets gevonden
register-nothing-text = Probeer een stuk van de naam. Dat is genoeg.
register-all = Toon alle organisaties
register-to-page = Naar de bladzijde van deze organisatie
register-facts = Gegevens
register-no-municipality = Hier hoort nog geen gemeente bij.
register-last-day = Laatste dag
register-keep-day = Bewaar de laatste dag
register-add-municipality = Nog een gemeente
register-add-hint = De naam of de CBS-code.
register-from-hint = Laat dit leeg voor vandaag.
register-add = Voeg deze gemeente toe
register-formers = Wat hierin opgaat
# $day (String) - day
register-came = op { $day }
# $day (String) - day
register-will-come = vanaf { $day }
# $day (String) - day
register-until = tot en met { $day }
# $words (String) - words
register-unknown = “{ $words }” kennen wij niet als gemeente. Schrijf de naam of de CBS-code.
# $words (String) - words
register-several = Er zijn meer gemeenten die { $words } heten. Schrijf de CBS-code.
# $most (String) - most
register-too-many = Dit zijn te veel gemeenten. Schrijf er hoogstens { $most }.
# $name (String) - name
# $day (String) - day
# $into (String) - into
register-went-up = { $name } gaat op { $day } op in { $into }. Schrijf { $into }.
# $name (String) - name
# $day (String) - day
register-is-over = De laatste dag van { $name } is { $day }. Kies een andere gemeente.
# $name (String) - name
# $day (String) - day
register-not-yet = { $name } bestaat pas vanaf { $day }. Kies een latere dag.
register-tied-already = Deze gemeente hoort er al bij.
register-before-begin = Deze dag ligt voor het begin. Kies een latere dag.
register-follows = Deze laatste dag volgt uit een samenvoeging of een einde. Draai dat eerst terug.

# $day (String) - day
# $into (String) - into
fate-goes-up = Gaat op { $day } op in { $into }.
# $day (String) - day
# $into (String) - into
fate-went-up = Ging op { $day } op in { $into }.
# $day (String) - day
fate-ends = De laatste dag is { $day }.
# $day (String) - day
fate-ended = De laatste dag was { $day }.

found-title = Nieuwe organisatie
found-lead = Wat wilt u toevoegen?
found-council = Een adviesraad
found-council-hint = Bijvoorbeeld een adviesraad sociaal domein, een cliëntenraad of een jongerenraad.
found-municipality = Een gemeente
found-municipality-hint = Bijvoorbeeld een nieuwe gemeente, vóór een samenvoeging.
found-partnership = Een samenwerkingsverband
found-partnership-hint = Gemeenten die samen werken, bijvoorbeeld in een regio.
found-partner = Een partner
found-partner-hint = Een organisatie die met raden werkt, zoals een steunpunt.
found-title-council = Nieuwe adviesraad
found-title-municipality = Nieuwe gemeente
found-title-partnership = Nieuw samenwerkingsverband
found-title-partner = Nieuwe partner
found-name = Naam
found-name-hint-council = De hele naam, bijvoorbeeld Adviesraad Sociaal Domein Zutphen.
found-name-hint-municipality = Zonder het woord gemeente.
found-short = Korte naam
found-short-hint = Bijvoorbeeld de plaats. Laat dit leeg als de naam kort genoeg is.
found-code-hint = Bijvoorbeeld GM0335.
found-inhabitants-hint = Bijvoorbeeld 24.680.
found-no-province = Geen
found-region = Regio
found-region-hint = Raden in dezelfde regio kunnen onder elkaar praten.
found-municipalities = Gemeenten
found-municipalities-hint = Eén gemeente per regel: de naam of de CBS-code.
found-since = Bestaat sinds
found-since-hint = Bijvoorbeeld 1 januari 2022. Laat dit leeg als u het niet weet.
found-button = Voeg toe
found-no-name = Schrijf de naam op.
# $most (String) - most
found-long-name = Maak de naam korter: hoogstens { $most } letters.
# $name (String) - name
found-name-taken = Er is al een organisatie met deze naam: { $name }. Kies een andere naam.
# $code (String) - code
# $name (String) - name
found-code-taken = De code { $code } is van { $name }. Kijk de code na.
found-bad-code = Een CBS-code is GM met vier cijfers, bijvoorbeeld GM0335.
found-bad-inhabitants = Vul een getal in, bijvoorbeeld 24.680.
found-no-municipality = Schrijf een gemeente op.
found-two-municipalities = Schrijf minstens twee gemeenten op.
found-since-too-late = Deze dag ligt na een samenvoeging of na het einde. Kies een eerdere dag.

merge-title = Gemeenten samenvoegen
merge-lead = Eén of meer gemeenten gaan op in een andere. Raden en samenwerkingsverbanden gaan vanzelf mee.
merge-text = Gaat deze gemeente op in een andere? Alles van vroeger blijft te lezen.
merge-this = Laat deze gemeente opgaan in een andere
merge-formers = Welke gemeenten gaan op?
merge-into = In welke gemeente?
merge-into-hint = De naam of de CBS-code. Staat zij er nog niet? Voeg haar dan eerst toe.
merge-day = Vanaf welke dag?
merge-day-hint = De eerste dag van de nieuwe gemeente, bijvoorbeeld 1 januari 2027.
merge-with-people = De mensen krijgen dezelfde rol in de nieuwe gemeente
merge-with-people-hint = Zij houden ook hun rol in de oude gemeente, om af te maken wat daar loopt.
merge-nothing-yet = Er verandert nog niets. U ziet eerst wat er gebeurt.
merge-button = Voeg samen
merge-take-back = Dit gaat toch niet door
# $count (String) - count
# $roles (String) - roles
merge-people = Er gaan { $count } rollen mee: { $roles }.
# $role (String) - role
merge-person = Er gaat één rol mee: { $role }.
merge-nobody = Er gaan geen mensen mee.
merge-no-former = Schrijf op welke gemeente opgaat.
merge-no-successor = Schrijf op in welke gemeente.
# $words (String) - words
merge-unknown-successor = “{ $words }” kennen wij niet als gemeente. Voeg haar eerst toe, of schrijf de CBS-code.
# $name (String) - name
merge-into-itself = { $name } kan niet opgaan in zichzelf. Kies een andere gemeente.
# $into (String) - into
# $name (String) - name
merge-circle = { $into } gaat zelf op in { $name }. Zo gaat een gemeente op in zichzelf. Kies een andere gemeente.
# $name (String) - name
# $day (String) - day
# $into (String) - into
merge-goes-already = { $name } gaat al op { $day } op in { $into }.
# $name (String) - name
# $day (String) - day
# $other (String) - other
merge-receives = In { $name } gaat op { $day } nog { $other } op. Neem dat eerst terug, of kies een latere dag.
# $name (String) - name
# $day (String) - day
# $into (String) - into
merge-successor-goes = { $name } gaat zelf op { $day } op in { $into }. Kies { $into }.
# $name (String) - name
# $into (String) - into
merge-first-the-later = Neem eerst terug dat { $name } opgaat in { $into }.
# $into (String) - into
preview-merge-title = Wat er gebeurt met { $into }
# $day (String) - day
preview-merge-day = Dit gaat in op { $day }. Tot die dag kunt u het terugnemen.
# $day (String) - day
preview-merge-past = Dit gaat in op { $day }. Dat is geen dag in de toekomst.
preview-merge-for-good = U kunt dit daarna niet meer terugnemen. Kijk de dag en de namen nog eens na.
# $name (String) - name
# $into (String) - into
preview-merge-council = { $name } adviseert vanaf die dag { $into }.
# $name (String) - name
# $into (String) - into
preview-merge-place = In { $name } doet vanaf die dag { $into } mee.
preview-merge-cases = De bladzijde, de mensen en de dossiers van vroeger blijven te lezen.
preview-merge-change = Pas het aan

close-heading = Stoppen
close-text = Houdt deze organisatie op? Dan eindigen ook de rollen. U kunt het terugdraaien.
close-link = Laat deze organisatie stoppen
# $name (String) - name
close-title = Stopt { $name }?
close-lead = Alle rollen eindigen op dezelfde dag. De mensen krijgen bericht. Wat er staat, blijft te lezen.
close-day = Wat is de laatste dag?
close-day-hint = Kiest u vandaag? Dan is het morgen voorbij.
close-words = Waarom?
close-words-hint = Eén zin is genoeg. Alle raden en gemeenten kunnen dit lezen.
close-button = Laat deze organisatie stoppen
close-take-back = Draai dit terug
close-already = Deze organisatie stopt al.
close-before-begin = Deze dag ligt voor het begin. Kies een latere dag.
close-municipality = Bij deze gemeente horen nog raden of mensen. Voeg haar samen met een andere gemeente.
close-no-words = Schrijf in één zin waarom.

told-founded = De organisatie staat erin
told-founded-text = Nodig nu de eerste mensen uit, bij Alle mensen.
told-corrected = De gegevens zijn bewaard
told-tied = Dit is gewijzigd
told-merged = De samenvoeging staat erin
told-merged-text = De mensen en de raden krijgen bericht.
told-not-merged = De samenvoeging gaat niet door
told-not-merged-text = Alles is weer zoals het was. De mensen en de raden krijgen bericht.
told-closed = De laatste dag staat vast
told-closed-text = De mensen krijgen bericht. Was dat niet de bedoeling? U kunt het terugdraaien.
told-reopened = De organisatie gaat door

# $name (String) - name
# $day (String) - day
council-later = Vanaf { $day } ook { $name }.
# $name (String) - name
# $day (String) - day
council-until = { $name } tot en met { $day }.
# $name (String) - name
# $day (String) - day
council-former = Adviseerde tot en met { $day } { $name }.
# $day (String) - day
municipality-goes-up = Deze gemeente gaat op { $day } op in
# $name (String) - name
# $day (String) - day
municipality-will-come = { $name }, vanaf { $day }
municipality-since = Bestaat sinds
to-entry = Wijzig de inschrijving
who-organisations = Alle organisaties
