import type { ChoiceAct } from "./choices";

/** Objection or withdrawal whose controller is unknown: it holds towards every controller until it is placed, 21(3). */
export type PendingObjection = {
  /** Request of the person in which it was made. */
  id: string;
  reference: string;
  channel: string;
  /** Instant, in milliseconds. */
  receivedAt: number;
  /** Its words seem to be one under another right, and nobody has read them yet: held in doubt towards every controller. */
  isDoubtful: boolean;
  /** Came with many others from one network by the public form, and nobody has examined it: it holds all the same. */
  isOfBurst: boolean;
};

/** Acts of direct marketing, which an objection ends whatever they are for. */
const MARKETING: readonly ChoiceAct[] = ["telephone", "mail", "reuse"];

export function isMarketing(act: ChoiceAct): boolean {
  return MARKETING.includes(act);
}
