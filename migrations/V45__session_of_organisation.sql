-- A sign-in through an organisation opens what is of that organisation, and nothing that somebody is elsewhere.
ALTER TABLE session ADD COLUMN organisation TEXT REFERENCES organisation (id);
