import { UNION_LAW } from "@/lib/domain/contract-end/answers";
import { LINE_KINDS } from "@/lib/domain/contract-end/types";
import { citedProvisions } from "@/lib/domain/obligation/gap-ground";
import { required } from "@/lib/domain/invariant/required";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { provisionTexts } from "@/lib/i18n/obligation-words";
import { translator, type Translator } from "@/lib/i18n/translator";
import { today, type Ctx } from "@/lib/platform/request/context";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findController,
  findEntries,
  type LineRow,
  type RunRow,
} from "@/lib/features/contract-end/read/queries";
import { countPromisedLess, findCertifiedLaws } from "@/lib/features/contract-end/read/certified";
import { findProofs } from "@/lib/features/contract-end/read/proofs";

type Certified = {
  run: RunRow;
  contract: ContractRow;
  number: string;
  /** Authorisations of sub-processors that ended with the contract. */
  endedUses: readonly AuthorisationRow[];
};
type Proof = Awaited<ReturnType<typeof findProofs>>[number];

/** Printed in the controller's language. */
export async function printCertificate(
  tx: Tx,
  ctx: Ctx,
  { run, contract, number, endedUses }: Certified,
): Promise<Uint8Array> {
  const controller = await findController(tx, run.controllerId);
  const locale = isLocale(controller.language) ? controller.language : "fr";
  const endedOn = required(contract.endedOn, "day on which a closed contract ended");
  const laws = await findCertifiedLaws(tx, contract, endedOn);
  const texts = await translator(locale, "obligation");
  const words: Words = {
    locale,
    t: await translator(locale, "contract-end"),
    countries: await translator(locale, "countries"),
    articleOf: (cited) => joinParts(provisionTexts(texts, citedProvisions(cited, laws)), locale),
    promisedLess: await countPromisedLess(tx, {
      contract,
      names: [
        ...run.lines.filter(({ kind }) => kind === "sub-processor").map((line) => nameOf(line)),
        ...endedUses.map(({ subProcessor }) => subProcessor.name),
      ],
      on: endedOn,
    }),
  };
  const proofs = await findProofs(
    tx,
    run.lines.map(({ id }) => id),
  );
  const organisation = await findIssuer(tx);
  const { t } = words;
  const [year, month, day] = today(ctx).split("-").map(Number);
  return renderPdf({
    template: "lib/platform/pdf/certificate.typ",
    locale,
    data: {
      number,
      title: t("certificate.title"),
      article: words.articleOf(ARTICLES.choice),
      organisation,
      statement: t("certificate.statement", {
        organisation: organisation.name,
        controller: controller.legalName,
        contract: contract.title ? `${contract.reference}, ${contract.title}` : contract.reference,
        day: formatDay(endedOn, locale, { long: true }),
      }),
      sections: [
        ...sectionsOf(run, proofs, words),
        await registerSection(tx, run, words),
        ...usesSection(endedUses, run, words),
      ],
      signature: t("certificate.signature", {
        when: formatInstant(ctx.now.getTime(), "Africa/Casablanca", locale, { long: true }),
        name: "name" in ctx.actor ? ctx.actor.name : "",
      }),
      date: { year, month, day },
    },
  });
}

/** Names the article by which each part is due, to be read in the words of the law of the client. */
const ARTICLES = {
  choice: "28(3)(g)",
  system: "28(3)(g)",
  backup: "28(3)(g)",
  "sub-processor": "28(4)",
  retention: "28(3)(g)",
  register: "30(2)",
} as const satisfies Record<LineRow["kind"] | "register", string>;

type Words = {
  locale: Locale;
  t: Translator;
  countries: Translator;
  /** Texts that ask, under the laws of the client, what an article of the GDPR asks. */
  articleOf: (cited: string) => string;
  /** Promises of the contract with each sub-processor that are less than the client's; null: no such contract is in force. */
  promisedLess: ReadonlyMap<string, number | null>;
};

/** Names kinds without lines too. */
function sectionsOf({ lines }: RunRow, proofs: readonly Proof[], words: Words) {
  const { t } = words;
  return LINE_KINDS.map((kind) => {
    const rows = lines
      .filter((line) => line.kind === kind)
      .map((line) => ({
        label: nameOf(line) || unnamed(line, t),
        lines: describeOutcome(line, proofs, words),
      }));
    return {
      title: t(`kinds.${kind}`),
      article: words.articleOf(ARTICLES[kind]),
      rows,
      none: t(`none.${kind}`),
    };
  });
}

