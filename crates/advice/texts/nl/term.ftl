term-kicker-advice = Uiterste datum van het advies
term-kicker-answer = Uiterste datum van het antwoord
term-none = Er is geen uiterste datum
term-steps = De berekening, stap voor stap
term-source = Bron:
term-usual = Gebruikelijke termijn van zes weken. Deze raad legde nog geen regel vast.
# $day (String) - as it stands in the sentence
term-since = Geldt sinds { $day }.
term-what-is-atw = Wat is de Algemene termijnenwet?
term-atw = De wet die zegt wat er gebeurt als een termijn in het weekend of op een feestdag eindigt.
term-print = U kunt deze bladzijde afdrukken. De kalender staat er dan bij.
term-calendar = De termijn op een kalender
term-fits = Past dit bij de vergadering?
# $meeting (String) - as it stands in the sentence
# $papers (String) - as it stands in the sentence
# $n (Number) - as it stands in the sentence
term-fits-well = Ja. De vergadering is op { $meeting }. De stukken moeten klaar zijn op { $papers }. Er blijven { $n } dagen over voor het antwoord.
# $meeting (String) - as it stands in the sentence
# $papers (String) - as it stands in the sentence
# $n (Number) - as it stands in the sentence
term-fits-tight = Ja, maar het is krap. De vergadering is op { $meeting }. De stukken moeten klaar zijn op { $papers }. Er blijven { $n } dagen over voor het antwoord.
# $meeting (String) - as it stands in the sentence
# $papers (String) - as it stands in the sentence
term-fits-not = Nee. De vergadering is op { $meeting }. De stukken moeten klaar zijn op { $papers }. Dan is het advies er nog niet.
source-law = Wet
source-ordinance = Verordening
source-covenant = Convenant
source-house-rules = Huishoudelijk reglement
source-agreement = Afspraak
calendar-start = ontvangen
calendar-week = weer een week voorbij
calendar-off = weekend of feestdag: geen laatste dag
calendar-end = laatste dag
calendar-says-start = begin van de termijn
calendar-says-end = laatste dag
# $n (Number) - as it stands in the sentence
calendar-says-week = week { $n } voorbij
calendar-says-off = telt niet als laatste dag
term-paused = De termijn staat stil
# $since (String) - as it stands in the sentence
# $day (String) - as it stands in the sentence
term-paused-since = Sinds { $since }. Loopt hij morgen weer? Dan is de uiterste datum { $day }.
# $since (String) - as it stands in the sentence
term-paused-since-only = Sinds { $since }.
change-title = Wat er veranderde
# $day (String) - as it stands in the sentence
change-extended = Verlengd tot en met { $day }
# $from (String) - as it stands in the sentence
# $last (String) - as it stands in the sentence
change-paused-until = Stond stil van { $from } tot en met { $last }
# $from (String) - as it stands in the sentence
change-paused = Staat stil sinds { $from }
extend-title = Verleng de termijn
# $day (String) - as it stands in the sentence
extend-lead = De uiterste datum is nu { $day }. De andere kant krijgt bericht, met uw reden.
extend-ground = Waarom mag het?
extend-by-rule = De regel staat het toe
extend-by-rule-hint = Zo vaak en zo lang als in de regel van de raad staat.
extend-agreed = Raad en gemeente spraken het af
extend-agreed-hint = Korter maken kan niet met een afspraak, langer wel.
extend-amount = Hoeveel langer?
extend-unit = Weken, dagen of maanden
extend-reason = De reden
extend-reason-hint = De andere kant leest dit. Spraken raad en gemeente dit af? Schrijf dan op wanneer en met wie.
extend-count = Reken de datum uit
extend-button = Verleng de termijn
# $day (String) - as it stands in the sentence
extend-becomes = De uiterste datum wordt { $day }.
extend-no-ground = Kies waarom het mag.
# $most (Number) - as it stands in the sentence
extend-bad-amount = Schrijf een getal van 1 tot { $most }.
extend-no-reason = Schrijf op waarom de termijn langer wordt.
extend-not-later = Hiermee wordt de datum niet later. Kies meer weken of dagen.
back-to-term = Terug naar de termijn
pause-title = Zet de termijn stil
pause-lead = De dagen dat de termijn stilstaat, tellen niet mee. De andere kant krijgt bericht.
pause-ground = Waarom?
pause-incomplete = De aanvraag is niet compleet
pause-incomplete-hint = De gemeente is aan zet tot alles er is.
pause-agreed = Raad en gemeente spraken het af
pause-agreed-hint = Schrijf op wanneer en met wie.
pause-from = Vanaf welke dag?
pause-from-hint = De eerste dag die niet meetelt, bijvoorbeeld 8 december. Vandaag of eerder.
pause-reason = Wat is er nodig, of wat is afgesproken?
pause-reason-hint = De andere kant leest dit.
pause-button = Zet de termijn stil
pause-no-ground = Kies waarom de termijn stilstaat.
pause-no-reason = Schrijf op wat er nodig is of wat is afgesproken.
pause-before-start = Toen liep de termijn nog niet. Kies een latere dag.
pause-in-future = Die dag is er nog niet. Kies vandaag of een eerdere dag.
pause-overlaps = De termijn stond op die dag al stil. Kies een latere dag.
resume-title = Laat de termijn weer lopen
# $since (String) - as it stands in the sentence
resume-lead = De termijn staat stil sinds { $since }. De andere kant krijgt bericht.
resume-last = Tot en met welke dag stond hij stil?
resume-last-hint = De dag erna telt weer mee.
resume-button = Laat de termijn weer lopen
resume-before-pause = Toen stond de termijn nog niet stil. Kies een latere dag.
change-urgent = Er is spoed
no-term-title = Er loopt nog geen termijn
no-term-yet = De termijn begint als de gemeente de aanvraag indient.
no-term-unsolicited = Dit advies geeft de raad uit zichzelf, zonder uiterste datum. Na het versturen loopt de termijn voor het antwoord.
no-term-think-along = Meedenken heeft geen termijn.
