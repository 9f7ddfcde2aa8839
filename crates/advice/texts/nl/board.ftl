board-council = Onze raad
board-municipality = Dossiers
# $n (Number) - as it stands in the sentence
# $words (String) - as it stands in the sentence
board-running = { $n ->
    [0] Er lopen nu geen dossiers.
    [one] Er loopt één dossier.
   *[other] { $words } dossiers lopen.
 }
# $n (String) - as it stands in the sentence
board-ours-council = Bij { $n } is uw raad aan zet.
# $n (String) - as it stands in the sentence
board-ours-municipality = Bij { $n } is de gemeente aan zet.
# $n (Number) - as it stands in the sentence
board-late = { $n ->
    [one] Eén dossier is te laat.
   *[other] { $n } dossiers zijn te laat.
 }
board-we = Wij zijn aan zet
board-together = Samen bezig, of even wachten
board-case = Dossier
board-who = Wie doet het
board-by = Uiterlijk
board-was = was
board-no-date = geen datum
board-nobody = nog niemand
# $n (Number) - as it stands in the sentence
# $of (Number) - as it stands in the sentence
# $name (String) - as it stands in the sentence
board-step = { $n } van { $of }, { $name }
board-think-along = meedenken
board-begin = Begin een nieuw dossier
board-empty = Er loopt nu niets
board-empty-text = Begin een dossier als u iets ziet dat beter kan.
# $n (Number) - as it stands in the sentence
board-finished = { $n ->
    [one] Bekijk 1 afgerond dossier
   *[other] Bekijk { $n } afgeronde dossiers
 }
board-members = Leden en rooster
board-people = Wie bij de gemeente
# $day (String) - as it stands in the sentence
board-seat-until = tot en met { $day }
# $day (String) - as it stands in the sentence
board-seat-since = sinds { $day }
# $n (Number) - as it stands in the sentence
board-seat-ends = { $n ->
    [0] Stopt vandaag
    [one] Stopt morgen
   *[other] Stopt over { $n } dagen
 }
# $n (Number) - as it stands in the sentence
# $words (String) - as it stands in the sentence
finished-title = { $n ->
    [0] Er zijn nog geen afgeronde dossiers
    [one] Eén dossier is afgerond
   *[other] { $words } dossiers zijn afgerond
 }
finished-filter = Welke dossiers?
finished-all = Alle
finished-whole = Helemaal doorlopen
finished-stopped = Gestopt
finished-none = Hier staat nog niets
finished-followed = Gevolgd en afgerond
