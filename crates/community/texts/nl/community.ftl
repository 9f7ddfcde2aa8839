kind-question = Vraag
kind-experience = Ervaring
kind-discussion = Gesprek
kind-announcement = Mededeling
and = en
by-mail = per e-mail

answers-one = één antwoord
# $count (String) - how many, in words
answers-many = { $count } antwoorden
also-one = speelt bij één raad
# $count (String) - how many, in words
also-many = speelt bij { $count } raden
thanks-one = Eén mens dankte.
# $count (String) - how many, in words, with a capital
thanks-many = { $count } mensen dankten.

list-title = Gesprekken
list-lead = Vragen en ervaringen van alle adviesraden.
list-ask = Stel een vraag
list-newest = Nieuwste eerst
list-unanswered = Nog zonder antwoord
list-narrow = Maak de lijst korter
list-new = nieuw
list-about = over
list-helped = één hielp
list-empty = Hier is nog niets
list-empty-text = Er zijn geen gesprekken die bij uw keuze passen. De eerste vraag is vaak de moeilijkste. Stel hem gerust.
list-all = Toon alle gesprekken
list-theme = Thema
list-every-theme = Alle thema’s
list-kind = Soort bericht
list-every-kind = Alle soorten
list-only-unanswered = Alleen vragen zonder antwoord
list-apply = Pas toe
list-clear = Wis alle keuzes

readers-councils = De adviesraden en de koepel lezen dit. Gemeenten lezen niet mee.
readers-everybody = Alle raden en gemeenten in Beraad lezen dit. Het is niet openbaar.
# $region (String) - the name of a region
readers-region = De raden in { $region } en de koepel lezen dit. Gemeenten lezen niet mee.
who-reads = Wie leest dit?
about-this = Over dit gesprek

# $name (String) - who asked
helped = Dit hielp, zegt { $name }
helpful-mark = Dit hielp
helpful-marked = Dit hielp, gezegd
# $name (String) - a first name
thank = Dank { $name }
# $name (String) - a first name
thanked = U dankte { $name }
also-ask = Speelt dit ook bij uw raad?
# $name (String) - the first name of who asked
also-why = Dan ziet { $name } dat de raad niet de enige is.
also-say = Ja, speelt bij ons ook
also-said = Speelt bij ons ook, gezegd
also-count = Het speelt bij
council-one = één raad
# $count (String) - how many, in words
council-many = { $count } raden
# $names (String) - five names
# $count (String) - how many more, in words
also-more = { $names } en { $count } andere
also-open-place = De open plek is voor uw raad.
follow = Volg dit gesprek
followed = U volgt dit gesprek
taken-back = Deze bijdrage is teruggehaald.

answer-label = Wat is uw ervaring?
answer-hint = Eén zin is genoeg.
answer-send = Plaats mijn antwoord
answer-busy = Bezig met plaatsen …
add-file = Bestand toevoegen
file-label = Bestand toevoegen
file-hint = Mag leeg blijven. Een brief, foto of tabel, tot 20 MB. Liefst als PDF.
# $name (String) - the name of the file
file-empty = “{ $name }” is leeg. Kies een ander bestand. De rest van uw tekst staat er nog.
# $name (String) - the name of the file
file-large = “{ $name }” is groter dan 20 MB. Maak het kleiner. De rest van uw tekst staat er nog.
# $name (String) - the name of the file
file-kind = “{ $name }” kunnen wij niet aannemen. Bewaar het als PDF en probeer het opnieuw. De rest van uw tekst staat er nog.
# $name (String) - the name of the file
file-not-what-it-says = In “{ $name }” zit iets anders dan de naam zegt. Bewaar het opnieuw als PDF. De rest van uw tekst staat er nog.

notice-asked = Uw bericht is geplaatst
notice-asked-text = Antwoorden krijgt u ook per e-mail.
notice-answered = Uw antwoord is geplaatst
notice-answered-text = Wie dit gesprek volgt, krijgt het vandaag per e-mail.
notice-taken-back = Uw bijdrage is teruggehaald
live-one = Eén nieuw antwoord, toon het
# $count (String) - how many, in words, with a capital
live-many = { $count } nieuwe antwoorden, toon ze

ask-title = Wat wilt u andere raden vragen?
ask-lead = Schrijf zoals u praat. Eén zin en een onderwerp zijn genoeg.
ask-in-one-sentence = Uw vraag in één zin
ask-example = Bijvoorbeeld: “Wie heeft ervaring met een jongerenpanel?”
ask-more = Vertel er iets meer over
ask-more-hint = Mag leeg blijven. Noem geen namen van inwoners.
ask-kind = Wat voor bericht is het?
ask-question-hint = U wilt iets weten van andere raden.
ask-experience-hint = U vertelt wat bij u werkte, of juist niet.
ask-discussion-hint = U wilt samen ergens over nadenken.
ask-theme = Waar gaat het over?
ask-choose = Kies een thema
ask-everybody = Raden en gemeenten
ask-everybody-hint = Ook ambtenaren kunnen antwoorden.
ask-councils = Alle raden in Nederland
ask-councils-hint = Gemeenten lezen niet mee.
ask-region = Alleen raden in mijn regio
ask-region-hint = De raden in uw provincie.
ask-send = Plaats mijn bericht
ask-leave = Terug zonder te plaatsen
# $who (String) - name and council
ask-signed = Uw naam en organisatie staan erbij: { $who }.

problems-title = Dit klopt nog niet
refused-no-title = Schrijf uw vraag in één zin.
refused-title-long = Deze zin is te lang. Houd hem op hoogstens 160 letters. De rest kan in de tekst eronder.
refused-no-body = Schrijf eerst uw antwoord. Eén zin is genoeg.
refused-body-long = Deze tekst is te lang. Voeg het lange stuk toe als bestand.
refused-no-theme = Kies waar het over gaat. Past niets? Kies “Iets anders”.
refused-no-seat = U hebt nu geen rol in een raad of gemeente. Vraag uw secretaris om hulp.
refused-no-region = Uw raad hoort niet bij een regio. Kies wie het verder mag lezen.
refused-answered = Er is al op geantwoord. Daarom kunt u dit niet meer terughalen.

take-back = Haal het terug
take-back-title = Uw bijdrage terughalen?
take-back-text = De tekst verdwijnt voor iedereen. Er blijft staan dat hier iets stond.
take-back-question-text = Uw bericht verdwijnt voor iedereen, met de titel.
take-back-leave = Nee, laat het staan
file-again = Kies het bestand opnieuw.
