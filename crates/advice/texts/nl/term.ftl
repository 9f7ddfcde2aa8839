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
