"""Papers refuse what no paper of their kind may say."""

import pytest

from db.core.errors import RefusedError
from db.documents.papers import (
    ClarificationLetter,
    ClarificationNotice,
    FeedbackSheet,
    MeetingText,
    Office,
    ReplyOpinion,
)

OFFICE = Office(center_name="云陵区干部诉求联合受理中心")


@pytest.mark.parametrize(
    "issuer",
    ["云陵区干部诉求联合受理中心", "中共云陵区委组织部（干部诉求联合受理中心）"],
)
def test_the_center_issues_no_reply_opinion(issuer: str) -> None:
    with pytest.raises(RefusedError) as refused:
        ReplyOpinion(office=OFFICE, issuer=issuer)
    assert refused.value.code == "reply_opinion_issuer"


def test_a_reply_opinion_belongs_to_the_petition_procedure() -> None:
    with pytest.raises(RefusedError) as refused:
        ReplyOpinion(issuer="云陵区人社局", procedure="internal")
    assert refused.value.code == "reply_opinion_procedure"
    assert ReplyOpinion(issuer="云陵区人社局").issuer == "云陵区人社局"


def test_the_center_issues_no_clarification() -> None:
    for kind in (ClarificationLetter, ClarificationNotice, MeetingText):
        with pytest.raises(RefusedError) as refused:
            kind(issuer="云陵区干部诉求联合受理中心")
        assert refused.value.code == "clarification_issuer"


def test_a_meeting_text_has_at_most_200_characters() -> None:
    assert MeetingText(text="字" * 200).text
    with pytest.raises(RefusedError) as refused:
        MeetingText(text="字" * 201)
    assert refused.value.code == "meeting_text_too_long"
    assert refused.value.params["length"] == 201


def test_a_feedback_sheet_promises_no_review() -> None:
    with pytest.raises(RefusedError) as refused:
        FeedbackSheet(result="不服可以请求复查")
    assert refused.value.code == "feedback_mentions_review"
