import { defineLifecycle, type Transition } from "@/lib/domain/lifecycle/lifecycle";

export const SCRIPT_STATES = ["draft", "in-use", "retired"] as const;
export type ScriptState = (typeof SCRIPT_STATES)[number];

export const SCRIPT_EVENTS = ["use", "retire", "reopen"] as const;
export type ScriptEvent = (typeof SCRIPT_EVENTS)[number];

/** Putting a later edition into use replaces the one that agents have. */
const TRANSITIONS: Record<ScriptEvent, Transition<ScriptState>> = {
  use: { from: ["draft", "in-use"], to: "in-use", needsReason: false },
  retire: { from: ["draft", "in-use"], to: "retired", needsReason: true },
  reopen: { from: ["retired"], to: "draft", needsReason: false },
};

export const { decide, eventsFrom } = defineLifecycle(TRANSITIONS);
