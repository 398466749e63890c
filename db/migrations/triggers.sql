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
    track, case_id, kind, happened_on, recorded_at, category, channel, unit_id, outcome, amount,
    procedure, on_time, days
ON milestone
BEGIN SELECT RAISE(ABORT, 'a milestone is revoked, never changed'); END;

CREATE TRIGGER month_close_fixed BEFORE UPDATE OF month, cut_off_at, figures ON month_close
BEGIN SELECT RAISE(ABORT, 'a closed month never changes'); END;

CREATE TRIGGER month_close_stays BEFORE DELETE ON month_close
BEGIN SELECT RAISE(ABORT, 'a closed month never changes'); END;

-- Moves: the same as MOVES of these tracks; tests/adversary/test_database.py compares them and
-- prints this section anew.

CREATE TRIGGER appeal_begins BEFORE INSERT ON appeal
WHEN NEW.state NOT IN (
    'closed', 'imported_open', 'registered', 'replied'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER appeal_moves AFTER UPDATE OF state ON appeal
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'accepted>assigned', 'accepted>merged', 'accepted>moved_out', 'accepted>redirected',
    'accepted>withdrawn', 'assigned>assigned', 'assigned>in_progress', 'assigned>merged',
    'assigned>moved_out', 'assigned>redirected', 'assigned>withdrawn',
    'awaiting_supplement>screening', 'awaiting_supplement>withdrawn', 'closed>finalised',
    'follow_up>closed', 'follow_up>finalised', 'follow_up>in_progress', 'imported_open>accepted',
    'imported_open>merged', 'imported_open>moved_out', 'imported_open>withdrawn',
    'in_progress>merged', 'in_progress>moved_out', 'in_progress>redirected',
    'in_progress>reply_draft', 'in_progress>withdrawn', 'registered>moved_out',
    'registered>screening', 'registered>withdrawn', 'replied>closed', 'replied>finalised',
    'replied>follow_up', 'reply_approved>replied', 'reply_approved>withdrawn',
    'reply_draft>in_progress', 'reply_draft>reply_approved', 'reply_draft>withdrawn',
    'screening>accepted', 'screening>awaiting_supplement', 'screening>merged',
    'screening>moved_out', 'screening>not_accepted', 'screening>redirected', 'screening>withdrawn'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER hand_over_begins BEFORE INSERT ON hand_over
WHEN NEW.state NOT IN (
    'sent'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER hand_over_moves AFTER UPDATE OF state ON hand_over
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'answered>ended', 'answered>signed', 'disputed>ended', 'disputed>sent', 'disputed>waived',
    'objected>disputed', 'objected>ended', 'objected>sent', 'objected>waived', 'sent>answered',
    'sent>ended', 'sent>objected', 'sent>signed', 'sent>waived', 'signed>answered',
    'signed>ended', 'signed>waived', 'waived>ended'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER extension_begins BEFORE INSERT ON extension
WHEN NEW.state NOT IN (
    'pending'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER extension_moves AFTER UPDATE OF state ON extension
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'pending>agreed', 'pending>lapsed', 'pending>refused'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER review_begins BEFORE INSERT ON review
WHEN NEW.state NOT IN (
    'open'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER review_moves AFTER UPDATE OF state ON review
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'open>decided'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER clarification_begins BEFORE INSERT ON clarification
WHEN NEW.state NOT IN (
    'applied', 'proposed'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER clarification_moves AFTER UPDATE OF state ON clarification
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'applied>waiting_conclusion', 'applied>withdrawn', 'approval_pending>approved',
    'approval_pending>not_cleared', 'approval_pending>returned_for_supplement',
    'approval_pending>withdrawn', 'approved>carrying_out', 'archived>new_evidence',
    'assessing>not_cleared', 'assessing>seeking_opinion', 'assessing>withdrawn',
    'carried_out>follow_up', 'carried_out>new_evidence', 'carrying_out>carried_out',
    'follow_up>archived', 'follow_up>new_evidence', 'new_evidence>archived',
    'new_evidence>not_cleared', 'proposed>assessing', 'proposed>withdrawn',
    'returned_for_supplement>approval_pending', 'returned_for_supplement>withdrawn',
    'seeking_opinion>approval_pending', 'seeking_opinion>not_cleared',
    'seeking_opinion>withdrawn', 'waiting_conclusion>assessing', 'waiting_conclusion>withdrawn'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER care_talk_begins BEFORE INSERT ON care_talk
WHEN NEW.state NOT IN (
    'held', 'planned'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER care_talk_moves AFTER UPDATE OF state ON care_talk
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'action_open>action_open', 'action_open>closed', 'action_open>follow_up_due',
    'follow_up_due>follow_up_due', 'follow_up_due>followed_up', 'followed_up>closed',
    'followed_up>follow_up_due', 'followed_up>followed_up', 'held>held', 'held>recorded',
    'planned>cancelled', 'planned>scheduled', 'recorded>action_open', 'recorded>closed',
    'recorded>follow_up_due', 'recorded>recorded', 'scheduled>cancelled', 'scheduled>held',
    'scheduled>scheduled'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER supervision_begins BEFORE INSERT ON supervision
WHEN NEW.state NOT IN (
    'draft', 'sent'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER supervision_moves AFTER UPDATE OF state ON supervision
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'answered>closed', 'answered>sent', 'draft>closed', 'draft>draft', 'draft>sent',
    'sent>answered', 'sent>closed'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER feedback_request_begins BEFORE INSERT ON feedback_request
WHEN NEW.state NOT IN (
    'sent'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER feedback_request_moves AFTER UPDATE OF state ON feedback_request
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'answered>closed', 'sent>answered', 'sent>closed'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER meeting_begins BEFORE INSERT ON meeting
WHEN NEW.state NOT IN (
    'proposed'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER meeting_moves AFTER UPDATE OF state ON meeting
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'called>called', 'called>cancelled', 'called>held', 'held>minutes_pending',
    'minutes_pending>held', 'minutes_pending>minutes_issued', 'proposed>called',
    'proposed>cancelled'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER meeting_topic_begins BEFORE INSERT ON meeting_topic
WHEN NEW.state NOT IN (
    'listed'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER meeting_topic_moves AFTER UPDATE OF state ON meeting_topic
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'decided>decided', 'listed>decided', 'listed>put_off'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER meeting_participant_begins BEFORE INSERT ON meeting_participant
WHEN NEW.state NOT IN (
    'asked'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER meeting_participant_moves AFTER UPDATE OF state ON meeting_participant
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'asked>excused', 'asked>present', 'present>waived'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER meeting_task_begins BEFORE INSERT ON meeting_task
WHEN NEW.state NOT IN (
    'to_do'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER meeting_task_moves AFTER UPDATE OF state ON meeting_task
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'done>to_do', 'done>written_off', 'to_do>done', 'to_do>written_off'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

-- Joint handling: no answer is drafted, signed or issued while an opinion is missing.

CREATE TRIGGER joint_opinions BEFORE UPDATE OF state ON appeal
WHEN OLD.state <> NEW.state AND NEW.state IN ('reply_draft', 'reply_approved', 'replied')
    AND EXISTS (
        SELECT 1 FROM hand_over h WHERE h.appeal_id = NEW.id AND h.role <> 'lead'
        AND h.state IN ('sent', 'objected', 'disputed', 'signed')
    )
BEGIN SELECT RAISE(ABORT, 'a joint opinion is missing'); END;

CREATE TRIGGER hand_over_waived BEFORE UPDATE OF state ON hand_over
WHEN NEW.state = 'waived' AND OLD.state <> 'waived' AND NEW.waived_reason = ''
BEGIN SELECT RAISE(ABORT, 'an opinion is waived with a reason'); END;

-- Decisions: asked once, decided once, by another.

CREATE TRIGGER approval_asked BEFORE UPDATE OF
    track, case_id, act, needed_permission, unit_id, proposer_id, proposed_on, proposed_at
ON approval
BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END;

CREATE TRIGGER approval_decided_once AFTER UPDATE OF state, decider_id, decided_on, decided_at
ON approval
WHEN OLD.state IN ('agreed', 'refused', 'returned', 'lapsed')
    AND (OLD.state, OLD.decider_id, OLD.decided_on) IS NOT
        (NEW.state, NEW.decider_id, NEW.decided_on)
BEGIN SELECT RAISE(ABORT, 'a decision is taken once'); END;

CREATE TRIGGER approval_by_somebody BEFORE UPDATE OF state ON approval
WHEN NEW.state IN ('agreed', 'refused', 'returned') AND NEW.decider_id IS NULL
BEGIN SELECT RAISE(ABORT, 'nobody decided'); END;

CREATE TRIGGER approval_stays BEFORE DELETE ON approval
BEGIN SELECT RAISE(ABORT, 'a decision stays'); END;

-- What was counted, numbered or registered stays.

CREATE TRIGGER milestone_stays BEFORE DELETE ON milestone
BEGIN SELECT RAISE(ABORT, 'a milestone is revoked, never deleted'); END;

CREATE TRIGGER issued_number_fixed BEFORE UPDATE OF series, year, sequence, text ON issued_number
BEGIN SELECT RAISE(ABORT, 'a number once given stays'); END;

CREATE TRIGGER issued_number_stays BEFORE DELETE ON issued_number
BEGIN SELECT RAISE(ABORT, 'a number once given stays'); END;

CREATE TRIGGER appeal_stays BEFORE DELETE ON appeal
WHEN OLD.published OR OLD.batch_id IS NULL
BEGIN SELECT RAISE(ABORT, 'an appeal is never deleted'); END;

CREATE TRIGGER purge_by_two BEFORE INSERT ON purge
WHEN NEW.proposer_id = NEW.decider_id
BEGIN SELECT RAISE(ABORT, 'two persons clear a case'); END;

CREATE TRIGGER purge_fixed BEFORE UPDATE ON purge
BEGIN SELECT RAISE(ABORT, 'a purge stays as it was'); END;

CREATE TRIGGER purge_stays BEFORE DELETE ON purge
BEGIN SELECT RAISE(ABORT, 'a purge stays as it was'); END;

-- A sealed envelope: number, time, pieces, from, to (SETTLED §9.7). Nothing is written beside it.

CREATE TRIGGER envelope_no_words BEFORE INSERT ON event
WHEN NEW.track = 'envelope'
    AND (NEW.note <> '' OR NEW.backdated_reason IS NOT NULL OR NEW.behalf_of IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'nothing is written beside an envelope'); END;

CREATE TRIGGER envelope_no_file BEFORE INSERT ON attachment
WHEN NEW.track = 'envelope'
BEGIN SELECT RAISE(ABORT, 'nothing is filed with an envelope'); END;

CREATE TRIGGER envelope_no_paper BEFORE INSERT ON document
WHEN NEW.track = 'envelope'
BEGIN SELECT RAISE(ABORT, 'no paper with words is kept of an envelope'); END;

CREATE TRIGGER envelope_no_decision BEFORE INSERT ON approval
WHEN NEW.track = 'envelope'
BEGIN SELECT RAISE(ABORT, 'nothing is written beside an envelope'); END;

CREATE TRIGGER envelope_no_draft BEFORE INSERT ON draft
WHEN NEW.kind IN ('envelope', 'book:envelope') OR NEW.key = 'envelope'
    OR NEW.key LIKE 'envelope:%'
BEGIN SELECT RAISE(ABORT, 'no draft is kept of an envelope'); END;

-- 诬告陷害 is determined by a city divided into districts or above, from its scan (规则 Art 39).

CREATE TRIGGER referral_course_determined AFTER UPDATE OF state, scan_id ON referral_course
WHEN NEW.state IN (
        'determined', 'handling', 'handled', 'published', 'linked_clarification', 'closed'
    )
    AND NOT EXISTS (
        SELECT 1 FROM attachment a
        WHERE a.id = NEW.scan_id AND a.track = 'referral_course' AND a.case_id = NEW.id
            AND a.removed_reason = ''
    )
BEGIN SELECT RAISE(ABORT, 'no determination without its scan'); END;

CREATE TRIGGER referral_course_decided BEFORE UPDATE OF state ON referral_course
WHEN NEW.state = 'determined' AND OLD.state <> 'determined'
    AND NOT EXISTS (
        SELECT 1 FROM approval p
        WHERE p.track = 'referral_course' AND p.case_id = NEW.id
            AND p.act = 'record_determination' AND p.decider_id IS NOT NULL
            AND p.decider_id <> p.proposer_id
    )
BEGIN SELECT RAISE(ABORT, 'two people compare a determination with its scan'); END;

-- Moves of envelopes, referrals and their course.

CREATE TRIGGER envelope_begins BEFORE INSERT ON envelope
WHEN NEW.state NOT IN (
    'pending'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER envelope_moves AFTER UPDATE OF state ON envelope
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'handed_over>signed', 'pending>handed_over', 'pending>pending'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER false_accusation_referral_begins BEFORE INSERT ON false_accusation_referral
WHEN NEW.state NOT IN (
    'suspected'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER false_accusation_referral_moves AFTER UPDATE OF state ON false_accusation_referral
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'referred>answered', 'referred>referred', 'suspected>referred', 'suspected>screened_out',
    'suspected>withdrawn'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER referral_course_begins BEFORE INSERT ON referral_course
WHEN NEW.state NOT IN (
    'verifying'
)
BEGIN SELECT RAISE(ABORT, 'no move begins there'); END;

CREATE TRIGGER referral_course_moves AFTER UPDATE OF state ON referral_course
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'determination_proposed>determined', 'determination_proposed>mistaken_report',
    'determination_proposed>undetermined', 'determination_proposed>verifying',
    'determined>handling', 'determined>linked_clarification', 'handled>closed',
    'handled>linked_clarification', 'handled>published', 'handling>handled',
    'linked_clarification>closed', 'published>closed', 'published>linked_clarification',
    'verifying>determination_proposed', 'verifying>mistaken_report', 'verifying>undetermined'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

-- Tolerance: what is on the negative list is never tolerated, a published list never changes, a
-- filing counts only if the chain sealed it before the act, a case ends with its last correction.

CREATE TRIGGER tolerance_determined BEFORE UPDATE OF state ON error_tolerance
WHEN NEW.state = 'determined' AND OLD.state <> 'determined'
    AND (NEW.negative_hit NOT IN ('yes', 'no')
        OR NOT EXISTS (
            SELECT 1 FROM tolerance_list l WHERE l.id = NEW.list_id
            AND l.state IN ('published', 'replaced')
        )
        OR NOT EXISTS (
            SELECT 1 FROM approval a WHERE a.track = 'error_tolerance' AND a.case_id = NEW.id
            AND a.act IN ('determine', 'determine_not_tolerated') AND a.state = 'agreed'
            AND a.approver_number <> '' AND a.entered_by_id IS NOT NULL
        ))
BEGIN SELECT RAISE(ABORT, 'no determination without its list and its paper'); END;

CREATE TRIGGER tolerance_closed BEFORE UPDATE OF state ON error_tolerance
WHEN NEW.state = 'closed' AND EXISTS (
    SELECT 1 FROM tolerance_correction c WHERE c.parent_id = NEW.id AND c.state = 'open'
)
BEGIN SELECT RAISE(ABORT, 'a correction is still open'); END;

CREATE TRIGGER tolerance_filing_new BEFORE INSERT ON error_tolerance
WHEN NEW.filing_order = 'before' AND (
    NEW.filing_id IS NULL OR NEW.acted_on IS NULL
    OR NOT EXISTS (
        SELECT 1 FROM trail_entry t WHERE t.track = 'risk_filing' AND t.case_id = NEW.filing_id
        AND t.kind = 'risk_filing' AND t.row_id = NEW.filing_id
    )
    OR EXISTS (
        SELECT 1 FROM trail_entry t WHERE t.track = 'risk_filing' AND t.case_id = NEW.filing_id
        AND t.kind = 'risk_filing' AND t.row_id = NEW.filing_id
        AND (' ' || t.fields || ' ' LIKE '% matter %' OR ' ' || t.fields || ' ' LIKE '% rule_conflict %'
            OR ' ' || t.fields || ' ' LIKE '% expected_risk %'
            OR ' ' || t.fields || ' ' LIKE '% safeguards %')
        AND date(t.at, '+8 hours') >= NEW.acted_on
    )
)
BEGIN SELECT RAISE(ABORT, 'the chain does not prove this filing before the act'); END;

CREATE TRIGGER tolerance_filing_changed BEFORE UPDATE OF filing_order, filing_id, acted_on
ON error_tolerance
WHEN NEW.filing_order = 'before' AND (
    NEW.filing_id IS NULL OR NEW.acted_on IS NULL
    OR NOT EXISTS (
        SELECT 1 FROM trail_entry t WHERE t.track = 'risk_filing' AND t.case_id = NEW.filing_id
        AND t.kind = 'risk_filing' AND t.row_id = NEW.filing_id
    )
    OR EXISTS (
        SELECT 1 FROM trail_entry t WHERE t.track = 'risk_filing' AND t.case_id = NEW.filing_id
        AND t.kind = 'risk_filing' AND t.row_id = NEW.filing_id
        AND (' ' || t.fields || ' ' LIKE '% matter %' OR ' ' || t.fields || ' ' LIKE '% rule_conflict %'
            OR ' ' || t.fields || ' ' LIKE '% expected_risk %'
            OR ' ' || t.fields || ' ' LIKE '% safeguards %')
        AND date(t.at, '+8 hours') >= NEW.acted_on
    )
)
BEGIN SELECT RAISE(ABORT, 'the chain does not prove this filing before the act'); END;

CREATE TRIGGER tolerance_list_fixed BEFORE UPDATE OF
    title, organ_id, document_number, from_id, published_on, number
ON tolerance_list
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;

CREATE TRIGGER tolerance_list_stays BEFORE DELETE ON tolerance_list
BEGIN SELECT RAISE(ABORT, 'a list is replaced, never deleted'); END;

CREATE TRIGGER tolerance_list_course BEFORE UPDATE OF state ON tolerance_list
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN (
    'draft>published', 'draft>discarded', 'published>replaced'
)
BEGIN SELECT RAISE(ABORT, 'no move leads there'); END;

CREATE TRIGGER tolerance_item_new BEFORE INSERT ON tolerance_list_item
WHEN NOT EXISTS (SELECT 1 FROM tolerance_list l WHERE l.id = NEW.parent_id AND l.state = 'draft')
BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;

CREATE TRIGGER tolerance_item_fixed BEFORE UPDATE ON tolerance_list_item
WHEN NOT EXISTS (
    SELECT 1 FROM tolerance_list l WHERE l.id = OLD.parent_id AND l.state = 'draft'
)
BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;

CREATE TRIGGER tolerance_item_stays BEFORE DELETE ON tolerance_list_item
WHEN NOT EXISTS (
    SELECT 1 FROM tolerance_list l WHERE l.id = OLD.parent_id AND l.state = 'draft'
)
BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;

CREATE TRIGGER tolerance_example_fixed BEFORE UPDATE OF
    source_id, edition, title, result, post_general, period_general, place_general,
    amount_general, facts, appraisal, lesson, person_consent_on, organ_consent_on, published_on
ON tolerance_example
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a published example never changes'); END;
