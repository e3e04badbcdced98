import { History } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Day, Instant } from "@/components/ui/deadline";
import { Pager } from "@/components/ui/pager";
import type { loadHistory } from "@/lib/features/processing-record/loaders";
import {
  CASABLANCA_AND_PARIS,
  formatDay,
  formatInSecondCity,
  formatInstant,
  joinParts,
} from "@/lib/i18n/format";
import { AsOfTool } from "@/components/processing-record/list/as-of-tool";
import { ChangeList } from "./change-list";
import { recordHref } from "@/components/processing-record/sheet/record-address";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";

type Loaded = Awaited<ReturnType<typeof loadHistory>>;
type HistoryProps = { org: string; history: Loaded };
type Version = Loaded["versions"][number];

export function RecordHistory({ org, history }: HistoryProps) {
  const t = useTranslations("history");
  const { record, versions, next, isStart, today } = history;
  const here = recordHref({ org, ...record });
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{record.reference}</bdi>
          </b>
        }
        title={t("title")}
        lead={
          <>
            <Link href={here} prefetch={false}>
              <bdi>{record.activity}</bdi>
            </Link>
          </>
        }
        actions={<AsOfTool action={here} of="record" on="" refused={null} today={today} />}
      />
      {versions.map((version, index) => (
        <VersionPart
          key={version.version}
          org={org}
          history={history}
          version={version}
          // A day shows the last version recorded by its end, so only that one links to it.
          isLastOfDay={versions[index - 1]?.day !== version.day && version.day !== today}
        />
      ))}
      <div className="mt-6">
        <Pager
          range={t("range", { shown: versions.length, total: record.version })}
          aside={
            !isStart && (
              <Link href={`${here}/history`} prefetch={false}>
                {t("newest")}
              </Link>
            )
          }
          nextHref={next === null ? undefined : `${here}/history?before=${next}`}
        />
      </div>
    </Sheet>
  );
}

type VersionProps = HistoryProps & { version: Version; isLastOfDay: boolean };

function VersionPart({ org, history, version, isLastOfDay }: VersionProps) {
  const t = useTranslations("history");
  const locale = useLocale();
  const { record, may } = history;
  const here = recordHref({ org, ...record });
  const isNow = version.version === record.version;
  return (
    <Part
      id={`version-${version.version}`}
      article={t("version", { version: version.version })}
      note={isNow ? t("stands") : undefined}
      title={
        // Wraps a single word, because the raised ordinal would separate from it.
        <span>
          <ChangeText version={version} />
        </span>
      }
      aside={
        may.restore &&
        !isNow && (
          <LinkButton tone="bare" icon={History} href={`${here}/history/${version.version}/restore`}>
            {t("restore")} <span className="sr">{t("version", { version: version.version })}</span>
          </LinkButton>
        )
      }
    >
      <p className="muted py-2 text-[12.5px]">
        <Instant
          iso={new Date(version.at).toISOString()}
          text={joinParts(
            [
              formatInstant(version.at, "Africa/Casablanca", locale),
              formatInSecondCity(version.at, CASABLANCA_AND_PARIS, locale),
            ],
            locale,
          )}
        />
        {version.author && <span> · {t("by", { author: version.author })}</span>}
        {isLastOfDay && (
          <>
            {" · "}
            <Link href={`${here}?on=${version.day}`} prefetch={false}>
              <Day text={t("seeThen", { day: formatDay(version.day, locale) })} />
            </Link>
          </>
        )}
      </p>
      <ChangeList
        capacity={record.capacity}
        changes={version.changes}
        names={history}
        none={t(version.version === 1 ? "first" : "same")}
      />
    </Part>
  );
}

/** Example: "Mise en vigueur le 5 janv. 2026". */
function ChangeText({ version: { change, fact } }: { version: Version }) {
  const t = useTranslate();
  const locale = useLocale();
  if (!fact)
    return t(t.has(`history.changes.${change}`) ? `history.changes.${change}` : "history.changes.saved");
  return (
    <>
      <Day text={t(`lifecycle.facts.${fact.event}`, { date: formatDay(fact.since, locale) })} />
      {fact.reason && <span className="muted text-[14px]"> · {fact.reason}</span>}
    </>
  );
}