/** Name that the register or the answer gives; "" for none. */
function nameOf({ kind, title, evidence }: LineRow): string {
  return title && kind !== "backup" ? title : (evidence.name ?? "");
}

function unnamed({ kind, title, detail }: LineRow, t: Translator): string {
  return t(`certificate.unnamed.${kind}`, { records: title || detail.records.join(", ") });
}

function describeOutcome(line: LineRow, proofs: readonly Proof[], words: Words) {
  const { locale, t, countries } = words;
  const { on, by, means, recipient, note, purgeOn, lawOf, law, untilOn, data } = line.evidence;
  const dayOf = (day: string) => formatDay(day, locale, { long: true });
  const country = lawOf === UNION_LAW ? t("unionLaw") : lawOf && countries(lawOf);
  const evidence = [
    joinParts(
      [on && dayOf(on), by && t("certificate.by", { name: by }), means && t(`means.${means}`)].filter(
        Boolean,
      ),
      locale,
    ),
    recipient && t("certificate.recipient", { recipient }),
    purgeOn && t("certificate.purgeOn", { day: dayOf(purgeOn) }),
    law && country && t("certificate.law", { country, law }),
    untilOn && t("certificate.untilOn", { day: dayOf(untilOn) }),
    data,
    note,
    line.kind === "sub-processor" && lessOf(nameOf(line), words),
    ...proofs
      .filter(({ subjectId }) => subjectId === line.id)
      .map(({ fileName, sha256 }) => t("certificate.proof", { name: fileName, digest: sha256.slice(0, 16) })),
  ];
  return [
    { text: doneOf(line, t), tone: "plain" },
    ...evidence.flatMap((text) => (text ? { text, tone: "soft" as const } : [])),
  ];
}

/** A line for data of unnamed systems has no recipient. */
function doneOf({ title, answer }: LineRow, t: Translator): string {
  if (answer === "nothing-received" && title === "") return t("certificate.noneReceived");
  return t(`answers.${answer}.done`);
}

/** Says what the contract with a sub-processor promised less than the client's; "" of none, and of one that is not on the list. */
function lessOf(name: string, { t, promisedLess, articleOf }: Words): string {
  const less = promisedLess.get(name);
  if (less === undefined || less === 0) return "";
  const article = articleOf(ARTICLES["sub-processor"]);
  return less === null
    ? t("certificate.noContract", { article })
    : t("certificate.promisedLess", { count: less, article });
}

/** Empty where another contract of the controller continues. */
function usesSection(ended: readonly AuthorisationRow[], run: RunRow, words: Words) {
  const { t, articleOf } = words;
  // A line of its own has said it already.
  const said = new Set(run.lines.map((line) => nameOf(line)));
  if (ended.length === 0) return [];
  const rows = ended.map(({ reference, subProcessor, state }) => ({
    label: subProcessor.name,
    lines: [
      {
        text: t(`certificate.uses.${state === "ended" ? "ended" : "withdrawn"}`, { reference }),
        tone: "plain",
      },
      ...[said.has(subProcessor.name) ? "" : lessOf(subProcessor.name, words)].flatMap((text) =>
        text ? { text, tone: "soft" } : [],
      ),
    ],
  }));
  return [
    { title: t("certificate.uses.title"), article: articleOf(ARTICLES["sub-processor"]), rows, none: "" },
  ];
}

async function registerSection(tx: Tx, { controllerId, recordIds }: RunRow, { t, articleOf }: Words) {
  const entries = (await findEntries(tx, controllerId)).filter(({ id }) => recordIds.includes(id));
  const rows = entries.map(({ reference, activity }) => ({
    label: reference,
    lines: [{ text: activity, tone: "plain" }],
  }));
  return {
    title: t("certificate.register"),
    article: articleOf(ARTICLES.register),
    rows,
    none: t("certificate.noEntries"),
  };
}

async function findIssuer(tx: Tx): Promise<{ name: string; address: string }> {
  const { legalName, address, city } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, address: true, city: true },
  });
  return { name: legalName, address: [address, city].filter(Boolean).join(", ") };
}
