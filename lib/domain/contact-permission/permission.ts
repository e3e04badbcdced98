import { answerOf, type AnswerReason } from "@/lib/domain/choice/answer";
import type { ChoiceAsked, ChoiceStatus } from "@/lib/domain/choice/choices";
import { isMarketing, type PendingObjection } from "@/lib/domain/choice/pending-objection";
import { personFacts, type PersonFacts, type ProvenChoice } from "@/lib/domain/campaign/person-facts";
import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import type { Verdict } from "@/lib/domain/telephone-prospecting/judgement";

/** From the best to the worst. */
export const PERMISSION_VERDICTS = ["allowed", "doubtful", "refused"] as const;
export type PermissionVerdict = (typeof PERMISSION_VERDICTS)[number];

/** Reason with what it comes to by itself: what the person chose, an objection that waits, a rule of law or house. */
export type PermissionReason = { verdict: PermissionVerdict } & (
  | { kind: "choice"; reason: AnswerReason }
  | { kind: "pending"; objection: PendingObjection }
  | { kind: "rule"; finding: HouseFinding }
);

export type Permission = { verdict: PermissionVerdict; reasons: PermissionReason[] };

/** Knowledge of one person: choices towards the controller, and objections whose controller is unknown. */
export type PersonKnown = { choices: readonly ProvenChoice[]; pending: readonly PendingObjection[] };

/** Judges a call to the person by law and house. */
export type CallJudge = {
  findingsOf: (facts: PersonFacts) => readonly HouseFinding[];
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
 * wait for their controller, 21(3), and of the rules on calls; `judge` is null for an act without calls, or outside
 * France. Reasons are in the order of their verdicts, the worst first.
 */
export function decidePermission(
  asked: ChoiceAsked,
  { choices, pending }: PersonKnown,
  judge: CallJudge | null,
): Permission {
  const { status, reason } = answerOf(choices, asked);
  const held = isMarketing(asked.act) ? pending.filter(({ receivedAt }) => receivedAt <= asked.at) : [];
  const found = judge?.findingsOf(personFacts(choices, asked)) ?? [];
  const isLeft = status === "unknown" && judge?.judgesBasis === true;
  const reasons: PermissionReason[] = [
    ...(isLeft ? [] : [{ kind: "choice", reason, verdict: OF_STATUS[status] } as const]),
    ...held.map((objection) => ({ kind: "pending", objection, verdict: "refused" }) as const),
    ...found.map((finding) => ({ kind: "rule", finding, verdict: OF_RULE[finding.verdict] }) as const),
  ];
  reasons.sort((a, b) => rank(b.verdict) - rank(a.verdict));
  return { verdict: reasons[0]?.verdict ?? "doubtful", reasons };
}

function rank(verdict: PermissionVerdict): number {
  return PERMISSION_VERDICTS.indexOf(verdict);
}
