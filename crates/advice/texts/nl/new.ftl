new-request-kicker = De raad krijgt dit pas als u het verstuurt
new-request-title = Vraag de raad om advies
new-unsolicited-title = Begin een ongevraagd advies
new-think-along-title = Begin met meedenken
new-request-lead = Acht korte stappen. Begin bij wat inwoners merken.
new-unsolicited-lead = Uw raad ziet iets en wil er advies over geven.
new-think-along-lead = Samen praten over een idee. Er is geen termijn en het is geen advies.
new-or = Of kies:
new-place = Welke raad en welke gemeente?
new-title = Waar gaat het over?
new-title-hint = In één regel, zoals het in een lijst staat.
new-lead = De kern in één of twee zinnen
new-lead-hint = Voor wie het onderwerp nog niet kent.
new-practice = Wat merken inwoners nu?
new-practice-hint = Wat gebeurt er, en wie zag dat? Noem geen namen.
new-for-whom = Voor wie is dit belangrijk?
new-for-whom-hint = Wie merkt het meest? Hoeveel mensen zijn dat?
new-cause = Wat is de aanleiding?
new-cause-hint = Waarom speelt dit nu?
new-question = Wat is de vraag aan de raad?
new-question-hint = Eén vraag waar u echt iets mee doet.
new-alternatives = Wat is al bekeken?
new-alternatives-hint = Welke andere oplossingen zijn er? Mag leeg blijven.
new-change = Wat kan nog veranderen?
new-change-hint = Zo weet de raad waar advies zin heeft.
new-can-change = Dit kan nog veranderen
new-cannot-change = Dit staat al vast
new-cannot-change-hint = Is er niets? Schrijf dan: niets.
new-level = Op welk niveau wordt beslist?
new-level-local = De gemeente beslist zelf.
new-level-regional = Meer gemeenten samen. De invloed van de raad is kleiner.
new-level-provincial = De provincie beslist mee. De invloed van de raad is kleiner.
new-level-national = Het Rijk beslist. De raad kan een signaal geven.
new-decides = Wie neemt het besluit?
new-officer = Wie behandelt dit bij de gemeente?
new-received = Wanneer kreeg de raad de aanvraag?
new-received-hint = Bijvoorbeeld: 7 september. Leeg betekent vandaag.
new-weeks = Hoeveel weken krijgt de raad?
new-weeks-hint = Alleen nodig als u dat per aanvraag afspreekt. Anders geldt de regel van de raad.
new-meeting = Wanneer wordt er besloten?
new-meeting-hint = De vergadering van de gemeenteraad of het college, bijvoorbeeld: 28 januari 2027. Mag leeg blijven.
new-count-back = Reken terug vanaf deze datum
new-who-sees = Wie mag dit al zien?
new-shared = Raad en gemeente
new-shared-hint = De gemeente weet dat u hieraan werkt. Het concept ziet zij niet.
new-own = Alleen de raad
new-own-hint = De gemeente hoort het als u het advies verstuurt.
new-send = Verstuur de aanvraag
new-begin = Begin het dossier
new-consequence = De leden van de raad krijgen bericht. Daarna begint de termijn.
new-expect = Wat mag u verwachten?
new-expect-request = De raad zegt binnen een week of alles er is. Daarna schrijft hij het advies.
new-expect-unsolicited = U kiest zelf wanneer u begint met schrijven. De gemeente antwoordt op elke aanbeveling.
new-expect-think-along = Beide kanten schrijven op wat zij bespreken. Het blijft meedenken.
new-no-names = Geen verhaal over één persoon
new-no-names-text = Schrijf niet over de zaak van één mens. Wijs die de weg naar het loket van de gemeente.
new-no-title = Schrijf waar het over gaat.
new-long-title = Maak het korter: hoogstens 160 tekens.
new-no-lead = Schrijf de kern in één zin.
new-no-practice = Vertel wat inwoners merken.
new-no-for-whom = Schrijf voor wie dit belangrijk is.
new-no-cause = Schrijf waarom dit nu speelt.
new-no-question = Schrijf de vraag aan de raad.
new-no-can-change = Vul in wat nog kan veranderen.
new-no-cannot-change = Vul in wat vaststaat. Is er niets? Schrijf dan: niets.
new-no-level = Kies op welk niveau wordt beslist.
new-no-decides = Kies wie het besluit neemt.
new-long-text = Maak deze tekst korter. Voeg de rest toe als stuk.
new-bad-date = Schrijf de datum zo: 28 januari 2027.
new-received-later = Deze dag moet nog komen. Kies vandaag of eerder.
new-meeting-earlier = Kies een dag ná de dag waarop de raad de aanvraag kreeg.
new-bad-weeks = Schrijf een aantal weken van 1 tot en met 52.
# $n (Number) - as it stands in the sentence
new-weeks-short = { $n ->
    [one] Korter dan de regel van de raad kan niet.
   *[other] Korter dan de regel van de raad kan niet. De regel is { $n }.
 }
