import type { OtherContact } from "@/lib/domain/contact/other-contacts";
import { lastOf, required } from "@/lib/domain/invariant/required";
import { requestLines, lineName } from "@/lib/i18n/request-lines";
import { isolateLine } from "@/lib/i18n/bidi";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { AuthorisationRow, FactRow } from "@/lib/features/authorisation/read/queries";
import { today, type ContactCtx } from "@/lib/platform/request/context";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import type { Parties } from "@/lib/features/portal-decision/read/queries";

type Certified = {
  row: AuthorisationRow;
  number: string;
  witnesses: readonly OtherContact[];
  parties: Parties;
};
type Line = { label: string; lines: { text: string; tone: "plain" | "soft" }[] };

/** Decision, author, instant, hashes and legal effect, in the controller's language. */
export async function printDecision(
  ctx: ContactCtx,
  { row, number, witnesses, parties: { organisation, account } }: Certified,
): Promise<Uint8Array> {
  const locale = isLocale(row.language) ? row.language : "fr";
  const t = await translator(locale, "portal-decision");
  const fact = lastOf(row.facts);
  const when = (at: Date, zone = row.zone) =>
    formatInstant(at.getTime(), zone, locale, { long: true, seconds: true });
  // Prints one instant where the controller has the processor's zone.
  const instants = [...new Set([when(fact.at), when(fact.at, "Africa/Casablanca"), fact.at.toISOString()])];
  const [year, month, day] = today(ctx).split("-").map(Number);
  return renderPdf({
    template: "lib/platform/pdf/certificate.typ",
    locale,
    data: {
      number,
      title: t("certificate.title"),
      article: t("certificate.article"),
      organisation: { name: organisation.name, address: isolateLine(organisation.address, locale) },
      statement: t("certificate.statement", {
        controller: row.controller.legalName,
        organisation: organisation.name,
        reference: row.reference,
        name: row.subProcessor.name,
      }),
      sections: isolateSections(locale, [
        section(t("certificate.decision"), "28(2)", decisionLines(row, fact, t)),
        section(t("certificate.who"), "28(9)", [
          line(t("fields.signatory"), [fact.signatory]),
          line(t("fields.capacity"), [fact.capacity]),
          line(t("fields.power"), [fact.power]),
          line(t("certificate.account"), [joinParts([account.name, account.email], locale)]),
          line(t("certificate.invited"), [
            t("certificate.invitedBy", {
              by: account.invitedByName,
              organisation: organisation.name,
              when: when(account.createdAt),
            }),
          ]),
          line(t("certificate.informed"), [otherContactsLine(witnesses, t, locale)]),
        ]),
        section(t("certificate.when"), "28(9)", [
          line(t("certificate.instant"), instants),
          line(t("certificate.from"), [fact.address, fact.agent]),
        ]),
        section(t("certificate.what"), "28(2)", [
          line(t("certificate.text"), [
            row.reference,
            when(required(row.sentAt, "instant at which the request was sent")),
            hashLine(fact.textDigest),
          ]),
          line(t("certificate.list"), [
            t("certificate.listVersion", { version: row.list.version, count: row.list.entries.length }),
            hashLine(fact.listDigest),
          ]),
          ...(await decidedOnLines(row, locale)),
        ]),
        section(t("certificate.worth"), "", [
          line("eIDAS", [t("certificate.simple"), t("certificate.kept")]),
        ]),
      ]),
      signature: t("certificate.signature", {
        name: fact.signatory,
        capacity: fact.capacity,
        when: when(fact.at),
      }),
      date: { year, month, day },
    },
  });
}

/** Data, countries, tools and missing requirements, a line each, from the list shown. */
async function decidedOnLines({ list }: AuthorisationRow, locale: Locale): Promise<Line[]> {
  const asked = list.entries.find(({ isAsked }) => isAsked);
  if (!asked) return [];
  const [t, transfer, countries] = await Promise.all([
    translator(locale, "authorisation"),
    translator(locale, "transfer"),
    translator(locale, "countries"),
  ]);
  const tool = (name: string) => transfer(`choices.tool.${name}`);
  const lines = requestLines(asked, { authorisation: t, tool, country: countries, locale });
  const label = (key: string) => lineName(t(`decidedOn.${key}`));
  const places = line(label("countries"), [
    joinParts(
      asked.countries.map((code) => countries(code)),
      locale,
    ),
  ]);
  if (!lines) return [places];
  return [
    line(label("data"), [lines.data]),
    places,
    line(label("tools"), lines.tools),
    line(label("missing"), lines.missing.length > 0 ? lines.missing : [t("decidedOn.nothingMissing")]),
  ];
}

/** Other contacts informed, or the statement that there are none. */
function otherContactsLine(witnesses: readonly OtherContact[], t: Translator, locale: Locale): string {
  if (witnesses.length === 0) return t("certificate.nobodyInformed");
  const names = witnesses.map(({ name, email }) => (name === email ? email : `${name} (${email})`));
  return joinParts(names, locale);
}

function decisionLines({ conditions, subProcessor }: AuthorisationRow, fact: FactRow, t: Translator): Line[] {
  const isConditional = fact.event === "approve" && conditions.length > 0;
  return [
    line(subProcessor.reference, [
      t(`decided.${isConditional ? "conditions" : fact.event}`, { name: subProcessor.name }),
    ]),
    ...(isConditional
      ? [
          {
            label: t("fields.conditions"),
            lines: conditions.map(({ text }, index) => ({
              text: `${index + 1}. ${text}`,
              tone: "plain" as const,
            })),
          },
        ]
      : []),
    ...(fact.reason ? [line(t("fields.reason"), [fact.reason])] : []),
  ];
}

function section(title: string, article: string, rows: Line[]) {
  return { title, article, rows, none: "" };
}

/** Isolates the direction of typed texts and article numbers. */
function isolateSections(locale: Locale, sections: ReturnType<typeof section>[]): typeof sections {
  const settleRow = ({ label, lines }: Line): Line => ({
    label,
    lines: lines.map(({ text, tone }) => ({ text: isolateLine(text, locale), tone })),
  });
  return sections.map(({ article, rows, ...rest }) => ({
    ...rest,
    article: isolateLine(article, locale),
    rows: rows.map(settleRow),
  }));
}

/** Groups digits, so that the hash wraps within its column. */
function hashLine(digest: string | null): string {
  return `SHA-256 ${(digest ?? "").replace(/.{16}(?=.)/g, "$& ")}`;
}

/** First text is plain, the others are secondary. */
function line(label: string, texts: readonly string[]): Line {
  const stated = texts.filter(Boolean);
  return { label, lines: stated.map((text, index) => ({ text, tone: index === 0 ? "plain" : "soft" })) };
}
