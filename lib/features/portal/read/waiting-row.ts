import type { NATURES } from "@/lib/domain/breach/facts";
import type { WaitingNoun } from "@/lib/domain/nouns/waiting";
import type { ProcessorPeople } from "@/lib/platform/access/own-people";
import type { ContactCtx } from "@/lib/platform/request/context";

/** A row that waits for the contact. */
export type WaitingRow = {
  noun: WaitingNoun;
  id: string;
  reference: string;
  /** "" where the reference suffices. */
  title: string;
  /** Instant at which its time ends, in milliseconds; null where no term is known. */
  due: number | null;
  /** Names the act that is waited for, where a noun knows several. */
  step?: "acknowledge" | "authority" | "told" | "rectified";
  /** Names a breach to its controller: an instant of milliseconds, and what was lost as far as a notice says. */
  incident?: { at: number; natures: readonly (typeof NATURES)[number][] };
};
export type FoundWaiting = Omit<WaitingRow, "noun">;
export type AskedWaiting = { ctx: ContactCtx; own: ProcessorPeople };
