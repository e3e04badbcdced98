import { defineLifecycle, type Transition } from "@/lib/domain/lifecycle/lifecycle";

export const CONSULTATION_STATES = ["draft", "open", "closed", "revoked"] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

export const CONSULTATION_EVENTS = ["open", "close", "revoke"] as const;
export type ConsultationEvent = (typeof CONSULTATION_EVENTS)[number];

/** A revoked consultation ends all of its links; what was answered before stays chosen. */
const TRANSITIONS: Record<ConsultationEvent, Transition<ConsultationState>> = {
  open: { from: ["draft"], to: "open", needsReason: false },
  close: { from: ["open"], to: "closed", needsReason: false },
  revoke: { from: ["draft", "open"], to: "revoked", needsReason: true },
};

export const { decide, eventsFrom } = defineLifecycle(TRANSITIONS);
