letterhead-title = How to reach us
letterhead-postal = Postal address
letterhead-visiting = Visiting address
letterhead-email = E-mail
letterhead-phone = Telephone
letterhead-website = Website
letterhead-logo = Logo
letterhead-settings = Settings
