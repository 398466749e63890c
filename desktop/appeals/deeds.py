"""The deeds of an appeal: what each asks for, and the command it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from db.appeals import after_redirect, answering, disputes, handling, intake, routing, screening
from db.appeals.remedy import RemedyView
from db.appeals.rows import AppealCard, HandOverRow
from db.appeals.workflow import NAME as TRACK
from db.appeals.workflow import OUTCOMES, PROCEDURES
from db.codes.act_labels import act_label
from db.core.tx import Command
from db.office.unit_rows import UnitRow
from desktop.deeds import Ask, Deed, Offer, behalf_of
from desktop.shell import Shell
from desktop.widgets.editors import Option

Values = dict[str, Any]

_WAITED_FOR = ("sent", "objected", "disputed", "signed")
_STATES = {
    "sign_in": ("sent",),
    "object": ("sent",),
    "insist": ("objected",),
    "raise_dispute": ("objected",),
    "settle_dispute": ("disputed",),
    "replace_unit": ("objected",),
    "waive_opinion": _WAITED_FOR,
    "give_opinion": ("sent", "signed"),
    "draft_reply": ("signed",),
    "request_extension": ("signed",),
}
"""States of a hand-over in which a deed is done to it; the store checks again."""
_OF_A_UNIT = frozenset(
    {"insist", "raise_dispute", "settle_dispute", "replace_unit", "waive_opinion"}
)
"""Deeds of the center about one unit: asked which, where there are several."""


@dataclass(frozen=True, slots=True)
class AppealDeed:
    """A deed and how its values become a command."""

    deed: Deed
    command: Callable[[Values], Command[Any]]


class AppealDeeds(QObject):
    """Builds the deeds of one card for the person at the window."""

    def __init__(
        self,
        shell: Shell,
        card: AppealCard,
        units: tuple[UnitRow, ...],
        parent: QObject,
        remedy: RemedyView | None = None,
    ) -> None:
        super().__init__(parent)
        self._remedy = remedy
        self._shell = shell
        self._card = card
        self._units = units

    def make(self, name: str) -> AppealDeed | None:
        """Return a deed by its name in `AppealCard.moves`; `behalf:` asks for the paper too."""
        on_behalf = name.startswith("behalf:")
        plain = name.removeprefix("behalf:")
        maker = getattr(self, f"_{plain}", None)
        if maker is None:
            return None
        asks, command, consequence = maker()
        candidates = self._candidates(plain)
        if (on_behalf or plain in _OF_A_UNIT) and len(candidates) > 1:
            asks = [self._unit_ask(candidates, on_behalf=on_behalf), *asks]
        verb = act_label(TRACK, plain, chinese=self._shell.labels.chinese)
        number = self._card.row.number or self._card.row.source_number
        return AppealDeed(
            Deed(
                title=f"{verb} · {number}",
                button=verb,
                asks=tuple(asks),
                consequence=consequence,
                on_behalf=on_behalf,
                offer=self._offer(plain),
            ),
            command,
        )

    def _offer(self, name: str) -> Offer | None:
        """Return what the table of routing proposes; only a person's key writes it in."""
        found = self._card.proposal
        if found is None or name not in ("assign", "reassign", "redirect"):
            return None
        chinese = self._shell.labels.chinese
        why = found.sentence_zh if chinese else found.sentence_en
        basis = found.basis_zh if chinese else found.basis_en
        if found.route:
            path = self._shell.labels.code("redirect_route", found.route)
            words = self.tr("Proposed: redirect, {0}").format(path)
            taken = {"route": found.route, "basis": basis} if name == "redirect" else {}
            return Offer(words, why, basis, taken)
        if name == "redirect" or found.lead_unit_id is None:
            return None
        words = self.tr("Proposed: {0} leads").format(found.lead_unit)
        values = {"unit": str(found.lead_unit_id)}
        others = [
            (key, name)
            for key, name in zip(found.co_unit_ids, found.co_units, strict=True)
            if key != found.lead_unit_id
        ]
        if others:
            words = self.tr("Proposed: {0} leads, {1} assists").format(
                found.lead_unit, others[0][1]
            )
            values["co"] = str(others[0][0])
        return Offer(words, why, basis, values)

    def _options(self, name: str, values: tuple[str, ...] | None = None) -> list[Option]:
        found = self._shell.labels.options(name)
        return [o for o in found if values is None or o.code in values]

    def _unit_options(self) -> list[Option]:
        return [
            Option(str(u.id), u.short_name, u.full_name)
            for u in self._units
            if u.parent_id is None and not u.is_vertical
        ]

    @property
    def _id(self) -> int:
        return self._card.row.id

    @property
    def _seen(self) -> int:
        return self._card.row.version

    def _candidates(self, deed: str) -> list[HandOverRow]:
        """Return the hand-overs that a deed of a unit could be about."""
        states = _STATES.get(deed, ())
        found = [h for h in self._card.hand_overs if h.state in states]
        if deed in ("draft_reply", "request_extension"):
            return [h for h in found if h.role == "lead"]
        if deed in ("give_opinion", "waive_opinion", "replace_unit"):
            return [h for h in found if h.role != "lead"]
        return found

    def _unit_ask(self, candidates: list[HandOverRow], *, on_behalf: bool) -> Ask:
        return Ask(
            "hand_over",
            self.tr("Whose paper") if on_behalf else self.tr("Which unit"),
            "choice",
            required=True,
            options=[Option(str(h.id), f"{h.unit} {h.number}") for h in candidates],
        )

    def _own(self, deed: str, values: Values | None = None) -> HandOverRow:
        """Return the hand-over that the person's unit, or the chosen paper's, acts on."""
        found = self._candidates(deed) or list(self._card.hand_overs)
        chosen = (values or {}).get("hand_over")
        if chosen:
            return next(h for h in found if str(h.id) == chosen)
        unit = self._shell.actor.unit_id
        mine = [h for h in found if h.unit_id == unit]
        return (mine or found)[-1]

    def _day(self, key: str = "happened_on", label: str | None = None) -> Ask:
        words = label or self.tr("Date")
        return Ask(key, words, "day", required=True, value=self._shell.today())

    def _send_to_screening(self) -> Any:
        return (
            [
                Ask(
                    "proposed_opinion",
                    self.tr("Proposed opinion"),
                    "area",
                    required=True,
                    value=self._card.proposed_opinion,
                    lines=3,
                    help=self.tr("One sentence to the leader"),
                )
            ],
            lambda v: screening.SendToScreening(self._id, v["proposed_opinion"], self._seen),
            "",
        )

    def _await_supplement(self) -> Any:
        return (
            [
                Ask(
                    "supplement_list",
                    self.tr("Papers still needed"),
                    "area",
                    required=True,
                    help=self.tr("Everything at once, one a line"),
                ),
                self._day(),
            ],
            lambda v: screening.AwaitSupplement(
                self._id, v["supplement_list"], self._seen, v["happened_on"]
            ),
            "",
        )

    def _supplement_received(self) -> Any:
        return (
            [Ask("note", self.tr("Papers received"), "area"), self._day()],
            lambda v: screening.SupplementReceived(
                self._id, v["note"], self._seen, v["happened_on"]
            ),
            "",
        )

    def _accept(self) -> Any:
        return (
            [
                Ask(
                    "procedure",
                    self.tr("Procedure"),
                    "radio",
                    required=True,
                    options=self._options("procedure", PROCEDURES),
                    value="internal",
                    help=self.tr(
                        "Only the petition procedure has 60 days and the right to a review",
                    ),
                ),
                self._day(label=self.tr("Accepted on")),
                Ask("backdated_reason", self.tr("Reason for an earlier date")),
            ],
            lambda v: screening.Accept(
                self._id, v["procedure"], self._seen, v["happened_on"], v["backdated_reason"]
            ),
            "",
        )

    def _adopt(self) -> Any:
        return (
            [
                Ask(
                    "procedure",
                    self.tr("Procedure"),
                    "radio",
                    required=True,
                    options=self._options("procedure", PROCEDURES),
                    value="internal",
                )
            ],
            lambda v: screening.Adopt(self._id, v["procedure"], self._seen),
            self.tr("The day of adoption is the day of acceptance"),
        )

    def _not_accept(self) -> Any:
        return (
            [
                Ask("reason", self.tr("Reason"), "area", required=True),
                Ask("basis", self.tr("Basis")),
                Ask("path", self.tr("Right path")),
            ],
            lambda v: screening.ProposeNotAccept(
                self._id, v["reason"], v["basis"], v["path"], self._seen
            ),
            self.tr("The head of the center decides"),
        )

    def _redirect(self) -> Any:
        chinese = self._shell.labels.chinese
        view = self._remedy
        line = view.proposed if view else None
        path = line.path if line else None
        told = "\n".join(one.sentence_zh for one in view.lines) if view and line else ""
        cited = path.basis.zh if path and path.tag in {"V", "Q"} else ""
        note = view.found.note_words.of(chinese=chinese) if view else ""
        return (
            [
                Ask(
                    "route",
                    self.tr("Path"),
                    "choice",
                    required=True,
                    options=self._options("redirect_route"),
                    value=path.route if path else None,
                    help=note,
                ),
                Ask(
                    "body",
                    self.tr("Competent body"),
                    required=True,
                    value=line.body_zh if line else None,
                ),
                Ask(
                    "last_day",
                    self.tr("Last day"),
                    "day",
                    past=False,
                    value=path.last_day if path else None,
                ),
                Ask("basis", self.tr("Basis"), value=cited or None),
                Ask("reason", self.tr("Reason"), "area", lines=5, value=told or None),
            ],
            lambda v: screening.ProposeRedirect(
                self._id,
                v["route"],
                v["body"],
                v["last_day"],
                v["basis"],
                v["reason"],
                self._seen,
            ),
            self.tr("The head of the center decides"),
        )

    def _merge(self) -> Any:
        return (
            [
                Ask(
                    "target_id",
                    self.tr("Earlier case"),
                    "choice",
                    required=True,
                    options=[
                        Option(str(link.case_id), f"{link.number} {link.title}")
                        for link in self._card.links
                        if link.track == TRACK
                    ],
                    help=self.tr("Linked cases; link the earlier case first"),
                ),
                Ask("reason", self.tr("Reason"), "area", lines=3),
            ],
            lambda v: screening.ProposeMerge(
                self._id, int(v["target_id"]), v["reason"], self._seen
            ),
            self.tr("The head of the center decides"),
        )

    def _move_out(self) -> Any:
        return (
            [
                Ask("to_organ", self.tr("Handed to"), required=True),
                Ask("reason", self.tr("Reason"), "area", required=True, lines=3),
                Ask(
                    "clear",
                    self.tr("Clear the contents, leaving only the number"),
                    "tick",
                    value=True,
                ),
            ],
            lambda v: screening.ProposeMoveOut(
                self._id, v["to_organ"], v["reason"], v["clear"], self._seen
            ),
            self.tr("This cannot be taken back. The head of the center decides"),
        )

    def _withdraw(self) -> Any:
        return (
            [
                Ask("reason", self.tr("Reason given"), "area", required=True, lines=3),
                Ask("is_signed", self.tr("Signed by the person"), "tick"),
                self._day(),
            ],
            lambda v: screening.Withdraw(
                self._id, v["reason"], v["is_signed"], self._seen, v["happened_on"]
            ),
            self.tr("This cannot be taken back"),
        )

    def _assign_asks(self) -> list[Ask]:
        units = self._unit_options()
        return [
            Ask(
                "unit",
                self.tr("Lead unit"),
                "choice",
                required=True,
                options=units,
                help=self._own_unit_hint(),
            ),
            Ask("co", self.tr("Assisting unit"), "choice", options=units, half=True),
            Ask("co_2", self.tr("Second assisting unit"), "choice", options=units, half=True),
            Ask(
                "partial",
                self.tr("Unit asked one question only"),
                "choice",
                options=units,
            ),
            *self._question_asks(),
            Ask("requirement", self.tr("Requirement"), "area", lines=3),
        ]

    def _own_unit_hint(self) -> str:
        """Return the warning that a unit would handle the matter of its own person (回避)."""
        own = self._card.unit_full
        if not any(own in (u.full_name, u.short_name) for u in self._units if own):
            return ""
        return self.tr("The person belongs to {0}: check whether it must step back").format(own)

    def _question_asks(self) -> list[Ask]:
        requests = [line.strip() for line in self._card.requests.splitlines() if line.strip()]
        own = Ask(
            "question",
            self.tr("The question"),
            help=self.tr("All that this unit sees of the case, beside the person")
            if requests
            else "",
        )
        if not requests:
            return [own]
        numbered = [
            Option(str(place), f"{place}. {words}") for place, words in enumerate(requests, start=1)
        ]
        return [Ask("request", self.tr("Only this request"), "choice", options=numbered), own]

    def _target(self, unit: str, role: str, v: Values) -> routing.Target:
        if role != "partial":
            return routing.Target(int(unit or 0), role)
        request = v.get("request")
        return routing.Target(
            int(unit or 0), role, v["question"], int(request) if request else None
        )

    def _join_unit(self, replaces: bool = False) -> Any:
        def command(v: Values) -> Command[Any]:
            target = self._target(v["unit"], v["role"] or "co", v)
            old = self._own("replace_unit", v).id if replaces else None
            return routing.ProposeJoin(self._id, target, v["requirement"], old, self._seen)

        return (
            [
                Ask(
                    "unit",
                    self.tr("Assisting unit"),
                    "choice",
                    required=True,
                    options=self._unit_options(),
                ),
                Ask(
                    "role",
                    self.tr("Part"),
                    "radio",
                    required=True,
                    options=[o for o in self._options("hand_over_role") if o.code != "lead"],
                    value="co",
                ),
                *self._question_asks(),
                Ask("requirement", self.tr("Requirement"), "area", lines=3),
            ],
            command,
            self.tr("The head of the center decides"),
        )

    def _replace_unit(self) -> Any:
        return self._join_unit(replaces=True)

    def _direct(self) -> Any:
        return (
            [Ask("opinion", self.tr("Opinion of the consultation"), "area", required=True)],
            lambda v: disputes.Direct(self._id, v["opinion"], self._seen),
            self.tr("Given back {0} times; the desk may hand it over again after this").format(
                self._card.bounces
            ),
        )

    def _raise_dispute(self) -> Any:
        return (
            [
                Ask(
                    "organ",
                    self.tr("Common superior or joint meeting"),
                    required=True,
                    most=disputes.LONGEST_ORGAN,
                ),
                Ask("reason", self.tr("What is disputed"), "area", required=True),
                self._day(),
            ],
            lambda v: disputes.RaiseDispute(
                self._own("raise_dispute", v).id,
                v["organ"],
                v["reason"],
                happened_on=v["happened_on"],
            ),
            self.tr("Until it has decided the case goes to no other unit"),
        )

    def _settle_dispute(self) -> Any:
        return (
            [
                Ask(
                    "unit",
                    self.tr("Unit that it names"),
                    "choice",
                    required=True,
                    options=self._unit_options(),
                ),
                Ask("number", self.tr("Number of the paper"), required=True, half=True),
                Ask(
                    "decided_on",
                    self.tr("Date on the paper"),
                    "day",
                    required=True,
                    value=self._shell.today(),
                    half=True,
                ),
                Ask("decision", self.tr("What it says"), "area", lines=3),
            ],
            lambda v: disputes.ProposeSettlement(
                self._own("settle_dispute", v).id,
                int(v["unit"] or 0),
                v["number"],
                v["decided_on"],
                v["decision"],
            ),
            self.tr("The head of the center compares it with the paper and agrees"),
        )

    def _waive_opinion(self) -> Any:
        return (
            [Ask("reason", self.tr("Reason"), "area", required=True, most=200)],
            lambda v: routing.WaiveOpinion(self._own("waive_opinion", v).id, v["reason"]),
            self.tr("The answer no longer waits for this unit's opinion"),
        )

    def _assign_command(self, v: Values) -> Command[Any]:
        targets = [routing.Target(int(v["unit"]))]
        targets += [routing.Target(int(v[key]), "co") for key in ("co", "co_2") if v[key]]
        if v["partial"]:
            targets.append(self._target(v["partial"], "partial", v))
        return routing.ProposeAssign(
            self._id,
            tuple(targets),
            v["requirement"],
            "joint" if len(targets) > 1 else "transfer",
            self._seen,
        )

    def _assign(self) -> Any:
        return (
            self._assign_asks(),
            self._assign_command,
            self.tr("The head of the center decides"),
        )

    _reassign = _assign

    def _sign_in(self) -> Any:
        return (
            [
                Ask("section", self.tr("Section")),
                Ask("handler_name", self.tr("Handler")),
                Ask("handler_phone", self.tr("Phone of the handler")),
            ],
            lambda v: routing.SignIn(
                self._own("sign_in", v).id,
                v["section"],
                v["handler_name"],
                v["handler_phone"],
                behalf=behalf_of(v),
            ),
            "",
        )

    def _object(self) -> Any:
        return (
            [
                Ask("reason", self.tr("Reason"), "area", required=True),
                Ask("suggested_unit", self.tr("Suggested unit")),
            ],
            lambda v: routing.Object(
                self._own("object", v).id, v["reason"], v["suggested_unit"], behalf=behalf_of(v)
            ),
            "",
        )

    def _insist(self) -> Any:
        return (
            [
                Ask(
                    "reason",
                    self.tr("Opinion of the consultation"),
                    "area",
                    required=True,
                )
            ],
            lambda v: routing.Insist(self._own("insist", v).id, v["reason"]),
            "",
        )

    def _give_opinion(self) -> Any:
        return (
            [
                Ask(
                    "result",
                    self.tr("What it comes to"),
                    "radio",
                    options=self._options("opinion_result"),
                    help=self.tr("Where no rule provides for it the answer explains, not refuses"),
                ),
                Ask("content", self.tr("Opinion"), "area", required=True, lines=6),
            ],
            lambda v: routing.GiveOpinion(
                self._own("give_opinion", v).id, v["content"], v["result"], behalf=behalf_of(v)
            ),
            "",
        )

    def _request_extension(self) -> Any:
        return (
            [
                Ask("days", self.tr("Days, at most 30"), required=True, value="30"),
                Ask("reason", self.tr("Reason"), "area", required=True),
            ],
            lambda v: handling.RequestExtension(
                self._own("request_extension", v).id,
                int(v["days"]) if str(v["days"]).isdigit() else 0,
                v["reason"],
                behalf=behalf_of(v),
            ),
            self.tr(
                "Once, at most 30 days, before the due date, agreed by the head of the unit",
            ),
        )

    def _tell_extension(self) -> Any:
        untold = [e for e in self._card.extensions if e.state == "agreed" and e.told_on is None]
        wanted = untold[0] if untold else None
        words = ""
        if wanted is not None and wanted.new_due_on is not None:
            words = self.tr("Extended to {0}; the person is told so and why").format(
                wanted.new_due_on.isoformat()
            )
        return (
            [
                Ask(
                    "how",
                    self.tr("How the person was told"),
                    required=True,
                    most=200,
                    help=wanted.reason if wanted else "",
                ),
                self._day("happened_on", self.tr("Told on")),
            ],
            lambda v: handling.TellExtension(
                wanted.id if wanted else 0, v["how"], v["happened_on"]
            ),
            words,
        )

    def _rests_on(self) -> list[Ask]:
        given = [h for h in self._card.hand_overs if h.role != "lead" and h.state == "answered"]
        if not given:
            return []
        labels = self._shell.labels
        return [
            Ask(
                "rests_on",
                self.tr("Rests on the opinions of"),
                "ticks",
                options=[
                    Option(
                        str(h.id),
                        " ".join(
                            part
                            for part in (
                                h.unit,
                                h.opinion_on.isoformat() if h.opinion_on else "",
                                labels.code("opinion_result", h.opinion_result),
                            )
                            if part
                        ),
                    )
                    for h in given
                ],
                value=tuple(str(h.id) for h in given),
            )
        ]

    def _draft_reply(self) -> Any:
        lead = self._own("draft_reply")
        return (
            [
                *self._rests_on(),
                Ask(
                    "outcome",
                    self.tr("Outcome"),
                    "radio",
                    required=True,
                    options=self._options("appeal_outcome", OUTCOMES),
                    value=lead.draft_outcome or "",
                    help=self.tr("Where no rule provides for it the answer explains, not refuses"),
                ),
                Ask(
                    "reply",
                    self.tr("Answer to the person"),
                    "area",
                    required=True,
                    lines=7,
                    value=lead.draft_reply,
                ),
                Ask(
                    "report",
                    self.tr("Report of the handling"),
                    "area",
                    lines=4,
                    value=lead.report,
                    help=self.tr("Stays inside the unit"),
                ),
            ],
            lambda v: handling.DraftReply(
                self._own("draft_reply", v).id,
                v["reply"],
                v["outcome"],
                v["report"],
                tuple(int(key) for key in v["rests_on"]) if "rests_on" in v else None,
                behalf=behalf_of(v),
            ),
            "",
        )

    def _deliver_reply(self) -> Any:
        asks = [
            self._day("issued_on", self.tr("Answer issued on")),
            Ask("delivered_on", self.tr("Reached the person on"), "day"),
            Ask(
                "method",
                self.tr("Way of delivery"),
                "choice",
                options=self._options("delivery_method"),
                value="in_person",
            ),
            Ask("signer", self.tr("Received and signed by")),
        ]
        if self._card.procedure == "petition":
            asks.insert(1, Ask("reply_number", self.tr("Number of the opinion"), required=True))
        return (
            asks,
            lambda v: answering.DeliverReply(
                self._id,
                v["issued_on"],
                v["delivered_on"],
                v["method"] or "in_person",
                v["signer"],
                v.get("reply_number", ""),
                self._seen,
            ),
            self.tr(
                "The day of issue stops the clock; the day it reached the person starts his own",
            ),
        )

    def _record_delivery(self) -> Any:
        return (
            [
                self._day("delivered_on", self.tr("Reached the person on")),
                Ask(
                    "method",
                    self.tr("Way of delivery"),
                    "choice",
                    options=self._options("delivery_method"),
                    value="in_person",
                ),
                Ask("signer", self.tr("Received and signed by")),
            ],
            lambda v: answering.RecordDelivery(
                self._id, v["delivered_on"], v["method"] or "in_person", v["signer"], self._seen
            ),
            "",
        )

    def _report_back(self) -> Any:
        return (
            [
                Ask(
                    "to",
                    self.tr("Reported to"),
                    required=True,
                    value=self._card.incoming_unit,
                ),
                Ask("number", self.tr("Number of the report")),
                self._day(),
            ],
            lambda v: answering.ReportBack(
                self._id, v["to"], v["number"], self._seen, v["happened_on"]
            ),
            "",
        )

    def _plan_follow_up(self) -> Any:
        return (
            [self._day()],
            lambda v: answering.PlanFollowUp(self._id, self._seen, v["happened_on"]),
            "",
        )

    def _close(self) -> Any:
        rating = self._options("satisfaction")
        return (
            [
                Ask(
                    "satisfaction_service",
                    self.tr("Satisfied with the service"),
                    "radio",
                    required=True,
                    options=rating,
                ),
                Ask(
                    "satisfaction_result",
                    self.tr("Satisfied with the result"),
                    "radio",
                    required=True,
                    options=rating,
                ),
                Ask("note", self.tr("Notes of the follow-up"), "area"),
                self._day(label=self.tr("Followed up on")),
            ],
            lambda v: answering.ProposeClose(
                self._id,
                v["satisfaction_service"],
                v["satisfaction_result"],
                v["note"],
                self._seen,
                v["happened_on"],
            ),
            self.tr("The head of the center decides"),
        )

    def _resume(self) -> Any:
        return (
            [Ask("reason", self.tr("Reason"), "area", required=True)],
            lambda v: answering.Resume(self._id, v["reason"], self._seen),
            "",
        )

    def _confirm_on_the_spot(self) -> Any:
        return (
            [],
            lambda _v: intake.ConfirmOnTheSpot((self._id,)),
            self.tr("The answer given on the spot is confirmed and the case closed"),
        )

    def _record_review_request(self) -> Any:
        level = "recheck" if self._card.reviews else "review"
        return (
            [
                Ask("organ", self.tr("Reviewing organ"), required=True),
                self._day("requested_on", self.tr("Requested on")),
            ],
            lambda v: answering.RecordReviewRequest(
                self._id, v["organ"], level, v["requested_on"], self._seen
            ),
            "",
        )

    def _record_review_opinion(self) -> Any:
        review = self._card.reviews[-1]
        return (
            [
                Ask("number", self.tr("Number of the opinion"), required=True),
                self._day("opinion_on", self.tr("Dated")),
                self._day("received_on", self.tr("Received by the person on")),
                Ask(
                    "conclusion",
                    self.tr("Conclusion"),
                    "radio",
                    required=True,
                    options=self._options("review_conclusion"),
                ),
            ],
            lambda v: answering.RecordReviewOpinion(
                review.id, v["number"], v["opinion_on"], v["received_on"], v["conclusion"]
            ),
            "",
        )

    def _explain_policy(self) -> Any:
        return (
            [
                Ask("text", self.tr("What was explained"), "area", required=True, most=1000),
                Ask("suggests_talk", self.tr("Suggest a care talk"), "tick", value=True),
            ],
            lambda v: after_redirect.ExplainPolicy(
                self._id, v["text"], v["suggests_talk"], self._seen
            ),
            self.tr("It has no legal effect and is never counted as solved"),
        )

    def _record_other_result(self) -> Any:
        return (
            [
                Ask("organ", self.tr("Organ that decided"), required=True, most=120),
                Ask("number", self.tr("Number of the paper"), most=80, half=True),
                Ask("result_on", self.tr("Date on the paper"), "day", half=True),
                Ask("result", self.tr("Result"), "area", required=True, lines=3, most=300),
            ],
            lambda v: after_redirect.RecordOtherResult(
                self._id, v["organ"], v["result"], v["number"], v["result_on"], self._seen
            ),
            self.tr("As the person brings it; it is never counted as solved"),
        )

    def _annotate(self) -> Any:
        return (
            [
                Ask("text", self.tr("Note"), "area", required=True),
                Ask("inner", self.tr("Only inside my unit"), "tick"),
            ],
            lambda v: handling.Annotate(self._id, v["text"], v["inner"]),
            "",
        )

    def _amend(self) -> Any:
        card = self._card
        return (
            [
                Ask("subject", self.tr("Subject"), required=True, value=card.row.subject),
                Ask(
                    "category",
                    self.tr("Category"),
                    "choice",
                    required=True,
                    options=self._options("appeal_category"),
                    value=card.row.category,
                ),
                Ask("requests", self.tr("Requests"), "area", value=card.requests, lines=3),
                Ask("facts", self.tr("Facts and reasons"), "area", value=card.facts),
                Ask("phone", self.tr("Telephone"), value=card.phone),
                Ask(
                    "contact_preference",
                    self.tr("How to reach the person"),
                    "choice",
                    options=self._options("contact_preference"),
                    value=card.contact_preference,
                ),
                Ask(
                    "transfer_wish",
                    self.tr("Wish about passing on"),
                    "choice",
                    options=self._options("transfer_wish"),
                    value=card.transfer_wish,
                ),
                Ask("reason", self.tr("Reason for the correction"), required=True),
            ],
            self._amend_command,
            "",
        )

    def _amend_command(self, v: Values) -> Command[Any]:
        card = self._card
        before = {
            "subject": card.row.subject,
            "category": card.row.category,
            "requests": card.requests,
            "facts": card.facts,
            "phone": card.phone,
            "contact_preference": card.contact_preference,
            "transfer_wish": card.transfer_wish,
        }
        changes = {name: v[name] for name in before if v[name] != before[name]}
        return intake.Amend(self._id, self._seen, changes, v["reason"])
