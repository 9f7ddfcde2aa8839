-- Under which name somebody was invited. It is what the one who invited them knows: somebody of whom they may not
-- know that they are in the house is shown by this name, until they say yes.
ALTER TABLE invitation ADD COLUMN invited_as TEXT NOT NULL DEFAULT '';
