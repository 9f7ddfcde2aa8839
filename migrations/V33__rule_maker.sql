-- Who laid a rule about a term down; empty for what was there before.
ALTER TABLE advice_rule ADD COLUMN by_person TEXT;
