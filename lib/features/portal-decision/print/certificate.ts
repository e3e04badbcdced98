import type { AddressMark } from "@/lib/domain/contact/address-marks";
import type { AddressProof } from "@/lib/features/contact/read/proofs";
import type { OtherContact } from "@/lib/domain/contact/other-contacts";
import { lastOf, required } from "@/lib/domain/invariant/required";
import { lineName, missingLines, requestLines } from "@/lib/i18n/request-lines";
import { isolateLine } from "@/lib/i18n/bidi";
import { formatInstant, joinParts } from "@/lib/i18n/format";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { AuthorisationRow, FactRow } from "@/lib/features/authorisation/read/queries";
import type { StatementSignature } from "@/lib/features/second-factor/read/statement-signature";
import { sha256 } from "@/lib/platform/files/chunks";
import { today, type ContactCtx } from "@/lib/platform/request/context";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import type { Parties } from "@/lib/features/portal-decision/read/queries";

type Certified = {
  row: AuthorisationRow;
  number: string;
  witnesses: readonly OtherContact[];
  /** Marks of the signatory's address. */
  marks: readonly AddressMark[];
  /** Proof of that address; null for "address not proven". */
  proof: AddressProof | null;
  /** Signature by a passkey; null for one by the session alone. */
  signature: StatementSignature | null;
  parties: Parties;
};
type Line = { label: string; lines: { text: string; tone: "plain" | "soft" }[] };

/** Decision, author, instant, hashes and legal effect, in the controller's language. */
export async function printDecision(
  ctx: ContactCtx,
  { row, number, witnesses, marks, proof, signature, parties: { organisation, account } }: Certified,
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
          line(t(proof ? "certificate.proven" : "certificate.unproven"), [
            ...(proof
              ? [
                  t(`certificate.proofs.${proof.means}`, {
                    by: proof.byName,
                    domain: proof.domain,
                    when: when(proof.provenAt),
                  }),
                ]
              : unprovenLines(fact, { by: account.invitedByName, organisation: organisation.name }, t)),
            ...marks.map((mark) => t(`certificate.marks.${mark}`)),
          ]),
          ...(signature ? [keyLine(signature, t("certificate.key"), when(signature.registeredAt), t)] : []),
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
          line(t("certificate.source"), [t("certificate.supplied", { organisation: organisation.name })]),
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

/** An approval alone needs the proof; a no stands as it is, 28(2). */
function unprovenLines(fact: FactRow, names: { by: string; organisation: string }, t: Translator): string[] {
  const stated = t("certificate.unprovenBy", names);
  return fact.event === "approve" ? [stated, t("certificate.uncovered")] : [stated];
}

/** Data, countries and tools from the list shown, a line each, and what lacks once it is decided. */
async function decidedOnLines(
  { list, state, conditions }: AuthorisationRow,
  locale: Locale,
): Promise<Line[]> {
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
  const openConditions = conditions.flatMap(({ text, metAt }) => (metAt === null ? [text] : []));
  const missing = missingLines(lines, { state, openConditions }, t);
  return [
    line(label("data"), [lines.data]),
    places,
    line(label("tools"), lines.tools),
    ...(missing ? [line(label("missing"), missing)] : []),
  ];
}

/** Other contacts to whom a letter is written, which has not left yet, or the statement that there are none. */
function otherContactsLine(witnesses: readonly OtherContact[], t: Translator, locale: Locale): string {
  if (witnesses.length === 0) return t("certificate.nobodyInformed");
  const names = witnesses.map(({ name, email }) => (name === email ? email : `${name} (${email})`));
  return t("certificate.told", { names: joinParts(names, locale) });
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

/** Public key, challenge and signature of the passkey, so that anybody checks them without the program. */
function keyLine(
  { publicKey, statement, signature }: StatementSignature,
  label: string,
  registeredAt: string,
  t: Translator,
): Line {
  const base64 = (bytes: Uint8Array) => wrapped(Buffer.from(bytes).toString("base64"));
  return line(label, [
    t("certificate.keyRegistered", { when: registeredAt }),
    `${t("certificate.keyFingerprint")} ${hashLine(sha256(publicKey))}`,
    `${t("certificate.keyPublic")} ${base64(publicKey)}`,
    `${t("certificate.keyChallenge")} ${hashLine(sha256(new TextEncoder().encode(statement)))}`,
    `${t("certificate.keySignature")} ${base64(signature)}`,
  ]);
}

function wrapped(text: string): string {
  return text.replace(/.{16}(?=.)/g, "$& ");
}

/** Groups digits, so that the hash wraps within its column. */
function hashLine(digest: string | null): string {
  return `SHA-256 ${wrapped(digest ?? "")}`;
}

/** First text is plain, the others are secondary. */
function line(label: string, texts: readonly string[]): Line {
  const stated = texts.filter(Boolean);
  return { label, lines: stated.map((text, index) => ({ text, tone: index === 0 ? "plain" : "soft" })) };
}
