who-title = Wie weet hier iets van?
who-crumb = Mensen
# $people (String) - people
# $councils (String) - councils
# $municipalities (String) - municipalities
who-lead = { $people } mensen uit { $councils } raden en { $municipalities } gemeenten. Wat u zoekt, weet vast iemand.
who-search-label = Zoek mensen
who-search = Wie of wat zoekt u?
who-go = Zoek
who-found-one = Eén persoon past hierbij.
# $count (String) - count
who-found = { $count } mensen passen hierbij.
who-narrow = Maak de lijst korter
who-nobody = Niemand gevonden
who-nobody-text = Probeer één woord, of kies minder. Een stuk van een naam is genoeg.
who-all = Toon iedereen
who-asked-about = Graag gevraagd over:
# $role (String) - role
# $year (String) - year
who-since = { $role } sinds { $year }
who-kind = Wie
who-role = Rol
who-theme = Thema
who-province = Provincie
who-everybody = Iedereen
who-councils = Adviesraden
who-municipalities = Gemeenten
who-association = De koepel
who-partners = Partners
who-every-role = Alle rollen
who-every-theme = Alle thema’s
who-whole-country = Heel Nederland
who-apply = Pas toe
who-clear = Wis alle keuzes

# $role (String) - role
# $organisation (String) - organisation
person-was = Was { $role }, { $organisation }
person-asked-about = Waar u dit aan kunt vragen
person-asked-margin = graag gevraagd over
person-roles = Rollen, en tot wanneer
person-roles-margin = rollen
# $name (String) - name
person-both-sides = { $name } zit aan beide kanten van de tafel: in een raad en bij een gemeente.
person-no-role = Heeft op dit moment geen rol.
person-aside = Contact
person-address = E-mailadres
person-address-who = Alleen wie met elkaar aan tafel zit, ziet dit adres.
person-who-sees = Wie ziet dit?
person-who-sees-text = Alle raden en gemeenten in Beraad zien de rollen. Wat iemand over zichzelf vertelt, kiest die persoon zelf.

who-twice = Wie staat er twee keer in?
person-twice = Staat deze persoon er twee keer in?
person-twice-text = Dan voegt u de twee inschrijvingen samen tot één.
person-twice-go = Voeg twee inschrijvingen samen

oneself-change = Wijzig wat u vertelt
oneself-title = Wat u over uzelf vertelt
oneself-lead = Alle raden en gemeenten in Beraad kunnen dit lezen. U hoeft niets in te vullen.
oneself-about = Eén zin over uzelf
oneself-about-hint = Bijvoorbeeld wat u deed of meemaakte.
oneself-themes = Waarover mag men u iets vragen?
oneself-keep = Bewaar
oneself-kept = Dit is bewaard
oneself-too-long = Maak de tekst korter: hoogstens 300 letters.

faults-title = Dit klopt nog niet
back-without = Terug zonder te wijzigen
no-day = Vul een datum in, bijvoorbeeld 1 mei 2027.
# $day: what somebody typed
no-such-day = { $day } staat niet op de kalender. Kies een andere dag.
day-hint = Bijvoorbeeld 1 mei 2027.
# $year (String) - year
since = sinds { $year }
and = en
unknown = Nog niet ingevuld.
# $from (String) - from
# $until (String) - until
span-past = van { $from } tot en met { $until }
# $from (String) - from
span-later = vanaf { $from }
# $year (String) - year
# $until (String) - until
span-until = sinds { $year }, tot en met { $until }
# $year (String) - year
span-since = sinds { $year }
# $name (String) - name
deputy-is = Vervanger: { $name }

kind-council = adviesraad
kind-municipality = gemeente
kind-association = koepel
kind-partnership = samenwerkingsverband van gemeenten
kind-partner = partnerorganisatie
kind-elsewhere = organisatie
form-social-domain = adviesraad sociaal domein
form-wmo = Wmo-raad
form-clients = cliëntenraad
form-participation = participatieraad
form-youth = jongerenraad
form-seniors = seniorenraad
form-accessibility = raad voor toegankelijkheid
form-newcomers = raad van nieuwkomers
form-district = wijkraad
form-other = andere raad
law-wmo = Wmo 2015
law-jeugdwet = Jeugdwet
law-participatiewet = Participatiewet
law-wgs = Wet gemeentelijke schuldhulpverlening
law-inburgering = Wet inburgering 2021
law-wpg = Wet publieke gezondheid
law-omgevingswet = Omgevingswet
support-budget = Geld per jaar
support-secretary = Ambtelijk secretaris
support-room = Vergaderruimte
support-training = Scholing
support-website = Website
support-allowance = Vergoeding voor de leden
# $name (String) - name
support-paid = Betaald door { $name }
reason-term-over = De termijn is voorbij
reason-own-wish = Op eigen verzoek
reason-moved = Verhuisd
reason-illness = Vanwege gezondheid
reason-death = Overleden
reason-other-role = Andere rol
reason-job-changed = Ander werk
reason-elections = Nieuw college na verkiezingen
reason-mistake = Per ongeluk toegevoegd
reason-other = Iets anders
next-open = Geen laatste dag bekend
next-may-stay = Kan herbenoemd worden
next-must-leave = Heeft alle termijnen gehad

