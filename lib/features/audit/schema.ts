import { z } from "zod";
import { DOSSIER_SECTIONS, type DossierSection } from "@/lib/domain/nouns/dossier-sections";

const SECTION_IDS = DOSSIER_SECTIONS.map(({ section }) => section) as [DossierSection, ...DossierSection[]];

export const sectionSchema = z.enum(SECTION_IDS);

export const TABLE_FORMATS = ["pdf", "xlsx", "csv", "json"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Rows of one PDF: the compiler's memory grows with them. */
export const ROWS_PER_VOLUME = 300;

/** Names one section of an audit as a file; `volume` counts from 1 and is of a PDF alone. */
export const tableSchema = z.object({
  section: sectionSchema,
  format: z.enum(TABLE_FORMATS),
  volume: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type TableChoice = z.output<typeof tableSchema>;

/** A dossier of one of the grant's controllers, "" for all of a grant for all. */
export const askSchema = z.object({
  controllerId: z.union([z.uuid(), z.literal("")]).default(""),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
});
export type AskedDossier = z.output<typeof askSchema>;
