import { defineLifecycle, type Transition } from "@/lib/domain/lifecycle/lifecycle";

export const SUB_PROCESSOR_STATES = ["listed", "ended"] as const;
export type SubProcessorState = (typeof SUB_PROCESSOR_STATES)[number];

export const SUB_PROCESSOR_EVENTS = ["end", "reopen"] as const;
export type SubProcessorEvent = (typeof SUB_PROCESSOR_EVENTS)[number];

/**
 * Lists and removes a sub-processor, each with its reason. Its use is each controller's decision, stored with the
 * authorisation.
 */
const TRANSITIONS: Record<SubProcessorEvent, Transition<SubProcessorState>> = {
  end: { from: ["listed"], to: "ended", needsReason: true },
  reopen: { from: ["ended"], to: "listed", needsReason: true },
};

export const { decide, eventsFrom } = defineLifecycle(TRANSITIONS);
