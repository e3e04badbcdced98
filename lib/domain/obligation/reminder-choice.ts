import type { Role } from "@/lib/domain/access/actor";

const CHANNELS = ["mail", "digest", "none"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Owners and the DPO answer for the register: unless they choose otherwise they are told, and others are not. */
export function channelFor(choice: string, role: Role): Channel {
  const chosen = CHANNELS.find((channel) => channel === choice);
  return chosen ?? (role === "owner" || role === "dpo" ? "mail" : "none");
}

/** Choices of a person; "default" follows the role. */
export const REMINDER_CHOICES = ["default", ...CHANNELS] as const;

/** Largest number of days before a date, and how many numbers a person may give. */
const MOST_LEAD = 365;
const MOST_LEADS = 6;

/** "30, 7, 1" → [30, 7, 1], each once, the farthest first; null for what is no such list. An empty text is []. */
export function readLeads(text: string): number[] | null {
  const parts = text.split(/[\s,;،؛]+/u).filter((part) => part !== "");
  if (parts.some((part) => !/^\d{1,3}$/.test(part))) return null;
  const leads = [...new Set(parts.map(Number))].toSorted((one, other) => other - one);
  return leads.length > MOST_LEADS || leads.some((lead) => lead > MOST_LEAD) ? null : leads;
}
