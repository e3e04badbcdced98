import type { AuthorityDuty } from "@/lib/domain/breach/authority-duties";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import {
  agreeingFeatures,
  examplesUnder,
  type ComparedPrecedent,
  type PrecedentFeature,
} from "@/lib/domain/breach/precedents";
import { formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { PrintedLine } from "./field-lines";

type PrintedSection = {
  title: string;
  article: string;
  rows: { label: string; lines: PrintedLine[]; note: string }[];
};

type Compared = {
  content: Pick<NoticeContent, "examples">;
  duties: readonly AuthorityDuty[];
  locale: Locale;
};

/**
 * Section of the examples of EDPB 01/2021, with what the guidelines are under each law of the recipient: a help for its
 * decision, articles 33(1) and 34. None for a client of a law that neither knows them nor a threshold of its own.
 */
export async function exampleSections({ content, duties, locale }: Compared): Promise<PrintedSection[]> {
  const { compared, standings } = examplesUnder(duties, content.examples);
  if (compared.length === 0) return [];
  const t = await translator(locale, "breach");
  const rows = compared.map((example) => ({
    label: t("precedents.number", { id: example.id }),
    lines: exampleLines(example, t, locale),
    note: "",
  }));
  const scope = [
    line(t("precedents.notCompared"), "soft"),
    ...standings.map((standing) => line(t(`precedents.standings.${standing}`), "soft")),
  ];
  return [
    {
      title: t("precedents.title"),
      article: t("precedents.article"),
      rows: [...rows, { label: t("precedents.standing"), lines: scope, note: "" }],
    },
  ];
}

function exampleLines(
  { id, isAuthorityTold, arePersonsTold, differs, unknown, agreed }: ComparedPrecedent,
  t: Translator,
  locale: Locale,
): PrintedLine[] {
  const nameFeatures = (features: readonly PrecedentFeature[]) =>
    formatList(
      features.map((feature) => t(`precedents.features.${feature}`)),
      locale,
    );
  const alike = agreeingFeatures({ differs, unknown, agreed });
  const outcome = [
    t("precedents.example", { id, what: t(`precedents.examples.${id}`) }),
    t(`precedents.${isAuthorityTold ? "authorityTold" : "authorityNotTold"}`),
    t(`precedents.${arePersonsTold ? "personsTold" : "personsNotTold"}`),
  ];
  return [
    line(outcome.join(" "), "plain"),
    line(
      differs.length === 0
        ? t("precedents.alike", {
            compared: alike.length === 0 ? "none" : "some",
            features: nameFeatures(alike),
          })
        : t("precedents.differs", { features: nameFeatures(differs) }),
      "plain",
    ),
    ...(unknown.length > 0
      ? [line(t("precedents.unknown", { features: nameFeatures(unknown) }), "soft")]
      : []),
  ];
}

function line(text: string, tone: PrintedLine["tone"]): PrintedLine {
  return { text, tone };
}
