-- What happened at one council or municipality is read by who runs it.
CREATE INDEX event_council ON event (council, seq) WHERE council IS NOT NULL;
CREATE INDEX event_municipality ON event (municipality, seq) WHERE municipality IS NOT NULL;