council-advises = Adviseert
council-nobody = nog geen gemeente
# $day (String) - day
council-since = opgericht op { $day }
council-who = Wie er in zitten
council-to-team = Alle mensen van de raad
council-work = Waar de raad over gaat
council-laws = Wetten
council-themes = Thema’s
council-term = Zittingstermijn
council-laid-down = Vastgelegd in
council-one-year = één jaar
# $count (String) - count
council-years = { $count } jaar
# $count (String) - count
council-months = { $count } maanden
# $length (String) - length
# $most (String) - most
council-terms-most = { $length }, hoogstens { $most } keer.
# $length (String) - length
council-terms = { $length }, zonder grens.
# $source (String) - source
council-source = { $source }
# $source (String) - source
# $day (String) - day
council-source-on = { $source }, { $day }
council-gets = Wat de raad krijgt
council-gets-unknown = Hierover staat nog niets in Beraad.
council-describe = Wijzig de gegevens
council-across = Bij de gemeente
council-no-contact = Er is geen contactambtenaar bekend.
council-full = Alle plaatsen zijn bezet.
council-free-one = Eén plaats is vrij.
# $count (String) - count
council-free = { $count } plaatsen zijn vrij.
# $roles (String) - roles
council-missing = Er is nu geen { $roles }.

municipality-aldermen = Wethouders
municipality-contacts = Contactambtenaren
municipality-officers = Beleidsmedewerkers
municipality-clerks = Griffie
municipality-before = Wie er eerder waren
municipality-nobody = Van deze gemeente is nog niemand in Beraad.
municipality-to-team = Alle mensen van de gemeente
municipality-facts = Over de gemeente
municipality-inhabitants = Inwoners
municipality-code = CBS-code
municipality-former = Eerder
# $name (String) - name
# $day (String) - day
municipality-former-until = { $name }, samengevoegd op { $day }
# $day (String) - day
municipality-went-up = Deze gemeente ging op { $day } op in
municipality-partnership = Werkt samen in
municipality-councils = Adviesraden
municipality-no-council = Van deze gemeente is geen adviesraad bekend.

elsewhere-who = Wie er werken
elsewhere-municipalities = Gemeenten die meedoen
elsewhere-to-team = Alle mensen

team-trail = Wat er is vastgelegd
team-title-council = De mensen van de raad
team-title-municipality = De mensen van de gemeente
team-title-other = De mensen
team-one = Eén persoon.
# $count (String) - count
team-count = { $count } mensen.
# $places (String) - places
team-free-one = Van de { $places } plaatsen is er één vrij.
# $count (String) - count
# $places (String) - places
team-free = { $count } van de { $places } plaatsen zijn vrij.
team-invite = Nodig mensen uit
team-now = Nu
team-later = Straks
team-before = Eerder
team-name = Naam
team-role = Rol
team-until = Tot en met
team-no-end = geen einddatum
team-do = Regelen
team-change = Regel
team-look = Bekijk
rota-title = Rooster van aftreden
rota-lead = Wie het eerst aan de beurt is, staat bovenaan.
rota-last-day = Laatste dag
rota-term = Termijn
rota-next = Daarna
rota-soon = binnenkort
invited-title = Uitgenodigd, nog geen antwoord
# $day (String) - day
invited-until = De uitnodiging werkt tot en met { $day }.
# $day (String) - day
invited-over = De uitnodiging werkte tot en met { $day }.
invited-over-tag = verlopen
invited-again = Stuur opnieuw
invited-withdraw = Trek in
told-invited-one = Eén uitnodiging is onderweg
# $count (String) - count
told-invited = { $count } uitnodigingen zijn onderweg
told-invited-text = Wie ja zegt, ziet u hieronder staan.
told-missed-one = Eén regel konden wij niet gebruiken. Nodig die persoon apart uit.
# $count (String) - count
told-missed = { $count } regels konden wij niet gebruiken. Nodig die mensen apart uit.
told-not-again = De uitnodiging is niet verstuurd
told-again = De uitnodiging is opnieuw verstuurd
told-again-text = De knop in het eerdere bericht werkt niet meer.
told-withdrawn = De uitnodiging is ingetrokken
told-withdrawn-text = De knop in het bericht werkt niet meer.
told-changed = Dit is gewijzigd
told-renewed = De nieuwe termijn staat erin
told-ended = De laatste dag van deze rol staat vast
told-ended-text = Was dat niet de bedoeling? U kunt het terugdraaien.
told-ended-link = Bekijk of draai het terug
told-back = De rol loopt weer door

