import type { AnnexParty, Annexes, OpenItem } from "@/lib/domain/transfer-annexes/annexes";
import { SCC_MODULES } from "@/lib/domain/statute/instruments";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import type { TransferContent } from "@/lib/domain/transfer/content";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translator } from "@/lib/i18n/translator";

/** `isOpen` marks text that a person must complete. */
export type AnnexLine = { text: string; isOpen: boolean };
export type AnnexField = { label: string; lines: AnnexLine[] };
export type AnnexBlock = { title: string; fields: AnnexField[] };
export type AnnexPart = { annex: string; title: string; blocks: AnnexBlock[] };

/** Content common to both formats. */
export type AnnexDocument = {
  title: string;
  subtitle: string;
  /** Origin and date of the content. */
  source: string;
  /** Says which of its rows do not agree with the journal; "" where all do. */
  disputed: string;
  /** Says what keeps the text from binding: items to write, an end, no signature yet; "" where nothing does. */
  draft: string;
  open: string[];
  parts: AnnexPart[];
  foot: string;
};

export type Wording = {
  t: Translator;
  record: Translator;
  country: Translator;
  locale: Locale;
  reference: string;
  content: TransferContent;
  state: TransferState;
  disputed: string;
  day: string;
};

export function annexDocument(annexes: Annexes, words: Wording): AnnexDocument {
  const { t, reference, content, day, locale } = words;
  const sccModule = content.tool.module ?? 2;
  return {
    title: t("title"),
    subtitle: t("subtitle", { module: String(sccModule) }),
    source: t("source", { reference, day: formatDay(day, locale, { long: true }) }),
    disputed: words.disputed,
    draft: draftOf(annexes, words),
    open: annexes.open.map((item) => t("openLine", { annex: item.annex, item: t(`open.${item.item}`) })),
    parts: [
      partiesPart(annexes, words, sccModule),
      descriptionPart(annexes, words),
      {
        annex: "I.C",
        title: t("parts.I_C"),
        blocks: [block("", [field(words, annexes, "I.C", "authority", [annexes.authority])])],
      },
      measuresPart(annexes, words),
      subProcessorsPart(annexes, words),
    ],
    foot: reference,
  };
}

/** Says of a transfer that ended or is suspended that it is, whatever is written: nothing is sent under these annexes. */
function draftOf({ open }: Annexes, { t, state, content: { tool }, day }: Wording): string {
  if (state !== "running") return t(`notRunning.${state}`);
  if (open.length > 0) return t("draft", { count: open.length });
  return tool.signedOn === null || tool.signedOn > day ? t("unsigned") : "";
}

function partiesPart(annexes: Annexes, words: Wording, sccModule: keyof typeof SCC_MODULES): AnnexPart {
  const { t } = words;
  const roles = SCC_MODULES[sccModule];
  const party = (side: "exporter" | "importer", of: AnnexParty) =>
    block(t(`sides.${side}`), [
      field(words, annexes, "I.A", `${side}-name`, [of.name], "name"),
      field(words, annexes, "I.A", `${side}-address`, [of.address], "address"),
      field(words, annexes, "I.A", `${side}-contact`, [of.contact], "contact"),
      ...optional(t("labels.dpo"), of.dpo),
      ...optional(t("labels.representative"), of.representative),
      field(words, annexes, "I.A", `${side}-activities`, [of.activities], "activities"),
      ...(side === "importer" ? placeFields(words) : []),
      { label: t("labels.role"), lines: toAnnexLines([t(`roles.${roles[side]}`)]) },
      { label: t("labels.signature"), lines: toAnnexLines([""]) },
    ]);
  return {
    annex: "I.A",
    title: t("parts.I_A"),
    blocks: [party("exporter", annexes.exporter), party("importer", annexes.importer)],
  };
}

/** States where the importer has the data and what is done with them there, clause 14(b)(i). */
function placeFields({ t, record, country, content: { importer } }: Wording): AnnexField[] {
  return [
    ...optional(t("labels.country"), importer.country ? country(importer.country) : ""),
    ...optional(t("labels.placeKind"), importer.placeKind ? record(`placeKinds.${importer.placeKind}`) : ""),
  ];
}

function descriptionPart(annexes: Annexes, words: Wording): AnnexPart {
  const { t, record, locale } = words;
  const { description } = annexes;
  const item = (name: string, lines: readonly string[]) => field(words, annexes, "I.B", name, lines);
  const sensitive = description.special.map((category) => record(`specialCategories.${category}`));
  const isNone = sensitive.length === 0 && !isOpen(annexes.open, "I.B", "special-categories");
  const until = description.endsOn
    ? t("until", { day: formatDay(description.endsOn, locale, { long: true }) })
    : t("asLong");
  return {
    annex: "I.B",
    title: t("parts.I_B"),
    blocks: [
      block("", [
        item("persons", description.persons),
        item("data-categories", description.dataCategories),
        item("special-categories", isNone ? [t("noSpecial")] : sensitive),
        item("frequency", description.frequency ? [record(`frequencies.${description.frequency}`)] : []),
        item("nature", description.nature),
        item("purpose", [description.purpose]),
        item("retention", description.retention),
        item("subject", description.subject ? [description.subject, until] : []),
      ]),
    ],
  };
}

function measuresPart(annexes: Annexes, words: Wording): AnnexPart {
  const { library, inWords: ownWords } = annexes.measures;
  const fields = library.map(({ reference, title, description }) => ({
    label: reference,
    lines: toAnnexLines([title, description].filter(Boolean)),
  }));
  const others = ownWords.length > 0 || library.length === 0;
  return {
    annex: "II",
    title: words.t("parts.II"),
    blocks: [block("", [...fields, ...(others ? [field(words, annexes, "II", "measures", ownWords)] : [])])],
  };
}

function subProcessorsPart({ subProcessors }: Annexes, { t }: Wording): AnnexPart {
  const blocks = (subProcessors ?? []).map(({ name, address, contact, service }) =>
    block(name, [
      { label: t("labels.address"), lines: orOpen(address, t("toWrite")) },
      { label: t("labels.contact"), lines: orOpen(contact, t("toWrite")) },
      { label: t("labels.service"), lines: orOpen(service, t("toWrite")) },
    ]),
  );
  const why = t(subProcessors === null ? "general" : "noSubProcessor");
  const none = block("", [{ label: t("labels.subProcessors"), lines: toAnnexLines([why]) }]);
  return { annex: "III", title: t("parts.III"), blocks: blocks.length > 0 ? blocks : [none] };
}

/** `label` where several items share one. */
function field(
  { t }: Wording,
  { open }: Annexes,
  annex: OpenItem["annex"],
  item: string,
  lines: readonly string[],
  label = item,
): AnnexField {
  const written = lines.filter(Boolean);
  const marked = isOpen(open, annex, item) ? [{ text: t("toWrite"), isOpen: true }] : [];
  return { label: t(`labels.${label}`), lines: [...toAnnexLines(written), ...marked] };
}

function isOpen(open: readonly OpenItem[], annex: string, item: string): boolean {
  return open.some((one) => one.annex === annex && one.item === item);
}

function orOpen(text: string, toWrite: string): AnnexLine[] {
  return text ? toAnnexLines([text]) : [{ text: toWrite, isOpen: true }];
}

function toAnnexLines(lines: readonly string[]): AnnexLine[] {
  return lines.map((text) => ({ text, isOpen: false }));
}

function optional(label: string, text: string): AnnexField[] {
  return text ? [{ label, lines: toAnnexLines([text]) }] : [];
}

function block(title: string, fields: AnnexField[]): AnnexBlock {
  return { title, fields };
}
