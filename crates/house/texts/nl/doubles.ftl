doubles-title = Twee inschrijvingen van één persoon
doubles-lead = Staat iemand twee keer in Beraad, met twee e-mailadressen? Voeg dan de twee inschrijvingen samen.
doubles-search-label = Zoek een inschrijving
doubles-search = Naam of e-mailadres
doubles-go = Zoek
doubles-found = Gevonden
doubles-nobody = Niemand anders gevonden. Probeer een stuk van de naam of van het e-mailadres.
doubles-barred = De toegang is beëindigd
doubles-this = Deze staat er twee keer in
doubles-recent = Onlangs samengevoegd
doubles-none = In de laatste dertig dagen is niets samengevoegd.
# $before (String) - the name before
# $goes (String) - the address that signs in no more
# $stays (String) - the address that stays
doubles-was = Stond er ook in als { $before }, met { $goes }. Meldt zich nu aan met { $stays }.
# $day (String) - day
# $by (String) - who did it
# $last (String) - the last day
doubles-joined-on = Samengevoegd op { $day } door { $by }. Terug te draaien tot en met { $last }.
doubles-apart = Haal weer uit elkaar
doubles-done = De inschrijvingen zijn samengevoegd
doubles-done-text = Beide e-mailadressen krijgen bericht. Klopt het niet? Dertig dagen lang kunt u het terugdraaien.
doubles-undone = De inschrijvingen zijn weer uit elkaar
doubles-undone-text = Beide e-mailadressen krijgen bericht. Wat intussen is geschreven, blijft staan bij de inschrijving die bleef.
doubles-late = Dit kan niet meer terug
doubles-late-text = Het is langer dan dertig dagen geleden, of het is er niet.

join-find-title = Welke inschrijving is van dezelfde persoon?
join-find-lead = Zoek de andere inschrijving. U ziet daarna eerst wat er bij elkaar komt.
join-find-search = Naam of e-mailadres van de andere inschrijving
join-this-one = Deze is het
# $name (String) - name
join-title = { $name }: van twee inschrijvingen één
join-lead = Kijk goed of dit dezelfde persoon is. Er gebeurt nog niets.
join-not-now = Dit kan nu niet
# $name (String) - name
join-stays = Deze blijft: { $name }
# $name (String) - name
join-goes = Deze gaat erin op: { $name }
join-address = E-mailadres
join-roles = Rollen
join-none = Geen
join-guest = Gast in
# $title (String) - title of the case
# $day (String) - day
join-guest-until = { $title }, tot en met { $day }
join-posts = Bijdragen in gesprekken
join-notes = Notities in dossiers
join-versions = Versies van een advies
join-ways = Meldt zich aan met
# $address (String) - address
join-way-code = een code op { $address }
join-way-app = een app voor de tweede stap
# $count (String) - how many
join-way-keys = toegangssleutels: { $count }
join-way-elsewhere = de eigen organisatie
# $name (String) - name
# $address (String) - address
join-other-way = Andersom: laat { $name } met { $address } blijven
join-names-differ = De namen verschillen
# $stays (String) - the name that stays
# $goes (String) - the other
join-names-differ-text = Is { $goes } zeker dezelfde persoon als { $stays }? Kijk naar de rollen en de adressen hieronder.
join-after = Wat er daarna anders is
# $name (String) - name
join-after-all = Alle rollen, gastplekken en alles wat is geschreven staat bij { $name }.
# $role (String) - role
# $place (String) - organisation
# $span (String) - from when until when
join-double = De rol van { $role } bij { $place } hebben beide. Dat wordt één rol, { $span }.
join-app-both = Beide hebben een app voor de tweede stap. Die van de inschrijving die blijft, blijft werken.
join-app-comes = De app voor de tweede stap komt mee. Voortaan hoort de tweede stap bij het aanmelden.
join-app-stays = De app voor de tweede stap blijft werken.
join-app-none = Geen van beide heeft een app voor de tweede stap.
join-after-counted = Stemden beide in dezelfde ronde? Die uitslag blijft zoals hij is geteld.
join-after-old = Oude links naar de andere inschrijving leiden naar deze. Wie daar was aangemeld, wordt afgemeld.
join-after-undo = Dertig dagen lang kunt u het terugdraaien. Daarna niet meer.
join-which-address = Welk e-mailadres blijft?
join-which-address-hint = Alleen met dit adres kan deze persoon zich daarna aanmelden. Beide adressen krijgen bericht.
join-button = Voeg samen tot één inschrijving
join-back = Terug, zonder iets te wijzigen
join-same = Dit is dezelfde inschrijving. Kies een andere.
# $name (String) - name
join-gone = De inschrijving van { $name } is al ergens in opgegaan. Kies een andere.
# $address (String) - address
join-barred = De toegang van { $address } is beëindigd. Laat de andere inschrijving blijven.
# $title (String) - title of the case
join-both-asked = In “{ $title }” loopt een ronde waarin beide om instemming zijn gevraagd. Eén persoon antwoordt één keer. Wacht tot de ronde is gesloten.
# $title (String) - title of the case
join-both-guests = Beide zijn gast in “{ $title }”. Laat daar eerst één van de twee gastplekken beëindigen.
join-no-other = Kies eerst de andere inschrijving.
