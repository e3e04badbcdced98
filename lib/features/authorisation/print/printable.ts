import type { AuthorisationList } from "@/lib/domain/authorisation/list";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { requestLines } from "@/lib/i18n/request-lines";
import type { ComposedLetter } from "@/lib/i18n/letter";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Ctx } from "@/lib/platform/request/context";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";

/** Text and list fixed on sending, each with its hash. */
export type Sealed = { list: AuthorisationList; textDigest: string; listDigest: string };

type Printed = {
  row: AuthorisationRow;
  sealed: Sealed;
  composed: ComposedLetter;
  to: string;
  locale: Locale;
};

/** Data for letter.typ: exact text, annexed list and both hashes; never markup. */
export async function printable({ now }: Ctx, { row, sealed, composed, to, locale }: Printed) {
  const [words, countries, authorisation, transfer] = await Promise.all([
    translator(locale, "authorisation-letter"),
    translator(locale, "countries"),
    translator(locale, "authorisation"),
    translator(locale, "transfer"),
  ]);
  const decidedOn = {
    authorisation,
    country: countries,
    locale,
    tool: (name: string) => transfer(`choices.tool.${name}`),
  };
  const named = (code: string | null) => (code === null ? "" : countries(code));
  const joined = (parts: readonly string[]) => joinParts(parts, locale);
  return {
    reference: row.reference,
    to,
    organisation: composed.foot.organisation,
    address: composed.foot.address,
    subject: composed.subject,
    paragraphs: row.text.split(/\n{2,}/).map((paragraph) => paragraph.split("\n")),
    when: formatInstant(now.getTime(), "Africa/Casablanca", locale, { long: true }),
    date: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() },
    textDigest: sealed.textDigest,
    listDigest: sealed.listDigest,
    words: {
      annex: words("print.annex", { version: sealed.list.version }),
      digests: words("print.digests"),
      text: words("print.textDigest"),
      list: words("print.listDigest"),
      asked: words("print.asked"),
      places: words("print.places"),
      below: words("print.below"),
      data: authorisation("decidedOn.data"),
      tools: authorisation("decidedOn.tools"),
      missing: authorisation("decidedOn.missing"),
      nothingMissing: authorisation("decidedOn.nothingMissing"),
    },
    entries: sealed.list.entries.map((entry) => ({
      reference: entry.reference,
      name: entry.name,
      isAsked: entry.isAsked,
      seat: joined([entry.address, named(entry.country)]),
      contact: entry.contact,
      service: entry.service,
      places: [
        ...entry.sites.map((site) => joined([site.name, site.address, named(site.country)])),
        joined(entry.countries.map(named)),
      ].filter(Boolean),
      decidedOn: requestLines(entry, decidedOn),
      below: entry.chain.map((link) => joined([link.name, named(link.country), link.service])),
    })),
  };
}
