themes-title = Thema’s
themes-lead = Raden volgen thema’s, mensen weten er iets van, en gesprekken gaan erover. Hier houdt u de lijst bij.
themes-add = Een nieuw thema
# $name (String) - name
themes-change = Wijzig: { $name }
themes-change-go = Wijzig
themes-name = Naam
themes-name-hint = Zoals hij in de lijst staat, bijvoorbeeld: Wonen en zorg.
themes-short = Na het woord “over”
themes-short-hint = Bijvoorbeeld: wonen en zorg. Leeg: de naam met een kleine letter.
themes-name-en = Naam in het Engels
themes-short-en = Na het woord “about”, in het Engels
themes-short-en-hint = Leeg: de Engelse naam met een kleine letter.
themes-keep = Bewaar de namen
themes-add-button = Voeg het thema toe
themes-all = Alle thema’s
# $councils (String) - how many
# $people (String) - how many
# $topics (String) - how many
themes-uses = Raden die het volgen: { $councils }. Mensen die er iets van weten: { $people }. Gesprekken: { $topics }.
themes-end = Laat dit thema stoppen
themes-end-text = Niemand kan het daarna nog kiezen. Wat er al over gaat, blijft staan. Raden die het volgen, houden het met hun eigen begindatum.
themes-since = Vanaf welke dag?
themes-since-hint = Vandaag, eerder of later.
themes-end-button = Laat stoppen
themes-back-button = Laat weer kiezen
# $day (String) - day
themes-ends = Te kiezen tot { $day }.
# $day (String) - day
themes-ended = Niet meer te kiezen sinds { $day }.
themes-no-name = Vul een naam in.
themes-too-long = Maak dit korter: hoogstens 60 letters.
# $name (String) - name
themes-same = “{ $name }” staat al in de lijst. Kies een andere naam.
themes-last = Er moet altijd één thema te kiezen zijn. Voeg eerst een ander toe.
themes-added = Het thema staat erbij
themes-changed = De namen zijn bewaard
themes-stopped = Het thema stopt
themes-stopped-text = Wat er al over gaat, blijft staan. U kunt het later weer laten kiezen.
themes-back = Het thema is weer te kiezen
who-themes = Thema’s
