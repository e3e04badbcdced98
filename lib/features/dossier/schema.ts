import { z } from "zod";
import { DOSSIER_SECTIONS, type DossierSection } from "@/lib/domain/nouns/dossier-sections";
import { beside } from "@/lib/forms/when-read";

export const AUDIENCES = ["controller", "authority", "auditor"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const DOSSIER_STATES = ["queued", "running", "made", "failed", "cancelled", "expired"] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

const SECTION_IDS = DOSSIER_SECTIONS.map(({ section }) => section) as [DossierSection, ...DossierSection[]];

/** Controllers at most that one dossier names; more is the whole. */
const MOST_CONTROLLERS = 200;

/** Describes the contents of a dossier and its recipient. A controller receives its own data alone, art. 28(3)(h). */
export const dossierSchema = z
  .object({
    audience: z.enum(AUDIENCES, "required"),
    recipient: z.string().trim().min(1, "required").max(300, "tooLong"),
    /** Empty: every controller. */
    controllerIds: z.array(z.uuid()).max(MOST_CONTROLLERS, "tooMany").default([]),
    sections: z.array(z.enum(SECTION_IDS), "required").min(1, "required"),
    language: z.enum(["fr", "en", "ar"]).default("fr"),
    /** Day at whose end it is read, "" is now. */
    on: z.string().trim().max(40).default(""),
  })
  .refine(
    ({ audience, controllerIds }) => audience !== "controller" || controllerIds.length === 1,
    beside("controllerIds", ["audience"], "oneController"),
  );
export type DossierInput = z.output<typeof dossierSchema>;

/** Describes what staff send: with their password where the dossier holds every client and they proved nothing within five minutes. */
export const dossierFormSchema = dossierSchema.safeExtend({
  password: z.string().max(1000, "tooLong").default(""),
});
export type DossierForm = z.output<typeof dossierFormSchema>;

/** True where no client was chosen: it holds all of them. */
export function isOfEveryone({ controllerIds }: { controllerIds: readonly string[] }): boolean {
  return controllerIds.length === 0;
}

export const dossierIdSchema = z.object({ id: z.uuid() });
export type DossierId = z.output<typeof dossierIdSchema>;
