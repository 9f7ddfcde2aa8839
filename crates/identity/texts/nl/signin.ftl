link-title = Meld u aan
link-lead-before = U vroeg een code voor
link-code-title = Uw code
link-code-where = U vroeg deze code op een ander apparaat of in een ander programma. Vul hem daar in, op de bladzijde „Vul de code in”.
# $until (String) - the time at which it stops working
link-code-until = De code werkt tot { $until }, en één keer.
link-code-not-asked = Hebt u geen code gevraagd?
link-code-not-asked-text = Geef hem dan aan niemand, ook niet aan ons. U hoeft verder niets te doen.
link-code-here = Wilt u zich hier aanmelden?
link-ask-here = Vraag op dit apparaat een nieuwe code
link-over-title = Deze link werkt niet meer
link-over-text = Een link werkt tien minuten en één keer. Vraag een nieuwe code, dan krijgt u ook een nieuwe link.
link-ask-again = Vraag een nieuwe code

fresh-title = Bent u het zelf?
fresh-lead = U gaat iets wijzigen dat belangrijk is. Daarom vragen wij eerst een code. Zo kan niemand anders dit onder uw naam doen.
fresh-where = De code komt op
fresh-on-its-way = Er is een bericht met een code van zes cijfers onderweg naar
fresh-enter = Ga verder
fresh-again = Stuur de code opnieuw

address-title = Wijzig uw e-mailadres
address-now = Uw adres is nu
address-lead = Wij sturen een code naar het nieuwe adres. Zo weten wij dat het van u is.
address-new = Uw nieuwe e-mailadres
address-send = Stuur een code naar het nieuwe adres
address-changed = Uw nieuwe adres is in gebruik
address-changed-text = Op uw oude adres krijgt u nog één bericht hierover. Uw andere apparaten zijn afgemeld.

step-title = De tweede stap
step-code = Code uit uw app
step-code-hint = Zes cijfers. Hebt u uw telefoon niet bij u? Vul dan een van uw herstelcodes in.
step-enter = Meld mij aan
step-wrong = Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app.
step-wrong-paper = Deze herstelcode klopt niet, of is al gebruikt. Kijk of u hem goed overtypte, of neem een andere.
# $phone (String) - the telephone that is answered
step-app-away = De codes van uw app kunnen wij nu niet nakijken: neem een herstelcode of toegangssleutel, of bel ons op { $phone }.
step-lost = Lukt het niet?
step-lost-text = Zonder app en zonder herstelcodes komt u er niet in. Bel ons dan. Wij helpen u verder.
step-stop = Stop met aanmelden

set-up-title = Stel de tweede stap in
set-up-lead = Met een app op uw telefoon laat u bij het aanmelden zien dat u het bent. Alleen bij uw post kunnen is dan niet genoeg.
set-up-required-lead = Bij uw rol hoort een tweede stap, omdat u bij gegevens van veel mensen kunt. U stelt hem één keer in. Daarna bent u aangemeld.
set-up-app = 1. Neem een app
set-up-app-text = Hebt u nog geen app voor codes? Installeer er een op uw telefoon. Uw organisatie kan u zeggen welke.
set-up-add = 2. Voeg Beraad toe
set-up-scan = Kies in de app om een account toe te voegen. Richt daarna de camera op dit blokje.
set-up-picture = Een code om met uw telefoon te lezen. Hieronder staat dezelfde sleutel in letters.
set-up-type = Kunt u het blokje niet lezen? Typ dan deze sleutel over in de app:
set-up-try = 3. Probeer het
set-up-code = Code uit uw app
set-up-code-hint = De app toont zes cijfers. Elke halve minuut komt er een nieuwe code.
set-up-take = Neem de tweede stap in gebruik
set-up-wrong = Deze code klopt niet. Kijk of de klok van uw telefoon goed staat. Vul dan de nieuwste code in.
# $phone (String) - the telephone that is answered
set-up-no-keys = Een app instellen lukt nu niet, want Beraad mist zelf een sleutel: bel ons op { $phone }.
set-up-other-secret = Er is een nieuwe sleutel gemaakt. Voeg Beraad opnieuw toe aan uw app.
set-up-required = Bij uw rol hoort een tweede stap. Die kunt u niet uitzetten.
set-up-already-title = Uw tweede stap staat aan
# $day (String) - a date
set-up-already-lead = Sinds { $day } vragen wij bij het aanmelden ook een code uit uw app. Hier regelt u wat erbij hoort.
set-up-already-codes = Codes op papier
set-up-already-codes-text = Met een herstelcode komt u erin zonder uw telefoon. Maakt u nieuwe, dan werken de oude niet meer.
set-up-already-away = Zonder app
set-up-already-away-text = Zet u de app uit, dan is een code uit uw post genoeg om u aan te melden. Hebt u een toegangssleutel? Die blijft.
set-up-already-other = Een andere telefoon of app
set-up-already-other-text = Volg deze drie stappen op uw nieuwe telefoon. Daarna werkt de oude app niet meer, en krijgt u nieuwe herstelcodes.
set-up-already-take = Gebruik voortaan deze app
set-up-removed = De tweede stap staat uit

