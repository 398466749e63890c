"""Every paper of the office drawn by one name (OFFICE §7).

Each `draw_…` takes one paper and returns its drawing; an empty paper gives the blank form. The
words of the forms live in this room and in the letter templates only. No seal is ever drawn:
（盖章） marks its place.
"""

from db.documents.papers import (
    CareTalkRecord,
    ClarificationApproval,
    ClosingApproval,
    DocumentRegister,
    ExtensionApproval,
    Ledger,
    OnePage,
    OpinionRequest,
    Paper,
    PhoneRecord,
    Receipt,
    RegistrationForm,
    TransferSheet,
)
from desktop.documents.intake_forms import draw_receipt, draw_registration_form
from desktop.documents.letters import draw_letter_paper
from desktop.documents.lists import REGISTERS, draw_document_register, draw_ledger, draw_one_page
from desktop.documents.page import Drawing
from desktop.documents.record_forms import (
    draw_care_talk_record,
    draw_clarification_approval,
    draw_closing_approval,
    draw_extension_approval,
    draw_opinion_request,
    draw_phone_record,
)
from desktop.documents.transfer_form import draw_transfer_sheet

__all__ = [
    "REGISTERS",
    "draw",
    "draw_care_talk_record",
    "draw_clarification_approval",
    "draw_closing_approval",
    "draw_document_register",
    "draw_extension_approval",
    "draw_ledger",
    "draw_one_page",
    "draw_opinion_request",
    "draw_phone_record",
    "draw_receipt",
    "draw_registration_form",
    "draw_transfer_sheet",
]


def draw(paper: Paper, template: bytes | None = None) -> Drawing:
    """Return the drawing of any paper; `template` replaces the program's own for a letter."""
    match paper:
        case RegistrationForm():
            return draw_registration_form(paper)
        case Receipt():
            return draw_receipt(paper)
        case TransferSheet():
            return draw_transfer_sheet(paper)
        case ExtensionApproval():
            return draw_extension_approval(paper)
        case OpinionRequest():
            return draw_opinion_request(paper)
        case ClarificationApproval():
            return draw_clarification_approval(paper)
        case CareTalkRecord():
            return draw_care_talk_record(paper)
        case ClosingApproval():
            return draw_closing_approval(paper)
        case PhoneRecord():
            return draw_phone_record(paper)
        case Ledger():
            return draw_ledger(paper)
        case OnePage():
            return draw_one_page(paper)
        case DocumentRegister():
            return draw_document_register(paper)
        case _:
            return draw_letter_paper(paper, template)
