-- What the overview counts each time it is shown: items and replies that want something, by their day.
CREATE INDEX publications_unreviewed ON publications (published_on)
    WHERE live = 1 AND is_public = 1 AND secrecy_review IS NULL;
CREATE INDEX replies_unanswered ON replies (received_on) WHERE live = 1 AND replied_on IS NULL AND is_day_count = 0;
