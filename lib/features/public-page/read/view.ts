import { activityFor, certificationsOn } from "@/lib/domain/public-page/content";
import { isPublicPart } from "@/lib/domain/public-page/parts";
import type {
  PublishedIdentity,
  PublishedMeasure,
  readPublished,
} from "@/lib/features/public-page/read/published";
import { groupFingerprint } from "@/lib/i18n/fingerprint";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { keyFingerprint } from "@/lib/platform/dossier/manifest";

export type PublishedView = Awaited<ReturnType<typeof viewOf>>;

/** Shapes what was published for a reader of a language on a day. */
export async function viewOf(
  { identity, subProcessors, measures }: NonNullable<Awaited<ReturnType<typeof readPublished>>>,
  locale: Locale,
  day: string,
) {
  const [countries, library] = await Promise.all([
    translator(locale, "countries"),
    translator(locale, "measure-library"),
  ]);
  const nameOf = (code: string) => (countries.has(code) ? countries(code) : code);
  return {
    name: identity.legal_name,
    place: [identity.city, nameOf(identity.country)].filter(Boolean).join(", "),
    email: identity.email,
    parts: identity.parts.filter(isPublicPart),
    activity: identity.activity && activityFor(locale, identity.activity),
    dpo: dpoOf(identity),
    representative: representativeOf(identity, nameOf),
    subProcessors: subProcessors.map(({ id, name, service, country, countries: all }) => ({
      id,
      name,
      service,
      seat: country ? nameOf(country) : "",
      countries: all.map(nameOf),
    })),
    measures: byFamily(measures, library),
    certifications: certificationsOn(day, identity.certifications ?? []),
    fingerprint: identity.public_key && groupFingerprint(keyFingerprint(identity.public_key)),
  };
}

/** "none": the organisation states that it designated nobody; null where nobody has said. */
function dpoOf({ dpo_name, dpo_email, dpo_phone, has_no_dpo }: PublishedIdentity) {
  if (has_no_dpo) return "none" as const;
  const stated = { name: dpo_name ?? "", email: dpo_email ?? "", phone: dpo_phone ?? "" };
  return Object.values(stated).some(Boolean) ? stated : null;
}

/** "none": the organisation states that it designates none, art. 27; null where nobody has said. */
function representativeOf(
  {
    representative,
    representative_contact: contact,
    representative_country: country,
    ...it
  }: PublishedIdentity,
  nameOf: (code: string) => string,
) {
  if (it.has_no_representative) return "none" as const;
  if (!representative) return null;
  return { name: representative, contact: contact ?? "", country: country ? nameOf(country) : "" };
}

/** Titles alone: how a measure is done is nobody's but the organisation's. */
function byFamily(measures: readonly PublishedMeasure[], library: Translator) {
  const families = [...new Set(measures.map(({ family }) => family))];
  return families.map((family) => ({
    name: library(`families.${family}`),
    titles: measures
      .filter((measure) => measure.family === family)
      .map(({ title, library_code: code }) => title || (code ? library(`entries.${code}.title`) : "")),
  }));
}
