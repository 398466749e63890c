-- The hardest lines, held by the database itself. Recreated after every migration from this file.

CREATE TRIGGER trail_entry_no_update BEFORE UPDATE ON trail_entry
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER trail_entry_no_delete BEFORE DELETE ON trail_entry
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER trail_detail_no_update BEFORE UPDATE ON trail_detail
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER trail_detail_no_delete BEFORE DELETE ON trail_detail
WHEN NOT EXISTS (
    SELECT 1 FROM trail_entry e JOIN purge p ON p.track = e.track AND p.case_id = e.case_id
    WHERE e.id = OLD.entry_id
)
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM purge p WHERE p.track = OLD.track AND p.case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE OF
    track, case_id, act, source, target, happened_on, recorded_at, actor_id, actor_name
ON event
BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END;

CREATE TRIGGER event_words_no_update BEFORE UPDATE OF
    note, backdated_reason, inner, unit_id,
    behalf_of, behalf_post, behalf_number, behalf_on, behalf_attachment_id
ON event
WHEN NOT EXISTS (SELECT 1 FROM purge p WHERE p.track = OLD.track AND p.case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'the timeline is append-only'); END;

CREATE TRIGGER clarification_clearable BEFORE UPDATE OF state ON clarification
WHEN NEW.state IN ('approval_pending', 'approved', 'carrying_out', 'carried_out')
    AND NOT EXISTS (
        SELECT 1 FROM finding f WHERE f.id = NEW.finding_id
        AND f.category IN ('untrue', 'mistaken', 'no_violation')
    )
BEGIN SELECT RAISE(ABORT, 'no clarification without a clearable finding'); END;

CREATE TRIGGER clarification_opinion BEFORE UPDATE OF state ON clarification
WHEN NEW.state IN ('approval_pending', 'approved', 'carrying_out', 'carried_out')
    AND NEW.person_opinion = ''
BEGIN SELECT RAISE(ABORT, 'no clarification without the opinion of the person'); END;

CREATE TRIGGER milestone_fixed BEFORE UPDATE OF
    track, case_id, kind, happened_on, recorded_at, category, channel, unit_id, outcome, amount
ON milestone
BEGIN SELECT RAISE(ABORT, 'a milestone is revoked, never changed'); END;

CREATE TRIGGER month_close_fixed BEFORE UPDATE OF month, cut_off_at, figures ON month_close
BEGIN SELECT RAISE(ABORT, 'a closed month never changes'); END;

CREATE TRIGGER month_close_stays BEFORE DELETE ON month_close
BEGIN SELECT RAISE(ABORT, 'a closed month never changes'); END;
