import type { ChoiceAct } from "./choices";

/** Objection to marketing whose controller is unknown: it holds towards every controller until it is placed, 21(3). */
export type PendingObjection = {
  /** Request of the person in which it was made. */
  id: string;
  reference: string;
  channel: string;
  /** Instant, in milliseconds. */
  receivedAt: number;
};

/** Acts of direct marketing, which an objection ends whatever they are for. */
const MARKETING: readonly ChoiceAct[] = ["telephone", "mail", "reuse"];

export function isMarketing(act: ChoiceAct): boolean {
  return MARKETING.includes(act);
}
