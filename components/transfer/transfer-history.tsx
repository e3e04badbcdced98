import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day, Instant } from "@/components/ui/deadline";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { LoadedTransfer } from "./loaded-transfer";

/** The dated facts of its life, then every version, newest first. */
export function TransferHistory({ versions, facts }: Pick<LoadedTransfer, "versions" | "facts">) {
  const t = useTranslations("transfer.history");
  const events = useTranslations("transfer.events");
  const locale = useLocale();
  return (
    <Part id="history" title={t("title")}>
      <ol>
        {facts.map(({ event, factOn, reason, at, authorName }) => (
          <li key={`${event} ${at}`} className="border-b border-rule py-2">
            <b>{events(`${event}.done`)}</b> <Day text={formatDay(factOn, locale)} />
            <p>{t("reason", { reason })}</p>
            <Recorded at={at} author={authorName} />
          </li>
        ))}
        {versions.map(({ version, change, at, authorName }) => (
          <li key={version} className="border-b border-rule py-2">
            <b>{t("version", { number: version })}</b> {t(`changes.${change}`)}
            <Recorded at={at} author={authorName} />
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Recorded({ at, author }: { at: number; author: string }) {
  const t = useTranslations("transfer.history");
  const text = formatInstant(at, "Africa/Casablanca", useLocale());
  return (
    <p className="muted">
      <Instant iso={new Date(at).toISOString()} text={text} /> {author && t("by", { name: author })}
    </p>
  );
}