seat-arrange = Taak en vervanger
seat-task = Waarvoor is deze persoon er?
seat-task-hint = Bijvoorbeeld een portefeuille of onderwerpen: Wmo, jeugd.
seat-task-too-long = Maak de taak korter: hoogstens 200 letters.
seat-deputy = Vervanger
seat-deputy-hint = Wie het overneemt bij ziekte of vakantie.
seat-no-deputy = Geen vervanger
seat-keep = Bewaar
seat-renew = Nog een termijn
seat-until = Nieuwe laatste dag
seat-until-hint = Voorgesteld volgens de termijn van de raad.
seat-renew-button = Benoem opnieuw
seat-change = Andere rol
seat-change-text = De oude rol eindigt de dag ervoor. Een lopende termijn loopt door.
seat-new-role = Nieuwe rol
seat-from = Vanaf
seat-change-button = Geef deze rol
seat-end = De rol beëindigen
seat-end-text = Maak eerst de lijst van wat overgaat. Daarna vragen wij naar de dag en de reden.
seat-end-button = Beëindig de rol
seat-hand-over = Wat gaat er over?
seat-ended = Waarom deze rol eindigt
seat-take-back = Draai dit terug
seat-no-role = Kies een rol.
seat-before-begin = Deze dag ligt voor het begin van de rol. Kies een latere dag.
seat-ended-already = Deze rol is al beëindigd. Draai dat eerst terug.
seat-last-runner = Daarna kan niemand hier de mensen regelen. Geef eerst iemand anders deze taak.
seat-is-keeper = Dit is een beheerder van Beraad. Een beheerder wijzigt dat bij Beheerders.
end-only-alderman = Er is dan geen wethouder meer
end-only-alderman-text = Zonder wethouder kan er geen antwoord naar de raad. Nodig eerst een opvolger uit, of doe dat meteen hierna.
seat-is-over = Deze rol is voorbij. Komt deze persoon terug, nodig dan opnieuw uit.
# $day (String) - day
seat-runs-until = Deze rol loopt tot en met { $day }. Kies een eerdere dag.
seat-has-role = Deze persoon heeft deze rol hier al.
seat-anyway = Geef deze rol toch
seat-no-term = Bij deze rol hoort geen termijn.
seat-terms-are-over = Alle termijnen zijn geweest. Klopt de regel niet meer? Wijzig dan eerst de gegevens van de raad.
seat-until-is-past = Kies een dag na de huidige laatste dag.
# $day (String) - day
seat-until-too-late = Kies een dag tot en met { $day }. Langer duurt een termijn niet.

# $name (String) - name
# $role (String) - role
end-title = Stopt { $name } als { $role }?
end-lead-own = Het is uw eigen rol. Daarna regelt u hier niets meer. Terugdraaien doet dan een ander die de mensen regelt. Wat u schreef, blijft staan.
end-lead = U kunt dit later terugdraaien. Wat iemand schreef, blijft staan.
end-from = Vanaf welke dag heeft deze persoon de rol niet meer?
end-from-hint = Kiest u vandaag? Dan werkt het meteen.
end-reason = Waarom?
end-reason-hint = Alleen wie de mensen regelt, ziet de reden.
end-choose = Kies een reden
end-words = Wilt u er iets bij zeggen?
end-words-hint = Alleen wie de mensen regelt, leest dit.
end-no-reason = Kies een reden.
end-words-too-long = Maak de tekst korter: hoogstens 500 letters.
end-button = Beëindig de rol

