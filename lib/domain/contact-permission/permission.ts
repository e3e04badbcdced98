import type { Appointment } from "@/lib/domain/choice/appointment";
import { answerOf, type AnswerReason } from "@/lib/domain/choice/answer";
import type { ChoiceAsked, ChoiceStatus } from "@/lib/domain/choice/choices";
import { isMarketing, type PendingObjection } from "@/lib/domain/choice/pending-objection";
import { personFacts, type PersonFacts, type ProvenChoice } from "@/lib/domain/campaign/person-facts";
import type { ReadinessReason } from "@/lib/domain/campaign/readiness";
import type { JudgedFinding } from "@/lib/domain/telephone-prospecting/judged-finding";
import type { Verdict } from "@/lib/domain/telephone-prospecting/judgement";

/** From the best to the worst. */
export const PERMISSION_VERDICTS = ["allowed", "doubtful", "refused"] as const;
export type PermissionVerdict = (typeof PERMISSION_VERDICTS)[number];

/** Reason with what it comes to by itself: what the person chose, an objection that waits, a rule of law or house, the campaign. */
export type PermissionReason = { verdict: PermissionVerdict } & (
  | { kind: "choice"; reason: AnswerReason }
  | { kind: "pending"; objection: PendingObjection }
  | { kind: "rule"; finding: JudgedFinding }
  /** Lack of the campaign by itself that day: one that may not call calls nobody, whatever the person chose, 28(3)(a). */
  | { kind: "campaign"; lack: ReadinessReason }
  /** The number is of another country, whose rules on calls are not judged here; null where nobody knows which. */
  | { kind: "abroad"; country: string | null }
);

export type Permission = { verdict: PermissionVerdict; reasons: PermissionReason[] };

/** Knowledge of one person: choices towards the controller, and objections whose controller is unknown. */
export type PersonKnown = {
  choices: readonly ProvenChoice[];
  pending: readonly PendingObjection[];
  /** Calls to which the person agreed for a precise date and time, D223-9. */
  appointments?: readonly Appointment[];
  /** Lacks of the campaign within which it is asked, or of all that run for the controller. */
  lacks?: readonly ReadinessReason[];
};

/** Call or message to another country than France, ISO 3166; null where nobody knows which. */
export type Abroad = { abroad: string | null };

/** Judges a call or a message to the person by law and house. */
export type CallJudge = {
  findingsOf: (facts: PersonFacts) => readonly JudgedFinding[];
  /** True where the rules judge what the call rests on too: a choice that is unknown then says nothing by itself. */
  judgesBasis: boolean;
};

const OF_STATUS: Record<ChoiceStatus, PermissionVerdict> = {
  allowed: "allowed",
  unknown: "doubtful",
  refused: "refused",
};
const OF_RULE: Record<Verdict, PermissionVerdict> = {
  met: "allowed",
  warning: "allowed",
  doubt: "doubtful",
  broken: "refused",
};

/**
 * Decides whether a person may be contacted for an act at an instant: the worst of what they chose, of objections that
 * wait for their controller, 21(3), of what the campaign lacks, 28(3)(a), and of the rules on calls and messages; `judge` is null for an act without rules of its
 * own, and names the country of a call outside France, which no rule that is known here forbids or allows. Reasons are in the order of their verdicts, the worst first.
 */
export function decidePermission(
  asked: ChoiceAsked,
  { choices, pending, appointments, lacks = [] }: PersonKnown,
  judge: CallJudge | Abroad | null,
): Permission {
  const { status, reason } = answerOf(choices, asked);
  const held = isMarketing(asked.act) ? pending.filter(({ receivedAt }) => receivedAt <= asked.at) : [];
  const abroad = judge && "abroad" in judge ? judge : null;
  const rules = judge && "findingsOf" in judge ? judge : null;
  const found = rules?.findingsOf(personFacts(choices, asked, appointments)) ?? [];
  const isLeft = status === "unknown" && rules?.judgesBasis === true;
  const reasons: PermissionReason[] = [
    ...(isLeft ? [] : [{ kind: "choice", reason, verdict: OF_STATUS[status] } as const]),
    ...held.map(
      (objection) =>
        ({ kind: "pending", objection, verdict: objection.isDoubtful ? "doubtful" : "refused" }) as const,
    ),
    ...lacks.map((lack) => ({ kind: "campaign", lack, verdict: OF_RULE[lack.verdict] }) as const),
    ...(abroad ? [{ kind: "abroad", country: abroad.abroad, verdict: "doubtful" } as const] : []),
    ...found.map((finding) => ({ kind: "rule", finding, verdict: OF_RULE[finding.verdict] }) as const),
  ];
  reasons.sort((a, b) => rank(b.verdict) - rank(a.verdict));
  return { verdict: reasons[0]?.verdict ?? "doubtful", reasons };
}

function rank(verdict: PermissionVerdict): number {
  return PERMISSION_VERDICTS.indexOf(verdict);
}
