import type { Role } from "@/lib/domain/access/actor";
import { type Channel, CHANNELS } from "./reminders";

/** Owners and the DPO answer for the register: unless they choose otherwise they are told, and others are not. */
export function channelFor(choice: string, role: Role): Channel {
  const chosen = CHANNELS.find((channel) => channel === choice);
  return chosen ?? (role === "owner" || role === "dpo" ? "mail" : "none");
}
