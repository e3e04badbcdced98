import type { OtherContact } from "@/lib/domain/contact/other-contacts";
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

/** What was decided, by whom, when, on which text and list, and what it is worth: in the controller's language. */
export async function printDecision(
  ctx: ContactCtx,
  { row, number, witnesses, parties: { organisation, account } }: Certified,
): Promise<Uint8Array> {
  const locale = isLocale(row.language) ? row.language : "fr";
  const t = await translator(locale, "portal-decision");
  const fact = row.facts.at(-1)!;
  const when = (at: Date, zone = row.zone) =>
    formatInstant(at.getTime(), zone, locale, { long: true, seconds: true });
  // A controller of the processor's own zone reads its clock once.
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
          line(t("certificate.told"), [otherContactsLine(witnesses, t, locale)]),
        ]),
        section(t("certificate.when"), "28(9)", [
          line(t("certificate.instant"), instants),
          line(t("certificate.from"), [fact.address, fact.agent]),
        ]),
        section(t("certificate.what"), "28(2)", [
          line(t("certificate.text"), [row.reference, when(row.sentAt!), hashLine(fact.textDigest)]),
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

/** A line to each, whose name bears no colon here: the data, the countries, the tools and what was missing, as the list that was shown has them. */
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

/** Who else at the controller hears of it, or that nobody does: then its author alone answers for it. */
function otherContactsLine(witnesses: readonly OtherContact[], t: Translator, locale: Locale): string {
  if (witnesses.length === 0) return t("certificate.toldNobody");
  const names = witnesses.map(({ name, email }) => (name === email ? email : `${name} (${email})`));
  return joinParts(names, locale);
}

/** The choice in words, then what it rests on. */
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

/** What was typed, and every number of an article, in its own direction among words of another. */
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

/** In groups, between which a line may break: whole, it would run out of its column. */
function hashLine(digest: string | null): string {
  return `SHA-256 ${(digest ?? "").replace(/.{16}(?=.)/g, "$& ")}`;
}

/** The first is said plainly, what follows explains it. */
function line(label: string, texts: readonly string[]): Line {
  const stated = texts.filter(Boolean);
  return { label, lines: stated.map((text, index) => ({ text, tone: index === 0 ? "plain" : "soft" })) };
}
