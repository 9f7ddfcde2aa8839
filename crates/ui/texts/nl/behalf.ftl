behalf-region = U werkt namens iemand anders
# $who (String) - in whose name
behalf-banner = U werkt namens { $who }.
behalf-hint = Wat u schrijft, komt op die naam te staan, met uw naam erbij.
behalf-stop = Stop daarmee
# $who (String) - in whose name
behalf-role = namens { $who }
problem-not-on-behalf = Dit doet iedereen zelf
problem-not-on-behalf-text = U werkt nu namens iemand anders. Stemmen, instemmen, versturen en eigen gegevens wijzigen gaan niet namens een ander. Druk eerst op de knop Stop daarmee als u dit voor uzelf wilt doen.
