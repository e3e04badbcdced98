import type { ObligationRule } from "@/lib/domain/nouns/noun";
import { type AnyNoun, NOUNS } from "@/lib/domain/nouns/nouns";
import type { Obligation, ObligationKind } from "./types";

type NounWithObligations = Extract<AnyNoun, { obligations: unknown }>;
export type ObligationNoun = NounWithObligations["id"];

const DECLARED = NOUNS.filter((noun): noun is NounWithObligations => "obligations" in noun);

export const OBLIGATION_NOUNS: readonly ObligationNoun[] = DECLARED.map(({ id }) => id);

/** Rules of every kind, and the noun that declares it. */
const RULES = new Map<string, ObligationRule & { noun: ObligationNoun }>(
  DECLARED.flatMap(({ id, obligations }) =>
    Object.entries<ObligationRule>(obligations).map(([kind, rule]) => [kind, { ...rule, noun: id }] as const),
  ),
);

export const OBLIGATION_KINDS = [...RULES.keys()] as ObligationKind[];

/** Every kind is declared by a noun, by its type. */
export function ruleOf(kind: ObligationKind): ObligationRule & { noun: ObligationNoun } {
  const rule = RULES.get(kind);
  if (!rule) throw new Error(`No noun declares the obligation ${kind}.`);
  return rule;
}

export function isObligationNoun(text: string): text is ObligationNoun {
  return OBLIGATION_NOUNS.some((noun) => noun === text);
}

/** Stable for as long as the row has it: kind, row and part, never the date. */
export function obligationKey({
  kind,
  subject,
  part,
}: Pick<Obligation, "kind" | "subject" | "part">): string {
  return [kind, subject.id, part].filter(Boolean).join(" ");
}
