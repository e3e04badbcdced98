import {
  Ban,
  Check,
  CircleDashed,
  CircleHelp,
  CircleX,
  Hourglass,
  Pause,
  PenLine,
  TriangleAlert,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Instant } from "@/components/ui/deadline";
import { LetterState } from "@/components/ui/letter-state";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { CellState } from "@/lib/domain/authorisation/authorisation-status";
import { GROUP_OF } from "@/lib/domain/authorisation/matrix";
import { ARTICLE_OF } from "@/lib/domain/sub-processor/readiness";
import type { loadRequest } from "@/lib/features/authorisation/loaders";
import {
  CASABLANCA_AND_PARIS,
  formatDay,
  formatDayEnd,
  formatEndInCasablanca,
  formatInSecondCity,
  formatInstant,
} from "@/lib/i18n/format";

export type LoadedRequest = Awaited<ReturnType<typeof loadRequest>>;

const SIGNS: Record<CellState, Pick<Parameters<typeof Status>[0], "kind" | "icon">> = {
  never: { kind: "plain", icon: CircleDashed },
  draft: { kind: "plain", icon: PenLine },
  awaited: { kind: "warn", icon: Hourglass },
  notified: { kind: "warn", icon: Hourglass },
  "to-sign": { kind: "warn", icon: TriangleAlert },
  active: { kind: "ok", icon: Check },
  refused: { kind: "late", icon: CircleX },
  expired: { kind: "late", icon: CircleX },
  objected: { kind: "late", icon: CircleX },
  revoked: { kind: "late", icon: CircleX },
  suspended: { kind: "warn", icon: Pause },
  withdrawn: { kind: "plain", icon: Ban },
  alternative: { kind: "plain", icon: Ban },
  "contract-terminated": { kind: "plain", icon: Ban },
  replaced: { kind: "plain", icon: Ban },
  ended: { kind: "plain", icon: Ban },
};

export function CellStatus({ state }: { state: CellState }) {
  const t = useTranslations("authorisation.cells");
  return <Status {...SIGNS[state]}>{t(state)}</Status>;
}

