import {
  authorityForm,
  type FormAnswer,
  type FormParty,
  type FormSection,
} from "@/lib/domain/breach/authority-form";
import type { StatedAwareness } from "@/lib/domain/breach/clocks";
import { noticeBases } from "@/lib/domain/breach/authority-duties";
import { earliestAwareness, type OwnNotification } from "@/lib/domain/breach/own-notification";
import type { Zone } from "@/lib/domain/time/zones";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { exampleSections } from "./example-rows";
import { instantLines, textLines, type PrintedLine } from "./field-lines";
import { describeOwn } from "./own-words";
import { headOf, isolateLines, type PrintableNotice } from "./print-notice";

/** A notice with what the authority's form asks beside it. */
export type PrintablePack = StatedAwareness & {
  notice: PrintableNotice;
  party: FormParty;
  /** True where the contract has the processor prepare the notification on the controller's behalf. */
  isMandated: boolean;
  /** Statements that the controller gave of its own duties. */
  own: readonly OwnNotification[];
};

type PackWords = { t: Translator; countries: Translator; locale: Locale; zone: Zone };

/** Facts in the order of the authority's form, for the controller to notify or not. */
export async function printPack(pack: PrintablePack): Promise<Uint8Array> {
  const { locale } = pack.notice;
  return renderPdf({
    template: "lib/features/breach-notice/print/notice.typ",
    locale,
    data: isolateLines(await packData(pack), locale),
  });
}

export async function packData(pack: PrintablePack) {
  const { notice, isMandated } = pack;
  const { locale, organisation } = notice;
  const words = await packWords(notice);
  const { t } = words;
  const basis = formatList(
    noticeBases(notice.duties).map((law) => t(`pack.basis.${law}`)),
    locale,
  );
  return {
    ...(await headOf(notice, t("pack.title"))),
    article: basis,
    paragraphs: [
      t("pack.intro", { organisation: organisation.name, basis: basis === "" ? "none" : basis }),
      ...(isMandated ? [t("pack.mandated")] : []),
    ],
    sections: [
      ...packSections(pack, words.t).map(({ id, entries }) => ({
        title: t(`pack.sections.${id}`),
        article: entries[0]?.point ?? "",
        rows: entries.map((entry) => ({
          label: t(`pack.entries.${entry.id}`),
          lines: linesOf(entry.answer, words),
          note: entry.point,
        })),
      })),
      ...(await exampleSections(notice)),
    ],
    after: [],
    signature: "",
  };
}

/** Gives the same sections for the page, the PDF and the JSON. */
export function packSections(
  { notice, party, controllerAwareAt, openedUnprovenAt, own }: PrintablePack,
  t: Translator,
): FormSection[] {
  const { name, address } = notice.organisation;
  const aware = earliestAwareness([notice.content.awareAt, controllerAwareAt, openedUnprovenAt]);
  const words = { t, locale: notice.locale, zone: notice.zone, aware };
  return authorityForm({
    controller: party,
    jointControllers: notice.jointControllers,
    processor: { description: t("pack.processor", { name, address }) },
    content: notice.content,
    phase: notice.phase,
    delay: delayOf(notice, t),
    controllerAwareAt,
    openedUnprovenAt,
    own: {
      authority: describeOwn(own, "authority-stated", words),
      persons: describeOwn(own, "persons-stated", words),
    },
  });
}

function delayOf({ lateReason, content: { delay } }: PrintableNotice, t: Translator) {
  if (lateReason === "") return null;
  if (delay?.rule !== "own-threshold") return { rule: "contract" as const, reason: lateReason };
  return { rule: delay.rule, reason: t("pack.threshold", { hours: delay.hours, reason: lateReason }) };
}

async function packWords({ locale, zone }: PrintableNotice): Promise<PackWords> {
  return {
    locale,
    zone,
    t: await translator(locale, "breach-notice-letter"),
    countries: await translator(locale, "countries"),
  };
}

function linesOf(answer: FormAnswer, { t, countries, locale, zone }: PackWords): PrintedLine[] {
  const soft = (text: string): PrintedLine[] => [{ text, tone: "soft" }];
  const plain = (text: string): PrintedLine[] => [{ text, tone: "plain" }];
  switch (answer.kind) {
    case "text":
      return textLines(answer.value);
    case "instants":
      return answer.values.flatMap((at) => instantLines(at, { locale, zone }));
    case "count":
      return plain(formatNumber(answer.value, locale));
    case "natures":
      return plain(
        formatList(
          answer.values.map((nature) => t(`natures.${nature}`)),
          locale,
        ),
      );
    case "country":
      return plain(countries(answer.value));
    case "type":
      return plain(t(`pack.types.${answer.value}`));
    case "unknown":
      return soft(t("unknown"));
    case "controller":
      return [{ text: t("pack.controller"), tone: "missing" }];
    case "none":
      return soft(t("pack.none"));
  }
}
