import { useLocale, useTranslations } from "next-intl";
import { formatList } from "@/lib/i18n/format";

type FileFactsProps = {
  fileName: string;
  file: {
    rows: number;
    encoding: string;
    delimiter: string;
    setAside: { title: number; total: number; empty: number };
  };
};

const DELIMITERS: Readonly<Record<string, string>> = { ";": "semicolon", ",": "comma", "\t": "tab" };

/** What was found in the file: its name, rows, cut and encoding, and the lines that are no rows. */
export function FileFacts({ fileName, file }: FileFactsProps) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const delimiter = t(`delimiters.${DELIMITERS[file.delimiter] ?? "semicolon"}`);
  const encoding = t.has(`encodings.${file.encoding}`) ? t(`encodings.${file.encoding}`) : file.encoding;
  const aside = (["title", "total", "empty"] as const)
    .filter((kind) => file.setAside[kind] > 0)
    .map((kind) => t(`facts.${kind}`, { count: file.setAside[kind] }));
  const facts = [
    t("facts.rows", { count: file.rows }),
    t("facts.cut", { delimiter, encoding }),
    ...(aside.length > 0 ? [t("facts.aside", { list: formatList(aside, locale) })] : []),
  ];
  return (
    <>
      <bdi>{fileName}</bdi> · {facts.join(" · ")}
    </>
  );
}