invite-title = Nodig mensen uit
invite-lead = Plak namen en e-mailadressen, bijvoorbeeld uit een rekenblad. Eén persoon per regel.
invite-rows = Namen en adressen
invite-rows-hint = Bijvoorbeeld: Hanneke Pol; h.pol@voorbeeld.nl; penningmeester. De volgorde maakt niet uit.
invite-role = Welke rol?
invite-role-hint = Voor regels waarin geen rol staat.
invite-from = Vanaf
invite-look = Bekijk wat er gebeurt
invite-nothing-yet = Er gaat nog niets weg. U ziet eerst per regel wat er gebeurt.
invite-no-rows = Plak minstens één naam met een e-mailadres.
invite-too-long = Dit is te lang. Plak hoogstens driehonderd regels.
# $day (String) - day
invite-is-over = Deze organisatie stopt. De laatste dag is { $day }.
preview-none = Er gaat niets weg
preview-one = Er gaat één uitnodiging weg
# $count (String) - count
preview-some = { $count } uitnodigingen gaan weg
preview-lead = Kijk of het klopt. Er is nog niets verstuurd.
preview-wrong-one = Eén regel kunnen wij niet gebruiken
# $count (String) - count
preview-wrong = { $count } regels kunnen wij niet gebruiken
preview-wrong-text = Pas de lijst aan, of verstuur de rest. Wat hieronder staat, doet dan niets.
# $most (String) - most
# $left (String) - left
preview-too-many = Wij nemen { $most } regels tegelijk. De laatste { $left } doen niets.
# $n (String) - n
preview-line = Regel { $n }:
preview-out = Dit gaat weg
preview-idle = Hier hoeft niets te gebeuren
# $address (String) - address
# $role (String) - role
# $day (String) - day
preview-will = { $address }, { $role } vanaf { $day }
preview-known = Heeft al een plek in Beraad en houdt die.
# $name (String) - name
preview-known-as = Wij kennen dit adres als { $name }. Die naam blijft staan.
preview-namesake = Iemand met dezelfde naam is hier al, met een ander adres. Is het dezelfde persoon?
# $n (String) - n
preview-namesake-in-line = Op regel { $n } staat dezelfde naam met een ander adres. Is het dezelfde persoon?
# $roles (String) - roles
preview-is-also = Is hier nu { $roles }.
# $name (String) - name
# $role (String) - role
preview-held = Er is hier al een { $role }: { $name }. Dan zijn het er twee.
# $line (String) - line
# $role (String) - role
preview-held-by-line = Op regel { $line } staat ook al een { $role }.
# $places (String) - places
preview-no-place = Er is geen plaats vrij. De raad heeft { $places } plaatsen.
# $place: the name of an organisation
preview-both-sides = Zit ook bij { $place }, aan de andere kant van de tafel, en ziet straks wat beide kanten voorbereiden. Spreek af in welke dossiers deze persoon niet meedoet.
preview-send-one = Verstuur de uitnodiging
# $count (String) - count
preview-send = Verstuur { $count } uitnodigingen
preview-change = Pas de lijst aan
wrong-no-address = Er staat geen e-mailadres in deze regel.
# $address (String) - address
wrong-bad-address = “{ $address }” is geen e-mailadres. Een adres ziet er zo uit: naam@voorbeeld.nl.
# $address (String) - address
wrong-accent = In “{ $address }” staat een letter met een accent. Dat kan niet in een e-mailadres.
wrong-two-addresses = Er staan twee e-mailadressen in deze regel. Zet elke persoon op een eigen regel.
wrong-no-name = Er staat geen naam in deze regel.
# $words (String) - words
wrong-no-role = “{ $words }” is geen rol die wij kennen.
# $role (String) - role
wrong-role-elsewhere = De rol { $role } kunt u hier niet geven.
# $words (String) - words
wrong-day = “{ $words }” is geen datum. Schrijf bijvoorbeeld 1 mei 2027.
wrong-not-invitable = Dit adres kan niet worden uitgenodigd. Vraag het bureau.
# $n (String) - n
idle-twice = Deze persoon staat ook op regel { $n }. Eén uitnodiging is genoeg.
# $n (String) - n
idle-shares = Op regel { $n } staat een andere naam met hetzelfde adres. Iedereen heeft een eigen e-mailadres nodig.
idle-is-that = Heeft deze rol hier al.
idle-invited = Is al uitgenodigd. Opnieuw sturen kan in de lijst van uw mensen.

