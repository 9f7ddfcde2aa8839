-- Letters about an organisation may carry its name and its own address for answers.
ALTER TABLE mail_letter ADD COLUMN from_name TEXT;
ALTER TABLE mail_letter ADD COLUMN reply_to TEXT;
