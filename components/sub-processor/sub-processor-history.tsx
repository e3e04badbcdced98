import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day, Instant } from "@/components/ui/deadline";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

type HistoryProps = {
  /** The address of the sub-processor. */
  at: string;
  loaded: LoadedSubProcessor;
};

/** The dated facts of its life, then every version, newest first; where what is authorised changed, it says so. */
export function SubProcessorHistory({ at: here, loaded }: HistoryProps) {
  const t = useTranslations("sub-processor.history");
  const events = useTranslations("sub-processor.events");
  const locale = useLocale();
  const { versions, facts, subProcessor } = loaded;
  const isOtherScope = (at: number) =>
    versions[at + 1] !== undefined && versions[at + 1]!.scopeDigest !== versions[at]!.scopeDigest;
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
        {versions.map(({ version, change, at, authorName }, index) => (
          <li key={version} className="border-b border-rule py-2">
            <Link href={`${here}/versions/${version}`} prefetch={false}>
              <b>{t("version", { number: version })}</b>
            </Link>{" "}
            {joinParts([t(`changes.${change}`), isOtherScope(index) && t("scopeChanged")], locale)}
            <Recorded at={at} author={authorName} />
          </li>
        ))}
      </ol>
      <p className="muted mt-3">
        {t("digest")} <bdi className="break-all font-mono text-[12px]">{subProcessor.scopeDigest}</bdi>
      </p>
    </Part>
  );
}

function Recorded({ at, author }: { at: number; author: string }) {
  const t = useTranslations("sub-processor.history");
  const text = formatInstant(at, "Africa/Casablanca", useLocale());
  return (
    <p className="muted">
      <Instant iso={new Date(at).toISOString()} text={text} /> {author && t("by", { name: author })}
    </p>
  );
}