# $organisation (String) - organisation
invitation-title = U bent uitgenodigd door { $organisation }
# $by (String) - by
# $role (String) - role
# $day (String) - day
invitation-lead = { $by } vraagt u als { $role } vanaf { $day }.
# $by (String) - by
# $day (String) - day
invitation-guest = { $by } vraagt u mee te denken in een dossier. U bent daar gast tot en met { $day }.
invitation-accept = Ja, ik doe mee
invitation-no = Wilt u niet? Dan hoeft u niets te doen.
# $organisation (String) - organisation
invitation-accepted = Welkom bij { $organisation }
# $address (String) - address
invitation-sign-in = Meld u nu aan. U krijgt een code op { $address }.
invitation-send-code = Stuur mij een code
# $address (String) - address
invitation-another = Deze uitnodiging is voor { $address }. U bent nu met een ander adres aangemeld. Meld u eerst af.
invitation-to-account = Naar afmelden
over-title = Deze uitnodiging werkt niet meer
over-text = Misschien is zij al gebruikt, ingetrokken of ouder dan veertien dagen.
over-way-on = Hebt u al ja gezegd? Meld u dan aan met uw e-mailadres. Anders kan wie u uitnodigde een nieuwe sturen.
over-sign-in = Naar aanmelden
mine-title = Uw uitnodigingen
mine-none = Er wacht geen uitnodiging op u.
mine-home = Naar de voorpagina

describe-title = De gegevens van de raad
describe-lead = Wat in de verordening of het convenant staat. Alle raden en gemeenten kunnen dit lezen.
describe-form = Wat voor raad is het?
describe-since = Opgericht op
describe-since-hint = Sinds wanneer? Laat de dag leeg voor vandaag.
describe-since-short = Sinds
describe-since-later = Kies vandaag of een eerdere dag.
describe-too-long = Maak dit korter: hoogstens 300 letters.
describe-no-words = Schrijf wat is afgesproken, of maak ook de betaler en de bron leeg.
describe-choose-payer = Kies opnieuw wie betaalt.
describe-ahead = Iemand anders was u voor
describe-ahead-text = Uw tekst staat hieronder. Bewaart u die, dan vervalt wat nu vastligt:
describe-places = Aantal plaatsen
describe-places-hint = Zonder aspirant-leden. Hiermee ziet iedereen welke plaatsen vrij zijn.
describe-months = Zittingstermijn in maanden
describe-months-hint = Vier jaar is 48 maanden.
describe-most = Hoeveel termijnen mag iemand?
describe-most-hint = Laat dit leeg als er geen grens is.
describe-source = Waar staat dit?
describe-source-hint = Bijvoorbeeld: Verordening adviesraad sociaal domein, artikel 4.
describe-source-on = Vastgesteld op
describe-support-text = Wat is afgesproken, wie betaalt, en waar staat dat? Laat leeg wat er niet is.
describe-words = Wat is afgesproken?
describe-payer = Wie betaalt?
describe-no-payer = Niet bekend
describe-where = Waar staat dat?
describe-keep = Bewaar de gegevens
describe-kept = De gegevens zijn bewaard
describe-bad-places = Vul een aantal in van 1 tot en met 100.
describe-bad-months = Vul een aantal maanden in van 1 tot en met 120.
describe-bad-most = Vul een aantal in van 1 tot en met 10.

interests-title = Nevenfuncties en belangen
interests-lead = Wat leden naast de raad doen en wat een advies kan raken. Alleen de raad leest dit.
interests-none = Niemand heeft iets gemeld.
# $day (String) - day
interests-since = Gemeld op { $day }
interests-over = Dit is voorbij
interests-words = Wat wilt u melden?
interests-words-hint = Bijvoorbeeld: bestuurslid van de voedselbank.
interests-tell = Meld dit
interests-told = Dit is gemeld
interests-over-told = Dit staat niet meer in de lijst
interests-empty = Schrijf in één zin wat u wilt melden.

## A question to one person

# $name: a whole name
question-title = Vraag iets aan { $name }
# $name: a first name; $address: of who asks
question-lead = Uw vraag gaat per e-mail naar { $name }. Het antwoord komt rechtstreeks bij u, op { $address }.
question-words = Uw vraag
question-words-hint = Schrijf ook kort wat er bij u speelt. Dan kan de ander u beter helpen.
question-send = Verstuur de vraag
question-empty = Schrijf eerst uw vraag op.
question-too-long = Maak uw vraag korter: hoogstens 4.000 letters.
question-all = Hebben meer mensen hier iets aan?
question-all-link = Stel uw vraag dan in de gesprekken.
# $name: a first name
question-before = Wat u { $name } eerder vroeg
# $day: a date
question-asked-on = Op { $day }
# $name: a first name
question-heading = Iets vragen aan { $name }
question-aside = Weet { $name } iets waar u mee zit? Vraag het gerust. U hoeft elkaar niet te kennen.
question-go = Stel een vraag
question-sent = Uw vraag is onderweg naar { $name }
question-sent-text = { $name } krijgt een e-mail en antwoordt u rechtstreeks.
