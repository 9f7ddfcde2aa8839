# $level (String) - as it stands in the sentence
# $who (String) - as it stands in the sentence
case-level = { $level }, { $who } beslist
case-level-label = Niveau:
case-shared = Gedeeld:
case-shared-text = raad en gemeente zien dit
case-less-influence = Uw invloed is hier kleiner. De gemeente beslist dit niet alleen.
case-jump = Op deze bladzijde
case-recommendations = Aanbevelingen
case-history = Wat er gebeurde
case-documents = Stukken
case-parts = Wie doet wat?
case-where = Waar zijn we?
case-shape = De vorm zegt wie de stap zet.
case-all-steps = Toon alle stappen
# $n (Number) - as it stands in the sentence
# $of (Number) - as it stands in the sentence
# $name (String) - as it stands in the sentence
case-step = Stap { $n } van { $of }: { $name }
case-think-along = Meedenken, zonder termijn
case-letter = Lees de hele brief
# $number (String) - as it stands in the sentence
case-letter-pdf = Advies { $number }, de brief
case-add-document = Stuk toevoegen
case-request = De aanvraag
case-no-documents = Er zijn nog geen stukken.
case-room-council = Uw raad werkt aan het advies. Alleen de raad ziet dat.
case-to-draft = Naar het concept
case-about = Over dit dossier
case-who-decides = Wie beslist?
case-what-can-change = Wat kan nog veranderen?
case-note = Schrijf een gesprek op
case-more = Meer
case-follow = Terugkijken en meetmomenten
case-withdraw = Trek de aanvraag in
case-decline = Geef geen advies
case-conclude = Rond het meedenken af
step-done = gedaan
step-now = nu
step-skipped = overgeslagen
step-to-come = nog niet
# $day (String) - as it stands in the sentence
step-until = { $day }
rec-why = Aan wie, waarom en met welk effect?
rec-to = Aan
rec-effect = Effect
rec-reason = Reden
rec-promise = Toezegging
# $who (String) - as it stands in the sentence
# $day (String) - as it stands in the sentence
rec-promise-by = { $who }, uiterlijk { $day }
# $day (String) - as it stands in the sentence
rec-promise-on = uiterlijk { $day }
rec-execution = Uitvoering
# $who (String) - as it stands in the sentence
line-by = Door { $who }.
# $who (String) - who
line-by-guest = Door { $who }, gast.
line-signal = Het onderwerp kwam op
line-opened-unsolicited = De raad begon uit zichzelf
line-opened-think-along = Raad en gemeente begonnen met meedenken
line-announced = De gemeente zette het op de planning
line-requested = De gemeente vroeg advies
line-received = De raad bevestigde de ontvangst
line-issued = De raad stuurde het advies
# $who (String) - as it stands in the sentence
line-issued-by = { $who } verstuurde het.
# $n (Number) - as it stands in the sentence
line-minorities = { $n ->
    [one] Eén lid had een andere mening.
   *[other] { $n } leden hadden een andere mening.
 }
line-published = De gemeente antwoordde op het advies
# $who (String) - as it stands in the sentence
line-published-by = { $who } tekende.
# $who (String) - as it stands in the sentence
line-decided = { $who } nam een besluit
# $who (String) - as it stands in the sentence
line-decision-planned = Straks: { $who } besluit
line-monitoring-planned = Straks: samen terugkijken
line-noted = Opgeschreven
margin-on-the-day = Op de uiterste datum.
# $n (Number) - as it stands in the sentence
margin-early = { $n ->
    [one] Eén dag vóór de uiterste datum.
   *[other] { $n } dagen vóór de uiterste datum.
 }
# $n (Number) - as it stands in the sentence
margin-late = { $n ->
    [one] Eén dag te laat.
   *[other] { $n } dagen te laat.
 }
request-title = De aanvraag
request-facts = Ingediend
# $day (String) - as it stands in the sentence
request-filed = Ontvangen op { $day }.
# $day (String) - as it stands in the sentence
# $who (String) - as it stands in the sentence
request-filed-by = Ontvangen op { $day }. { $who } diende de aanvraag in.
request-due = Het advies moet er zijn op
request-meeting = De vergadering waarin wordt besloten:
request-too-late = De tijd is te kort. Het advies komt na de dag waarop de stukken klaar moeten zijn. De gemeente ging toch door.
# $number (String) - as it stands in the sentence
letter-title = Advies { $number }
letter-pdf = Bewaar de brief als PDF
case-note-guest = Schrijf een notitie
# $day (String) - as it stands in the sentence
line-extended = Termijn verlengd tot en met { $day }
# $day (String) - as it stands in the sentence
line-paused = Termijn stilgezet vanaf { $day }
# $day (String) - as it stands in the sentence
line-resumed-until = Termijn loopt weer, tot en met { $day }
line-resumed = Termijn loopt weer
line-issued-anyway = Er waren te weinig antwoorden of te weinig leden voor. De raad schreef waarom het toch ging:
line-measured-council = De raad keek terug
line-measured-municipality = De gemeente keek terug
line-taken-up = De raad pakte het op
# $on (String) - the day it came
# $was (String) - the day that the municipality wrote
line-moved = De aanvraag kwam op { $on }, en niet op { $was }.
