behalf-section = Werken namens iemand
behalf-section-text = Werkt u liever met pen en telefoon? De secretaris van uw raad kan namens u werken, als u dat goedvindt.

behalf-title = Wie mag namens u werken
behalf-lead = U kunt iemand toestemming geven om namens u te lezen en te schrijven. Uw naam staat erbij, en die van wie het deed. U krijgt telkens een bericht. Stemmen, instemmen en uw eigen gegevens wijzigen doet u altijd zelf.
behalf-given = Toestemming die u gaf
behalf-nobody = Niemand werkt namens u.
# $day (String) - a date
behalf-until = Tot en met { $day }
behalf-take-back = Neem de toestemming terug
behalf-all-councils = voor uw plaats in de raad
behalf-what-was-done = Lees wat namens u is gedaan
behalf-give = Geef toestemming
behalf-give-text = Dat kan aan de secretaris of de voorzitter van uw raad, en aan het bureau.
behalf-no-candidates = Toestemming geven is er voor leden van een raad die een secretaris of voorzitter heeft.
behalf-who = Wie mag namens u werken?
behalf-choose = Kies iemand
# $name (String) - a name
# $role (String) - their role
# $place (String) - their organisation
behalf-candidate = { $name }, { $role }, { $place }
behalf-last-day = Tot en met welke dag?
behalf-last-day-hint = Hooguit twee jaar. U kunt de toestemming altijd eerder terugnemen.
behalf-give-button = Geef toestemming
behalf-no-who = Kies wie namens u mag werken.
behalf-bad-day = Schrijf een dag zoals 24 november 2027.
# $day: what somebody typed
behalf-no-such-day = { $day } staat niet op de kalender. Kies een andere dag.
behalf-past-day = Deze dag is al voorbij. Kies een dag die nog komt.
behalf-too-long = Kies een dag binnen twee jaar.
behalf-given-now = U gaf toestemming
behalf-given-text = U krijgt allebei een bericht. U kunt de toestemming hier altijd terugnemen.
behalf-ended = De toestemming is teruggenomen
behalf-ended-text = Dat geldt meteen. U krijgt allebei een bericht.

behalf-act-title = Werken namens een lid
behalf-act-lead = Een lid van uw raad kan u toestemming geven om namens hem of haar te werken. Op elke bladzijde staat dan dat u dat doet.
behalf-held = Wie u toestemming gaf
behalf-held-none = Niemand gaf u toestemming.
# $name (String) - a name
behalf-act = Werken namens { $name }
behalf-ask = Vraag toestemming
behalf-ask-text = Het lid krijgt een bericht met een knop, en geeft de toestemming zelf. Zelf invullen voor een ander kan niet.
behalf-ask-whom = Aan wie?
behalf-ask-button = Vraag toestemming
behalf-asked = De vraag is verstuurd
behalf-asked-text = U krijgt bericht als de toestemming er is.
behalf-over = Dat kan niet meer
behalf-over-text = De toestemming is voorbij of teruggenomen, of een van u beiden zit niet meer in de raad.
behalf-asked-before = U vroeg dit al
behalf-asked-before-text = Geef de ander een week om erover na te denken. Bellen mag natuurlijk altijd.
# $day: when it was asked; $again: from when it can be asked again
behalf-asked-on = Gevraagd op { $day }. Vanaf { $again } kunt u het opnieuw vragen.