codes-title = Bewaar uw herstelcodes
codes-lead = Met een herstelcode komt u erin zonder uw telefoon. Elke code werkt één keer. Druk deze bladzijde af, of schrijf de codes over.
codes-once = U ziet deze codes alleen nu. Bewaar ze niet bij uw telefoon.
codes-on = Ik heb ze bewaard

second-title = Aanmelden in twee stappen
second-text = Na de code uit uw post vragen wij dan een code uit een app op uw telefoon.
second-has-app = De tweede stap staat aan.
# $count (String) - a count in words
second-codes-left = Ongebruikte herstelcodes: { $count }.
second-new-codes = Maak nieuwe herstelcodes
second-other-app = Gebruik een andere app of telefoon
second-remove = Zet de tweede stap uit
second-set-up = Stel de tweede stap in

step-paper = Herstelcode
step-paper-hint = Hebt u uw toegangssleutel niet bij u? Vul dan een van uw herstelcodes in.
set-up-or-key = Of gebruik een toegangssleutel

passkey-title = Toegangssleutels
passkey-text = Met een toegangssleutel meldt u zich aan zonder code. U gebruikt uw vinger, uw gezicht of de pincode van uw telefoon of computer. Dat geldt meteen als tweede stap.
# $count (String) - a count in words
passkey-count = Uw toegangssleutels: { $count }.
passkey-manage = Bekijk uw toegangssleutels
passkey-add = Maak een toegangssleutel
passkey-name = Hoe noemt u deze sleutel?
passkey-name-hint = Bijvoorbeeld: mijn telefoon. U mag dit leeg laten.
passkey-nameless = Toegangssleutel
# $when (String) - a day
passkey-since = Gemaakt: { $when }
passkey-remove = Verwijder
# $name (String) - what its owner calls it
passkey-remove-this = Verwijder { $name }
passkey-added = De toegangssleutel is gemaakt
passkey-added-text = U kunt zich er voortaan mee aanmelden.
passkey-removed = De toegangssleutel is verwijderd
passkey-refused = Het maken van de toegangssleutel lukte niet. Probeer het nog eens.
passkey-have = Hebt u een toegangssleutel?
passkey-enter = Meld mij aan met mijn toegangssleutel
passkey-wrong = Met deze toegangssleutel kunt u zich hier niet aanmelden. Vraag een code, of probeer het nog eens.
passkey-stopped = Het lukte niet met de toegangssleutel. Probeer het nog eens, of kies een andere manier.
passkey-none = Toegangssleutels werken alleen in een browser die ze kent, en met JavaScript aan.

openid-title = Aanmelden via uw organisatie
openid-have = Heeft uw organisatie een eigen aanmelding?
openid-lead = Kies uw organisatie. U meldt zich daar aan zoals u gewend bent, en komt dan hier terug.
openid-none = Er is nog geen organisatie met een eigen aanmelding.
openid-by-code = Meld u aan met een code per e-mail
openid-again = Probeer het opnieuw via uw organisatie
openid-stopped = Het aanmelden ging niet verder
# $organisation (String) - the name of an organisation
openid-away = De aanmelding van { $organisation } is op dit moment niet bereikbaar. Probeer het later nog eens, of gebruik een code.
# $organisation (String) - the name of an organisation
openid-not-ours = Dit antwoord van { $organisation } hoort niet bij deze browser, of is al gebruikt. Begin opnieuw.
# $organisation (String) - the name of an organisation
openid-refused = Wij konden het antwoord van { $organisation } niet vertrouwen. U bent niet aangemeld. Probeer het nog eens, of gebruik een code.
# $organisation (String) - the name of an organisation
openid-unknown = U bent aangemeld bij { $organisation }, maar u staat hier nog niet in het adresboek. Vraag uw contactambtenaar om u uit te nodigen.
openid-back = Welkom terug
# $organisation (String) - the name of an organisation
openid-back-lead = U komt van { $organisation }. Druk op de knop om u hier aan te melden.
