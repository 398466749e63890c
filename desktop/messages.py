"""One sentence for each error code; the only place that knows them (DESIGN §3.9, OFFICE §4.8)."""

# ruff: noqa: E501 - a sentence stands on one line, as the translators see it

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.codes.book_labels import field_label
from db.core.clock import civil_time
from db.core.errors import ZhengmingError

SENTENCES: Final[Mapping[str, object]] = {
    # -- codes --
    "corrections_not_open": QT_TRANSLATE_NOOP(
        "Messages", "Corrections are set once the case is determined"
    ),
    "corrections_open": QT_TRANSLATE_NOOP("Messages", "Some corrections are still open"),
    "ex_officio_not_withdrawn": QT_TRANSLATE_NOOP(
        "Messages", "What was begun ex officio is not withdrawn by the person"
    ),
    "example_needs_consents": QT_TRANSLATE_NOOP(
        "Messages", "Both consents are needed first: of the person and of the organ that decided"
    ),
    "example_not_published": QT_TRANSLATE_NOOP(
        "Messages", "Only an example in the library gets a new edition"
    ),
    "example_not_released": QT_TRANSLATE_NOOP(
        "Messages", "A second person must look at what is marked and release it: {marks}"
    ),
    "filing_after_the_act": QT_TRANSLATE_NOOP(
        "Messages", "{on} is past: a filing comes before the act"
    ),
    "filing_not_in_force": QT_TRANSLATE_NOOP(
        "Messages", "This filing was not in force at the time of the act"
    ),
    "list_is_published": QT_TRANSLATE_NOOP(
        "Messages", "A published list never changes; begin a new version from it"
    ),
    "list_not_checked": QT_TRANSLATE_NOOP("Messages", "Compare the case with the list first"),
    "list_not_published": QT_TRANSLATE_NOOP("Messages", "This version was never published"),
    "list_number_taken": QT_TRANSLATE_NOOP("Messages", "Number {value} is taken in this list"),
    "list_side_is_empty": QT_TRANSLATE_NOOP(
        "Messages", "Both the positive and the negative list need at least one situation"
    ),
    "missing_consents": QT_TRANSLATE_NOOP("Messages", "Record both consents first"),
    "missing_corrections_done": QT_TRANSLATE_NOOP("Messages", "Some corrections are not done"),
    "missing_corrections_set": QT_TRANSLATE_NOOP("Messages", "Set the corrections first"),
    "missing_due_on": QT_TRANSLATE_NOOP("Messages", "Give the last day"),
    "missing_list_version": QT_TRANSLATE_NOOP(
        "Messages", "Compare the case with a published list first"
    ),
    "missing_six_factors": QT_TRANSLATE_NOOP(
        "Messages", "Answer every question of the six factors and three distinctions first"
    ),
    "missing_two_handlers": QT_TRANSLATE_NOOP("Messages", "Two persons verify together"),
    "negative_list_hit": QT_TRANSLATE_NOOP(
        "Messages", "It is on the negative list: it cannot be tolerated"
    ),
    "negative_numbers_do_not_fit": QT_TRANSLATE_NOOP(
        "Messages", "Name the situations of the negative list if it is on it, and none if it is not"
    ),
    "no_corrections": QT_TRANSLATE_NOOP("Messages", "There are no corrections yet"),
    "no_list_in_force": QT_TRANSLATE_NOOP("Messages", "No list is in force yet"),
    "not_consulted": QT_TRANSLATE_NOOP("Messages", "Record the consultation first"),
    "outside_white_list": QT_TRANSLATE_NOOP(
        "Messages", "Take out what names others or describes a report: {words}"
    ),
    "source_identifier": QT_TRANSLATE_NOOP(
        "Messages", "“{text}” names the case it was taken from; put it in general words"
    ),
    "source_not_determined": QT_TRANSLATE_NOOP(
        "Messages", "Only a determined case becomes an example"
    ),
    "unknown_list_number": QT_TRANSLATE_NOOP("Messages", "This version has no number {value}"),
    "verification_incomplete": QT_TRANSLATE_NOOP(
        "Messages", "Answer every question of the six factors and three distinctions first"
    ),
    "verifier_is_party": QT_TRANSLATE_NOOP("Messages", "Nobody verifies his own case"),
    "verifier_recused": QT_TRANSLATE_NOOP("Messages", "This person is recused from the case"),
    "account_closed": QT_TRANSLATE_NOOP("Messages", "This account is closed"),
    "account_exists": QT_TRANSLATE_NOOP("Messages", "This account exists already"),
    "accusation_not_recorded": QT_TRANSLATE_NOOP(
        "Messages", "Accusations are handed on sealed and not recorded here"
    ),
    "against_person_wish": QT_TRANSLATE_NOOP(
        "Messages", "The person does not want it made known further"
    ),
    "already_decided": QT_TRANSLATE_NOOP("Messages", "This has been decided already"),
    "already_linked": QT_TRANSLATE_NOOP("Messages", "It is linked already"),
    "appeal_not_special": QT_TRANSLATE_NOOP(
        "Messages", "Only an appeal of procedure ⑤ leads to a clarification"
    ),
    "approved_mode_not_done": QT_TRANSLATE_NOOP(
        "Messages", "An approved way was not carried out; give the reason"
    ),
    "approver_is_manager": QT_TRANSLATE_NOOP(
        "Messages",
        "A clarification is approved by the head of the body that checked, never by the head of the center",
    ),
    "assessed_to_clear": QT_TRANSLATE_NOOP("Messages", "It was assessed to be cleared"),
    "attendance_open": QT_TRANSLATE_NOOP(
        "Messages", "Say of everybody who was asked whether he came"
    ),
    "backdating_needs_reason": QT_TRANSLATE_NOOP(
        "Messages", "{on} lies more than a week back: give the reason for recording it late"
    ),
    "backup_differs": QT_TRANSLATE_NOOP(
        "Messages", "The backup does not hold what the store holds; it was set aside"
    ),
    "backup_failed": QT_TRANSLATE_NOOP(
        "Messages",
        "The backup was not completed. Back up at once and tell the system administrator",
    ),
    "backup_incomplete": QT_TRANSLATE_NOOP(
        "Messages", "{name} is no complete backup: parts are missing"
    ),
    "backup_missing": QT_TRANSLATE_NOOP("Messages", "There is no backup yet"),
    "bad_birth_month": QT_TRANSLATE_NOOP("Messages", "Write the birth month as 1985.03"),
    "bad_month": QT_TRANSLATE_NOOP("Messages", "{month} is no month; write it as 2026-10"),
    "bad_period_setting": QT_TRANSLATE_NOOP(
        "Messages", "Reporting months begin on a day from 1 to 28"
    ),
    "batch_not_published": QT_TRANSLATE_NOOP("Messages", "This import is not finished"),
    "batch_worked_on": QT_TRANSLATE_NOOP(
        "Messages", "{count} appeals of this import are worked on already: it cannot be undone"
    ),
    "before_receipt": QT_TRANSLATE_NOOP("Messages", "{on} lies before the appeal was received"),
    "belongs_to_superior": QT_TRANSLATE_NOOP(
        "Messages", "This person is managed by a higher body: hand it on sealed"
    ),
    "bounced_to_manager": QT_TRANSLATE_NOOP(
        "Messages", "Given back too often: the head of the center says first how it goes on"
    ),
    "broken_character": QT_TRANSLATE_NOOP(
        "Messages", "There is half a character in the text; type it again"
    ),
    "case_has_ended": QT_TRANSLATE_NOOP("Messages", "This case has ended"),
    "case_tabs_full": QT_TRANSLATE_NOOP(
        "Messages", "At most {most} cases are open at a time: close one"
    ),
    "cause_needs_head": QT_TRANSLATE_NOOP(
        "Messages",
        "This reason needs the consent of the head of the center: draw it up and send it with consent",
    ),
    "cause_needs_no_head": QT_TRANSLATE_NOOP("Messages", "This reason needs no consent: send it"),
    "changed_meanwhile": QT_TRANSLATE_NOOP(
        "Messages",
        "Somebody changed this since you opened it. Left: yours. Right: stored. Check and save",
    ),
    "clarification_issuer": QT_TRANSLATE_NOOP(
        "Messages", "Clarification papers are issued by the organ that checked, never by the center"
    ),
    "comes_by_suggestion": QT_TRANSLATE_NOOP("Messages", "This occasion comes by a suggestion"),
    "confirmation_needed": QT_TRANSLATE_NOOP(
        "Messages", "This was recorded from paper and is still to be checked by a second person"
    ),
    "cost_below_floor": QT_TRANSLATE_NOOP(
        "Messages", "The password protection is below the floor of this store"
    ),
    "cut_off_in_future": QT_TRANSLATE_NOOP("Messages", "The cut-off lies in the future"),
    "date_in_future": QT_TRANSLATE_NOOP("Messages", "{on} lies in the future"),
    "date_out_of_range": QT_TRANSLATE_NOOP("Messages", "Dates run from {first} to {last}"),
    "date_too_early": QT_TRANSLATE_NOOP("Messages", "{on} is too early"),
    "dates_out_of_order": QT_TRANSLATE_NOOP("Messages", "These dates are out of order"),
    "decision_pending": QT_TRANSLATE_NOOP("Messages", "The same is already waiting for a decision"),
    "delivered_before_issued": QT_TRANSLATE_NOOP(
        "Messages", "The delivery lies before the date of issue"
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Messages", "Disk full, not saved. Your draft is kept; free some space and retry"
    ),
    "dispute_pending": QT_TRANSLATE_NOOP(
        "Messages", "The common superior has not decided yet who handles it"
    ),
    "dispute_settled": QT_TRANSLATE_NOOP(
        "Messages", "The common superior has decided that this unit handles it"
    ),
    "due_before_today": QT_TRANSLATE_NOOP("Messages", "The day lies before today"),
    "duty_not_for_department": QT_TRANSLATE_NOOP(
        "Messages", "Only people of the organization department can have this duty"
    ),
    "extension_negative": QT_TRANSLATE_NOOP("Messages", "An extension has at least one day"),
    "extension_not_agreed": QT_TRANSLATE_NOOP("Messages", "An extension was not agreed"),
    "extension_not_allowed": QT_TRANSLATE_NOOP("Messages", "This term cannot be extended"),
    "extension_once": QT_TRANSLATE_NOOP("Messages", "A term is extended once only"),
    "extension_not_told": QT_TRANSLATE_NOOP(
        "Messages", "Tell the person of the extension and its reason first"
    ),
    "extension_told_before": QT_TRANSLATE_NOOP("Messages", "The person was told already"),
    "extension_too_late": QT_TRANSLATE_NOOP(
        "Messages", "The term ended on {due_on}: an extension is decided before that"
    ),
    "extension_too_long": QT_TRANSLATE_NOOP(
        "Messages",
        "One extension has at most 30 days, must be approved by the head of this organ before the term ends, and its reason is told",
    ),
    "false_accusation_not_here": QT_TRANSLATE_NOOP(
        "Messages", "A false accusation is determined by the competent organ, not recorded here"
    ),
    "feedback_mentions_review": QT_TRANSLATE_NOOP(
        "Messages", "A feedback sheet never speaks of review or recheck"
    ),
    "field_not_editable": QT_TRANSLATE_NOOP("Messages", "This entry cannot be changed any more"),
    "file_damaged": QT_TRANSLATE_NOOP(
        "Messages", "{name} is damaged: its contents differ from what was filed"
    ),
    "file_empty": QT_TRANSLATE_NOOP("Messages", "{file} is empty"),
    "file_encoding": QT_TRANSLATE_NOOP(
        "Messages", "{file} has an unknown text encoding (byte {byte})"
    ),
    "file_filed_before": QT_TRANSLATE_NOOP("Messages", "{name} is filed already"),
    "file_json": QT_TRANSLATE_NOOP("Messages", "Row {row} of {file} is not readable JSON"),
    "file_kind_unknown": QT_TRANSLATE_NOOP("Messages", "{file} is none of xlsx, xls, csv, json"),
    "file_missing": QT_TRANSLATE_NOOP("Messages", "{file} is not there"),
    "file_not_written": QT_TRANSLATE_NOOP("Messages", "The file could not be written"),
    "file_password": QT_TRANSLATE_NOOP(
        "Messages", "{file} is protected by a password: save a copy without one"
    ),
    "file_quote_open": QT_TRANSLATE_NOOP(
        "Messages", "From row {row} of {file} a quotation mark is not closed"
    ),
    "file_range_absurd": QT_TRANSLATE_NOOP(
        "Messages",
        "{file} claims {rows} rows and {columns} columns: delete the empty ones and save again",
    ),
    "file_too_large": QT_TRANSLATE_NOOP("Messages", "{file} has {megabytes} MB: split it"),
    "file_unreadable": QT_TRANSLATE_NOOP("Messages", "{file} cannot be read"),
    "finding_not_clearable": QT_TRANSLATE_NOOP(
        "Messages", "With this conclusion no clarification is possible"
    ),
    "folder_unwritable": QT_TRANSLATE_NOOP("Messages", "Nothing can be written to this folder"),
    "grant_locked": QT_TRANSLATE_NOOP("Messages", "This right stays with its role"),
    "grant_unknown": QT_TRANSLATE_NOOP("Messages", "There is no such right"),
    "guess_of_reporter": QT_TRANSLATE_NOOP(
        "Messages", "The text seems to guess who reported: take it out before saving"
    ),
    "head_count_too_small": QT_TRANSLATE_NOOP("Messages", "Joint visitors are at least this many"),
    "hearing_not_excludable": QT_TRANSLATE_NOOP("Messages", "This term leaves out no hearing days"),
    "held_note_used": QT_TRANSLATE_NOOP("Messages", "This note has become a case already"),
    "illegal_move": QT_TRANSLATE_NOOP("Messages", "In its present state this cannot be done"),
    "impact_end_unknown": QT_TRANSLATE_NOOP(
        "Messages", "The last day of the period is not known yet: look up what the note names"
    ),
    "impact_exists": QT_TRANSLATE_NOOP(
        "Messages", "This person's period runs already: add the punishment to it"
    ),
    "impact_months_out_of_range": QT_TRANSLATE_NOOP(
        "Messages", "The decision fixes from {least} to {most} months here"
    ),
    "impact_over": QT_TRANSLATE_NOOP("Messages", "This period is followed no longer"),
    "impact_period_runs": QT_TRANSLATE_NOOP("Messages", "The impact period still runs"),
    "impact_review_too_early": QT_TRANSLATE_NOOP(
        "Messages", "The review opens one month before the last day of the period"
    ),
    "impact_without_helper": QT_TRANSLATE_NOOP("Messages", "Name the helper first"),
    "impact_without_visit": QT_TRANSLATE_NOOP("Messages", "No visit is recorded yet"),
    "import_abandoned": QT_TRANSLATE_NOOP(
        "Messages", "This import was abandoned; nothing of it stays"
    ),
    "import_overtaken": QT_TRANSLATE_NOOP(
        "Messages", "Another import ran meanwhile; look at the preview again"
    ),
    "key_file_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "The key file {path} is missing: nothing can be opened without it. Restore it from a backup",
    ),
    "key_file_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The key file {path} cannot be read. Restore it from a backup"
    ),
    "last_manager": QT_TRANSLATE_NOOP("Messages", "The last head of the center cannot be closed"),
    "lead_asks_extension": QT_TRANSLATE_NOOP(
        "Messages", "Only the unit that leads asks for an extension"
    ),
    "lead_drafts_reply": QT_TRANSLATE_NOOP("Messages", "The lead unit drafts the answer"),
    "lead_is_reassigned": QT_TRANSLATE_NOOP(
        "Messages", "The lead unit is changed by handing it over again"
    ),
    "login_letters": QT_TRANSLATE_NOOP(
        "Messages", "A log-in name has lower-case letters, digits and _ only"
    ),
    "login_taken": QT_TRANSLATE_NOOP("Messages", "The log-in name {login} is taken"),
    "mapping_unknown_column": QT_TRANSLATE_NOOP("Messages", "The file has no column {columns}"),
    "mapping_unknown_field": QT_TRANSLATE_NOOP("Messages", "This field is not known"),
    "meeting_not_held": QT_TRANSLATE_NOOP(
        "Messages", "The meeting has not been held, or its minutes wait for signature"
    ),
    "meeting_not_open": QT_TRANSLATE_NOOP("Messages", "The meeting is not at the stage for this"),
    "meeting_text_too_long": QT_TRANSLATE_NOOP(
        "Messages", "The text read out has {length} characters; at most {limit}"
    ),
    "member_taken": QT_TRANSLATE_NOOP("Messages", "Another unit is this member department already"),
    "merge_target": QT_TRANSLATE_NOOP(
        "Messages", "Choose another case of the same person that is still open"
    ),
    "merged_cells": QT_TRANSLATE_NOOP(
        "Messages", "Sheet {sheet} of {file} is a form with merged cells ({cells})"
    ),
    "migration_failed": QT_TRANSLATE_NOOP(
        "Messages",
        "The store could not be brought to this version; it is untouched. Keep the backup and tell the system administrator",
    ),
    "missing_administration": QT_TRANSLATE_NOOP("Messages", "Say who manages this person"),
    "missing_approval_by_other": QT_TRANSLATE_NOOP(
        "Messages", "The approval of another person is missing"
    ),
    "missing_approver_name": QT_TRANSLATE_NOOP("Messages", "Name the person who approved on paper"),
    "missing_approver_post": QT_TRANSLATE_NOOP(
        "Messages", "Give the post of the person who approved"
    ),
    "missing_audience_count": QT_TRANSLATE_NOOP("Messages", "Give the number of people present"),
    "missing_clearable_finding": QT_TRANSLATE_NOOP(
        "Messages", "With this conclusion no clarification is possible"
    ),
    "missing_confirmation": QT_TRANSLATE_NOOP("Messages", "Say how the person confirmed"),
    "missing_consent": QT_TRANSLATE_NOOP("Messages", "The consent is missing"),
    "missing_consent_to_transfer": QT_TRANSLATE_NOOP(
        "Messages", "The person's consent to the transfer is missing"
    ),
    "missing_content": QT_TRANSLATE_NOOP("Messages", "Write down the contents"),
    "missing_delivered_on": QT_TRANSLATE_NOOP("Messages", "Give the date of delivery"),
    "missing_delivery": QT_TRANSLATE_NOOP("Messages", "Give the way and the date of delivery"),
    "missing_difficulties": QT_TRANSLATE_NOOP(
        "Messages", "Record the difficulties, or that there are none"
    ),
    "missing_difficulties_done": QT_TRANSLATE_NOOP("Messages", "Some difficulties are still open"),
    "missing_document_number": QT_TRANSLATE_NOOP("Messages", "Give the number of the paper"),
    "missing_effect": QT_TRANSLATE_NOOP("Messages", "Say what effect it had"),
    "missing_events": QT_TRANSLATE_NOOP("Messages", "Enter at least one event"),
    "missing_facts": QT_TRANSLATE_NOOP("Messages", "Write down the main appeal and the facts"),
    "missing_finding": QT_TRANSLATE_NOOP(
        "Messages",
        "No written conclusion of the competent organ is recorded; it cannot be sent for approval",
    ),
    "missing_how_told": QT_TRANSLATE_NOOP("Messages", "Write down how the person was told"),
    "missing_issued_on": QT_TRANSLATE_NOOP("Messages", "Give the date of issue"),
    "missing_label": QT_TRANSLATE_NOOP("Messages", "Give the label"),
    "missing_line": QT_TRANSLATE_NOOP("Messages", "Write one line"),
    "missing_login": QT_TRANSLATE_NOOP("Messages", "Give a log-in name"),
    "missing_modes": QT_TRANSLATE_NOOP("Messages", "Choose a way of clarifying"),
    "missing_modes_with_written": QT_TRANSLATE_NOOP(
        "Messages", "Face-to-face, meeting or circular needs a letter as well"
    ),
    "missing_name": QT_TRANSLATE_NOOP("Messages", "Give a name"),
    "missing_number": QT_TRANSLATE_NOOP("Messages", "Give the number"),
    "missing_office": QT_TRANSLATE_NOOP("Messages", "Give the name of the office"),
    "missing_opinion": QT_TRANSLATE_NOOP("Messages", "Give an opinion"),
    "missing_opinions_complete": QT_TRANSLATE_NOOP(
        "Messages", "Opinions of assisting units are still missing"
    ),
    "missing_organ": QT_TRANSLATE_NOOP("Messages", "Name the organ"),
    "missing_outcome": QT_TRANSLATE_NOOP("Messages", "Choose the result"),
    "missing_own_case": QT_TRANSLATE_NOOP("Messages", "Tie it to his own appeal or clarification"),
    "missing_person": QT_TRANSLATE_NOOP("Messages", "Choose the person"),
    "missing_person_name": QT_TRANSLATE_NOOP("Messages", "Give the name of the person"),
    "missing_person_opinion": QT_TRANSLATE_NOOP("Messages", "The person's own opinion is missing"),
    "missing_phone": QT_TRANSLATE_NOOP(
        "Messages",
        "Give a phone number. If the person wants none on record, choose “no phone” and note another way",
    ),
    "missing_phone_last4": QT_TRANSLATE_NOOP(
        "Messages", "Give the last four figures of the phone number"
    ),
    "missing_place": QT_TRANSLATE_NOOP("Messages", "Give the place"),
    "missing_procedure": QT_TRANSLATE_NOOP("Messages", "Choose the procedure"),
    "missing_proposed_opinion": QT_TRANSLATE_NOOP("Messages", "Give the proposed opinion"),
    "missing_question": QT_TRANSLATE_NOOP("Messages", "Write down the question"),
    "missing_reason": QT_TRANSLATE_NOOP("Messages", "Give the reason"),
    "missing_remedy_body": QT_TRANSLATE_NOOP("Messages", "Name the body that is competent"),
    "missing_remedy_last_day": QT_TRANSLATE_NOOP(
        "Messages", "Give the last day for it, or say that there is none"
    ),
    "missing_reply_text": QT_TRANSLATE_NOOP("Messages", "Write the answer"),
    "missing_reported_back": QT_TRANSLATE_NOOP(
        "Messages", "Report back to whoever assigned it first"
    ),
    "missing_review_window": QT_TRANSLATE_NOOP(
        "Messages", "The 30 days for a review have not passed"
    ),
    "missing_revisit": QT_TRANSLATE_NOOP("Messages", "The revisit is missing"),
    "missing_satisfaction": QT_TRANSLATE_NOOP(
        "Messages", "Record the satisfaction with service and with the result"
    ),
    "missing_sayable": QT_TRANSLATE_NOOP("Messages", "Give the sentence that may be said"),
    "missing_scope": QT_TRANSLATE_NOOP("Messages", "Choose how far it is made known"),
    "missing_signature": QT_TRANSLATE_NOOP("Messages", "The signature is missing"),
    "missing_signer": QT_TRANSLATE_NOOP("Messages", "Name the signer"),
    "missing_statutory_procedure": QT_TRANSLATE_NOOP(
        "Messages", "Only the petition procedure allows this"
    ),
    "missing_subject": QT_TRANSLATE_NOOP("Messages", "Give the subject"),
    "missing_supplement_list": QT_TRANSLATE_NOOP("Messages", "List what is to be supplemented"),
    "missing_talker": QT_TRANSLATE_NOOP("Messages", "Name the talker"),
    "missing_target_case": QT_TRANSLATE_NOOP("Messages", "Name the case it is merged into"),
    "missing_unit": QT_TRANSLATE_NOOP("Messages", "Choose the unit"),
    "missing_when_and_where": QT_TRANSLATE_NOOP("Messages", "Give time and place"),
    "mode_not_approved": QT_TRANSLATE_NOOP("Messages", "This way was not approved"),
    "month_closed": QT_TRANSLATE_NOOP(
        "Messages", "{month} is closed: only corrections are possible"
    ),
    "month_does_not_foot": QT_TRANSLATE_NOOP(
        "Messages", "The balance of {month} does not foot; it cannot be printed or closed"
    ),
    "month_not_over": QT_TRANSLATE_NOOP("Messages", "{month} is not over yet"),
    "month_open": QT_TRANSLATE_NOOP("Messages", "{month} is not closed yet"),
    "month_reported": QT_TRANSLATE_NOOP(
        "Messages", "The numbers of this month and organ are entered already"
    ),
    "name_too_long": QT_TRANSLATE_NOOP("Messages", "A name has at most {most} characters"),
    "network_share": QT_TRANSLATE_NOOP(
        "Messages",
        "{path} lies on a network share, where two programs could spoil it. Put it on a local disk",
    ),
    "no_content_on_behalf": QT_TRANSLATE_NOOP(
        "Messages", "A talk recorded on behalf takes date, persons and to-dos only"
    ),
    "no_deadline_to_extend": QT_TRANSLATE_NOOP(
        "Messages", "No term is running that could be extended"
    ),
    "no_files_here": QT_TRANSLATE_NOOP(
        "Messages", "Nothing is filed with a sealed envelope: number, time, pieces, from, to"
    ),
    "no_finding": QT_TRANSLATE_NOOP(
        "Messages",
        "No written conclusion of the competent organ is recorded; it cannot be sent for approval",
    ),
    "no_header": QT_TRANSLATE_NOOP(
        "Messages", "No header row was recognised in sheet {sheet} of {file}"
    ),
    "no_lead_unit": QT_TRANSLATE_NOOP("Messages", "There is no lead unit yet"),
    "no_participants": QT_TRANSLATE_NOOP("Messages", "Ask somebody to come first"),
    "no_pieces": QT_TRANSLATE_NOOP("Messages", "Give the number of pieces, from 1"),
    "no_store_key": QT_TRANSLATE_NOOP(
        "Messages",
        "This account cannot open the records yet: a security administrator or the head of the center opens it under Administration",
    ),
    "no_such_account": QT_TRANSLATE_NOOP("Messages", "There is no such account"),
    "no_topics": QT_TRANSLATE_NOOP("Messages", "Put a topic on the list first"),
    "not_a_participant": QT_TRANSLATE_NOOP("Messages", "This unit was not asked to the meeting"),
    "not_a_topic": QT_TRANSLATE_NOOP("Messages", "This case is no topic of the meeting"),
    "not_assessed": QT_TRANSLATE_NOOP("Messages", "The effect was not assessed yet"),
    "not_for_this_kind": QT_TRANSLATE_NOOP("Messages", "This step does not belong to this kind"),
    "not_found": QT_TRANSLATE_NOOP("Messages", "No matching case"),
    "not_handed_over": QT_TRANSLATE_NOOP("Messages", "This unit has no part of the case"),
    "not_on_the_spot": QT_TRANSLATE_NOOP("Messages", "{number} was not settled on the spot"),
    "not_permitted": QT_TRANSLATE_NOOP(
        "Messages",
        "You have no right to this deed. If your work needs it, ask the head of the center",
    ),
    "not_bounced": QT_TRANSLATE_NOOP("Messages", "It was not given back too often"),
    "not_returned": QT_TRANSLATE_NOOP("Messages", "This was not returned"),
    "not_the_discipline_organ": QT_TRANSLATE_NOOP(
        "Messages", "Words of this kind are sealed for the discipline organ only"
    ),
    "note_gone": QT_TRANSLATE_NOOP("Messages", "This note stands no longer"),
    "nothing_recorded": QT_TRANSLATE_NOOP("Messages", "Nothing was recorded from paper here"),
    "nothing_to_release": QT_TRANSLATE_NOOP(
        "Messages", "Nothing in this paper waits for a release"
    ),
    "nothing_written_here": QT_TRANSLATE_NOOP(
        "Messages", "Nothing is written beside a sealed envelope"
    ),
    "notice_empty": QT_TRANSLATE_NOOP("Messages", "Enter at least one day off"),
    "notice_twice": QT_TRANSLATE_NOOP("Messages", "{on} is named twice"),
    "notice_weekday_working": QT_TRANSLATE_NOOP("Messages", "{on} is a working day already"),
    "notice_without_source": QT_TRANSLATE_NOOP("Messages", "Enter the number of the notice"),
    "notice_year": QT_TRANSLATE_NOOP("Messages", "{on} is not in {year}"),
    "numbers_do_not_fit": QT_TRANSLATE_NOOP("Messages", "Each number is part of the one before it"),
    "objection_too_late": QT_TRANSLATE_NOOP("Messages", "The objection was due by {due_on}"),
    "one_lead_needed": QT_TRANSLATE_NOOP("Messages", "Exactly one unit takes the lead"),
    "only_petition_has_review": QT_TRANSLATE_NOOP(
        "Messages", "Only the petition procedure has review and recheck"
    ),
    "opinion_given": QT_TRANSLATE_NOOP(
        "Messages", "This opinion is noted already; correct it there"
    ),
    "opinion_missing": QT_TRANSLATE_NOOP(
        "Messages", "A unit that came has not given its opinion, and the head has not waived it"
    ),
    "organ_cannot_clear": QT_TRANSLATE_NOOP(
        "Messages", "Only the organ that checked clears: discipline or organization"
    ),
    "paper_not_released": QT_TRANSLATE_NOOP(
        "Messages", "This paper still waits for its release by another person"
    ),
    "paper_not_written": QT_TRANSLATE_NOOP("Messages", "The file could not be written"),
    "paper_not_yet": QT_TRANSLATE_NOOP("Messages", "In its present state this paper is not made"),
    "paper_outdated": QT_TRANSLATE_NOOP("Messages", "The case changed since; draft the paper anew"),
    "password_needed": QT_TRANSLATE_NOOP(
        "Messages", "The present password is needed to set a new one"
    ),
    "password_not_set": QT_TRANSLATE_NOOP(
        "Messages", "This account has no password yet: set one first"
    ),
    "password_too_short": QT_TRANSLATE_NOOP(
        "Messages", "A password has at least {least} characters"
    ),
    "passwords_differ": QT_TRANSLATE_NOOP("Messages", "The two passwords differ"),
    "person_exists": QT_TRANSLATE_NOOP(
        "Messages", "{name} with the same birth month and unit exists already"
    ),
    "person_times_out_of_range": QT_TRANSLATE_NOOP(
        "Messages", "The number of persons is out of range"
    ),
    "personnel_decision_is_redirected": QT_TRANSLATE_NOOP(
        "Messages", "Personnel decisions are redirected to review or appeal"
    ),
    "procedure_not_accepted": QT_TRANSLATE_NOOP(
        "Messages", "This procedure is redirected, never accepted"
    ),
    "program_incomplete": QT_TRANSLATE_NOOP(
        "Messages", "Parts of the program are missing. Install it again"
    ),
    "purpose_refused": QT_TRANSLATE_NOOP(
        "Messages", "Appeal records are not opened for checks, appointments or awards"
    ),
    "query_bracket_close": QT_TRANSLATE_NOOP(
        "Messages", "A closing bracket has no partner (character {at})"
    ),
    "query_bracket_open": QT_TRANSLATE_NOOP("Messages", "A bracket is not closed (character {at})"),
    "query_date": QT_TRANSLATE_NOOP("Messages", "{value} is not a date (character {at})"),
    "query_empty": QT_TRANSLATE_NOOP("Messages", "Type something to search for"),
    "query_field_empty": QT_TRANSLATE_NOOP("Messages", "Nothing stands after {name}:"),
    "query_only_negation": QT_TRANSLATE_NOOP(
        "Messages", "A search needs at least one word without “-”"
    ),
    "query_operator": QT_TRANSLATE_NOOP(
        "Messages", "OR needs a word on each side (character {at})"
    ),
    "query_quote_open": QT_TRANSLATE_NOOP(
        "Messages", "A quotation mark is not closed (character {at})"
    ),
    "query_too_deep": QT_TRANSLATE_NOOP("Messages", "Too many brackets inside each other"),
    "query_too_long": QT_TRANSLATE_NOOP(
        "Messages", "The search is too long (at most {at} characters)"
    ),
    "recheck_needs_review": QT_TRANSLATE_NOOP("Messages", "A recheck follows a review"),
    "recorder_is_talker": QT_TRANSLATE_NOOP("Messages", "Talker and recorder are two people"),
    "recovery_mistyped": QT_TRANSLATE_NOOP(
        "Messages", "This half-sheet is mistyped: compare it group by group"
    ),
    "recovery_not_of_store": QT_TRANSLATE_NOOP(
        "Messages", "These half-sheets belong to another store"
    ),
    "reply_opinion_issuer": QT_TRANSLATE_NOOP(
        "Messages", "The opinion letter is issued by the competent organ, never by the center"
    ),
    "reply_opinion_procedure": QT_TRANSLATE_NOOP(
        "Messages", "Only the petition procedure has an opinion letter"
    ),
    "report_has_faults": QT_TRANSLATE_NOOP(
        "Messages", "The report does not foot; it is not printed"
    ),
    "review_once": QT_TRANSLATE_NOOP("Messages", "This review has been asked for already"),
    "rule_length_out_of_range": QT_TRANSLATE_NOOP(
        "Messages", "{length} is out of range for this rule"
    ),
    "rule_statutory": QT_TRANSLATE_NOOP("Messages", "The length of a statutory term is set by law"),
    "rule_without_length": QT_TRANSLATE_NOOP("Messages", "No source gives this term a length"),
    "same_appeal": QT_TRANSLATE_NOOP("Messages", "This is the same appeal"),
    "sayable_too_long": QT_TRANSLATE_NOOP(
        "Messages", "The sentence that may be said has at most {most} characters"
    ),
    "self_approval": QT_TRANSLATE_NOOP(
        "Messages", "The proposer cannot approve this; send it to another leader"
    ),
    "self_confirmation": QT_TRANSLATE_NOOP(
        "Messages", "Who typed it cannot confirm it: ask another person"
    ),
    "setting_form": QT_TRANSLATE_NOOP("Messages", "The form of a number needs {{sequence}}"),
    "setting_out_of_range": QT_TRANSLATE_NOOP(
        "Messages", "This setting runs from {least} to {most}"
    ),
    "state_secret": QT_TRANSLATE_NOOP(
        "Messages", "State secrets are never entered here: register only “kept apart, number …”"
    ),
    "store_busy": QT_TRANSLATE_NOOP(
        "Messages",
        "Another program holds the store. Nothing was saved; the draft is kept. Try again",
    ),
    "store_exists": QT_TRANSLATE_NOOP("Messages", "{path} exists already and is not overwritten"),
    "store_missing": QT_TRANSLATE_NOOP("Messages", "The store {path} is not there"),
    "store_newer": QT_TRANSLATE_NOOP(
        "Messages", "This store was written by a later version of the program. Update the program"
    ),
    "store_read_only": QT_TRANSLATE_NOOP(
        "Messages",
        "The store cannot be written to. Nothing was saved; check the rights of its folder",
    ),
    "store_unreadable": QT_TRANSLATE_NOOP(
        "Messages",
        "The store cannot be read. Close the program and check the disk; backups are untouched",
    ),
    "supplement_asked_before": QT_TRANSLATE_NOOP(
        "Messages", "A supplement was asked for once already; it is asked once only"
    ),
    "system_admin_no_key": QT_TRANSLATE_NOOP(
        "Messages", "A system administrator never holds the key of the records"
    ),
    "template_field_missing": QT_TRANSLATE_NOOP(
        "Messages", "The template lacks the fields {fields}"
    ),
    "template_field_unknown": QT_TRANSLATE_NOOP(
        "Messages", "The template asks for unknown fields {fields}"
    ),
    "template_unreadable": QT_TRANSLATE_NOOP("Messages", "The template cannot be read"),
    "text_too_long": QT_TRANSLATE_NOOP("Messages", "At most {most} characters"),
    "third_person_in_letter": QT_TRANSLATE_NOOP(
        "Messages",
        "The text names people or numbers outside its list (marked): check it and let another person release it",
    ),
    "threshold_out_of_range": QT_TRANSLATE_NOOP("Messages", "The likeness lies between 0.5 and 1"),
    "time_unreadable": QT_TRANSLATE_NOOP("Messages", "This is no time; write it as 9:30"),
    "too_few_for_group": QT_TRANSLATE_NOOP("Messages", "Several visitors are two or more"),
    "too_many_files": QT_TRANSLATE_NOOP("Messages", "At most {most} files at a time"),
    "too_many_lines": QT_TRANSLATE_NOOP("Messages", "At most {most} lines at a time"),
    "too_many_representatives": QT_TRANSLATE_NOOP(
        "Messages", "Name one to {most} representatives, never more than came"
    ),
    "topic_twice": QT_TRANSLATE_NOOP("Messages", "This case is a topic of the meeting already"),
    "topic_undecided": QT_TRANSLATE_NOOP(
        "Messages", "A topic has neither a decision nor been put off"
    ),
    "trail_broken": QT_TRANSLATE_NOOP(
        "Messages",
        "The trail breaks at entry {entry}. Stop work, keep the backups and tell the head of the center",
    ),
    "transfer_refused_by_person": QT_TRANSLATE_NOOP(
        "Messages", "The person does not want this handed to other units"
    ),
    "trigger_not_for_center": QT_TRANSLATE_NOOP(
        "Messages", "This occasion belongs to another body"
    ),
    "unconfirmed_records": QT_TRANSLATE_NOOP(
        "Messages", "Recorded steps of this case are still to be checked by a second person"
    ),
    "unit_in_itself": QT_TRANSLATE_NOOP("Messages", "A unit cannot stand under itself"),
    "unit_is_invited": QT_TRANSLATE_NOOP(
        "Messages", "The discipline organ is not urged: ask it kindly for an answer"
    ),
    "unit_is_urged": QT_TRANSLATE_NOOP(
        "Messages", "This unit is urged like the others; asking kindly is for the discipline organ"
    ),
    "unit_key_taken": QT_TRANSLATE_NOOP("Messages", "This unit exists already"),
    "unit_twice": QT_TRANSLATE_NOOP("Messages", "A unit is named twice"),
    "unit_unknown": QT_TRANSLATE_NOOP("Messages", "This unit is not in the tree of units"),
    "unknown_account": QT_TRANSLATE_NOOP("Messages", "There is no such person in the office"),
    "unknown_code": QT_TRANSLATE_NOOP("Messages", "This value is not in its list"),
    "unknown_list": QT_TRANSLATE_NOOP("Messages", "There is no such list"),
    "unknown_move": QT_TRANSLATE_NOOP("Messages", "There is no such step"),
    "unknown_opinion": QT_TRANSLATE_NOOP(
        "Messages", "A conclusion rests on opinions that were given in this case"
    ),
    "unknown_paper": QT_TRANSLATE_NOOP("Messages", "There is no such paper"),
    "unknown_profile": QT_TRANSLATE_NOOP("Messages", "There is no such variant of the rule"),
    "unknown_punishment": QT_TRANSLATE_NOOP("Messages", "There is no such kind of punishment"),
    "unknown_rule": QT_TRANSLATE_NOOP("Messages", "There is no such rule"),
    "unknown_search_field": QT_TRANSLATE_NOOP("Messages", "There is no such field to search in"),
    "unknown_setting": QT_TRANSLATE_NOOP("Messages", "There is no such setting"),
    "unknown_sort": QT_TRANSLATE_NOOP("Messages", "The list cannot be sorted this way"),
    "unknown_state": QT_TRANSLATE_NOOP("Messages", "There is no such state"),
    "unknown_request": QT_TRANSLATE_NOOP("Messages", "The case has no request number {number}"),
    "warning_levels_out_of_order": QT_TRANSLATE_NOOP(
        "Messages", "Yellow comes before orange; each level lies from 0 to {most} working days"
    ),
    "unknown_value": QT_TRANSLATE_NOOP("Messages", "This value is not in its list"),
    "unreadable_document": QT_TRANSLATE_NOOP("Messages", "The document cannot be read"),
    "validity_order": QT_TRANSLATE_NOOP("Messages", "The last day lies before the first"),
    "value_letters": QT_TRANSLATE_NOOP(
        "Messages", "A value has lower-case letters, digits and _ only"
    ),
    "value_taken": QT_TRANSLATE_NOOP("Messages", "This value exists already"),
    "vertical_is_redirected": QT_TRANSLATE_NOOP(
        "Messages", "Vertically managed units are redirected to their superiors"
    ),
    "wait_before_retry": QT_TRANSLATE_NOOP(
        "Messages", "Too many wrong passwords. The next try is possible at {until}"
    ),
    "written_needed": QT_TRANSLATE_NOOP(
        "Messages", "Face-to-face, meeting or circular needs a letter as well"
    ),
    "wrong_key": QT_TRANSLATE_NOOP("Messages", "The key does not fit this store"),
    "wrong_password": QT_TRANSLATE_NOOP(
        "Messages", "The password does not fit. Nothing was opened"
    ),
    "recusal_of_self": QT_TRANSLATE_NOOP(
        "Messages", "Who asks to step back himself chooses “the person himself”, others do not"
    ),
    "recusal_pending": QT_TRANSLATE_NOOP(
        "Messages",
        "Your stepping back from this case waits for a decision: until then you read but do not act",
    ),
    "recusal_stands": QT_TRANSLATE_NOOP("Messages", "This was asked for, or decided, already"),
    "successor_other_unit": QT_TRANSLATE_NOOP(
        "Messages", "The successor must belong to the unit that handles the case"
    ),
    "successor_recused": QT_TRANSLATE_NOOP(
        "Messages", "This person steps back from the case as well"
    ),
    "talk_stays_closed": QT_TRANSLATE_NOOP(
        "Messages",
        "What was said stays with its parties: it goes on only if the head of the center lets it",
    ),
    "missing_words": QT_TRANSLATE_NOOP("Messages", "Say in a few words why"),
    "not_substitute": QT_TRANSLATE_NOOP(
        "Messages", "You do not stand in for this person today; go back to your own place"
    ),
    "nothing_lent": QT_TRANSLATE_NOOP("Messages", "Say whether handling or decisions go over"),
    "substitute_absent": QT_TRANSLATE_NOOP(
        "Messages", "The substitute is away himself on some of these days"
    ),
    "substitute_other_unit": QT_TRANSLATE_NOOP(
        "Messages", "The substitute belongs to the same unit"
    ),
    "substitute_self": QT_TRANSLATE_NOOP("Messages", "Nobody stands in for himself"),
    "substitution_over": QT_TRANSLATE_NOOP("Messages", "This arrangement is over already"),
    "substitution_too_long": QT_TRANSLATE_NOOP("Messages", "An arrangement lasts at most a year"),
    "circled_is_not_agreed": QT_TRANSLATE_NOOP(
        "Messages", "A circle means seen, not agreed: lay it before the leader again"
    ),
    "missing_wording": QT_TRANSLATE_NOOP(
        "Messages", "Write down what the leader wrote, word for word"
    ),
    "seal_needs_two": QT_TRANSLATE_NOOP(
        "Messages", "The seal is watched by another person than the handler"
    ),
    "more_than_approved": QT_TRANSLATE_NOOP("Messages", "At most {most} copies were approved"),
    "purpose_not_allowed": QT_TRANSLATE_NOOP(
        "Messages", "Appeal records are not opened for appraisals, appointments or awards"
    ),
    "missing_copies": QT_TRANSLATE_NOOP("Messages", "Say how many copies"),
    "too_many_copies": QT_TRANSLATE_NOOP("Messages", "At most {most} copies of one list"),
    "contact_wish_forbids_calls": QT_TRANSLATE_NOOP(
        "Messages", "The person does not wish to be called"
    ),
    "phone_not_on_file": QT_TRANSLATE_NOOP(
        "Messages", "This is not the number on file: call the number on file back"
    ),
    "no_phone_on_file": QT_TRANSLATE_NOOP(
        "Messages", "No number is on file; verify in another way"
    ),
    "duty_open_already": QT_TRANSLATE_NOOP("Messages", "A log of this day is open already"),
    "hand_over_to_self": QT_TRANSLATE_NOOP("Messages", "Nobody takes over from himself"),
    "bad_period": QT_TRANSLATE_NOOP("Messages", "Write the month as 2026-03"),
    "list_sent_already": QT_TRANSLATE_NOOP(
        "Messages", "The list of this unit and month was sent already"
    ),
    "missing_recall_result": QT_TRANSLATE_NOOP("Messages", "Note first whether it was recalled"),
    "missing_recalled_on": QT_TRANSLATE_NOOP("Messages", "Say when it was recalled"),
    "bad_date": QT_TRANSLATE_NOOP("Messages", "Write the date as 20260305, 0305 or 3.5"),
    "bad_number": QT_TRANSLATE_NOOP("Messages", "Write a whole number, 0 or more"),
    "bad_time": QT_TRANSLATE_NOOP("Messages", "Write the time as 9:30"),
    "unknown_case": QT_TRANSLATE_NOOP(
        "Messages", "There is no such number among the cases you may see"
    ),
    "missing_parent": QT_TRANSLATE_NOOP("Messages", "Open it from the card it belongs to"),
    "not_amendable": QT_TRANSLATE_NOOP("Messages", "This field is not corrected here"),
    "unknown_book": QT_TRANSLATE_NOOP("Messages", "This register is not known"),
    "unknown_field": QT_TRANSLATE_NOOP("Messages", "This field is not known"),
    "begins_before_older": QT_TRANSLATE_NOOP(
        "Messages", "One of the same kind is in force from {on}; begin later"
    ),
    "ends_before_beginning": QT_TRANSLATE_NOOP("Messages", "It cannot end before it began"),
    "hand_over_listed": QT_TRANSLATE_NOOP(
        "Messages", "A list for this person waits already: carry it out or discard it"
    ),
    "list_changed": QT_TRANSLATE_NOOP(
        "Messages", "More work has come since the list was signed: count again"
    ),
    "missing_witness": QT_TRANSLATE_NOOP("Messages", "Name the person who supervised it"),
    "talks_need_manager": QT_TRANSLATE_NOOP(
        "Messages", "Only the head of the center lets a successor read talks"
    ),
    "witness_is_party": QT_TRANSLATE_NOOP(
        "Messages", "Who supervises is neither the giver nor the taker"
    ),
    "missing_note": QT_TRANSLATE_NOOP("Messages", "Give the reason"),
    "template_too_large": QT_TRANSLATE_NOOP("Messages", "A template has at most {most} MB"),
    "unknown_letter": QT_TRANSLATE_NOOP("Messages", "There is no such letter"),
    "valid_before_today": QT_TRANSLATE_NOOP(
        "Messages", "It holds from today on at the earliest; letters of past days keep theirs"
    ),
    "grant_admin": QT_TRANSLATE_NOOP(
        "Messages", "An administrator never holds rights over cases, nor those of another one"
    ),
    "grant_inspector": QT_TRANSLATE_NOOP(
        "Messages", "An inspector reads within his scope and has no other right"
    ),
    "grant_no_unit": QT_TRANSLATE_NOOP(
        "Messages", "Only people of departments have a reach of their own department"
    ),
    "grant_other_role": QT_TRANSLATE_NOOP("Messages", "This right belongs to another role"),
    "grant_self_approval": QT_TRANSLATE_NOOP(
        "Messages", "Who drafts does not sign: one role never has both rights"
    ),
    "grant_too_wide": QT_TRANSLATE_NOOP(
        "Messages", "People of a department see the cases of their department only"
    ),
    "grant_unchanged": QT_TRANSLATE_NOOP("Messages", "The right stands so already"),
    "inspection_over": QT_TRANSLATE_NOOP(
        "Messages", "There is no inspection for you today; ask who allowed it"
    ),
    "inspection_too_long": QT_TRANSLATE_NOOP("Messages", "An inspection lasts at most a year"),
    "missing_tracks": QT_TRANSLATE_NOOP("Messages", "Choose what may be read"),
    "not_inspector": QT_TRANSLATE_NOOP("Messages", "This account is not that of an inspector"),
    "purpose_not_approved": QT_TRANSLATE_NOOP(
        "Messages", "Another purpose was approved for this account"
    ),
    "fast_track_stands": QT_TRANSLATE_NOOP("Messages", "This case is on the fast track already"),
    "no_fast_track": QT_TRANSLATE_NOOP("Messages", "This case is not on the fast track"),
    "window_about_somebody": QT_TRANSLATE_NOOP(
        "Messages", "A window is public and belongs to a unit: leave out what hints at a person"
    ),
    "window_overlaps": QT_TRANSLATE_NOOP(
        "Messages", "This unit has a window in these days already"
    ),
    "copy_not_approved": QT_TRANSLATE_NOOP(
        "Messages", "It leaves once another person has approved it"
    ),
    "missing_unit_id": QT_TRANSLATE_NOOP("Messages", "Choose the unit"),
    "missing_category": QT_TRANSLATE_NOOP("Messages", "Choose the category"),
    "missing_appeal_id": QT_TRANSLATE_NOOP("Messages", "Give the number of the appeal"),
    "missing_purpose": QT_TRANSLATE_NOOP("Messages", "Say what it is for"),
    "missing_recipient": QT_TRANSLATE_NOOP("Messages", "Say for whom it is"),
    "case_still_open": QT_TRANSLATE_NOOP("Messages", "A file is bound when the case has ended"),
    "filed_already": QT_TRANSLATE_NOOP("Messages", "This case has its file already"),
    "missing_description": QT_TRANSLATE_NOOP(
        "Messages", "Papers are missing: say so in the remarks first"
    ),
    "missing_pages": QT_TRANSLATE_NOOP("Messages", "Give the number of pages"),
    "missing_title": QT_TRANSLATE_NOOP("Messages", "Give it a title"),
    "posts_not_together": QT_TRANSLATE_NOOP(
        "Messages",
        "Nobody audits and administers: these two posts are never in one hand",
    ),
    "not_redirected": QT_TRANSLATE_NOOP("Messages", "Only a redirected matter has this"),
    # -- end of codes --
}
"""English source of the sentence of each code."""

