-- The list of themes is kept on a page. A theme that the association words has a name in both languages; of the ones
-- that came with the house the English words come with the program.

ALTER TABLE theme ADD COLUMN name_en TEXT;
ALTER TABLE theme ADD COLUMN short_en TEXT;
-- From this day on it is not offered any more. What is about it stays about it.
ALTER TABLE theme ADD COLUMN ended_on TEXT;
