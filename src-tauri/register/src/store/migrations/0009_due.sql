-- What waits by a day of its own, asked for each time that the overview is shown.
CREATE INDEX replies_due ON replies (due_on)
    WHERE live = 1 AND due_on IS NOT NULL AND replied_on IS NULL AND is_day_count = 0;
CREATE INDEX problems_due ON problems (due_on) WHERE live = 1 AND due_on IS NOT NULL AND solved_on IS NULL;
CREATE INDEX consultations_due ON consultations (closes_on)
    WHERE live = 1 AND closes_on IS NOT NULL AND answered_on IS NULL;
CREATE INDEX notices_due ON notices (ends_on, objections) WHERE live = 1 AND ends_on IS NOT NULL;