new-meeting-needed = De raad rekent terug vanaf de vergadering. Vul in wanneer er wordt besloten.
new-too-late = Het advies komt te laat voor deze vergadering. Kies een latere datum, of ga toch door.
new-no-date = Er is nog geen uiterste datum. Raad en gemeente spreken die samen af.
plan-title = Teruggerekend vanaf de vergadering
plan-meeting = Er wordt besloten
plan-papers = De stukken zijn klaar
plan-papers-source = Twee weken ervoor. Dat is gebruikelijk.
plan-advice = Het advies is er
plan-advice-source = Vier weken voor uw antwoord. Dat is gebruikelijk.
plan-due = Het advies moet er zijn
plan-due-source = Volgens de regel van de raad.
plan-too-late = Deze vergadering past niet bij de termijn
# $due (String) - as it stands in the sentence
# $papers (String) - as it stands in the sentence
plan-too-late-text = Het advies moet er zijn op { $due }. De stukken moeten klaar zijn op { $papers }. Kies een latere vergadering, of spreek met de raad een kortere termijn af.
plan-tight = Het past, maar het is krap
# $n (Number) - as it stands in the sentence
plan-tight-text = { $n ->
    [one] U houdt één dag over voor uw antwoord.
   *[other] U houdt { $n } dagen over voor uw antwoord.
 }
plan-choose = Wilt u toch door?
plan-anyway = Ik ga toch door
plan-anyway-hint = De raad ziet dat de tijd te kort is.
files-label = Welke stukken horen erbij?
files-hint = Alles wat de raad nodig heeft: PDF, ODT, DOCX, ODS, XLSX, PNG of JPG. Hoogstens 20 MB per stuk. Mag leeg blijven.
files-too-many = Voeg hoogstens tien stukken tegelijk toe.
# $name (String) - as it stands in the sentence
files-empty = “{ $name }” is leeg. Kies het stuk opnieuw.
# $name (String) - as it stands in the sentence
files-too-large = “{ $name }” is groter dan 20 MB. Maak het kleiner.
# $name (String) - as it stands in the sentence
files-kind = “{ $name }” kunnen wij niet aannemen. Bewaar het als PDF, ODT of DOCX.
# $name (String) - as it stands in the sentence
files-not-what-it-says = De inhoud van “{ $name }” past niet bij de naam. Bewaar het opnieuw.
papers-title = Voeg een stuk toe
papers-who = Wie mag dit lezen?
papers-both = Raad en gemeente
papers-both-hint = Het staat in het gedeelde dossier.
papers-own-hint = De andere kant ziet niet dat het er is.
papers-add = Voeg toe
papers-none = Kies een stuk.
note-title = Schrijf een gesprek op
note-lead = Twee regels zijn genoeg. Beide kanten lezen dit.
note-label = Wat is er besproken?
note-hint = Met wie, en wat sprak u af?
note-add = Schrijf het op
note-empty = Schrijf iets op.
receive-title = Bevestig de ontvangst
receive-title-own = Pak dit onderwerp op
receive-text = Is alles er? Dan laat u de gemeente weten dat de raad begint.
receive-text-own = De raad begint met het advies. Spreek af wie het schrijft.
receive-due = Het advies moet er zijn op
receive-who = Wie bereidt het advies voor?
receive-who-hint = Kies een of meer leden.
leave-how = Wat zegt de raad?
leave-no-objection-hint = De raad kent het plan en laat het hierbij.
leave-refused-hint = De raad kan of wil hierover geen advies geven.
leave-no-how = Kies wat de raad zegt.
leave-reason = Waarom?
leave-reason-hint = Beide kanten lezen dit.
leave-no-reason = Schrijf een reden. Zo weet iedereen waarom.
leave-withdraw-title = De aanvraag intrekken?
leave-withdraw-text = De raad stopt met het advies. Wat er staat, blijft te lezen.
leave-withdraw-button = Trek de aanvraag in
leave-decline-title = Geen advies geven?
leave-decline-text = Het dossier stopt en de gemeente krijgt bericht.
leave-decline-button = Geef geen advies
leave-conclude-title = Het meedenken afronden?
leave-conclude-text = Het dossier sluit. Wat er staat, blijft te lezen.
leave-conclude-button = Rond het meedenken af
