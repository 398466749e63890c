"""Names of the papers, for buttons and file names."""

from PySide6.QtCore import QObject


class PaperWords(QObject):
    """The name of each paper in the present language."""

    def title(self, kind: str) -> str:
        """Return the name of a kind of paper."""
        words = {
            "registration_form": self.tr("Registration form"),
            "receipt": self.tr("Receipt"),
            "acceptance_notice": self.tr("Acceptance notice"),
            "supplement_notice": self.tr("Supplement notice"),
            "non_acceptance_notice": self.tr("Non-acceptance notice"),
            "redirect_notice": self.tr("Redirect notice"),
            "transfer_sheet": self.tr("Transfer sheet"),
            "extension_approval": self.tr("Extension approval form"),
            "extension_notice": self.tr("Extension notice"),
            "feedback_sheet": self.tr("Feedback sheet"),
            "reply_opinion": self.tr("Reply opinion"),
            "handling_report": self.tr("Handling report"),
            "closing_approval": self.tr("Closing approval form"),
            "transfer_letter": self.tr("Letter passing a matter on"),
            "phone_record": self.tr("Telephone record"),
            "opinion_request": self.tr("Opinion form on clearing"),
            "clarification_letter": self.tr("Clarification letter"),
            "clarification_notice": self.tr("Clarification notice"),
            "clarification_approval": self.tr("Clarification approval form"),
            "meeting_text": self.tr("Text to be read out"),
            "care_talk_record": self.tr("Care talk record"),
            "ledger": self.tr("Appeal ledger"),
            "one_page": self.tr("One matter on one page"),
        }
        return words.get(kind, kind)
