help-title = Uitleg
help-lead = Dit is Beraad: de plek waar adviesraden elkaar helpen, en waar raad en gemeente samen aan een advies werken.
help-guides = Uitleg voor uw rol
help-others = Uitleg voor anderen
help-read = Lezen
help-read-text = Onder Gesprekken staan de vragen en ervaringen van alle raden. U hoeft niets te doen om ze te lezen. Wat nieuw voor u is, heeft het woord nieuw.
help-ask = Vragen en antwoorden
help-ask-text = Met Stel een vraag vraagt u iets aan alle raden. Eén zin is genoeg. Speelt de vraag ook bij uw raad? Zeg dat met één tik. Dank iemand die u hielp.
help-cases = Dossiers
help-cases-text = Bij elk dossier ziet u in welke stap het is en wie aan zet is. De raad en de gemeente zien hetzelfde. Wat nog niet is gedeeld, ziet alleen de eigen kant.
help-marks = Rond en vierkant
help-marks-text = Een rondje is de raad. Een vierkant is de gemeente. De koepel is een halve boog. Geel betekent: nu, of van ons samen.
help-call = Lukt iets niet?
help-call-text = Bel ons. Wij schrijven het voor u op. Het nummer staat onderaan elke bladzijde.

privacy-title = Privacy
privacy-lead = Wij bewaren zo weinig mogelijk, en u kunt zien wat.
privacy-what = Wat wij bewaren
privacy-what-text = Uw naam, uw e-mailadres, uw rollen, en wat u zelf schrijft. Van wie iets verandert, bewaren wij wie het deed en wanneer.
privacy-who = Wie dat ziet
privacy-who-text = Gesprekken zijn voor de mensen in Beraad. Een dossier is voor de raad en de gemeente die eraan werken, en voor gasten die daar zijn uitgenodigd, zolang zij gast zijn. Een concept is alleen voor de kant die het schrijft.
privacy-cookies = Cookies
privacy-cookies-text = Er is één cookie om aangemeld te blijven, en één die onthoudt hoe u het liefst leest. Terwijl u zich aanmeldt, is er een die onthoudt waar u begon; die gaat daarna weg. Er is niets van anderen. Niemand volgt u.

access-title = Toegankelijkheid
access-lead = Iedereen moet Beraad kunnen gebruiken: met het toetsenbord, met een schermlezer, op een oude telefoon.
access-how = Wat wij doen
access-how-text =
    Wij bouwen volgens WCAG 2.2, niveau AA, en kijken dat bij elke verandering na. Letters kunt u groter zetten onder Letters en taal. Alles werkt ook zonder JavaScript en op papier.
access-tell = Werkt iets voor u niet?
access-tell-text = Bel ons. Wij helpen u meteen verder en lossen het daarna op.

demo-title = Wie wilt u zijn?
demo-lead = Dit is een verzonnen land met echte gemeentenamen. Kies een persoon en kijk rond. U kunt niets stukmaken.
demo-council = Een adviesraad
demo-municipality = De gemeente
demo-association = De koepel en anderen
# $name (String) - a name
demo-be = Kijk rond als { $name }
demo-beside = Klok en post
demo-clock = De klok
# $today (String) - date and time
demo-now = In Beraad is het nu { $today }.
demo-set = Zet de klok op een ander moment
demo-set-button = Zet de klok
demo-mail = Uitgaande post
demo-no-mail = Er is nog niets verstuurd.

home-title = Thuis
home-ask = Stel een vraag
home-of-the-week = Vraag van de week
home-new = Nieuw uit andere raden
home-all = Alle gesprekken
home-about = over
home-question = Vraag
home-experience = Ervaring
home-discussion = Gesprek
home-announcement = Mededeling
home-council = adviesraad
home-municipality = gemeente
home-association = koepel
home-answers-one = één antwoord
# $count (String) - how many, in words
home-answers = { $count } antwoorden
home-read-one = Lees het antwoord
# $count (String) - how many, in words
home-read = Lees de { $count } antwoorden
# $who (String) - name and council
home-best = Antwoord dat hielp, van { $who }
home-also = Het speelt bij
home-council-one = één raad
# $count (String) - how many, in words
home-councils = { $count } raden
# $count (String) - how many, in words
home-also-short = speelt bij { $count } raden
home-also-one = speelt bij één raad
home-nothing-new = Er is niets nieuws uit andere raden
home-nothing-new-text = Wilt u iets weten? Stel een vraag. Eén zin is genoeg.
home-maybe = Weet u dit misschien?
home-maybe-text = Deze vragen hebben nog geen antwoord. Eén zin helpt al.
home-one-sentence = Schrijf één zin
home-waits-today = van vandaag
home-waits-day = wacht één dag
# $days (Number) - how many days
home-waits-days = wacht { $days } dagen
home-to-do = Te doen
home-nothing-to-do = U hoeft nu niets te doen.
home-asks-none = U hoeft nu niets te doen.
home-asks-one = Er wordt één ding van u gevraagd.
# $count (String) - how many, in words
home-asks = Er worden { $count } dingen van u gevraagd.
# $day (String) - a day
home-by = uiterlijk { $day }
# $day (String) - a day
home-was = was { $day }
home-to-council = Naar Onze raad
home-to-cases = Naar Dossiers
home-no-seat = Hier is voor u nog niets te lezen
home-no-seat-text = Bent u gast? Dan kreeg u een bericht met de link naar wat u mag lezen. Weet u het niet? Vraag het aan de secretaris, of bel ons.
