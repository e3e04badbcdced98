import { defineNoun, type ObligationRule } from "./noun";
import { EVERYONE, STEWARDS, WRITERS } from "./roles";

function hourly(
  article: string,
  basis: ObligationRule["basis"],
  weight: ObligationRule["weight"],
  leads: readonly number[],
): ObligationRule {
  return { source: "gdpr", article, basis, weight, leads, isHourly: true };
}

/** A breach of personal data, documented under art. 33(5). */
export const breachNoun = defineNoun({
  id: "breach",
  found: "breaches",
  navigation: [{ id: "breaches", room: "breaches", segment: "/breaches" }],
  acts: {
    /** Art. 33(5): the documentation lets the authority verify that article 33 was complied with. */
    "breach.read": { staff: EVERYONE, jobs: ["contract-reminder"] },
    /** Begin the file, record and correct facts. */
    "breach.write": { staff: WRITERS },
    /** Confirm or set aside a controller, overrule the severity, close, reopen. */
    "breach.decide": { staff: STEWARDS },
  },
  events: {
    "breach.begun": {},
    // A fact was recorded, or stands beside the one that it corrects.
    "breach.fact-added": {},
    "breach.fact-corrected": { needsReason: true },
    "breach.controllers-proposed": {},
    "breach.controller-confirmed": {},
    "breach.controller-set-aside": { needsReason: true },
    "breach.severity-overruled": { needsReason: true },
    "breach.controller-left-untold": { needsReason: true },
    "breach.controller-left-unrectified": { needsReason: true },
    "breach.closed": {},
    "breach.reopened": { needsReason: true },
  },
  fieldWords: "breach.fields",
  fields: [
    "reference",
    "title",
    "isDrill",
    "status",
    "awareAt",
    "version",
    "factId",
    "number",
    "kind",
    "value",
    "at",
    "controllerId",
    "controllerIds",
    "correctsId",
    "reason",
  ],
  documents: [{ subject: "breach", read: "breach.read", write: "breach.write", segment: "breaches" }],
  isSearched: true,
  obligations: {
    // A suspicion: a short investigation is tolerated before awareness.
    "breach.investigate": hourly("33(2)", "statutory", 5, [0, -4, -24, -72]),
    "breach.controllers": hourly("33(2)", "statutory", 5, [0, -4, -24]),
    "breach.place": hourly("33(2)", "statutory", 5, [24, 4, 0, -4, -24]),
    // No hours were agreed: owed from awareness on.
    "breach.tell": hourly("33(2)", "statutory", 5, [0, -4, -12, -24, -48]),
    "breach.tell-in-hours": hourly("33(2)", "contractual", 5, [72, 48, 24, 12, 4, 1, 0, -4, -24]),
    "breach.reasons": hourly("33(2)", "contractual", 3, [0, -24]),
    // No hours were agreed, and the organisation's own threshold passed: a person judges, with a reason.
    "breach.judge-delay": hourly("33(2)", "own", 3, [-24, -168]),
    "breach.notice": hourly("33(3)", "statutory", 4, [-4, -24]),
    "breach.follow-up": hourly("33(4)", "statutory", 4, [-24, -72, -168]),
    "breach.final": hourly("33(4)", "own", 2, [-72, -168]),
    // A controller that was told proved not to be affected: until what was sent is taken back it counts hours for nothing. That the
    // duty to notify covers the correction of a wrong notice is to verify.
    "breach.rectify": hourly("33(2)", "statutory", 5, [-4, -24]),
    // Issued to take it back, and nothing shows that it left.
    "breach.rectifying-unsent": hourly("33(2)", "statutory", 5, [-4, -24]),
    "breach.upstream": hourly("28(4)", "contractual", 3, [-24]),
    // The next contact is written to by itself.
    "breach.silence": hourly("33(2)", "own", 3, []),
    "breach.call": hourly("33(2)", "statutory", 5, [0, -4]),
    "breach.record": hourly("33(5)", "statutory", 3, [-72, -336]),
  },
  places: [{ id: "beginBreach", segment: "/breaches/new", needs: "breach.write" }],
  dossier: {
    section: "breaches",
    place: 8,
    article: "33",
    rows: [
      { table: "breach", column: "id" },
      { table: "breach_fact", column: "breach_id" },
      { table: "breach_controller", column: "breach_id" },
      { table: "breach_notice", column: "breach_id" },
    ],
  },
  partyPart: {
    table: "breach",
    links: {
      controller: {
        through: [
          {
            table: "breach_controller",
            key: "breach_id",
            column: "controller_id",
            tests: [{ column: "status", not: ["set-aside"] }],
          },
        ],
      },
      "sub-processor": {
        through: [
          {
            table: "breach_fact",
            key: "breach_id",
            column: "value ->> 'subProcessorId'",
            isText: true,
            tests: [{ column: "kind", is: ["told-by-sub-processor"] }],
          },
        ],
      },
    },
    owed: [{ column: "status", not: ["closed"] }],
    read: "breach.read",
    list: { segment: "/breaches", view: "all" },
    begin: { segment: "/breaches/new", needs: "breach.write", of: ["controller"] },
    row: { segment: "/breaches", reference: "reference", title: "title" },
    events: [
      {
        facts: { table: "breach_fact", key: "breach_id" },
        ofController: "controller_id",
        at: "recorded_at",
        event: "kind",
        tests: [
          { column: "kind", is: ["controller-proposed", "controller-confirmed", "controller-set-aside"] },
        ],
        words: "breach.kinds.*",
      },
      {
        facts: { table: "breach_notice", key: "breach_id" },
        ofController: "controller_id",
        at: "issued_at",
        words: "party-parts.events.notice",
      },
    ],
    besides: ["breach_notice_fact"],
  },
});
