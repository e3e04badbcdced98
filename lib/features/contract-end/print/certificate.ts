import { UNION_LAW } from "@/lib/domain/contract-end/answers";
import { LINE_KINDS } from "@/lib/domain/contract-end/types";
import { required } from "@/lib/domain/invariant/required";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import { isLocale, type Locale } from "@/lib/i18n/locale";
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
  const words = {
    locale,
    t: await translator(locale, "contract-end"),
    countries: await translator(locale, "countries"),
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
      article: t("certificate.article"),
      organisation,
      statement: t("certificate.statement", {
        organisation: organisation.name,
        controller: controller.legalName,
        contract: contract.title ? `${contract.reference}, ${contract.title}` : contract.reference,
        day: formatDay(required(contract.endedOn, "day on which a closed contract ended"), locale, {
          long: true,
        }),
      }),
      sections: [
        ...sectionsOf(run, proofs, words),
        await registerSection(tx, run, t),
        ...usesSection(endedUses, t),
      ],
      signature: t("certificate.signature", {
        when: formatInstant(ctx.now.getTime(), "Africa/Casablanca", locale, { long: true }),
        name: "name" in ctx.actor ? ctx.actor.name : "",
      }),
      date: { year, month, day },
    },
  });
}

type Words = { locale: Locale; t: Translator; countries: Translator };

/** Names kinds without lines too. */
function sectionsOf({ lines }: RunRow, proofs: readonly Proof[], words: Words) {
  const { t } = words;
  return LINE_KINDS.map((kind) => {
    const rows = lines
      .filter((line) => line.kind === kind)
      .map((line) => ({
        label: nameOf(line, t),
        lines: describeOutcome(line, proofs, words),
      }));
    return { title: t(`kinds.${kind}`), article: t(`articles.${kind}`), rows, none: t(`none.${kind}`) };
  });
}

function nameOf({ kind, title, detail, evidence: values }: LineRow, t: Translator): string {
  if (title && kind !== "backup") return title;
  if (values.name) return values.name;
  return t(`certificate.unnamed.${kind}`, { records: title || detail.records.join(", ") });
}

function describeOutcome(line: LineRow, proofs: readonly Proof[], { locale, t, countries }: Words) {
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

/** Empty where another contract of the controller continues. */
function usesSection(ended: readonly AuthorisationRow[], t: Translator) {
  if (ended.length === 0) return [];
  const rows = ended.map(({ reference, subProcessor, state }) => ({
    label: subProcessor.name,
    lines: [
      {
        text: t(`certificate.uses.${state === "ended" ? "ended" : "withdrawn"}`, { reference }),
        tone: "plain",
      },
    ],
  }));
  return [{ title: t("certificate.uses.title"), article: t("articles.sub-processor"), rows, none: "" }];
}

async function registerSection(tx: Tx, { controllerId, recordIds }: RunRow, t: Translator) {
  const entries = (await findEntries(tx, controllerId)).filter(({ id }) => recordIds.includes(id));
  const rows = entries.map(({ reference, activity }) => ({
    label: reference,
    lines: [{ text: activity, tone: "plain" }],
  }));
  return {
    title: t("certificate.register"),
    article: t("articles.register"),
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
