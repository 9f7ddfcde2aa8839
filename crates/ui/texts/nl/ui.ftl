skip = Naar de inhoud
busy = Bezig …
kept-title = Uw tekst van de vorige keer staat er nog
kept-restore = Zet mijn tekst terug
kept-drop = Gooi hem weg
menu = Menu
menu-main = Hoofdmenu
menu-home = Thuis
menu-community = Gesprekken
menu-our-council = Onze raad
menu-cases = Dossiers
menu-me = uw gegevens en afmelden
more-seats = u hebt meer rollen
crumbs = U bent hier
demo-name = Voorbeeldgegevens
demo-text = Alle mensen en teksten zijn verzonnen.
demo-link = Kies een andere persoon
stuck = Lukt iets niet?
call-before = Bel
call-after = , op werkdagen van 9 tot 12 uur. Wij schrijven het voor u op.
to-top = Naar boven
help = Uitleg
looks = Letters en taal
privacy = Privacy
accessibility = Toegankelijkheid
pager-previous = Vorige bladzijde
pager-next = Volgende bladzijde
go-home = Naar de beginbladzijde

problem-not-found = Deze bladzijde is er niet, of is niet voor u
problem-not-found-text = Misschien is het adres veranderd. Of het hoort bij een groep waar u niet in zit. Wij zeggen niet welke van de twee.
problem-forbidden = Dit kunt u niet zelf doen
problem-forbidden-text = U mag dit wel zien, maar iemand met een andere rol doet het. Vraag het aan de secretaris of de contactambtenaar.
problem-sign-in = Meld u eerst aan
problem-sign-in-text = Deze bladzijde is voor mensen die zijn aangemeld.
problem-foreign = Wij nemen dit formulier niet aan
problem-foreign-text = Het kwam van een andere site. Open de bladzijde in Beraad en vul het daar in.
problem-stale = Iemand was u net voor
problem-stale-text = Er is intussen iets veranderd. Ga terug, bekijk hoe het nu is en probeer het dan opnieuw.
problem-malformed = Wij konden dit formulier niet lezen
problem-malformed-text = Er kwam iets anders binnen dan de bladzijde vraagt. Ga terug, laad de bladzijde opnieuw en probeer het nog eens.
problem-too-large = Dit is te groot
problem-too-large-text = Een bestand mag hoogstens 20 MB zijn. Maak het kleiner, of stuur het in delen.
problem-slow = Het versturen duurde te lang
problem-slow-text = De verbinding was te traag. Ga terug en probeer het opnieuw. Uw tekst staat er dan nog.
problem-too-many = U probeerde het te vaak
# $minutes (Number) - how long to wait
problem-too-many-text = { $minutes ->
    [one] Wacht één minuut en probeer het dan opnieuw.
   *[other] Wacht { $minutes } minuten en probeer het dan opnieuw.
 }
problem-method = Zo kunt u deze bladzijde niet openen
problem-method-text = Ga naar de beginbladzijde en volg daar de link.
problem-busy = Het is nu heel druk
problem-busy-text = Probeer het over een minuut opnieuw. Wat u schreef, is niet weg: ga terug naar de vorige bladzijde.
problem-fault = Er ging iets mis bij ons
problem-fault-text = Het ligt niet aan u. Probeer het over een paar minuten opnieuw.
fault-number = Blijft het misgaan? Bel ons en noem

held-signed-out = U was lang weg. Uw tekst is bewaard.
held-signed-out-text = Meld u opnieuw aan. Daarna staat uw tekst weer klaar.
held-old-page = De bladzijde was verouderd. Uw tekst is bewaard.
held-old-page-text = Kijk uw tekst na en verstuur hem nog een keer.
held-files = Een bestand konden wij niet bewaren. Voeg het straks opnieuw toe.
held-send = Verstuur mijn tekst
held-leave = Niet versturen
held-address = Uw e-mailadres
held-sign-in = Meld mij aan en ga verder
