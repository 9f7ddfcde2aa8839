guests-title = Gasten in dit dossier
guests-lead = Een gast leest mee met wat raad en gemeente delen, en kan een notitie schrijven. Het eindigt vanzelf.
guests-check = Kijk dit nog na
guests-none = Er zijn geen gasten.
# $day (String) - day
guests-was = Was gast tot en met { $day }.
# $day (String) - day
guests-until = Gast tot en met { $day }.
# $day (String) - day
guests-waits = Uitgenodigd tot en met { $day }, nog geen antwoord.
guests-let-go = Beëindig
guests-name = Naam van de gast
guests-name-hint = Voornaam en achternaam.
guests-address = E-mailadres
guests-address-hint = Hier gaat de uitnodiging heen.
guests-last-day = Tot en met
guests-last-day-hint = Hoogstens een jaar.
guests-invite = Nodig de gast uit
guests-back = Terug naar het dossier
guests-no-name = Vul de naam van de gast in.
guests-no-address = Dit is geen e-mailadres. Een adres ziet er zo uit: naam@voorbeeld.nl.
# $day (String) - day
guests-is-guest = Deze persoon is hier al gast, tot en met { $day }. Een andere dag? Beëindig dit dan eerst.
guests-not-invitable = Dit adres kan niet worden uitgenodigd. Vraag het bureau.
guests-no-day = Vul een dag in vanaf vandaag, hoogstens een jaar vooruit.
guests-not-shared = Dit dossier is nog van één kant, of het is klaar. Een gast kan alleen meelezen met wat beide kanten delen.
guests-told = De uitnodiging is onderweg
guests-told-text = De gast ziet alleen dit dossier.
guests-again = De uitnodiging is opnieuw verstuurd
guests-again-text = De knop in het eerdere bericht werkt niet meer.
guests-gone = De gast leest niet meer mee
guests-gone-text = Wat de gast schreef, blijft staan.
home-guest = Hier bent u gast
# $day (String) - day
home-guest-until = tot en met { $day }
