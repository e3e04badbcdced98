import { z } from "zod";
import { DOSSIER_SECTIONS, type DossierSection } from "@/lib/domain/nouns/dossier-sections";
import { requiredText, ticked } from "@/lib/forms/typed-fields";

const SECTION_IDS = DOSSIER_SECTIONS.map(({ section }) => section) as [DossierSection, ...DossierSection[]];
/** Controllers at most that one grant names; more is the whole. */
const MOST_CONTROLLERS = 200;
/** Days at most between the first and the last of a grant. */
export const MOST_DAYS = 366;

export const GRANT_COVERAGES = ["named", "all"] as const;

const day = z.string().trim().max(40).default("");

/** Dated access for one person: to what, of whom, as of which day, and why. */
export const grantSchema = z.object({
  name: requiredText(200),
  email: z
    .string()
    .trim()
    .max(254, "tooLong")
    .pipe(z.email("email"))
    .transform((email) => email.toLowerCase()),
  mandate: requiredText(300),
  reasons: requiredText(2000),
  language: z.enum(["fr", "en", "ar"]).default("fr"),
  /** Chosen by whoever gives it: some controllers, or every one, as an authority is given. */
  coverage: z.enum(GRANT_COVERAGES, "required"),
  /** Controllers that are named; none where every one is covered. */
  controllerIds: z.array(z.uuid()).max(MOST_CONTROLLERS, "tooMany").default([]),
  /** Reason why an address of a client's domain is to read what belongs to others; asked for of such an address alone. */
  addressReason: z.string().trim().max(1000, "tooLong").default(""),
  sections: z.array(z.enum(SECTION_IDS), "required").min(1, "required"),
  /** Day of the register, "" is today. */
  on: day,
  /** First day, "" is today; last day, which counts. */
  from: day,
  until: day.refine((text) => text !== "", "required"),
  requiresSecondFactor: ticked,
});
export type GrantInput = z.output<typeof grantSchema>;

export const grantIdSchema = z.object({ id: z.uuid() });
export type GrantId = z.output<typeof grantIdSchema>;

export const revokeSchema = z.object({ id: z.uuid(), reason: requiredText(1000) });
export type Revocation = z.output<typeof revokeSchema>;
