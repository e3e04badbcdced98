import { z } from "zod";
import { DUTIES, OWN } from "@/lib/domain/compliance/duties";

const place = z.coerce.number().int().min(0).max(1_000_000).catch(0);

/** Filters of the matrix, in its address; what is unknown is left out. */
export const matrixQuerySchema = z.object({
  /** Part of a controller's name. */
  q: z.string().trim().max(200).catch(""),
  view: z.enum(["all", "lacking"]).catch("all"),
  from: place,
});
export type ComplianceQuery = z.output<typeof matrixQuerySchema>;

/** Filters a list as its figure is filtered. */
export const findingQuerySchema = z.object({
  duty: z.enum(["", ...DUTIES]).catch(""),
  controller: z
    .union([z.uuid(), z.literal("shared"), z.literal(OWN)])
    .or(z.literal(""))
    .catch(""),
  code: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(""),
  from: place,
});
export type FindingQuery = z.output<typeof findingQuerySchema>;

/** Chooses the party of a trend, in its address: a controller, one's own register, or everything. */
export const trendQuerySchema = z.object({
  controller: z
    .union([z.uuid(), z.literal(OWN)])
    .or(z.literal(""))
    .catch(""),
});
