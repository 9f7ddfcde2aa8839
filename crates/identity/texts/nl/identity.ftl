sign-in-title = Aanmelden
sign-in-welcome = Fijn dat u er bent
sign-in-lead = Vul uw e-mailadres in. U krijgt een bericht met een code van zes cijfers. Een wachtwoord hebt u niet nodig.
sign-in-address = Uw e-mailadres
sign-in-address-hint = Het adres waarop u de uitnodiging kreeg.
sign-in-send = Stuur mij een code
sign-in-figure = Een cirkel en een vierkant die elkaar deels overlappen. Het gedeelde deel is geel.
sign-in-caption = De raad en de gemeente, en wat zij delen.
sign-in-no-address = Vul uw e-mailadres in.
sign-in-bad-address = Dit is geen e-mailadres. Een adres ziet er zo uit: naam@voorbeeld.nl.
address-accent = In dit adres staat vóór de @ een letter met een accent. Dat kan niet in een e-mailadres.
address-several = Vul één e-mailadres in, met één @.
sign-in-over = Deze code werkt niet meer. Vraag een nieuwe code.
# $count (String) - how many digits were typed, in words
sign-in-six-digits = U vulde { $count } cijfers in. Het moeten er zes zijn.
# $left (String) - how many tries are left, in words
sign-in-wrong = Deze code klopt niet. Kijk in het laatste bericht. U kunt het nog { $left } keer proberen.

code-step = Stap 2 van 2
code-title = Vul de code in
code-lead-before = Hoort
code-lead-after = { " " }bij iemand in Beraad? Dan is er nu een bericht onderweg met een code van zes cijfers.
code-label = Code uit het bericht
# $until (String) - the time at which it stops working
code-hint = De code werkt tot { $until }. Een spatie ertussen mag.
code-remember = Onthoud mij 30 dagen op dit apparaat
code-remember-hint = Kies dit alleen als niemand anders dit apparaat gebruikt.
code-enter = Meld mij aan
code-none = Geen bericht gekregen?
code-spam = Kijk ook bij ongewenste post. De afzender is Beraad.
code-again = Stuur de code opnieuw, of gebruik een ander adres

account-title = Uw gegevens
# $address (String) - the e-mail address
account-lead = U krijgt uw berichten op { $address }.
account-seats = Uw rollen
# $name: the name of an organisation
account-through = U bent aangemeld via { $name }. Daarom ziet u nu alleen uw rol daar. Hebt u ook een rol in een raad of ergens anders? Meld u dan aan met een code uit uw e-mail.
account-no-seats = U hebt op dit moment geen rol in een raad of gemeente.
# $day (String) - day
account-begins = Begint op { $day }.
account-speaks = Vanuit deze rol spreekt u nu.
# $role (String) - the role
account-speak-as = Spreek als { $role }
account-seat-chosen = U spreekt nu vanuit een andere rol
account-sessions = Waar u bent aangemeld
account-sessions-hint = Herkent u een apparaat niet? Meld het hier af.
account-this = dit apparaat
# $when (String) - a day
account-last-seen = Laatst gebruikt: { $when }
account-end = Meld dit apparaat af
account-end-others = Meld alle andere apparaten af
account-ended = Het apparaat is afgemeld
account-sign-out = Meld mij af
# $browser (String) - a browser
# $system (String) - an operating system
account-device = { $browser } op { $system }
account-device-unknown = Een onbekend apparaat

looks-title = Letters en taal
looks-lead = Kies hoe u het prettigst leest. Wij onthouden het voor u.
looks-size = Hoe groot zijn de letters?
looks-size-normal = Gewoon
looks-size-large = Groot
looks-size-larger = Groter
looks-face = Welke letter leest u het makkelijkst?
looks-face-normal = Gewoon
looks-face-legible = Extra leesbaar
looks-lang = In welke taal zijn de knoppen en uitleg?
looks-keep = Bewaar mijn keuze
account-trail = Wat er van u is vastgelegd
account-trail-text = Bij elke verandering bewaren wij wie het deed en wanneer. U kunt dat nalezen.
account-to-trail = Lees wat er van u is vastgelegd
