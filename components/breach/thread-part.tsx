import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Day } from "@/components/ui/deadline";
import { Fold } from "@/components/ui/fold";
import { instantOfFact } from "@/lib/domain/breach/file";
import type { loadBreach, ShownFact } from "@/lib/features/breach/loaders";
import { dayAt, formatDay, formatInstant } from "@/lib/i18n/format";
import { FactWords } from "./fact-words";
import { hourText } from "./instants";
import { DeliveryEntry, IssueEntry, JointEntry } from "./notice-entries";
import { TellingEntry } from "./telling-entry";

type Breach = Awaited<ReturnType<typeof loadBreach>>;

/**
 * Every fact, notice and letter, and every line of how a controller was told, newest instant first, art. 33(5); a correction says
 * what it corrects, and what it corrected stays.
 */
export function ThreadPart({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach.thread");
  const facts = it.facts.map((fact) => ({
    at: instantOfFact(fact),
    recordedAt: fact.recordedAt,
    key: `${fact.number}`.padStart(9, "0"),
    entry: <Entry key={fact.id} {...{ org, it, fact }} />,
  }));
  const tellings = it.tellings.map((telling) => ({
    at: telling.at,
    recordedAt: telling.recordedAt,
    key: telling.id,
    entry: <TellingEntry key={telling.id} {...{ org, it, telling }} />,
  }));
  const issued = it.controllers.flatMap((controller) =>
    controller.issued.flatMap((notice) =>
      notice.issuedAt === null
        ? []
        : [
            {
              at: notice.issuedAt,
              recordedAt: notice.issuedAt,
              key: notice.id,
              entry: <IssueEntry key={notice.id} {...{ org, controller, notice }} />,
            },
          ],
    ),
  );
  const deliveries = it.deliveries.map((delivery, index) => {
    const key = `${delivery.noticeId} ${index}`;
    return {
      at: delivery.at,
      recordedAt: delivery.at,
      key,
      entry: <DeliveryEntry key={key} {...{ org, it, delivery }} />,
    };
  });
  const joint = it.joint.map((telling) => ({
    at: telling.at,
    recordedAt: telling.at,
    key: telling.id,
    entry: <JointEntry key={telling.id} {...{ org, it, telling }} />,
  }));
  const lines = [...facts, ...tellings, ...issued, ...deliveries, ...joint].toSorted(
    (one, other) =>
      other.at - one.at || other.recordedAt - one.recordedAt || other.key.localeCompare(one.key),
  );
  const earlier = lines.slice(NEWEST);
  return (
    <div id="thread">
      <h2>{t("title")}</h2>
      <Days lines={lines.slice(0, NEWEST)} />
      {earlier.length > 0 && (
        <Fold
          title={t("earlier")}
          aside={<span className="muted">{t("earlierCount", { count: earlier.length })}</span>}
          isOpen={false}
          heading="h3"
        >
          <Days lines={earlier} />
        </Fold>
      )}
      <p className="small faint mt-2">{t("hours")}</p>
    </div>
  );
}

/** Entries that stand open: those before are history, and fold. */
const NEWEST = 8;

function Days({ lines }: { lines: readonly { at: number; entry: ReactNode }[] }) {
  const locale = useLocale();
  const days = [...new Set(lines.map(({ at }) => dayOf(at)))];
  return days.map((day) => (
    <section key={day}>
      <h3 className="muted mt-2 text-small font-normal">
        <Day text={formatDay(day, locale, { weekday: true })} />
      </h3>
      <ol className="log">{lines.filter(({ at }) => dayOf(at) === day).map(({ entry }) => entry)}</ol>
    </section>
  ));
}

const MINUTE_MS = 60_000;

const dayOf = (at: number) => dayAt(at, "Africa/Casablanca");

function Entry({ org, it, fact }: { org: string; it: Breach; fact: ShownFact }) {
  const t = useTranslations("breach");
  const locale = useLocale();
  const instant = instantOfFact(fact);
  const corrects = it.facts.find(({ id }) => id === fact.correctsId);
  const controller = it.controllers.find(({ id }) => id === fact.controllerId);
  const isOld = fact.correctedBy !== null;
  const recorded = { number: fact.number, name: fact.authorName };
  const wasRecordedLater = Math.abs(fact.recordedAt - instant) >= MINUTE_MS;
  const mayCorrect =
    it.may.write &&
    it.file.status !== "closed" &&
    !isOld &&
    !fact.value.isWithdrawn &&
    isCorrectable(fact.kind);
  return (
    <li id={`fact-${fact.number}`}>
      <time dateTime={new Date(instant).toISOString()}>
        <bdi>{hourText(instant)}</bdi>
      </time>
      <span>
        <span className={isOld ? "line-through" : undefined}>
          <b>{t(`kinds.${fact.kind}`)}</b> {controller && <bdi>{controller.legalName}</bdi>}{" "}
          <FactWords fact={fact} />
        </span>
        {fact.reason && <span className="block">{t("thread.reason", { reason: fact.reason })}</span>}
        <small className="muted block">
          {wasRecordedLater
            ? t("thread.recorded", {
                ...recorded,
                when: formatInstant(fact.recordedAt, "Africa/Casablanca", locale),
              })
            : t("thread.recordedThen", recorded)}{" "}
          {corrects && (
            <a href={`#fact-${corrects.number}`}>{t("thread.corrects", { number: corrects.number })}</a>
          )}
          {isOld && (
            <a href={`#fact-${fact.correctedBy}`}>
              {t("thread.correctedBy", { number: fact.correctedBy ?? 0 })}
            </a>
          )}
          {mayCorrect && (
            <Link
              className="act-link"
              href={`/${org}/breaches/${it.breach.id}/facts?corrects=${fact.id}`}
              prefetch={false}
            >
              {t("thread.correct", { number: fact.number })}
            </Link>
          )}
        </small>
      </span>
    </li>
  );
}

/** Places and the end of a file have acts of their own, which say the contrary. */
function isCorrectable(kind: string): boolean {
  return !kind.startsWith("controller-") && kind !== "closed" && kind !== "reopened";
}
