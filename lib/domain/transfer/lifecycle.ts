import { defineLifecycle, type Transition } from "@/lib/domain/lifecycle/lifecycle";

export const TRANSFER_STATES = ["running", "suspended", "ended"] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export const TRANSFER_EVENTS = ["suspend", "resume", "end", "reopen"] as const;
export type TransferEvent = (typeof TRANSFER_EVENTS)[number];

/**
 * Suspended where the destination no longer lets the clauses be kept, 2021/914 clauses 14(f) and 16(b); then ended or
 * resumed. Each stops a transfer or lets it go on: none goes without its reason.
 */
const TRANSITIONS: Record<TransferEvent, Transition<TransferState>> = {
  suspend: { from: ["running"], to: "suspended", needsReason: true },
  resume: { from: ["suspended"], to: "running", needsReason: true },
  end: { from: ["running", "suspended"], to: "ended", needsReason: true },
  reopen: { from: ["ended"], to: "running", needsReason: true },
};

export const { decide, eventsFrom } = defineLifecycle(TRANSITIONS);
