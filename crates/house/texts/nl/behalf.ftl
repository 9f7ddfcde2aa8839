trail-mandate-given = Gaf iemand toestemming om namens zich te werken.
trail-mandate-ended = Nam de toestemming terug om namens zich te werken.
trail-mandate-asked = Vroeg toestemming om namens iemand te werken.
trail-assistance-begun = Begon namens een ander te werken.
trail-assistance-ended = Stopte met namens een ander te werken.
trail-own-all = Alles
trail-own-behalf = Alleen wat namens u is gedaan
