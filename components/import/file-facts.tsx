import { useLocale, useTranslations } from "next-intl";
import { formatList } from "@/lib/i18n/format";

type FileFactsProps = {
  fileName: string;
  file: {
    rows: number;
    text: { encoding: string; delimiter: string } | null;
    sheet: { name: string } | null;
    cnil: object | null;
    setAside: Readonly<Record<"title" | "total" | "empty" | "band" | "foot" | "unticked", number>>;
    unseen: Readonly<
      Record<"rows" | "filtered" | "columns" | "sheets" | "filled" | "unread" | "conditions", number>
    >;
  };
};

const DELIMITERS: Readonly<Record<string, string>> = {
  ";": "semicolon",
  ",": "comma",
  "\t": "tab",
  "|": "bar",
};

export function FileFacts({ fileName, file }: FileFactsProps) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const form = useWriting(file);
  const aside = (["title", "total", "empty", "unticked", "foot"] as const)
    .filter((kind) => file.setAside[kind] > 0)
    .map((kind) => t(`facts.${kind}`, { count: file.setAside[kind] }));
  const unseen = (["rows", "filtered", "columns", "sheets"] as const)
    .filter((kind) => file.unseen[kind] > 0)
    .map((kind) => t(`facts.hidden.${kind}`, { count: file.unseen[kind] }));
  const facts = [
    t(file.cnil ? "facts.entries" : "facts.rows", { count: file.rows }),
    ...form,
    ...(file.unseen.filled > 0 ? [t("facts.filled", { count: file.unseen.filled })] : []),
    ...(file.setAside.band > 0 ? [t("facts.band", { count: file.setAside.band })] : []),
    ...(unseen.length > 0 ? [t("facts.hidden.read", { list: formatList(unseen, locale) })] : []),
    ...(file.unseen.unread > 0 ? [t("facts.unread", { count: file.unseen.unread })] : []),
    ...(file.unseen.conditions > 0 ? [t("facts.conditions", { count: file.unseen.conditions })] : []),
    ...(aside.length > 0 ? [t("facts.aside", { list: formatList(aside, locale) })] : []),
  ];
  return (
    <>
      <bdi>{fileName}</bdi> · {facts.join(" · ")}
    </>
  );
}

function useWriting({ text, sheet }: FileFactsProps["file"]): string[] {
  const t = useTranslations("import-page");
  if (sheet) return [t("facts.sheet", { name: sheet.name })];
  if (!text) return [];
  const delimiter = t(`delimiters.${DELIMITERS[text.delimiter] ?? "semicolon"}`);
  const encoding = t.has(`encodings.${text.encoding}`) ? t(`encodings.${text.encoding}`) : text.encoding;
  return [t("facts.cut", { delimiter, encoding })];
}
