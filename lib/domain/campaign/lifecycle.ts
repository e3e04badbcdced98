import { defineLifecycle, type Transition } from "@/lib/domain/lifecycle/lifecycle";

export const CAMPAIGN_STATES = ["draft", "started", "paused", "ended"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const CAMPAIGN_EVENTS = ["start", "pause", "resume", "end"] as const;
export type CampaignEvent = (typeof CAMPAIGN_EVENTS)[number];

/** Events that stop a campaign need a reason; those that let it run need one where its readiness leaves doubts. */
const TRANSITIONS: Record<CampaignEvent, Transition<CampaignState>> = {
  start: { from: ["draft"], to: "started", needsReason: false },
  pause: { from: ["started"], to: "paused", needsReason: true },
  resume: { from: ["paused"], to: "started", needsReason: false },
  end: { from: ["draft", "started", "paused"], to: "ended", needsReason: true },
};

export const { decide, eventsFrom } = defineLifecycle(TRANSITIONS);
