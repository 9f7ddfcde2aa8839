trail-own-title = Wat er van u is vastgelegd
trail-own-lead = Bij elke verandering bewaren wij wie het deed en wanneer. Dit zijn de regels over u, de nieuwste eerst.
trail-to-account = Uw gegevens
trail-none = Hier is nog niets
trail-none-text = Er is niets dat bij uw keuze past. Kies minder, dan vindt u meer.
trail-see = Bekijk
trail-search-title = Wie deed wat
trail-search-lead = Elke verandering in Beraad, de nieuwste eerst. De teksten zelf staan hier niet.
# $n (Number) - how many lines
# $count (String) - the same, as it is written
trail-lines =
    { $n ->
        [0] Geen regels
        [one] Eén regel
       *[other] { $count } regels
    }
# $seq (Number) - the number of the line in the chain
trail-number = regel { $seq }
trail-narrow = Maak de lijst korter
trail-who = Naam of e-mailadres
trail-where = Wat
trail-everywhere = Alles
trail-from = Vanaf welke dag
trail-until = Tot en met welke dag
trail-bad-day = Schrijf een dag zoals 24 november 2026.
trail-only-refused = Alleen wat is geweigerd
trail-apply = Pas toe
trail-denied = geweigerd
# $who (String) - who did it
# $other (String) - for whom
trail-for = { $who }, namens { $other }
trail-the-house = Beraad zelf
trail-by-web = op de site
trail-by-mail = per e-mail
trail-by-command = op de server
trail-by-clock = vanzelf, op zijn tijd
trail-by-demo = uit de proefgegevens
trail-room-identity = Aanmelden en rollen
trail-room-community = Gesprekken
trail-room-advice = Dossiers
trail-room-access = Geweigerde handelingen
trail-code-asked = Vroeg een code om aan te melden.
trail-signed-in = Meldde zich aan.
trail-signed-out = Meldde zich af, of beëindigde een aanmelding.
trail-seat-chosen = Koos een andere rol.
trail-asked = Begon een gesprek.
trail-answered = Gaf antwoord in een gesprek.
trail-helped = Zei dat een antwoord hielp.
trail-thanked = Bedankte iemand.
trail-also-here = Zei: speelt bij ons ook.
trail-taken-back = Haalde een bericht terug.
trail-refused = Wilde iets doen dat niet mocht.
trail-case-opened = Begon een dossier.
trail-case-announced = Zette een onderwerp op de planning.
trail-case-requested = Vroeg de raad om advies.
trail-case-received = Nam de adviesaanvraag aan.
trail-case-document = Deed een stuk bij een dossier.
trail-case-drafted = Schreef aan een concept.
trail-case-round-opened = Vroeg de leden of zij instemmen.
trail-case-consented = Antwoordde in een ronde van instemming.
trail-case-round-closed = Sloot een ronde van instemming.
trail-case-minority = Gaf een andere mening mee.
trail-case-issued = Bracht een advies uit.
trail-case-answer-prepared = Schreef aan een antwoord.
trail-case-answer-submitted = Legde een antwoord voor aan de wethouder.
trail-case-answer-returned = Stuurde een antwoord terug.
trail-case-answer-approved = Keurde een antwoord goed.
trail-case-answer-published = Verstuurde een antwoord.
trail-case-decided = Legde een besluit vast.
trail-case-monitoring-planned = Plande een moment om terug te kijken.
trail-case-monitoring-asked = Vroeg hoe het nu gaat.
trail-case-measured = Schreef op wat er te zien is.
trail-case-noted = Schreef een notitie.
trail-case-term-extended = Een termijn verlengd.
trail-case-term-paused = Een termijn stilgezet.
trail-case-term-resumed = Een termijn weer laten lopen.
trail-case-term-nears = Waarschuwde dat een termijn afloopt.
trail-case-term-passed = Meldde dat een termijn voorbij is.
trail-case-left = Sloot een dossier af.
trail-case-handed-over = Droeg een dossier over.
trail-room-people = Mensen en organisaties
trail-people-invited = Nodigde iemand uit.
trail-people-invited-again = Stuurde een uitnodiging opnieuw.
trail-people-invitation-withdrawn = Trok een uitnodiging in.
trail-people-invitation-accepted = Nam een uitnodiging aan.
trail-people-role-changed = Gaf iemand een andere rol.
trail-people-renewed = Benoemde iemand opnieuw.
trail-people-ended = Beëindigde een rol.
trail-people-end-taken-back = Draaide het einde van een rol terug.
trail-people-arranged = Wijzigde een taak of een vervanger.
trail-people-described = Wijzigde de gegevens van een raad.
trail-people-told-of-oneself = Schreef iets over zichzelf.
trail-people-asked = Vroeg iemand iets per e-mail.
trail-people-interest-told = Meldde een nevenfunctie of belang.
trail-people-founded = Voegde een organisatie toe.
trail-people-corrected = Wijzigde de inschrijving van een organisatie.
trail-people-tied = Wijzigde bij welke gemeente een organisatie hoort.
trail-people-merged = Liet een gemeente opgaan in een andere.
trail-people-merger-taken-back = Nam een samenvoeging terug.
trail-people-closed = Liet een organisatie stoppen.
trail-people-reopened = Draaide het einde van een organisatie terug.
trail-people-keeper-appointed = Benoemde een beheerder.
trail-people-keeper-ended = Beëindigde een beheerder.
trail-people-theme-changed = Wijzigde de lijst van thema’s.
trail-people-joined = Voegde twee inschrijvingen van één persoon samen.
trail-people-join-undone = Haalde twee inschrijvingen weer uit elkaar.
trail-people-imported = Las mensen en organisaties in uit een bestand.
trail-sign-in-refused = Kwam niet binnen: de code klopte niet.
trail-signed-in-half = Meldde zich aan, tot aan de tweede stap.
trail-second-step-refused = Kwam niet door de tweede stap.
trail-proved = Liet opnieuw zien wie het is.
trail-address-changed = Nam een ander e-mailadres in gebruik.
trail-second-step-set = Stelde een tweede stap in.
trail-second-step-removed = Haalde een tweede stap weg.
trail-recovery-codes-made = Maakte nieuwe herstelcodes.
trail-known-elsewhere = Werd herkend door de eigen organisatie.
trail-roles-brought = Kreeg rollen van de eigen organisatie.
# $address (String) - an address on the network
trail-network = vanaf { $address }
trail-erased = Wiste wat in regels stond. Dat het gebeurde, blijft staan.
# $what (String) - what was changed
# $before (String) - what it was
# $after (String) - what it is now
trail-changed = { $what }: van { $before } naar { $after }.
trail-nothing = niets
trail-field-name-en = Naam in het Engels
trail-field-short = Na “over”
trail-field-short-en = Na “about”
trail-field-ended = Niet meer te kiezen vanaf
trail-field-name = Naam
trail-field-address = E-mailadres
trail-field-role = Rol
trail-field-until = Laatste dag
trail-field-from = Eerste dag
trail-field-code = CBS-code
trail-field-province = Provincie
trail-field-region = Regio
trail-field-inhabitants = Inwoners
trail-field-form = Vorm van de raad
trail-field-since = Sinds
trail-field-places = Aantal plaatsen
trail-field-months = Termijn in maanden
trail-field-most = Aantal termijnen
trail-field-source = Bron
trail-field-source-on = Datum van de bron
trail-room-settings = Instellingen
trail-settings-changed = Wijzigde de instellingen van een organisatie.
trail-own-sign-in-set = Stelde in hoe een gemeente haar eigen mensen aanmeldt.
trail-own-sign-in-removed = Haalde de eigen aanmelding van een gemeente weg.
trail-field-issuer = Adres van de aanmelding
trail-field-client = Naam van Beraad daar
trail-field-secret = Naam van het geheim
trail-field-role-claim = Veld met de rollen
trail-field-roles = Rollen
trail-field-strong = Wat telt als tweede stap
trail-rule-laid-down = Legde een termijn vast.
trail-all-days = Deze dag telt nu niet mee.
# $name: a council or municipality
trail-place-title = Wat er is vastgelegd bij { $name }
trail-place-lead = Wie wat veranderde, en wanneer: rollen, instellingen, dossiers en gesprekken. De teksten zelf staan hier niet. Wat de andere kant voorbereidt, ook niet.
trail-field-laws = Wetten
trail-field-themes = Thema’s
trail-field-deputy = Vervanger
trail-field-support = Wat de raad krijgt
trail-field-task = Taak of portefeuille
# $what: one of the fields above
trail-changed-what = { $what }: gewijzigd.
trail-case-embargo-set = Vroeg een embargo voor een dossier.
trail-case-embargo-lifted = Hief het embargo van een dossier op.
trail-case-embargo-over = Het embargo van een dossier ging voorbij.
trail-case-confided = Maakte een dossier vertrouwelijk, of wijzigde wie het ziet.
trail-case-opened-up = Maakte een dossier niet meer vertrouwelijk.
looks-title = Wat iemand niet mocht zien
looks-lead = Wie een bladzijde opende die niet voor hem is. Per persoon, wat en dag geteld; wat er precies werd gezocht, staat er niet bij. Wie iets wilde wijzigen wat niet mocht, staat in het spoor zelf.
looks-none = Niemand zocht iets wat niet mocht.
looks-hidden = verborgen
looks-refused = geweigerd
# $n (Number) - how many times
# $count (String) - the same, as it is written
looks-times =
    { $n ->
        [one] één keer
       *[other] { $count } keer
    }
# $first (String) - a time, as it is written
# $last (String) - a time, as it is written
looks-between = { $first } tot { $last }
