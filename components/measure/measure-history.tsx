import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Instant } from "@/components/ui/deadline";
import type { MeasureField } from "@/lib/domain/measure/history";
import type { loadMeasure } from "@/lib/features/measure/loaders";
import { formatInstant, formatList } from "@/lib/i18n/format";

type Version = Awaited<ReturnType<typeof loadMeasure>>["versions"][number];

export function MeasureHistory({ versions }: { versions: readonly Version[] }) {
  const t = useTranslations("measure");
  const locale = useLocale();
  return (
    <Part title={t("sheet.history")}>
      <ol>
        {versions.map((version) => (
          <li key={version.version} className="border-b border-rule py-2">
            <b>{t("sheet.version", { number: version.version })}</b>{" "}
            <Instant
              iso={new Date(version.at).toISOString()}
              text={formatInstant(version.at, "Africa/Casablanca", locale)}
            />{" "}
            <span className="muted">{version.authorName && t("sheet.by", { name: version.authorName })}</span>
            <p>
              <Change version={version} />
              {version.reason && (
                <span className="muted"> · {t("sheet.reason", { reason: version.reason })}</span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

const KNOWN = ["created", "saved", "retired", "restored"] as const;

function Change({ version: { change, fields } }: { version: Version }) {
  const t = useTranslations("measure");
  const locale = useLocale();
  const known = KNOWN.find((one) => one === change) ?? "saved";
  const stated = t(`changes.${known}`);
  if (known !== "saved" || fields.length === 0) return stated;
  const names = fields.map((field: MeasureField) => t(`fields.${field}`).toLocaleLowerCase(locale));
  return t("changes.fields", { change: stated, fields: formatList(names, locale) });
}
