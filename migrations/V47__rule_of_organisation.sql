-- A municipality lays down what holds for all its councils, and the association what holds where nothing was laid
-- down: a rule about a term is of an organisation, not of a council alone.
ALTER TABLE advice_rule RENAME COLUMN council TO organisation;
DROP INDEX advice_rule_council;
CREATE INDEX advice_rule_organisation ON advice_rule (organisation, subject);
