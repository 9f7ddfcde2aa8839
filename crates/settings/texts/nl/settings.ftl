overview-title = Instellingen
overview-lead = Zo staat uw organisatie in Beraad. U ziet eerst wat er anders wordt. Daarna bewaart u het.
overview-lead-fellow = Zo staat deze organisatie in Beraad. Wie de organisatie regelt, kan dit wijzigen.
overview-change = Wijzig
overview-terms = Termijnen
overview-terms-text = Hoe lang de raad de tijd heeft voor een advies, en de gemeente voor een antwoord. Met de bron, en vanaf welke dag het geldt.
overview-terms-municipality = Hoe lang raden in uw gemeente de tijd hebben voor een advies, en de gemeente voor een antwoord. Bijvoorbeeld omdat het in een verordening staat.
overview-terms-association = De termijn voor raden en gemeenten die zelf nog niets hebben vastgelegd.
overview-terms-look = Bekijk de termijnen
part-name = Naam
part-name-lead = De hele naam staat boven de bladzijde van uw organisatie en op brieven. De korte naam staat achter uw rol.
part-addresses = Adressen
part-addresses-lead = Wie uw organisatie zoekt, vindt dit op haar bladzijde. Vul alleen in wat iedereen in Beraad mag zien.
part-colour = Kleur
part-colour-lead = Kies één kleur: die van uw organisatie. Wij maken er acht tinten van die iedereen kan lezen. Wie voor uw organisatie spreekt, ziet links en knoppen in die kleur.
part-logo = Logo
part-logo-lead = Uw logo staat op de bladzijde van uw organisatie.
part-mail = Brieven
part-mail-lead = Beraad stuurt brieven over dossiers en uitnodigingen van uw organisatie. U kiest de naam van de afzender en het adres voor antwoorden.
part-second-step = Tweede stap bij het aanmelden
part-second-step-lead = U kunt van iedereen in uw organisatie een tweede stap vragen: een app, of een toegangssleutel.
part-retention = Hoe lang gegevens blijven
part-retention-lead = Beraad bewaart elke verstuurde brief en legt vast wie zich aanmeldde en van waar, om het later na te kunnen gaan. U kiest hoe lang. Dit geldt voor heel Beraad.
part-own-letters = Hoe lang uw brieven blijven
part-own-letters-lead = Beraad bewaart elke brief die uit naam van uw organisatie is verstuurd. U kiest zelf hoe lang. Kiest u niets, dan is het zoals de koepel het voor iedereen koos.
set-name = Naam
set-name-hint = Zoals de naam voluit is, bijvoorbeeld Adviesraad Sociaal Domein Oosterwaard.
set-short-name = Korte naam
set-short-name-hint = Bijvoorbeeld de plaats.
set-postal = Postadres
set-visiting = Bezoekadres
set-email = E-mailadres
set-phone = Telefoon
set-website = Website
set-colour = Kleur van uw organisatie
set-colour-hint = Schrijf de kleur met een hekje en zes tekens, bijvoorbeeld #00a37a. Uw ontwerper kent die code. Leeg is de gewone kleur van Beraad.
set-logo = Logo
set-logo-hint = Een PNG of JPG van hoogstens 200 kB, en hoogstens 2 miljoen beeldpunten. Elke kant is 16 tot 2000 beeldpunten lang.
set-sender = Naam van de afzender
set-sender-hint = Mag leeg blijven. Dan staat er Beraad.
set-reply-to = Adres voor antwoorden
set-reply-to-hint = Mag leeg blijven. Wie op een brief antwoordt, schrijft dan naar het adres van Beraad.
set-second-step = Tweede stap
set-letter-days = Aantal dagen dat een verstuurde brief blijft
# $least (String) - the fewest days
# $most (String) - the most days
set-letter-days-hint = Van { $least } tot { $most } dagen. Leeg is: brieven blijven.
# $least (String) - the fewest days
# $most (String) - the most days
set-own-letter-days-hint = Van { $least } tot { $most } dagen. Leeg is: zoals de koepel het koos.
set-sign-in-days = Aantal dagen dat blijft staan hoe iemand zich aanmeldde
# $least (String) - the fewest days
# $most (String) - the most days
set-sign-in-days-hint = Van { $least } tot { $most } dagen. Daarna wissen wij het netwerkadres en de bijzonderheden. Dat er iemand zich aanmeldde of werd geweigerd, blijft staan. Leeg is: alles blijft.
may-be-empty = Mag leeg blijven.
not-filled-in = Niet ingevuld
# $days (String) - how many days
days-kept = { $days } dagen na het schrijven gaat een verstuurde brief weg
# $days (String) - how many days
sign-ins-kept = { $days } dagen na het aanmelden wissen wij de bijzonderheden
sign-ins-for-ever = De bijzonderheden van het aanmelden blijven
days-as-all = Zoals de koepel het koos
# $words (String) - what the association chose
days-of-all = De koepel koos: { $words }.
days-for-ever = Verstuurde brieven blijven
second-step-asked = Iedereen in deze organisatie neemt een tweede stap
second-step-not-asked = Ieder kiest zelf of er een tweede stap is
logo-none = Geen logo
logo-file = Kies een bestand
logo-away = Haal het logo weg
logo-choose = Kies een bestand met uw logo.
logo-svg = Dit is een SVG. Daar kunnen programma’s in zitten, dus nemen wij die niet aan. Bewaar uw logo als PNG en kies dat bestand.
logo-kind = Dit is geen PNG of JPG. Bewaar uw logo zo en kies dat bestand.
logo-large = Dit bestand is groter dan 200 kB. Maak het kleiner.
logo-pixels = Dit logo heeft te veel of te weinig beeldpunten. Elke kant is 16 tot 2000 beeldpunten, samen hoogstens 2 miljoen.
# $what (String) - the field
wrong-empty = Vul in: { $what }.
# $what (String) - the field
# $most (String) - how many signs
wrong-long = { $what } is te lang. Gebruik hoogstens { $most } tekens.
wrong-lines = Een adres heeft hoogstens zes regels.
wrong-address = Schrijf één e-mailadres, zoals raad@gemeente.nl.
wrong-number = Schrijf een telefoonnummer met cijfers, zoals 0592 12 34 56.
wrong-website = Schrijf een webadres, zoals https://www.raad.nl.
wrong-colour = Schrijf een kleur als #00a37a: een hekje en zes tekens, 0 tot 9 en a tot f.
wrong-sender = Schrijf alleen een naam, zonder adres en zonder leestekens zoals @ of komma.
wrong-choice = Maak een keuze.
# $least (String) - the fewest days
# $most (String) - the most days
wrong-days = Schrijf een aantal dagen van { $least } tot { $most }, of laat het leeg.
wrong-nothing = U hebt niets gewijzigd. Wijzig eerst iets.
faults-title = Dit klopt nog niet
look-first = Bekijk wat er anders wordt
back-without = Terug zonder te wijzigen
# $address (String) - the address
mail-from = Het adres waar brieven vandaan komen, blijft dat van Beraad: { $address }.
preview-title = Dit wordt anders
preview-back = Dit zet u terug
preview-lead = Er is nog niets bewaard. Kijk of het klopt.
preview-what = Wat
preview-now = Nu
preview-then = Wordt
preview-keep = Bewaar deze wijziging
preview-on = Wijzig het nog
second-step-consequence = Wie nog geen tweede stap heeft, stelt die in bij de eerstvolgende bladzijde. Dat geldt ook voor uzelf. Vertel het uw mensen eerst.
retention-consequence-sign-ins = Vannacht wissen wij de bijzonderheden van oudere aanmeldingen en weigeringen. Dat kan niet terug.
retention-consequence-both = Vannacht gaan verstuurde brieven weg die ouder zijn, en wissen wij de bijzonderheden van oudere aanmeldingen en weigeringen. Dat kan niet terug.
retention-consequence-own = Vannacht gaan brieven weg die uit naam van uw organisatie zijn verstuurd en die ouder zijn. Dat kan niet terug.
retention-consequence = Vannacht gaan verstuurde brieven weg die ouder zijn. Dat kan niet terug.
name-consequence = De nieuwe naam staat meteen overal, ook bij wat eerder is geschreven. Brieven die al zijn verstuurd, blijven zoals ze zijn.
retention-by-itself = Dit gaat altijd vanzelf weg: codes om aan te melden na een uur, een aanmelding zodra zij afloopt, en de tekst van een brief met een code zodra die is verstuurd.
ahead-title = Iemand was u voor
# $name (String) - who
# $when (String) - when
ahead-text = { $name } wijzigde dit { $when }. Nu staat er:
ahead-kept = Wat u typte, staat hieronder nog. Kijk wat u wilt houden en ga dan verder.
history-title = Wie wijzigde wat
history-lead = Elke wijziging van de instellingen, de nieuwste eerst. Wat er was, kunt u terugzetten.
history-none = Hier is nog niets gewijzigd.
# $name (String) - who
history-by = Gewijzigd door { $name }.
history-was = Was
history-became = Werd
history-back = Zet dit terug
told-kept = De wijziging is bewaard
told-kept-text = Zij geldt vanaf nu. U kunt haar terugzetten.
colour-steps = Uw kleur en de tinten die wij ervan maakten
colour-own = uw kleur
# $hue (String) - what the colour is called
colour-darker = Wij maakten uw { $hue } donkerder, zodat iedereen het kan lezen.
# $contrast (String) - a number
colour-contrast = Het contrast van knoppen en links met wit is { $contrast } op 1.
colour-where = Tint 600 is die van links en knoppen. De kleuren van raad, gemeente en koepel blijven zoals ze zijn.
hue-grey = grijs
hue-red = rood
hue-orange = oranje
hue-yellow = geel
hue-green = groen
hue-blue = blauw
hue-purple = paars
hue-pink = roze
