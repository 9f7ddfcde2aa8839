# $n (String) - as it stands in the sentence
answer-title = Geef antwoord op { $n } aanbevelingen
answer-due = De gemeente is aan zet. Het antwoord moet er zijn op
answer-no-due = De gemeente is aan zet. Er is geen uiterste datum.
# $who (String) - as it stands in the sentence
answer-stale = { $who } wijzigde dit antwoord net ook
answer-stale-text = Uw tekst is bewaard en staat in de velden. Erboven staat wat er nu bewaard is. Neem over wat u wilt houden en bewaar opnieuw.
# $n (Number) - as it stands in the sentence
# $of (Number) - as it stands in the sentence
answer-progress = { $n } van de { $of } beantwoord
answer-done = beantwoord
answer-open = nog open
answer-why-asked = Waarom vraagt de raad dit?
# $n (Number) - as it stands in the sentence
answer-legend = Wat doet de gemeente met aanbeveling { $n }?
# $n (Number) - as it stands in the sentence
answer-reason = Waarom? (aanbeveling { $n })
answer-reason-hint = Twee of drie zinnen in gewone taal. Bij overnemen mag het leeg blijven.
# $n (Number) - as it stands in the sentence
answer-promise = Wat zegt u toe bij aanbeveling { $n }?
answer-what = Wat gaat er gebeuren?
answer-who = Wie zorgt ervoor?
answer-by = Voor welke datum?
answer-adopt = Overnemen
answer-partly = Deels overnemen
answer-later = Later
answer-later-hint = U zegt erbij wanneer u erop terugkomt.
answer-not-adopt = Niet overnemen
answer-not-competent = Niet bevoegd
answer-not-competent-hint = Een ander beslist hierover. U noemt wie.
# $n (Number) - as it stands in the sentence
answer-no-position = Kies bij aanbeveling { $n } wat de gemeente doet.
# $n (Number) - as it stands in the sentence
answer-no-reason = Schrijf een reden bij aanbeveling { $n }. De raad vraagt die bij elk antwoord dat afwijkt.
# $n (Number) - as it stands in the sentence
answer-no-owner = Vul in wie zorgt voor de toezegging bij aanbeveling { $n }.
# $n (Number) - as it stands in the sentence
answer-no-date = Schrijf bij aanbeveling { $n } een datum, zoals: 1 maart 2027.
answer-save = Bewaar het antwoord
answer-submit = Leg voor aan de wethouder
answer-nobody-sees = De raad ziet niets tot de wethouder het antwoord verstuurt.
answer-about = Over dit antwoord
answer-then = Wat gebeurt er daarna?
answer-then-1 = U legt het voor aan de wethouder.
answer-then-2 = De wethouder keurt het goed.
answer-then-3 = De raad krijgt het antwoord. Pas dan ziet de raad iets.
answer-submitted = Ligt bij de wethouder
answer-to-publish = Lees, keur goed en verstuur
answer-deviate = Wijkt u af?
answer-deviate-text = Bel eerst met de voorzitter van de raad.
publish-title = Het antwoord goedkeuren en versturen?
# $who (String) - as it stands in the sentence
publish-text = Het gaat naar { $who }. Daarna ligt het vast.
publish-approved = Goedgekeurd
publish-button = Keur goed en verstuur het antwoord
publish-approve-only = Keur goed, verstuur later
publish-back = Terug naar het antwoord
publish-not-yet = De wethouder verstuurt het antwoord als u het hebt voorgelegd.
publish-not-ready = Het antwoord is nog niet klaar
publish-not-ready-text = Het ligt niet bij u: er wordt nog aan geschreven. U krijgt bericht zodra het voor u klaarligt.
publish-to-answer = Bekijk hoe ver het antwoord is
return-title = Moet het antwoord anders? Stuur het terug
return-remark = Wat moet er anders?
return-remark-hint = Wie het antwoord schrijft, krijgt dit per e-mail. De raad ziet het niet.
return-button = Stuur het terug
return-no-remark = Schrijf op wat er anders moet.
# $who (String) - the alderman
# $day (String) - as it stands in the sentence
return-wants = { $who } vroeg op { $day } om een wijziging
answer-past = Deze dag is voorbij. Kies vandaag of later.
# $n (Number) - as it stands in the sentence
answer-no-later-day = Schrijf bij aanbeveling { $n } op welke dag u erop terugkomt.
# $n (Number) - as it stands in the sentence
answer-no-other = Schrijf bij aanbeveling { $n } wie er wel over beslist.
answer-promise-hint = Mag leeg blijven. Koos u Later? Vul dan de datum in. Koos u Niet bevoegd? Vul dan in wie erover beslist.
answer-take-back = Haal het terug en bewaar
answer-submit-again = Leg deze tekst opnieuw voor
answer-take-back-text = Dit antwoord ligt bij de wethouder. Bewaart u een wijziging? Dan haalt u het daar terug, tot u het opnieuw voorlegt.
rec-comes-back = De gemeente komt erop terug op
rec-other-decides = Wie beslist hierover
refusal-not-submitted = Dit antwoord ligt nu niet bij u. U krijgt bericht zodra het klaarligt.
