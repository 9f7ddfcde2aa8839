import-title = Lees raden en mensen in
import-lead = Hebt u een lijst uit een rekenblad? Dan leest u raden, gemeenten en mensen in één keer in.
import-file = Bestand
import-file-hint = Een CSV-bestand: kies in uw rekenblad “Opslaan als CSV (UTF-8)”. Hoogstens 1.000 regels en 256 kB.
import-nothing-yet = U ziet eerst wat er gebeurt. Er wordt nog niets bewaard.
import-columns = Welke kolommen?
import-columns-text = De eerste regel noemt de kolommen. Alleen organisatie en soort zijn altijd nodig. Elke regel is één persoon in een rol. Een regel zonder e-mailadres is alleen een organisatie. Wat er al is, blijft zoals het is.
import-column-kind = De naam, en wat het is: raad, gemeente, koepel of elders.
import-column-code = De CBS-code van een gemeente. Bij een raad: de codes van de gemeenten die hij adviseert, met spaties ertussen.
import-column-person = Wie het is, met e-mailadres. De aanhef is mevrouw, meneer of geen.
import-column-role = De rol, bijvoorbeeld voorzitter of raadslid, en van wanneer tot en met wanneer, zoals 24-11-2026.
import-column-more = Wat u verder van de organisatie weet.
import-preview-title = Dit wordt ingelezen
import-preview-lead = Kijk het na. Er is nog niets bewaard.
import-wrong-one = Eén regel klopt niet
# $count (String) - how many, at the beginning of a sentence
import-wrong = { $count } regels kloppen niet
import-wrong-text = Wat niet klopt, gaat niet mee. De andere regels wel. Verbeter het bestand en lees het nog eens in: wat er al is, blijft.
import-new = Komt erbij
import-nothing-new = Er is niets nieuws in dit bestand.
import-known-one = Eén regel staat er al, en verandert niets.
# $count (String) - how many, at the beginning of a sentence
import-known = { $count } regels staan er al, en veranderen niets.
import-new-organisation = De organisatie is nieuw.
# $role (String) - role
import-has-role = Heeft deze rol al: { $role }.
# $role (String) - role
# $from (String) - day
import-gets-role = Krijgt de rol van { $role }, vanaf { $from }.
# $role (String) - role
# $from (String) - day
# $until (String) - day
import-gets-role-until = Krijgt de rol van { $role }, van { $from } tot en met { $until }.
import-new-person = Is nieuw in Beraad, en kan zich meteen aanmelden. Er gaat geen bericht uit.
import-known-person = Staat al in Beraad.
import-button-one = Lees één regel in
# $count (String) - how many
import-button = Lees { $count } regels in
import-other = Kies een ander bestand
import-done = Het bestand is ingelezen
# $organisations (String) - how many
# $people (String) - how many
# $roles (String) - how many
import-done-text = Nieuwe organisaties: { $organisations }. Nieuwe mensen: { $people }. Nieuwe rollen: { $roles }.
# $missed (String) - how many
import-done-missed = Regels die niet klopten en niet zijn ingelezen: { $missed }.
import-choose = Kies een bestand waar iets in staat.
import-too-large = Dit bestand is te groot: hoogstens 256 kB. Deel het in stukken.
import-too-long = Dit bestand heeft meer dan 1.000 regels. Deel het in stukken, elk met de kolommen bovenaan.
import-no-table = Dit bestand kunnen wij niet lezen. Kies in uw rekenblad “Opslaan als CSV (UTF-8)”.
# $column (String) - the name of the column
# $said (String) - what is wrong
import-in-column = Kolom { $column }: { $said }
import-empty = Het bestand is leeg.
import-unreadable = Deze regel kunnen wij niet lezen. Kijk of alle aanhalingstekens dicht zijn.
# $heading (String) - the heading
# $known (String) - the names that are known
import-heading-unknown = Kolom { $heading } kennen wij niet. Schrijf: { $known }.
# $heading (String) - the heading
import-heading-twice = Kolom { $heading } staat er twee keer.
# $heading (String) - the heading
import-heading-missing = Kolom { $heading } ontbreekt. De eerste regel noemt de kolommen.
# $cell (String) - what stands there
import-no-heading = “{ $cell }” staat onder geen kolom.
import-no-organisation = Vul de naam van de organisatie in.
# $word (String) - what stands there
import-no-kind = “{ $word }” kennen wij niet. Schrijf raad, gemeente, koepel of elders.
import-only-councils-advise = Alleen een raad adviseert gemeenten. Laat dit leeg.
import-only-councils-have-form = Alleen een raad heeft een vorm. Laat dit leeg.
# $word (String) - what stands there
import-no-form = “{ $word }” is geen vorm van een raad.
# $word (String) - what stands there
import-no-number = “{ $word }” is geen getal.
# $code (String) - the code
# $name (String) - name
# $kind (String) - what it is
import-other-kind = { $code } is { $name }, en dat is een { $kind }.
# $code (String) - the code
# $name (String) - name
import-code-of = { $code } is de code van { $name }.
# $name (String) - name
# $other (String) - the code that it has
# $code (String) - the code
import-other-code = { $name } heeft de code { $other }, niet { $code }.
# $address (String) - address
import-barred = De toegang van { $address } is beëindigd.
# $code (String) - the code
import-unknown-code = Geen gemeente heeft de code { $code }. Zet de gemeente eerst op een eigen regel.
# $word (String) - what stands there
import-no-address = “{ $word }” is geen e-mailadres.
import-no-last-name = Er staat een e-mailadres, maar geen achternaam.
# $role (String) - what stands there
# $kind (String) - what the organisation is
import-no-role = “{ $role }” is geen rol bij een { $kind }.
# $word (String) - what stands there
import-no-day = “{ $word }” is geen datum. Schrijf dag, maand en jaar, zoals 24-11-2026.
# $word (String) - what stands there
import-no-salutation = “{ $word }” kennen wij niet. Schrijf mevrouw, meneer of geen.
# $until (String) - day
# $from (String) - day
import-ends-before = { $until } ligt voor de eerste dag, { $from }.
who-read-in = Lees in uit een bestand
