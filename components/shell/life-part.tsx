import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day, Instant } from "@/components/ui/deadline";
import { formatInstant, formatPartialDate } from "@/lib/i18n/format";
import { Part } from "./sheet";

type Made = { at: number; authorName: string };
type LifePartProps<V> = {
  noun: string;
  facts: readonly (Made & { event: string; factOn: string; reason: string })[];
  versions: readonly V[];
  changeOf: (version: V, index: number) => ReactNode;
  /** Path of the versions; absent where they are not readable. */
  versionsHref?: string;
  /** Folds, with the number of its lines. Absent, it does not fold. */
  isOpen?: boolean;
  children?: ReactNode;
};

export function LifePart<V extends Made & { version: number }>(props: LifePartProps<V>) {
  const { noun, facts, versions, changeOf, versionsHref, isOpen, children } = props;
  const t = useTranslations(`${noun}.history`);
  const events = useTranslations(`${noun}.events`);
  const locale = useLocale();
  return (
    <Part
      id="history"
      title={t("title")}
      isOpen={isOpen}
      count={<span className="count">{facts.length + versions.length}</span>}
    >
      <ol>
        {facts.map(({ event, factOn, reason, ...made }) => (
          <li key={`${event} ${made.at}`} className="border-b border-rule py-2">
            <b>{events(`${event}.done`)}</b>{" "}
            <Day text={formatPartialDate({ value: factOn, text: "" }, locale)} />
            {reason && <p>{t("reason", { reason })}</p>}
            <Recorded noun={noun} {...made} />
          </li>
        ))}
        {versions.map((version, index) => (
          <li key={version.version} className="border-b border-rule py-2">
            <VersionName href={versionsHref && `${versionsHref}/${version.version}`}>
              {t("version", { number: version.version })}
            </VersionName>{" "}
            {changeOf(version, index)}
            <Recorded noun={noun} at={version.at} authorName={version.authorName} />
          </li>
        ))}
      </ol>
      {children}
    </Part>
  );
}

function VersionName({ href, children }: { href?: string; children: string }) {
  const name = <b>{children}</b>;
  if (!href) return name;
  return (
    <Link href={href} prefetch={false}>
      {name}
    </Link>
  );
}

function Recorded({ noun, at, authorName }: Made & { noun: string }) {
  const t = useTranslations(`${noun}.history`);
  const text = formatInstant(at, "Africa/Casablanca", useLocale());
  return (
    <p className="muted">
      <Instant iso={new Date(at).toISOString()} text={text} /> {authorName && t("by", { name: authorName })}
    </p>
  );
}
