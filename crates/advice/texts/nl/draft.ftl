draft-title = Het advies schrijven
draft-new = Nog geen versie
# $n (Number) - as it stands in the sentence
draft-version = Concept, versie { $n }
# $n (Number) - as it stands in the sentence
draft-version-n = versie { $n }
draft-about = Advies over:
draft-old = U leest een oudere versie
draft-to-newest = Naar de nieuwste versie
# $who (String) - as it stands in the sentence
draft-stale = { $who } wijzigde dit net ook
draft-stale-text = Uw tekst is bewaard en staat hieronder. Neem over wat u wilt houden en bewaar opnieuw. De andere versie blijft te lezen, en u kunt haar terugzetten.
# $n (Number) - as it stands in the sentence
draft-theirs = Wat er nu staat: versie { $n }
draft-mine = Uw tekst
draft-one-line = Het advies in één regel
draft-one-line-hint = Zoals het boven de brief staat.
draft-summary = In het kort
draft-summary-hint = Hoogstens één bladzijde. Wat vraagt u, en waarom?
draft-heard = Wat wij zagen en hoorden
draft-heard-hint = Wie sprak u, en wat zeiden zij? Noem geen namen.
draft-considered = Wat wij overwogen
draft-considered-hint = Wat pleit ervoor, wat ertegen?
draft-equal-chances = Gelijke kansen
draft-equal-chances-hint = Wie raakt dit het meest? Wie vergeten wij snel?
draft-effects = Effect bij elke aanbeveling
# $n (Number) - as it stands in the sentence
draft-needs = { $n ->
    [one] Nog één ding vóór het versturen
   *[other] Nog { $n } dingen vóór het versturen
 }
draft-needs-nothing = Alles staat erin
draft-save = Bewaar het concept
draft-save-text = Elke keer dat u bewaart, wordt een versie. De gemeente ziet niets.
draft-versions = Versies
draft-no-versions = Er is nog geen versie bewaard.
# $n (Number) - as it stands in the sentence
draft-read-version = Lees versie { $n }
draft-to-consent = Naar de instemming van de leden
draft-to-consent-text = De leden zeggen of zij instemmen. Daarna kan het advies weg.
draft-to-issue = Naar het versturen
# $n (Number) - as it stands in the sentence
rec-text = Aanbeveling { $n }
rec-text-hint = Eén actie, geen vraag.
rec-to-whom = Aan wie
rec-effect-label = Wat merken inwoners daarvan?
rec-effect-hint = Eén zin. De gemeente vraagt hier altijd naar.
rec-reason-label = Waarom?
rec-up = Omhoog
rec-down = Omlaag
rec-remove = Haal weg
# $n (Number) - as it stands in the sentence
rec-nth = aanbeveling { $n }
rec-add = Aanbeveling erbij
minority-title = Andere mening
minority-label = Ziet u het anders?
minority-hint = Schrijf uw mening op. Die gaat mee met het advies. Maak het veld leeg om haar terug te halen.
minority-name = Met of zonder uw naam?
minority-named = Zet mijn naam erbij
minority-named-hint = Anders staat er: één lid.
minority-without-name = zonder naam in de brief
minority-save = Bewaar mijn mening
issue-title = Het advies versturen?
# $who (String) - as it stands in the sentence
issue-text = Het gaat naar { $who }. Daarna kunt u de tekst niet meer wijzigen.
# $n (Number) - as it stands in the sentence
issue-minorities = { $n ->
    [one] Er gaat één andere mening mee.
   *[other] Er gaan { $n } andere meningen mee.
 }
issue-answer-due = De gemeente antwoordt uiterlijk op
issue-button = Verstuur het advies
issue-back = Nee, terug naar het concept
# $n (Number) - how many answered
# $words (String) - the same as it stands in the sentence
# $of (String) - how many members there are
# $needed (String) - as it stands in the sentence
issue-too-few = { $n ->
    [0] { $words } van de { $of } leden antwoordde. Er zijn er { $needed } nodig.
    [one] { $words } van de { $of } leden antwoordde. Er zijn er { $needed } nodig.
   *[other] { $words } van de { $of } leden antwoordden. Er zijn er { $needed } nodig.
 }
issue-no-majority = Er stemden niet meer leden in dan er bezwaar hadden
issue-doubt-text = Vraag de leden liever opnieuw. Kan dat niet? Dan verstuurt u het toch, met de reden.
issue-doubted = De raad kan dit advies zo niet versturen. Vraag de leden opnieuw, of kies: toch versturen.
issue-anyway-reason = Waarom verstuurt u het toch?
issue-anyway-hint = De reden staat in het dossier en in de brief.
issue-anyway-none = Schrijf waarom u het toch verstuurt.
issue-anyway-button = Toch versturen
# $n (Number) - a version
draft-sent = Zo is het verstuurd: versie { $n }.
draft-to-sent = Naar wat is verstuurd
# $n (Number) - a version
draft-round-open = De leden stemmen nu over versie { $n }. Een nieuwe versie gaat niet vanzelf mee.
# $n (Number) - a version
draft-round-closed = De leden antwoordden over versie { $n }. Verstuurd wordt die versie, ook als u een nieuwe bewaart.
draft-sure-legend = Toch een nieuwe versie?
draft-sure = Ja, bewaar een nieuwe versie
draft-sure-hint = Wilt u dat de nieuwe tekst wordt verstuurd? Vraag de leden dan opnieuw.
draft-ask-sure = De leden werden gevraagd over de versie die er staat. Zet een kruisje bij: ja, bewaar een nieuwe versie.
draft-put-back = Zet deze versie terug
draft-put-back-text = Zij wordt dan de nieuwste versie. Wat er nu staat, blijft ook te lezen.
rec-removed = De aanbeveling is weg.
rec-put-back = Zet haar terug