_FILL_IN: Final = QT_TRANSLATE_NOOP("Messages", "Please fill in “{label}”")
_FALLBACK: Final = QT_TRANSLATE_NOOP("Messages", "This was refused ({code})")


class _Values(dict[str, str]):
    """Values of a sentence; one that the error does not carry is left out."""

    def __missing__(self, key: str) -> str:
        return ""


def sentence(error: ZhengmingError) -> str:
    """Return the sentence of an error in the present language."""
    return sentence_of(error.code, error.params)


def sentence_of(code: str, params: Mapping[str, object]) -> str:
    """Return the sentence of a code with its values."""
    values = _Values({name: _shown(value) for name, value in params.items()})
    values.setdefault("code", code)
    source = SENTENCES.get(code)
    if source is None and code.startswith("missing_") and "book" in params:
        values["label"] = _field_word(str(params["book"]), code.removeprefix("missing_"))
        source = _FILL_IN
    source = source or _FALLBACK
    return QCoreApplication.translate("Messages", str(source)).format_map(values)


def _field_word(book: str, field: str) -> str:
    """Return what a field of a book is called in the present language."""
    told = QCoreApplication.translate("Messages", str(_FILL_IN))
    return field_label(book, field).word(chinese=told != str(_FILL_IN))


def _shown(value: object) -> str:
    """Return a value as a sentence shows it: days as in fields, instants as local time."""
    if isinstance(value, datetime):
        return civil_time(value).strftime("%H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list | frozenset | set):
        return "、".join(_shown(part) for part in value)
    return str(value)
