import { z } from "zod";
import type { InstructionKind } from "./kind";
import type { Channel, TRANSFER_EFFECTS } from "./types";

const lines = z.array(z.string().trim().min(1).max(1000, "tooLong")).max(200, "tooMany").default([]);

/** Processing allowed beyond the contract, described in the terms of the contract's own description. */
export const coversSchema = z.object({
  operations: lines,
  dataCategories: lines,
  personCategories: lines,
  /** ISO 3166-1 alpha-2. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, "country"))
    .max(60, "tooMany")
    .default([]),
  subProcessors: lines,
  /** Retention in words: "six mois". */
  retention: lines,
});
export type InstructionScope = z.output<typeof coversSchema>;
export const COVERED = [
  "operations",
  "dataCategories",
  "personCategories",
  "countries",
  "subProcessors",
  "retention",
] as const;

/** Content of the ledger; everything but number, controller and state. */
export type InstructionContent = {
  text: string;
  kind: InstructionKind;
  authorName: string;
  authorPower: string;
  channel: Channel;
  receivedAt: Date;
  effectiveOn: string;
  transferEffect: (typeof TRANSFER_EFFECTS)[number];
  transferText: string;
  recordIds: string[];
  covers: InstructionScope;
  supersedesId: string | null;
};
