import { z } from "zod";
import { MERGED_FIELDS, type MergedField } from "@/lib/domain/controller/merge";
import { several } from "@/lib/forms/typed-fields";

/** Whose word stands in a field where two sheets differ. */
export const SIDES = ["into", "from"] as const;
const side = z.enum(SIDES).catch("into");

const sides = Object.fromEntries(MERGED_FIELDS.map((field) => [field, side])) as Record<
  MergedField,
  typeof side
>;

/**
 * A merge as its form sends it: `id` is the one that ends, `intoId` the one that remains, `stamp` what was shown of both,
 * `contacts` those who may see the rows of both from now on.
 */
export const controllerMergeSchema = z.object({
  id: z.uuid(),
  intoId: z.uuid("required"),
  stamp: z.string().max(100),
  contacts: z.preprocess(several, z.array(z.uuid()).max(1000, "tooMany")),
  fields: z.object(sides).partial().default({}),
});

export const controllerUnmergeSchema = z.object({ id: z.uuid(), mergeId: z.uuid() });

const controllers = z.preprocess(several, z.array(z.uuid()).max(1000, "tooMany"));

/** `from`: the controllers that the page showed the contact as confirmed for; somebody may have changed that since. */
export const contactSightSchema = z.object({ id: z.uuid(), from: controllers, confirmed: controllers });

export type ContactSightChange = z.output<typeof contactSightSchema>;
export type ControllerMerge = z.output<typeof controllerMergeSchema>;
export type ControllerUnmerge = z.output<typeof controllerUnmergeSchema>;
