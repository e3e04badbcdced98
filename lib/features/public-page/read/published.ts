import { z } from "zod";
import { activitySchema, certificationSchema } from "@/lib/domain/public-page/content";
import { publishedSubProcessorSchema, type PublishedSubProcessor } from "@/lib/domain/public-page/changes";
import type { Reader } from "@/lib/platform/read/reader";

const identitySchema = z.object({
  legal_name: z.string(),
  city: z.string(),
  country: z.string(),
  email: z.string().nullable(),
  parts: z.array(z.string()),
  activity: activitySchema.nullable(),
  certifications: z.array(certificationSchema).nullable(),
  dpo_name: z.string().nullable(),
  dpo_email: z.string().nullable(),
  dpo_phone: z.string().nullable(),
  has_no_dpo: z.boolean().nullable(),
  representative: z.string().nullable(),
  representative_contact: z.string().nullable(),
  representative_country: z.string().nullable(),
  has_no_representative: z.boolean().nullable(),
  public_key: z.string().nullable(),
});
export type PublishedIdentity = z.output<typeof identitySchema>;

export type PublishedMeasure = { family: string; title: string; library_code: string | null };

/**
 * Reads what strangers see, by functions of the database that return nothing of a part that was not chosen. The staff's
 * scope reads the same of a closed page: its preview. Null where there is none.
 */
export async function readPublished(reader: Reader) {
  const [identities, subProcessors, measures] = await Promise.all([
    reader.$queryRaw<unknown[]>`SELECT * FROM public_identity()`,
    readPublishedSubProcessors(reader),
    reader.$queryRaw<PublishedMeasure[]>`SELECT family, title, library_code FROM public_measures()`,
  ]);
  if (identities.length === 0) return null;
  return { identity: identitySchema.parse(identities[0]), subProcessors, measures };
}

/** Sub-processors of the page, where that part is chosen. */
export async function readPublishedSubProcessors(reader: Reader): Promise<PublishedSubProcessor[]> {
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT id, name, service, country, countries FROM public_sub_processors()`;
  return z.array(publishedSubProcessorSchema).parse(rows);
}
