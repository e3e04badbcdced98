import { z } from "zod";
import { MERGED_FIELDS, type MergedField } from "@/lib/domain/controller/merge";
import { several } from "@/lib/forms/typed-fields";

/** Side whose value wins where two sheets differ. */
export const SIDES = ["into", "from"] as const;
const side = z.enum(SIDES).catch("into");

const sides = Object.fromEntries(MERGED_FIELDS.map((field) => [field, side])) as Record<
  MergedField,
  typeof side
>;

/** `id` is merged into `intoId`; `stamp` is the digest shown; `contacts` may see the rows of both. */
export const controllerMergeSchema = z.object({
  id: z.uuid(),
  intoId: z.uuid("required"),
  stamp: z.string().max(100),
  contacts: z.preprocess(several, z.array(z.uuid()).max(1000, "tooMany")),
  fields: z.object(sides).partial().default({}),
});

export const controllerUnmergeSchema = z.object({ id: z.uuid(), mergeId: z.uuid() });

const controllers = z.preprocess(several, z.array(z.uuid()).max(1000, "tooMany"));

/** `from` are the confirmations shown, to detect a concurrent change. */
export const contactSightSchema = z.object({ id: z.uuid(), from: controllers, confirmed: controllers });

export type ContactSightChange = z.output<typeof contactSightSchema>;
export type ControllerMerge = z.output<typeof controllerMergeSchema>;
export type ControllerUnmerge = z.output<typeof controllerUnmergeSchema>;
