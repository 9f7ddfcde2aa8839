rules-title = Termijnen
rules-settings = Instellingen
rules-lead = Hoe lang de raad heeft voor een advies, en de gemeente voor een antwoord. Beide kanten zien dit.
rules-lead-municipality = Wat in uw gemeente geldt voor alle raden die u adviseren. Legt een raad met u iets eigens vast, dan gaat de hoogste bron voor: eerst de wet, dan een verordening of convenant, dan de huisregels, dan een afspraak.
rules-lead-association = Wat geldt voor raden en gemeenten die zelf nog niets hebben vastgelegd. Iedereen in Beraad kan dit lezen.
rules-advice = Voor een advies
rules-answer = Voor een antwoord van de gemeente
rules-none = Hier is nog niets vastgelegd. Dan rekent Beraad met de gebruikelijke zes weken, en dat staat er ook bij.
rules-none-own = Uw raad heeft hier zelf niets vastgelegd.
rules-none-municipality = Uw gemeente heeft hier niets vastgelegd. Dan geldt wat de raad vastlegde, of wat de koepel aanraadt.
rules-none-association = Hier is nog niets vastgelegd. Dan rekent Beraad met de gebruikelijke zes weken.
rules-others = Vastgelegd door anderen
rules-others-text = Een verordening van de gemeente gaat voor op huisregels of een afspraak van uw raad. Wat de koepel vastlegde, geldt alleen als er niets anders is.
# $name (String) - the municipality or the association
rules-of = Vastgelegd door { $name }.
rules-passed-over = Een andere regel gaat nu voor.
rules-new = Leg een nieuwe termijn vast
rules-change = Wijzig vanaf een dag
rules-again = Gebruik deze opnieuw
rules-now = geldt nu
rules-whole = De hele regel
# $rule (String) - how long
# $municipality (String) - name
rules-for = { $rule }, voor { $municipality }
rules-never = vervangen voordat hij gold
# $from (String) - first day
# $to (String) - last day
rules-from-to = van { $from } tot en met { $to }
# $from (String) - first day
rules-from = vanaf { $from }
# $to (String) - last day
rules-to = tot en met { $to }
rules-always = altijd
# $name (String) - who
# $day (String) - when
rules-by = Vastgelegd door { $name } op { $day }.
rules-told = De termijn is vastgelegd
rules-told-text = Dossiers die al liepen, houden de termijn waarmee zij begonnen.
rule-title-advice = Termijn voor een advies
rule-title-answer = Termijn voor een antwoord
rule-lead = Schrijf op wat is afgesproken en waar dat staat. Laat Beraad drie voorbeelden uitrekenen voordat u het vastlegt.
rule-faults = Dit klopt nog niet
rule-municipality = Voor welke gemeente
rule-every-municipality = Alle gemeenten
rule-from = Vanaf welke dag
rule-from-hint = Bijvoorbeeld 1 januari 2027. De termijn die nu geldt, eindigt de dag ervoor.
rule-h-source = Waar staat het?
rule-source-kind = Soort bron
rule-source-title = Naam van de bron
rule-source-title-hint = Bijvoorbeeld Verordening adviesraad Oosterwaard.
rule-article = Artikel
rule-article-hint = Mag leeg blijven.
rule-how-long = Hoe lang
rule-kind = Hoe de termijn wordt bepaald
rule-number = Aantal
rule-number-hint = Alleen als de termijn een lengte heeft.
rule-unit = Eenheid
rule-h-count = Hoe wordt er geteld?
rule-start = Begint
rule-first-day = De eerste dag
rule-atw = Algemene termijnenwet
rule-end-day = Als de laatste dag geen werkdag is
rule-suspend = De termijn staat stil
rule-suspend-hint = Eén periode op een regel, zoals: 12 juli 2027 tot en met 22 augustus 2027: zomerreces. Mag leeg blijven.
rule-suspend-none = Nooit
rule-h-special = Verlengen en spoed
rule-extend = Wie mag verlengen
rule-extend-none = Niemand
rule-extend-weeks = Hoogstens hoeveel weken langer
rule-extend-times = Hoe vaak
rule-empty-any = Leeg is: zo lang als nodig.
rule-empty-once = Leeg is: één keer.
rule-urgent = Spoed
rule-urgent-none = Geen kortere termijn
rule-urgent-weeks = Weken bij spoed
rule-empty-no-urgent = Leeg is: er is geen kortere termijn.
rule-look = Bekijk wat er anders wordt
rule-reckon = Reken drie voorbeelden uit
rule-back = Terug zonder te wijzigen
rule-bad-day = Schrijf een dag, zoals 1 januari 2027.
rule-bad-choice = Maak een keuze.
rule-bad-length = Schrijf een aantal vanaf 1, en kies een eenheid.
rule-bad-period = Schrijf elke periode op een eigen regel, zoals: 12 juli 2027 tot en met 22 augustus 2027: zomerreces.
rule-bad-weeks = Schrijf een aantal weken van 1 tot 52, of laat het leeg.
rule-bad-times = Schrijf een aantal van 1 tot 10.
rule-no-source = Schrijf op waar het staat.
# $day (String) - the day of the later rule
rule-later = Er is al een termijn vastgelegd vanaf { $day }. Kies die dag of een latere.
rule-ahead-title = Iemand was u voor
rule-somebody = Iemand
# $name (String) - who
# $rule (String) - how long
# $source (String) - where it stands
rule-ahead = { $name } legde intussen een termijn vast: { $rule }. { $source }.
rule-ahead-kept = Wat u typte, staat hieronder nog. Kijk wat u wilt houden en ga dan verder.
# $title (String) - what it is about
# $day (String) - first day
rule-preview-title = { $title }, vanaf { $day }
rule-preview-lead = Er is nog niets bewaard. Kijk of het klopt.
rule-preview-table = Wat er anders wordt
rule-preview-what = Wat
rule-preview-now = Nu
rule-preview-then = Wordt
rule-preview-same = De regel zelf blijft gelijk. Alleen de dag waarop hij begint, is nieuw.
rule-nothing-yet = Niets vastgelegd
# $day (String) - last day
rule-closes = De termijn die nu geldt, eindigt op { $day }.
rule-keeps = Dossiers die dan al lopen, houden de termijn waarmee zij begonnen.
rule-keep = Leg deze termijn vast
rule-on = Wijzig het nog
# $n (String) - a count in words
# $unit (String) - weeks, months
rule-length = { $n } { $unit }
unit-hours = uur
unit-days = dagen
unit-working-days = werkdagen
unit-weeks = weken
unit-months = maanden
unit-years = jaar
kind-fixed = een vaste lengte
kind-set-by-requester = de gemeente noemt de termijn bij elke aanvraag
# $length (String) - the least
kind-set-at-least = de gemeente noemt de termijn bij elke aanvraag, minstens { $length }
kind-agreed = per aanvraag afgesproken
kind-by-topic = per onderwerp, zoals het was
# $topics (String) - a list of kind-topic, with commas between them
kind-topics = per onderwerp: { $topics }
# $topic (String) - as the ordinance names it
# $length (String) - how long
kind-topic = { $topic } { $length }
kind-topic-other = al het andere
kind-back-count = teruggeteld vanaf de vergadering
# $length (String) - how long before
kind-back = { $length } voor de vergadering
kind-essential = zo vroeg dat het advies van wezenlijke invloed kan zijn
kind-soon = zo snel mogelijk
kind-none = geen termijn
start-dated = op de dag die op de aanvraag staat
start-received = als de aanvraag is ontvangen
start-complete = als het dossier compleet is
start-data = als de gevraagde gegevens er zijn
start-laid-open = als het ontwerp ter inzage ligt
start-issued = als het advies is uitgebracht
start-advice-received = als het advies is ontvangen
start-event = bij een andere gebeurtenis die in de bron staat
first-day-excluded = De dag van de gebeurtenis telt niet mee
first-day-included = De dag van de gebeurtenis telt mee
atw-applies = Geldt
atw-analogy = Geldt niet vanzelf, maar wordt wel gevolgd
atw-none = Wordt niet gevolgd
end-day-as-is = Blijft die dag de laatste, of zegt de wet wat er gebeurt
end-day-next = Schuift de termijn naar de eerstvolgende werkdag
end-day-previous = Schuift de termijn naar de werkdag ervoor
extend-council = de raad
extend-requester = de gemeente
extend-any = zo lang als nodig
# $who (String) - who may
# $most (String) - the longest
# $times (String) - how often
extend-words = Door { $who }, hoogstens { $most }, aantal keren: { $times }
# $length (String) - how long
urgent-words = Dan { $length }
examples-title = Drie voorbeelden
example-word = Voorbeeld
# $day (String) - the day
example-begins = Begint op { $day }.
# $day (String) - the day
example-meeting = De vergadering is op { $day }.
# $day (String) - the day
example-ends = De laatste dag is { $day }.
example-open = Hiervoor moet meer bekend zijn, zoals het onderwerp.
# $n (String) - a count in words
example-weeks = Voor dit voorbeeld is { $n } weken gevraagd.
