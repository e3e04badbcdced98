import { Prisma } from "@/lib/generated/prisma/client";

/** Choices that hold: neither the correction of another, nor corrected, 5(1)(d). */
export const STANDING = { correctsId: null, correctedBy: { is: null } } satisfies Prisma.ChoiceWhereInput;

/**
 * Order of choices, the last first. Of two of one instant the agreement is the earlier: "allowed" is the first of all outcomes by
 * the alphabet, and what awaits a parent, refuses or withdraws counts.
 */
export const LAST_FIRST = [
  { decidedAt: "desc" },
  { outcome: "desc" },
  { id: "desc" },
] satisfies Prisma.ChoiceOrderByWithRelationInput[];

/** Condition of the same on the rows `c` of a statement. */
export const IS_STANDING = Prisma.sql`c.corrects_id IS NULL AND NOT EXISTS (
  SELECT FROM choice x WHERE x.org_id = c.org_id AND x.corrects_id = c.id)`;

/**
 * Condition of the same where a statement reads a controller's rows by the thousand: corrections are few, and are read once whatever
 * the planner takes their number for.
 */
export const IS_STANDING_AMONG_MANY = Prisma.sql`c.corrects_id IS NULL AND c.id <> ALL (ARRAY(
  SELECT x.corrects_id FROM choice x WHERE x.corrects_id IS NOT NULL))`;
