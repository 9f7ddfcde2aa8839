embargo-title = Een embargo
embargo-text = U kiest een dag en een tijd. Tot dan zien alleen de raad, de ambtenaren en de wethouder dit dossier. De griffier en gasten zien het niet. Daarna gaat het vanzelf open.
embargo-day = Openbaar vanaf
embargo-day-hint = Bijvoorbeeld: 1 maart 2027
embargo-time = Hoe laat
embargo-time-hint = Bijvoorbeeld: 9.00
embargo-ground = Waarom
embargo-ground-hint = In één zin. Raad en gemeente kunnen ernaar vragen.
embargo-button = Zet het embargo
embargo-lift = Hef het embargo nu op
embargo-lift-text = Kan het eerder open? Dan krijgen raad, gemeente, griffier en gasten meteen bericht.
embargo-no-time = Schrijf een tijd zoals 9.00 of 14.30.
embargo-past = Kies een moment dat nog komt.
embargo-too-long = Kies een moment binnen een jaar.
embargo-no-ground = Schrijf waarom dit nog niet naar buiten mag.
# $day (String) - as it stands in the sentence
# $time (String) - as it stands in the sentence
# $who (String) - as it stands in the sentence
embargo-until = tot { $day }, { $time }, op verzoek van { $who }. Dan gaat het vanzelf open.
embargo-tag = Onder embargo
embargo-link = Een embargo
circle-title = Wie dit dossier ziet
circle-text = Maak dit dossier vertrouwelijk binnen uw raad of gemeente. Alleen wie u aanvinkt, ziet dat het er is. Voor de anderen, ook in lijsten en aantallen, bestaat het niet. Wat de andere kant ziet, verandert niet. Gasten zien het dan ook niet.
circle-who = Wie ziet het
circle-who-hint = Wie het voorbereidt en wie erover beslist, heeft het nodig.
circle-oneself = u, altijd
circle-ground = Waarom
circle-ground-hint = In één zin. Alleen de mensen die u aanvinkt, lezen dit.
circle-button = Houd het bij deze mensen
circle-open = Laat het weer aan iedereen zien
circle-open-text = Iedereen aan uw kant ziet het dan weer.
circle-no-ground = Schrijf waarom dit dossier vertrouwelijk is.
circle-tag = Vertrouwelijk
circle-strip = alleen wie bij de kring hoort, weet hiervan
circle-link = Wie dit dossier ziet
