home-role-ended = Uw rol is beëindigd
home-role-ended-text = Wat u schreef, blijft staan. Klopt het niet? Vraag het aan wie de mensen regelt.
home-welcome = Welkom in Beraad
home-welcome-text = U doet mee. Kijk rustig rond: niets gaat weg voordat u op een knop drukt.
home-invited = U bent uitgenodigd
home-invited-look = Bekijk wie u vraagt
# $role (String) - role
# $organisation (String) - organisation
# $day (String) - day
home-coming = Uw rol als { $role } bij { $organisation } begint op { $day }.
hand-title = Wat er overgaat
# $name (String) - who leaves
# $role (String) - the role
hand-lead = Deze lijst is voor wie de rol van { $name } als { $role } overneemt. U kunt hem afdrukken.
hand-cases = Dossiers
hand-no-cases = Er is geen dossier waarin deze persoon een eigen taak heeft.
# $part (String) - the part in a case
# $day (String) - the last day
hand-case-by = { $part }, uiterlijk { $day }
hand-to = Wie neemt deze dossiers over?
hand-to-hint = Deze persoon krijgt bericht en ziet ze bij Te doen. Wat er staat, blijft staan.
hand-choose = Kies iemand
hand-button = Draag de dossiers over
hand-no-heir = Kies wie de dossiers overneemt.
hand-told-one = Eén dossier is overgedragen
# $count (String) - how many
hand-told = { $count } dossiers zijn overgedragen
hand-told-text = Wie ze overneemt, krijgt bericht.
hand-role = Wat bij de rol hoort
hand-no-role = Er staat niets open dat bij deze rol hoort.
hand-waiting = Uitnodigingen die nog openstaan
hand-deputy = Is vervanger van
hand-next = Hoe verder?
hand-next-text = Geef eerst iemand anders de rol of de taken. Beëindig daarna deze rol.
hand-people = Naar de mensen
hand-end = Beëindig de rol
