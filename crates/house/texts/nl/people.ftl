home-welcome = Welkom in Beraad
home-welcome-text = U doet mee. Kijk rustig rond: niets gaat weg voordat u op een knop drukt.
home-invited = U bent uitgenodigd
home-invited-look = Bekijk wie u vraagt
hand-title = Wat er overgaat
# $name (String) - who leaves
# $role (String) - the role
hand-lead = Deze lijst is voor wie de rol van { $name } als { $role } overneemt. U kunt hem afdrukken.
hand-cases = Dossiers
hand-no-cases = Er is geen dossier waarin deze persoon een eigen taak heeft.
# $part (String) - the part in a case
# $day (String) - the last day
hand-case-by = { $part }, uiterlijk { $day }
hand-role = Wat bij de rol hoort
hand-no-role = Er staat niets open dat bij deze rol hoort.
hand-waiting = Uitnodigingen die nog openstaan
hand-deputy = Is vervanger van
hand-next = Hoe verder?
hand-next-text = Geef eerst iemand anders de rol of de taken. Beëindig daarna deze rol.
hand-people = Naar de mensen
hand-end = Beëindig de rol