/** Gives the term in both cities' time and the requirements missing before use. */
export function RequestStatus({ org, of }: { org: string; of: LoadedRequest }) {
  const t = useTranslations("authorisation");
  const { request, status, cell } = of;
  // Requirements of a past request no longer permit use.
  const isOver = GROUP_OF[cell.state] === "past";
  return (
    <Part id="status" title={t("parts.status")} article={t("article")} note={<bdi>28(4)</bdi>}>
      <dl>
        <RecordField label={t("fields.regime")}>
          {t(`regimes.${request.regime}`)}
          <p className="muted prose-line">
            <Silence of={of} />
          </p>
        </RecordField>
        <RecordField label={t("fields.days")}>
          {request.days === null ? t("noDays") : t("days", { days: request.days })}
        </RecordField>
        <RecordField label={t("fields.sent")}>{request.sentAt && <Moment at={request.sentAt} />}</RecordField>
        {of.letter && (
          <RecordField label={t("fields.letter")}>
            <LetterState
              of={of.letter}
              href={of.may.openLetters ? `/${org}/outbox/${of.letter.id}` : undefined}
            />
          </RecordField>
        )}
        {request.sentAt !== null && (
          <RecordField label={t("fields.received")}>
            <Receipt of={of} />
          </RecordField>
        )}
        {status.period && <DeadlineField of={of} period={status.period} />}
        {status.waits && <RecordField label={t("fields.waits")}>{t(`waits.${status.waits}`)}</RecordField>}
        {of.isSpokenNo && (
          <RecordField label={t("fields.waits")}>
            <Status kind="warn">{t("waits.writing")}</Status>
            <p className="muted prose-line">{t("spokenNo")}</p>
          </RecordField>
        )}
        {isOver || (
          <RecordField label={t("fields.missing")}>
            {cell.missing.length === 0 ? (
              <Status kind="ok">{t("nothingMissing")}</Status>
            ) : (
              <ul>
                {cell.missing.map((requirement) => (
                  <li key={requirement}>
                    <Status kind="warn">{t(`missing.${requirement}`)}</Status>{" "}
                    <bdi className="muted">{ARTICLE_OF[requirement]}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </RecordField>
        )}
      </dl>
    </Part>
  );
}

/** Effect of silence under the terms that were agreed and still bind. */
function Silence({ of: { request, status, isSilenceHeld } }: { of: LoadedRequest }) {
  const t = useTranslations("authorisation.silence");
  const locale = useLocale();
  const { contract, days, regime } = request;
  if (isSilenceHeld) return t("held", { address: request.recipient });
  if (status.waits === "confirmation" && days !== null && contract?.bindsUntil)
    return t("lapsed", { day: formatDay(contract.bindsUntil, locale) });
  return t(`${regime}${days === null ? "Unagreed" : ""}`);
}

/** Acceptance by the relay proves no receipt. */
function Receipt({ of: { receipt, letter, status } }: { of: LoadedRequest }) {
  const t = useTranslations("authorisation.receipt");
  if (receipt === null)
    return (
      <>
        <Status kind="plain" icon={CircleHelp}>
          {t("unknown")}
        </Status>
        {status.waits && <p className="muted prose-line">{t("unknownHint")}</p>}
      </>
    );
  const isReturned = receipt.source === "server" && letter?.state === "bounced";
  return (
    <>
      <Moment at={receipt.at} />
      {receipt.source && <span className="muted"> · {t(receipt.source, { source: receipt.words })}</span>}
      {isReturned && (
        <p className="prose-line">
          <Status kind="late">{t("returned")}</Status>
        </p>
      )}
    </>
  );
}

type Period = NonNullable<LoadedRequest["status"]["period"]>;

function DeadlineField({
  of: { request, now, cell, isCalendarAssumed, unconfirmed },
  period,
}: {
  of: LoadedRequest;
  period: Period;
}) {
  const t = useTranslations("authorisation");
  const feasts = useTranslations("rights-request.clocks");
  const locale = useLocale();
  const { lastDay, endsAt } = period;
  const isOver = now >= endsAt;
  return (
    <RecordField label={t("fields.deadline")}>
      <Status kind={isOver ? "late" : (cell.daysLeft ?? 9) <= 3 ? "warn" : "plain"} icon={Hourglass}>
        {isOver ? t("over") : cell.daysLeft === null ? t("running") : t("daysLeft", { days: cell.daysLeft })}
      </Status>{" "}
      <Instant
        iso={new Date(endsAt).toISOString()}
        text={formatDayEnd(lastDay, endsAt, request.zone, locale, { weekday: true })}
      />
      <p className="muted">{formatEndInCasablanca(lastDay, endsAt, request.zone, locale)}</p>
      {!period.endsOnWorkingDay && (
        <p className="muted prose-line">
          {t(`notWorking.${request.regime}`, {
            when: formatInstant(period.usableFrom, request.zone, locale),
          })}
        </p>
      )}
      {isCalendarAssumed && <p className="muted prose-line">{t("assumedCalendar")}</p>}
      {unconfirmed && (
        <p className="muted prose-line">
          {feasts("unconfirmed", {
            feast: feasts(`feasts.${unconfirmed.feast}`),
            day: formatDay(unconfirmed.day, locale),
          })}
        </p>
      )}
    </RecordField>
  );
}

function Moment({ at }: { at: number }) {
  const locale = useLocale();
  return (
    <>
      <Instant iso={new Date(at).toISOString()} text={formatInstant(at, "Africa/Casablanca", locale)} />{" "}
      <span className="muted">{formatInSecondCity(at, CASABLANCA_AND_PARIS, locale)}</span>
    </>
  );
}
