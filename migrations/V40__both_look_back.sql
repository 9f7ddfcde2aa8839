-- At a moment to look back each side tells what it saw, once. Before, whoever came first closed it for both.
CREATE TABLE advice_measurement_by_side (
    monitoring TEXT NOT NULL REFERENCES advice_monitoring (id),
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    found TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT,
    PRIMARY KEY (monitoring, side)
);
INSERT INTO advice_measurement_by_side (monitoring, side, found, at, by_person)
    SELECT x.monitoring,
           CASE WHEN EXISTS (SELECT 1 FROM advice_monitoring m JOIN advice_case c ON c.id = m.case_id
                               JOIN seat s ON s.organisation = c.council AND s.person = x.by_person
                              WHERE m.id = x.monitoring) THEN 'council' ELSE 'municipality' END,
           x.found, x.at, x.by_person
      FROM advice_measurement x;
DROP TABLE advice_measurement;
ALTER TABLE advice_measurement_by_side RENAME TO advice_measurement;
