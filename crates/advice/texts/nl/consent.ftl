consent-title = Instemming
consent-none-title = De leden stemden nog niet
consent-none-lead = De secretaris opent een ronde als het advies klaar is.
# $n (Number) - how many
# $words (String) - the same as it stands in the sentence
# $of (String) - as it stands in the sentence
consent-answered = { $n ->
    [0] { $words } van de { $of } leden antwoordde
    [one] { $words } van de { $of } leden antwoordde
   *[other] { $words } van de { $of } leden antwoordden
 }
# $day (String) - as it stands in the sentence
consent-closed-on = De ronde sloot op { $day }.
# $day (String) - as it stands in the sentence
# $distance (String) - as it stands in the sentence
consent-closes-on = De ronde loopt tot en met { $day }, { $distance }.
consent-closes-by-hand = De ronde loopt tot de secretaris haar sluit.
# $n (Number) - as it stands in the sentence
consent-read-all = Lees het hele advies, versie { $n }
consent-behind = Er is een nieuwere versie. Verstuurd wordt de versie waarmee de leden instemden.
consent-yours = Uw antwoord
consent-choose = Kies uw antwoord
consent-i-agree = Ik stem in
consent-i-agree-with-remark = Ik stem in, met een opmerking
consent-i-object = Ik heb bezwaar
consent-i-abstain = Ik onthoud mij
consent-with-remark-hint = Het advies gaat gewoon door.
consent-objects-hint = U schrijft waarom.
consent-abstains-hint = Bijvoorbeeld omdat u er zelf belang bij hebt.
consent-remark = Uw opmerking
consent-remark-hint = Eén of twee zinnen. De secretaris leest dit meteen, de andere leden als de ronde sluit.
consent-no-remark = Schrijf in één zin waarom.
consent-give = Geef mijn antwoord
consent-change = Wijzig mijn antwoord
consent-may-change = U kunt uw antwoord wijzigen tot de ronde sluit.
consent-standing = Hoe staat het?
consent-all = Alle antwoorden
consent-member = Lid
consent-remark-head = Opmerking
consent-when = Wanneer
consent-close = Sluit de ronde
consent-open-title = Vraag de leden
consent-until = Tot welke dag kunnen zij antwoorden?
consent-until-hint = Bijvoorbeeld: 16 december. Mag leeg blijven.
consent-open = Open de ronde
consent-open-text = Alle leden krijgen het hele advies per e-mail.
consent-who = Wie antwoordde al?
consent-nobody = Nog niemand.
consent-not-yet = Nog niet:
consent-secret = Wat iemand antwoordde, ziet u als de ronde sluit.
consent-other-view = Ziet u het anders?
consent-other-view-text = Een andere mening mag mee met het advies, met of zonder uw naam.
# $n (String) - as it stands in the sentence
quorum-there = Genoeg leden antwoordden. Er zijn er { $n } nodig.
# $n (String) - as it stands in the sentence
quorum-not-there = Nog niet genoeg leden antwoordden. Er zijn er { $n } nodig.
# $n (String) - as it stands in the sentence
quorum-needed = { $n } nodig
consent-close-early = De ronde loopt nog
consent-close-anyway = Ja, ik sluit de ronde toch
# $n (Number) - how many
# $words (String) - the same as it stands in the sentence
consent-close-missing = { $n ->
    [one] Eén lid antwoordde nog niet, en er zijn nog niet genoeg antwoorden.
   *[other] { $words } leden antwoordden nog niet, en er zijn nog niet genoeg antwoorden.
 }
consent-close-sure = Er antwoordden nog niet genoeg leden. Wacht, of zet een kruisje bij: ja, ik sluit de ronde toch.
