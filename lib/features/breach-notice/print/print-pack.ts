import {
  authorityForm,
  type FormAnswer,
  type FormParty,
  type FormSection,
} from "@/lib/domain/breach/authority-form";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { instantLines, textLines, type PrintedLine } from "./field-lines";
import { headOf, isolateLines, type PrintableNotice } from "./print-notice";

/** A notice with what the authority's form asks beside it. */
export type PrintablePack = {
  notice: PrintableNotice;
  party: FormParty;
  /** C0 as far as it is known. */
  controllerAwareAt: number | null;
  /** True where the contract has the processor prepare the notification on the controller's behalf. */
  isMandated: boolean;
};

type PackWords = { t: Translator; countries: Translator; locale: Locale };

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
  const words = await packWords(locale);
  const { t } = words;
  return {
    ...(await headOf(notice, t("pack.title"))),
    article: t("pack.article"),
    paragraphs: [
      t("pack.intro", { organisation: organisation.name }),
      ...(isMandated ? [t("pack.mandated")] : []),
    ],
    sections: packSections(pack, words.t).map(({ id, entries }) => ({
      title: t(`pack.sections.${id}`),
      article: entries[0]?.point ?? "",
      rows: entries.map((entry) => ({
        label: t(`pack.entries.${entry.id}`),
        lines: linesOf(entry.answer, words),
        note: entry.point,
      })),
    })),
    after: [],
    signature: "",
  };
}

/** Gives the same sections for the page, the PDF and the JSON. */
export function packSections(
  { notice, party, controllerAwareAt }: PrintablePack,
  t: Translator,
): FormSection[] {
  const { name, address } = notice.organisation;
  return authorityForm({
    controller: party,
    processor: { description: t("pack.processor", { name, address }) },
    content: notice.content,
    phase: notice.phase,
    lateReason: notice.lateReason,
    controllerAwareAt,
  });
}

async function packWords(locale: Locale): Promise<PackWords> {
  return {
    locale,
    t: await translator(locale, "breach-notice-letter"),
    countries: await translator(locale, "countries"),
  };
}

function linesOf(answer: FormAnswer, { t, countries, locale }: PackWords): PrintedLine[] {
  const soft = (text: string): PrintedLine[] => [{ text, tone: "soft" }];
  const plain = (text: string): PrintedLine[] => [{ text, tone: "plain" }];
  switch (answer.kind) {
    case "text":
      return textLines(answer.value);
    case "instants":
      return answer.values.flatMap((at) => instantLines(at, locale));
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
