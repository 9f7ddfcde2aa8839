word-council = raad
word-municipality = gemeente
word-recommendation = Aanbeveling
word-answer = antwoord
word-answer-capital = Antwoord
word-step = Stap
busy = Bezig met versturen …
leave-it = Nu niet
may-be-empty = Mag leeg blijven.
back-to-case = Terug naar het dossier
no-back-to-case = Nee, terug naar het dossier
only-council = Alleen de raad ziet dit
only-municipality = Alleen de gemeente ziet dit
think-along-tag = Meedenken, geen advies
# $n (Number) - as it stands in the sentence
faults-title = { $n ->
    [one] Eén ding klopt nog niet
   *[other] { $n } dingen kloppen nog niet
 }
faults-cannot = Dit kan nu niet
kind-requested = Gevraagd advies
kind-unsolicited = Ongevraagd advies
kind-think-along = Meedenken
stage-signal = Signaal
stage-planned = Gepland
stage-request = Aanvraag
stage-preparing = Voorbereiden
stage-advice = Advies
stage-answer = Antwoord
stage-decision = Besluit
stage-following = Volgen
level-local = lokaal
level-regional = in de regio
level-provincial = in de provincie
level-national = landelijk
body-executive = het college
body-municipal-council = de gemeenteraad
body-partnership = het samenwerkingsverband
body-province = de provincie
body-state = het Rijk
position-adopted = Overgenomen
position-partly = Deels overgenomen
position-later = Later
position-not-adopted = Niet overgenomen
position-not-competent = Niet bevoegd
position-none = Nog geen antwoord
consent-agrees = stemt in
consent-agrees-with-remark = stemt in, met opmerking
consent-objects = bezwaar
consent-abstains = onthouden
consent-none = nog niet
execution-not-due = nog niet aan de beurt
execution-overdue = te laat
execution-done = gedaan
execution-alternative = op een andere manier gedaan
execution-lapsed = vervallen
outcome-follows = Het besluit volgt het advies
outcome-partly = Het besluit volgt het advies deels
outcome-deviates = Het besluit wijkt af van het advies
exit-withdrawn = Ingetrokken
exit-refused = Geen advies gegeven
exit-no-objection = Geen bezwaar
exit-lapsed = Vervallen
exit-never-answered = Nooit beantwoord
exit-concluded = Afgerond
part-drafter = Bereidt het advies voor
part-officer = Behandelt het bij de gemeente
part-alderman = Tekent het antwoord
part-clerk = Brengt het naar de gemeenteraad
part-contact-officer = Houdt iedereen op de hoogte
part-decides = Beslist
side-council = raad
side-municipality = gemeente
# $n (Number) - as it stands in the sentence
late-days = { $n ->
    [one] 1 dag te laat
   *[other] { $n } dagen te laat
 }
front-consent = Zeg of u instemt met het advies
front-approve = Keur het antwoord goed en verstuur het
