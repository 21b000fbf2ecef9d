-- Requests in full: who asked and for what form, the days on which the clock stops or is put off, what a third party
-- said, on what ground a request was refused, and as what it counts in the government form.
ALTER TABLE requests ADD COLUMN applicant TEXT;
ALTER TABLE requests ADD COLUMN answer_form INTEGER REFERENCES terms;
ALTER TABLE requests ADD COLUMN clarify_asked_on TEXT;
ALTER TABLE requests ADD COLUMN clarify_given_on TEXT;
ALTER TABLE requests ADD COLUMN extended_on TEXT;
ALTER TABLE requests ADD COLUMN extension_reason TEXT;
ALTER TABLE requests ADD COLUMN third_party_asked_on TEXT;
ALTER TABLE requests ADD COLUMN third_party_answered_on TEXT;
ALTER TABLE requests ADD COLUMN third_party_opinion INTEGER REFERENCES terms;
ALTER TABLE requests ADD COLUMN refusal_ground INTEGER REFERENCES terms;
ALTER TABLE requests ADD COLUMN gov_outcome INTEGER REFERENCES terms;
CREATE INDEX requests_unanswered ON requests (received_on) WHERE live = 1 AND replied_on IS NULL;

-- By what rules and forms know a shipped word, whatever it is renamed to.
ALTER TABLE terms ADD COLUMN code TEXT;
