"""Words for what the record names by identifiers: deeds, rows, rights, lists, settings."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.codes.book_labels import book_label, has_book

ACTS: Final[Mapping[str, object]] = {
    "create_store": QT_TRANSLATE_NOOP("Acts", "Create the store"),
    "log_in": QT_TRANSLATE_NOOP("Acts", "Log in"),
    "log_out": QT_TRANSLATE_NOOP("Acts", "Log out"),
    "open_card": QT_TRANSLATE_NOOP("Acts", "Open a case"),
    "open_file": QT_TRANSLATE_NOOP("Acts", "Open a file"),
    "open_person": QT_TRANSLATE_NOOP("Acts", "Open a person"),
    "read_talk": QT_TRANSLATE_NOOP("Acts", "Read a talk record"),
    "reveal_phone": QT_TRANSLATE_NOOP("Acts", "Show a phone number"),
    "print_paper": QT_TRANSLATE_NOOP("Acts", "Print"),
    "export_paper": QT_TRANSLATE_NOOP("Acts", "Export"),
    "save_paper": QT_TRANSLATE_NOOP("Acts", "Save as a file"),
    "register": QT_TRANSLATE_NOOP("Acts", "Register"),
    "register_new_person": QT_TRANSLATE_NOOP("Acts", "Register with a new person"),
    "settle_on_the_spot": QT_TRANSLATE_NOOP("Acts", "Settle on the spot"),
    "confirm_on_the_spot": QT_TRANSLATE_NOOP("Acts", "Confirm settled cases"),
    "amend": QT_TRANSLATE_NOOP("Acts", "Amend"),
    "send_to_screening": QT_TRANSLATE_NOOP("Acts", "Send for review"),
    "await_supplement": QT_TRANSLATE_NOOP("Acts", "Ask for supplement"),
    "supplement_received": QT_TRANSLATE_NOOP("Acts", "Supplement received"),
    "accept": QT_TRANSLATE_NOOP("Acts", "Accept"),
    "adopt": QT_TRANSLATE_NOOP("Acts", "Adopt"),
    "propose_not_accept": QT_TRANSLATE_NOOP("Acts", "Propose not to accept"),
    "propose_redirect": QT_TRANSLATE_NOOP("Acts", "Propose to redirect"),
    "propose_merge": QT_TRANSLATE_NOOP("Acts", "Propose to merge"),
    "propose_move_out": QT_TRANSLATE_NOOP("Acts", "Propose to move out"),
    "withdraw": QT_TRANSLATE_NOOP("Acts", "Withdraw"),
    "tell_applicant": QT_TRANSLATE_NOOP("Acts", "Tell the applicant"),
    "say_not_duplicate": QT_TRANSLATE_NOOP("Acts", "Not a duplicate"),
    "propose_assign": QT_TRANSLATE_NOOP("Acts", "Propose to hand over"),
    "sign_in": QT_TRANSLATE_NOOP("Acts", "Sign in"),
    "object": QT_TRANSLATE_NOOP("Acts", "Object"),
    "insist": QT_TRANSLATE_NOOP("Acts", "Refuse the return"),
    "give_opinion": QT_TRANSLATE_NOOP("Acts", "Give opinion"),
    "waive_opinion": QT_TRANSLATE_NOOP("Acts", "Waive an opinion"),
    "request_extension": QT_TRANSLATE_NOOP("Acts", "Ask for extension"),
    "tell_extension": QT_TRANSLATE_NOOP("Acts", "Tell the extension"),
    "draft_reply": QT_TRANSLATE_NOOP("Acts", "Draft the answer"),
    "annotate": QT_TRANSLATE_NOOP("Acts", "Annotate"),
    "deliver_reply": QT_TRANSLATE_NOOP("Acts", "Deliver the answer"),
    "record_delivery": QT_TRANSLATE_NOOP("Acts", "Record delivery"),
    "report_back": QT_TRANSLATE_NOOP("Acts", "Report back"),
    "plan_follow_up": QT_TRANSLATE_NOOP("Acts", "Arrange follow-up"),
    "propose_close": QT_TRANSLATE_NOOP("Acts", "Propose to close"),
    "resume": QT_TRANSLATE_NOOP("Acts", "Continue handling"),
    "record_review_request": QT_TRANSLATE_NOOP("Acts", "Record a review request"),
    "record_review_opinion": QT_TRANSLATE_NOOP("Acts", "Record a review opinion"),
    "decide": QT_TRANSLATE_NOOP("Acts", "Decide"),
    "record_decision": QT_TRANSLATE_NOOP("Acts", "Record a decision"),
    "confirm_decision": QT_TRANSLATE_NOOP("Acts", "Check a recorded decision"),
    "confirm_event": QT_TRANSLATE_NOOP("Acts", "Check a recorded step"),
    "add_difficulties": QT_TRANSLATE_NOOP("Acts", "Add difficulties"),
    "difficulty_done": QT_TRANSLATE_NOOP("Acts", "Difficulty settled"),
    "explain_difficulty": QT_TRANSLATE_NOOP("Acts", "Explain a difficulty"),
    "plan_revisit": QT_TRANSLATE_NOOP("Acts", "Arrange a revisit"),
    "record_revisit": QT_TRANSLATE_NOOP("Acts", "Record a revisit"),
    "record_held": QT_TRANSLATE_NOOP("Acts", "Record a talk held"),
    "hold_at_once": QT_TRANSLATE_NOOP("Acts", "Hold a talk at once"),
    "write_record": QT_TRANSLATE_NOOP("Acts", "Write a talk record"),
    "amend_record": QT_TRANSLATE_NOOP("Acts", "Amend a talk record"),
    "set_level": QT_TRANSLATE_NOOP("Acts", "Set who may read"),
    "turn_into_case": QT_TRANSLATE_NOOP("Acts", "Turn into an appeal"),
    "link_case": QT_TRANSLATE_NOOP("Acts", "Link"),
    "plan": QT_TRANSLATE_NOOP("Acts", "Plan a talk"),
    "accept_suggestion": QT_TRANSLATE_NOOP("Acts", "Accept a suggestion"),
    "dismiss_suggestion": QT_TRANSLATE_NOOP("Acts", "Dismiss a suggestion"),
    "schedule": QT_TRANSLATE_NOOP("Acts", "Set time and place"),
    "cancel": QT_TRANSLATE_NOOP("Acts", "Cancel"),
    "record_finding": QT_TRANSLATE_NOOP("Acts", "Record a conclusion"),
    "start_assessment": QT_TRANSLATE_NOOP("Acts", "Start the assessment"),
    "assess": QT_TRANSLATE_NOOP("Acts", "Assess"),
    "not_clear": QT_TRANSLATE_NOOP("Acts", "Do not clear"),
    "seek_opinion": QT_TRANSLATE_NOOP("Acts", "Ask the person"),
    "record_person_opinion": QT_TRANSLATE_NOOP("Acts", "Record the person's opinion"),
    "keep_private": QT_TRANSLATE_NOOP("Acts", "Keep private"),
    "submit_for_approval": QT_TRANSLATE_NOOP("Acts", "Send for approval"),
    "start_carrying_out": QT_TRANSLATE_NOOP("Acts", "Start carrying out"),
    "record_carried_out": QT_TRANSLATE_NOOP("Acts", "Record carrying out"),
    "record_revisit_and_archive": QT_TRANSLATE_NOOP("Acts", "Revisit and archive"),
    "record_new_evidence": QT_TRANSLATE_NOOP("Acts", "Record new evidence"),
    "uphold": QT_TRANSLATE_NOOP("Acts", "Uphold"),
    "recall_letter": QT_TRANSLATE_NOOP("Acts", "Recall a letter"),
    "apply": QT_TRANSLATE_NOOP("Acts", "Apply"),
    "open_from_appeal": QT_TRANSLATE_NOOP("Acts", "Open from an appeal"),
    "propose": QT_TRANSLATE_NOOP("Acts", "Propose"),
    "refer": QT_TRANSLATE_NOOP("Acts", "Pass to the competent body"),
    "add_code": QT_TRANSLATE_NOOP("Acts", "Add a code"),
    "change_code": QT_TRANSLATE_NOOP("Acts", "Change a code"),
    "change_rule": QT_TRANSLATE_NOOP("Acts", "Change a term"),
    "enter_notice": QT_TRANSLATE_NOOP("Acts", "Enter a holiday notice"),
    "attach": QT_TRANSLATE_NOOP("Acts", "Add material"),
    "detach": QT_TRANSLATE_NOOP("Acts", "Remove material"),
    "ask_release": QT_TRANSLATE_NOOP("Acts", "Ask for release"),
    "release_paper": QT_TRANSLATE_NOOP("Acts", "Release"),
    "issue_paper": QT_TRANSLATE_NOOP("Acts", "Issue a paper"),
    "void_paper": QT_TRANSLATE_NOOP("Acts", "Void a paper"),
    "draft_paper": QT_TRANSLATE_NOOP("Acts", "Draft a paper"),
    "add_labels": QT_TRANSLATE_NOOP("Acts", "Add labels"),
    "start_batch": QT_TRANSLATE_NOOP("Acts", "Start an import"),
    "write_chunk": QT_TRANSLATE_NOOP("Acts", "Import rows"),
    "publish_batch": QT_TRANSLATE_NOOP("Acts", "Finish an import"),
    "abandon_batch": QT_TRANSLATE_NOOP("Acts", "Abandon an import"),
    "abandon_stale": QT_TRANSLATE_NOOP("Acts", "Clear a broken import"),
    "undo_batch": QT_TRANSLATE_NOOP("Acts", "Undo an import"),
    "open_account": QT_TRANSLATE_NOOP("Acts", "Open an account"),
    "change_account": QT_TRANSLATE_NOOP("Acts", "Change an account"),
    "close_account": QT_TRANSLATE_NOOP("Acts", "Close an account"),
    "anchor_key_log": QT_TRANSLATE_NOOP("Acts", "Anchor the key log"),
    "hold": QT_TRANSLATE_NOOP("Acts", "Hold a note"),
    "discard_held": QT_TRANSLATE_NOOP("Acts", "Discard a note"),
    "consult": QT_TRANSLATE_NOOP("Acts", "Record a consultation"),
    "save_draft": QT_TRANSLATE_NOOP("Acts", "Keep a draft"),
    "drop_draft": QT_TRANSLATE_NOOP("Acts", "Drop a draft"),
    "change_setting": QT_TRANSLATE_NOOP("Acts", "Change a setting"),
    "set_reporting_period": QT_TRANSLATE_NOOP("Acts", "Set reporting months"),
    "add_unit": QT_TRANSLATE_NOOP("Acts", "Add a unit"),
    "change_unit": QT_TRANSLATE_NOOP("Acts", "Change a unit"),
    "close_unit": QT_TRANSLATE_NOOP("Acts", "Close a unit"),
    "create_person": QT_TRANSLATE_NOOP("Acts", "Add a person"),
    "amend_person": QT_TRANSLATE_NOOP("Acts", "Amend a person"),
    "close_month": QT_TRANSLATE_NOOP("Acts", "Close a month"),
    "save_month_text": QT_TRANSLATE_NOOP("Acts", "Save the month's text"),
    "export_ledger": QT_TRANSLATE_NOOP("Acts", "Export the ledger"),
    "export_report": QT_TRANSLATE_NOOP("Acts", "Export the report"),
    "link_repeated": QT_TRANSLATE_NOOP("Acts", "Link a repeated appeal"),
    "unlink": QT_TRANSLATE_NOOP("Acts", "Unlink"),
    "print_ledger": QT_TRANSLATE_NOOP("Acts", "Print the ledger"),
    "print_register": QT_TRANSLATE_NOOP("Acts", "Print a register"),
    "export_register": QT_TRANSLATE_NOOP("Acts", "Export a register"),
    "build_demo": QT_TRANSLATE_NOOP("Acts", "Build the demonstration"),
    "set_duties": QT_TRANSLATE_NOOP("Acts", "Charge with duties"),
    "record_events": QT_TRANSLATE_NOOP("Acts", "Enter must-talk events"),
    "dismiss_note": QT_TRANSLATE_NOOP("Acts", "Set an attention note aside"),
}
"""Deeds of the trail by name of the command."""

KINDS: Final[Mapping[str, object]] = {
    "reading": QT_TRANSLATE_NOOP("Kinds", "Look"),
    "account": QT_TRANSLATE_NOOP("Kinds", "Account"),
    "appeal": QT_TRANSLATE_NOOP("Kinds", "Appeal"),
    "approval": QT_TRANSLATE_NOOP("Kinds", "Approval"),
    "attachment": QT_TRANSLATE_NOOP("Kinds", "Material"),
    "attachment_bytes": QT_TRANSLATE_NOOP("Kinds", "Material"),
    "calendar_day": QT_TRANSLATE_NOOP("Kinds", "Calendar day"),
    "calendar_year": QT_TRANSLATE_NOOP("Kinds", "Calendar year"),
    "care_talk": QT_TRANSLATE_NOOP("Kinds", "Care talk"),
    "case_link": QT_TRANSLATE_NOOP("Kinds", "Link"),
    "clarification": QT_TRANSLATE_NOOP("Kinds", "Clarification"),
    "clock_entry": QT_TRANSLATE_NOOP("Kinds", "Deadline"),
    "code": QT_TRANSLATE_NOOP("Kinds", "Code"),
    "consultation": QT_TRANSLATE_NOOP("Kinds", "Consultation"),
    "deadline_rule": QT_TRANSLATE_NOOP("Kinds", "Rule"),
    "difficulty": QT_TRANSLATE_NOOP("Kinds", "Difficulty"),
    "document": QT_TRANSLATE_NOOP("Kinds", "Paper"),
    "draft": QT_TRANSLATE_NOOP("Kinds", "Draft"),
    "event": QT_TRANSLATE_NOOP("Kinds", "Timeline"),
    "extension": QT_TRANSLATE_NOOP("Kinds", "Extension"),
    "finding": QT_TRANSLATE_NOOP("Kinds", "Conclusion"),
    "grant": QT_TRANSLATE_NOOP("Kinds", "Right"),
    "hand_over": QT_TRANSLATE_NOOP("Kinds", "Hand-over"),
    "held_note": QT_TRANSLATE_NOOP("Kinds", "Held note"),
    "import_batch": QT_TRANSLATE_NOOP("Kinds", "Import"),
    "issued_number": QT_TRANSLATE_NOOP("Kinds", "Number"),
    "milestone": QT_TRANSLATE_NOOP("Kinds", "Figure"),
    "month_close": QT_TRANSLATE_NOOP("Kinds", "Month closed"),
    "month_text": QT_TRANSLATE_NOOP("Kinds", "Month's text"),
    "not_duplicate": QT_TRANSLATE_NOOP("Kinds", "Not a duplicate"),
    "person": QT_TRANSLATE_NOOP("Kinds", "Person"),
    "purge": QT_TRANSLATE_NOOP("Kinds", "Clearing"),
    "recusal": QT_TRANSLATE_NOOP("Kinds", "Recusal"),
    "review": QT_TRANSLATE_NOOP("Kinds", "Review"),
    "saved_view": QT_TRANSLATE_NOOP("Kinds", "Saved query"),
    "setting": QT_TRANSLATE_NOOP("Kinds", "Setting"),
    "store": QT_TRANSLATE_NOOP("Kinds", "Store"),
    "talk_content": QT_TRANSLATE_NOOP("Kinds", "Talk record"),
    "talk_suggestion": QT_TRANSLATE_NOOP("Kinds", "Talk suggestion"),
    "template": QT_TRANSLATE_NOOP("Kinds", "Template"),
    "unit": QT_TRANSLATE_NOOP("Kinds", "Unit"),
    "unit_name": QT_TRANSLATE_NOOP("Kinds", "Former name"),
    "inquiry": QT_TRANSLATE_NOOP("Kinds", "Inquiry"),
    "impact": QT_TRANSLATE_NOOP("Kinds", "Impact period"),
    "punishment": QT_TRANSLATE_NOOP("Kinds", "Punishment"),
    "impact_visit": QT_TRANSLATE_NOOP("Kinds", "Visit in an impact period"),
    "talk_event": QT_TRANSLATE_NOOP("Kinds", "Must-talk event"),
    "attention_dismissal": QT_TRANSLATE_NOOP("Kinds", "Attention note set aside"),
    "visitor_in_need": QT_TRANSLATE_NOOP("Kinds", "Visitor in need"),
    "visitor_health": QT_TRANSLATE_NOOP("Kinds", "Note on health"),
    "group_visit": QT_TRANSLATE_NOOP("Kinds", "Several visitors"),
}
"""Kinds of rows that the trail names."""

PERMISSIONS: Final[Mapping[str, object]] = {
    "appeal_register": QT_TRANSLATE_NOOP("Permissions", "Register appeals"),
    "appeal_screen": QT_TRANSLATE_NOOP("Permissions", "Review appeals"),
    "appeal_approve": QT_TRANSLATE_NOOP("Permissions", "Decide for the center"),
    "appeal_route": QT_TRANSLATE_NOOP("Permissions", "Hand over"),
    "appeal_sign_in": QT_TRANSLATE_NOOP("Permissions", "Sign in"),
    "appeal_handle": QT_TRANSLATE_NOOP("Permissions", "Handle"),
    "appeal_sign_off": QT_TRANSLATE_NOOP("Permissions", "Approve answers"),
    "appeal_deliver": QT_TRANSLATE_NOOP("Permissions", "Deliver answers"),
    "appeal_follow_up": QT_TRANSLATE_NOOP("Permissions", "Follow up"),
    "appeal_close": QT_TRANSLATE_NOOP("Permissions", "Close"),
    "appeal_review": QT_TRANSLATE_NOOP("Permissions", "Record reviews"),
    "appeal_read": QT_TRANSLATE_NOOP("Permissions", "Read appeals"),
    "consultation": QT_TRANSLATE_NOOP("Permissions", "Record consultations"),
    "person_write": QT_TRANSLATE_NOOP("Permissions", "Change people"),
    "person_read": QT_TRANSLATE_NOOP("Permissions", "Read people"),
    "unit_write": QT_TRANSLATE_NOOP("Permissions", "Change units"),
    "clarification_apply": QT_TRANSLATE_NOOP("Permissions", "Apply for clarification"),
    "clarification_propose": QT_TRANSLATE_NOOP("Permissions", "Propose clarification"),
    "clarification_handle": QT_TRANSLATE_NOOP("Permissions", "Handle clarification"),
    "clarification_approve": QT_TRANSLATE_NOOP("Permissions", "Approve clarification"),
    "clarification_archive": QT_TRANSLATE_NOOP("Permissions", "Archive clarification"),
    "talk_plan": QT_TRANSLATE_NOOP("Permissions", "Plan talks"),
    "talk_hold": QT_TRANSLATE_NOOP("Permissions", "Hold talks"),
    "talk_close": QT_TRANSLATE_NOOP("Permissions", "Close talks"),
    "document_write": QT_TRANSLATE_NOOP("Permissions", "Draft papers"),
    "document_release": QT_TRANSLATE_NOOP("Permissions", "Release papers"),
    "record_on_behalf": QT_TRANSLATE_NOOP("Permissions", "Record on behalf"),
    "confirm_recorded": QT_TRANSLATE_NOOP("Permissions", "Check what was recorded"),
    "import": QT_TRANSLATE_NOOP("Permissions", "Import"),
    "export": QT_TRANSLATE_NOOP("Permissions", "Export"),
    "duplicates": QT_TRANSLATE_NOOP("Permissions", "Find duplicates"),
    "statistics_read": QT_TRANSLATE_NOOP("Permissions", "Read statistics"),
    "month_close": QT_TRANSLATE_NOOP("Permissions", "Close months"),
    "code_write": QT_TRANSLATE_NOOP("Permissions", "Change lists"),
    "rule_write": QT_TRANSLATE_NOOP("Permissions", "Change terms"),
    "calendar_write": QT_TRANSLATE_NOOP("Permissions", "Keep the calendar"),
    "grant_write": QT_TRANSLATE_NOOP("Permissions", "Keep rights"),
    "account_seal": QT_TRANSLATE_NOOP("Permissions", "Open accounts"),
    "setting_write": QT_TRANSLATE_NOOP("Permissions", "Change settings"),
    "trail_read": QT_TRANSLATE_NOOP("Permissions", "Read the trail"),
    "verify": QT_TRANSLATE_NOOP("Permissions", "Verify the trail"),
    "backup": QT_TRANSLATE_NOOP("Permissions", "Back up"),
    "register_approve": QT_TRANSLATE_NOOP("Permissions", "Decide on seals and files read"),
    "leader_list": QT_TRANSLATE_NOOP("Permissions", "Make lists for leaders"),
    "leader_list_approve": QT_TRANSLATE_NOOP("Permissions", "Approve lists for leaders"),
    "register_read": QT_TRANSLATE_NOOP("Permissions", "Read the office's books"),
    "register_write": QT_TRANSLATE_NOOP("Permissions", "Keep the office's books"),
    "draft_write": QT_TRANSLATE_NOOP("Permissions", "Keep drafts"),
    "inquiry_read": QT_TRANSLATE_NOOP("Permissions", "Read reminders and inquiries"),
    "inquiry_write": QT_TRANSLATE_NOOP("Permissions", "Keep reminders and inquiries"),
    "impact_read": QT_TRANSLATE_NOOP("Permissions", "Read impact periods"),
    "impact_write": QT_TRANSLATE_NOOP("Permissions", "Follow impact periods"),
    "attention_read": QT_TRANSLATE_NOOP("Permissions", "Read attention notes"),
    "reception_read": QT_TRANSLATE_NOOP("Permissions", "Read visitors in need"),
    "reception_write": QT_TRANSLATE_NOOP("Permissions", "Care for visitors in need"),
}
"""Rights by name."""

SCOPES: Final[Mapping[str, object]] = {
    "center": QT_TRANSLATE_NOOP("Scopes", "whole center"),
    "desk": QT_TRANSLATE_NOOP("Scopes", "registered here"),
    "unit": QT_TRANSLATE_NOOP("Scopes", "own department"),
    "own": QT_TRANSLATE_NOOP("Scopes", "own cases"),
}
"""How far a right reaches."""

LISTS: Final[Mapping[str, object]] = {
    "intake_channel": QT_TRANSLATE_NOOP("Lists", "Channel"),
    "matter_type": QT_TRANSLATE_NOOP("Lists", "Kind of matter"),
    "appeal_category": QT_TRANSLATE_NOOP("Lists", "Category"),
    "procedure": QT_TRANSLATE_NOOP("Lists", "Procedure"),
    "assign_mode": QT_TRANSLATE_NOOP("Lists", "Way of handing over"),
    "hand_over_role": QT_TRANSLATE_NOOP("Lists", "Part in handling"),
    "appeal_outcome": QT_TRANSLATE_NOOP("Lists", "Result"),
    "review_level": QT_TRANSLATE_NOOP("Lists", "Review level"),
    "review_conclusion": QT_TRANSLATE_NOOP("Lists", "Review conclusion"),
    "redirect_route": QT_TRANSLATE_NOOP("Lists", "Way of redirecting"),
    "supervision_reason": QT_TRANSLATE_NOOP("Lists", "Reason of urging"),
    "recusal_reason": QT_TRANSLATE_NOOP("Lists", "Reason of recusal"),
    "withdrawal_reason": QT_TRANSLATE_NOOP("Lists", "Reason of withdrawing"),
    "urgency": QT_TRANSLATE_NOOP("Lists", "Urgency"),
    "fast_track_reason": QT_TRANSLATE_NOOP("Lists", "Reason of haste"),
    "satisfaction": QT_TRANSLATE_NOOP("Lists", "Satisfaction"),
    "earlier_step": QT_TRANSLATE_NOOP("Lists", "Earlier steps"),
    "attention": QT_TRANSLATE_NOOP("Lists", "To be noticed"),
    "attention_level": QT_TRANSLATE_NOOP("Lists", "Level of notice"),
    "card_color": QT_TRANSLATE_NOOP("Lists", "Card"),
    "person_category": QT_TRANSLATE_NOOP("Lists", "Kind of person"),
    "administration": QT_TRANSLATE_NOOP("Lists", "Managed by"),
    "contact_preference": QT_TRANSLATE_NOOP("Lists", "How to reach"),
    "submitter": QT_TRANSLATE_NOOP("Lists", "Brought by"),
    "transfer_wish": QT_TRANSLATE_NOOP("Lists", "Wish about passing on"),
    "delivery_method": QT_TRANSLATE_NOOP("Lists", "Way of delivery"),
    "political_status": QT_TRANSLATE_NOOP("Lists", "Political status"),
    "sex": QT_TRANSLATE_NOOP("Lists", "Sex"),
    "person_status": QT_TRANSLATE_NOOP("Lists", "Status of person"),
    "post_level": QT_TRANSLATE_NOOP("Lists", "Level of post"),
    "rank": QT_TRANSLATE_NOOP("Lists", "Rank"),
    "unit_kind": QT_TRANSLATE_NOOP("Lists", "Kind of unit"),
    "party_address": QT_TRANSLATE_NOOP("Lists", "Address of party body"),
    "department": QT_TRANSLATE_NOOP("Lists", "Department"),
    "finding": QT_TRANSLATE_NOOP("Lists", "Conclusion"),
    "disposal_method": QT_TRANSLATE_NOOP("Lists", "Way of checking"),
    "clarification_mode": QT_TRANSLATE_NOOP("Lists", "Way of clarifying"),
    "clarification_scope": QT_TRANSLATE_NOOP("Lists", "Scope of clarifying"),
    "not_clear_reason": QT_TRANSLATE_NOOP("Lists", "Reason not to clear"),
    "clarification_origin": QT_TRANSLATE_NOOP("Lists", "Origin"),
    "effect": QT_TRANSLATE_NOOP("Lists", "Effect"),
    "effect_kind": QT_TRANSLATE_NOOP("Lists", "Kind of effect"),
    "person_opinion": QT_TRANSLATE_NOOP("Lists", "Person's opinion"),
    "care_talk_trigger": QT_TRANSLATE_NOOP("Lists", "Occasion of talk"),
    "talk_way": QT_TRANSLATE_NOOP("Lists", "Way of talk"),
    "talk_initiative": QT_TRANSLATE_NOOP("Lists", "Who asked for the talk"),
    "talk_level": QT_TRANSLATE_NOOP("Lists", "Who may read"),
    "talk_confirmation": QT_TRANSLATE_NOOP("Lists", "How it was checked"),
    "revisit_result": QT_TRANSLATE_NOOP("Lists", "Result of revisit"),
    "tolerance_result": QT_TRANSLATE_NOOP("Lists", "Result of tolerance"),
    "tolerance_factor": QT_TRANSLATE_NOOP("Lists", "Factor of tolerance"),
    "three_distinctions": QT_TRANSLATE_NOOP("Lists", "Three distinctions"),
    "account_role": QT_TRANSLATE_NOOP("Lists", "Account role"),
    "case_role": QT_TRANSLATE_NOOP("Lists", "Part in a case"),
    "track": QT_TRANSLATE_NOOP("Lists", "Kind of record"),
    "retention": QT_TRANSLATE_NOOP("Lists", "Retention"),
    "marking": QT_TRANSLATE_NOOP("Lists", "Marking"),
    "material_form": QT_TRANSLATE_NOOP("Lists", "Form of material"),
    "link_kind": QT_TRANSLATE_NOOP("Lists", "Kind of link"),
    "length_unit": QT_TRANSLATE_NOOP("Lists", "Unit of terms"),
    "deadline_stage": QT_TRANSLATE_NOOP("Lists", "Deadline level"),
    "deadline_kind": QT_TRANSLATE_NOOP("Lists", "Kind of term"),
}
"""Names of the code lists."""

SETTINGS: Final[Mapping[str, object]] = {
    "office_name": QT_TRANSLATE_NOOP("OfficeSettings", "Name of the center"),
    "area": QT_TRANSLATE_NOOP("OfficeSettings", "Area"),
    "office_phone": QT_TRANSLATE_NOOP("OfficeSettings", "Telephone"),
    "office_contact": QT_TRANSLATE_NOOP("OfficeSettings", "Contact"),
    "office_address": QT_TRANSLATE_NOOP("OfficeSettings", "Address"),
    "office_hours": QT_TRANSLATE_NOOP("OfficeSettings", "Reception hours"),
    "review_body": QT_TRANSLATE_NOOP("OfficeSettings", "Body that reviews"),
    "appeal_number_form": QT_TRANSLATE_NOOP("OfficeSettings", "Form of appeal numbers"),
    "transfer_number_form": QT_TRANSLATE_NOOP("OfficeSettings", "Form of transfer numbers"),
    "held_number_form": QT_TRANSLATE_NOOP("OfficeSettings", "Form of held notes"),
    "clarification_number_form": QT_TRANSLATE_NOOP(
        "OfficeSettings", "Form of clarification numbers"
    ),
    "talk_number_form": QT_TRANSLATE_NOOP("OfficeSettings", "Form of talk numbers"),
    "backdating_free_days": QT_TRANSLATE_NOOP("OfficeSettings", "Days of free back-dating"),
    "bounce_limit": QT_TRANSLATE_NOOP("OfficeSettings", "Returns after which it is the head's"),
    "attention_card": QT_TRANSLATE_NOOP("OfficeSettings", "Card for a visitor in need"),
    "talk_event_join_days": QT_TRANSLATE_NOOP(
        "OfficeSettings", "Days within which must-talk events share a talk"
    ),
    "attention_appeals": QT_TRANSLATE_NOOP(
        "OfficeSettings", "Attention note from the nth appeal of a person"
    ),
    "attention_months": QT_TRANSLATE_NOOP(
        "OfficeSettings", "Attention note: within so many months"
    ),
    "attention_repeats": QT_TRANSLATE_NOOP(
        "OfficeSettings", "Attention note from so many repeats after the answer"
    ),
}
"""Names of the settings of the office."""


def act_word(act: str) -> str:
    """Return the word of a deed; the name itself for one of a later program."""
    known = ACTS.get(act)
    return act if known is None else QCoreApplication.translate("Acts", str(known))


def kind_word(kind: str) -> str:
    """Return the word of a kind of row."""
    known = KINDS.get(kind)
    if known is not None:
        return QCoreApplication.translate("Kinds", str(known))
    # The kinds of the books are named where their fields are.
    return book_label(kind).word(chinese=_chinese()) if has_book(kind) else kind


def _chinese() -> bool:
    told = str(KINDS["appeal"])
    return QCoreApplication.translate("Kinds", told) != told


def permission_word(permission: str) -> str:
    """Return the word of a right."""
    known = PERMISSIONS.get(permission)
    return permission if known is None else QCoreApplication.translate("Permissions", str(known))


def scope_word(scope: str) -> str:
    """Return how far a right reaches."""
    known = SCOPES.get(scope)
    return scope if known is None else QCoreApplication.translate("Scopes", str(known))


def list_word(name: str) -> str:
    """Return the name of a code list."""
    known = LISTS.get(name)
    return name if known is None else QCoreApplication.translate("Lists", str(known))


def setting_word(name: str) -> str:
    """Return the name of a setting."""
    known = SETTINGS.get(name)
    return name if known is None else QCoreApplication.translate("OfficeSettings", str(known))
