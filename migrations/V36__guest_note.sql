-- What a guest wrote, says so for good, also when they are a guest no more.
ALTER TABLE advice_note ADD COLUMN by_guest BIGINT NOT NULL DEFAULT 0;
UPDATE advice_note SET by_guest = 1
 WHERE EXISTS (SELECT 1 FROM advice_guest g WHERE g.case_id = advice_note.case_id AND g.person = advice_note.by_person)
   AND NOT EXISTS (SELECT 1 FROM seat s JOIN advice_case c ON s.organisation IN (c.council, c.municipality)
                    WHERE c.id = advice_note.case_id AND s.person = advice_note.by_person);
