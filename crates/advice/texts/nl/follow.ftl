decide-title = Leg het besluit vast
decide-lead = Zo weet de raad wat er met het advies gebeurde.
decide-body = Wie besliste?
decide-outcome = Hoe past het besluit bij het advies?
decide-day = Wanneer?
decide-day-hint = Bijvoorbeeld: 8 december. Leeg betekent vandaag.
decide-text = Wat is er besloten?
decide-text-hint = Wijkt het af? Schrijf dan ook waarom.
decide-meeting = Wanneer besluit daarna de gemeenteraad?
decide-button = Leg het besluit vast
decide-no-body = Kies wie besliste.
decide-no-outcome = Kies hoe het besluit bij het advies past.
decide-later = Deze dag moet nog komen. Leg het besluit vast als het er is.
decide-no-text = Het besluit wijkt af. Schrijf waarom.
follow-title = Samen terugkijken
follow-lead = Wat merken inwoners van dit advies? Kijk na een half jaar, een jaar en twee jaar.
follow-now = nu
# $n (Number) - as it stands in the sentence
follow-about = Over aanbeveling { $n }
follow-seen = Wat ziet u?
follow-seen-hint = Een paar zinnen. Noem geen namen van inwoners.
# $who (String) - as it stands in the sentence
# $when (String) - as it stands in the sentence
follow-seen-by = { $who }, { $when }
follow-execution = Hoe staat het met de uitvoering?
follow-no-execution = Dat weet ik niet
follow-measure = Schrijf op wat u ziet
follow-plan = Plan een meetmoment
follow-day = Op welke dag?
# $days (String) - as it stands in the sentence
follow-day-hint = Na 6, 12 en 24 maanden is dat: { $days }.
follow-question = Welke vraag stelt u dan?
follow-question-hint = Bijvoorbeeld: hoeveel mensen kregen op tijd hulp?
follow-which = Over welke aanbeveling?
follow-all = Over het hele advies
follow-plan-button = Plan dit meetmoment
follow-not-yet = U kijkt terug als het besluit er is.
follow-past = Kies een dag na vandaag.
follow-no-question = Schrijf de vraag op.
follow-nothing-seen = Schrijf op wat u ziet.
follow-waits-council = De raad schreef nog niets op.
follow-waits-municipality = De gemeente schreef nog niets op.
follow-when-done = Elke kant schrijft zelf op wat zij ziet. Het dossier is afgerond als beide kanten dat deden en er geen meetmoment meer gepland is. Wilt u later nog eens kijken? Plan dan eerst een nieuw meetmoment.
