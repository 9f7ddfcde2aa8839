keepers-title = Beheerders
keepers-lead = Beheerders houden Beraad draaiende. Zij lezen geen dossiers mee.
keepers-now = Wie het nu is
keepers-yourself = (u zelf)
keepers-barred = De toegang is beëindigd.
keepers-last = Er moet altijd één beheerder zijn. Benoem eerst een ander.
keepers-end = Beëindig
keepers-new = Benoem een beheerder
keepers-search = Naam of e-mailadres van iemand in Beraad
keepers-not-found = Niemand gevonden. Staat deze persoon nog niet in Beraad? Nodig die dan eerst uit.
keepers-make = Maak beheerder
keepers-is-one = Deze persoon is al beheerder
keepers-nobody = Kies iemand in Beraad die toegang heeft.
# $name (String) - name
keepers-sure = Wordt { $name } beheerder?
keepers-sure-text = Een beheerder ziet wie wat deed, voegt organisaties toe, benoemt andere beheerders en stelt de aanmelding van gemeenten in. De tweede stap hoort bij het aanmelden.
# $name (String) - name
keepers-end-sure = Is { $name } geen beheerder meer?
keepers-end-text = Het gaat meteen in. Andere rollen blijven. U kunt deze persoon later opnieuw benoemen.
keepers-appointed = De beheerder is benoemd
keepers-appointed-text = Bij de volgende keer aanmelden hoort de tweede stap erbij. Alle beheerders krijgen bericht.
keepers-ended = Deze persoon is geen beheerder meer
keepers-told = Deze persoon en de andere beheerders krijgen bericht.
