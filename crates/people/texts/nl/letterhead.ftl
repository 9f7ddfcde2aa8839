letterhead-title = Zo bereikt u ons
letterhead-postal = Postadres
letterhead-visiting = Bezoekadres
letterhead-email = E-mail
letterhead-phone = Telefoon
letterhead-website = Website
letterhead-logo = Logo
letterhead-settings = Instellingen
