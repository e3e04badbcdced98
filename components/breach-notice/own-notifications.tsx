import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Status } from "@/components/ui/status";
import { type AuthorityDuty, hasAuthority } from "@/lib/domain/breach/authority-duties";
import {
  authorityAnswerOf,
  isBeforeAwareness,
  isBeyondHours,
  type OwnNotification,
  type OwnStatement,
} from "@/lib/domain/breach/own-notification";
import type { Zone } from "@/lib/domain/time/zones";
import { BothClocks } from "./notice-words";

type OwnNotificationsProps = {
  own: readonly OwnNotification[];
  /** End of the controller's 72 hours; null where none run, or nobody knows from when. */
  target: number | null;
  /** Its duties; one without an authority of its own is asked of none. Absent where nothing runs any more. */
  duties?: readonly AuthorityDuty[];
  /** The earliest awareness known, the processor's or the controller's; null where none is. */
  aware: number | null;
  /** True in the controller's own portal, which speaks to it. */
  isReader?: boolean;
  zone?: Zone;
  /** Renders what may be done with a statement, beside it. */
  actOf?: (statement: OwnNotification) => ReactNode;
};

/** Lists what a controller told of its own notification, 33(1), and of the persons, 34; that it told nothing is said as such. */
export function OwnNotifications({
  own,
  target,
  duties,
  aware,
  isReader = false,
  zone,
  actOf,
}: OwnNotificationsProps) {
  const t = useTranslations("breach-notice.own");
  return (
    <>
      {authorityAnswerOf(own) === "not-told" && (duties === undefined || hasAuthority(duties)) && (
        <p className="muted mt-2">{t(isReader ? "notToldByYou" : "notTold")}</p>
      )}
      {own.length > 0 && (
        <ul className="mt-2">
          {own.map((statement) => (
            <li key={statement.id} className="border-b border-rule py-2">
              <Statement statement={statement} target={target} aware={aware} zone={zone} />
              {statement.earlier.map((earlier) => (
                <p key={earlier.id} className="muted">
                  {t("before")} <Statement statement={earlier} target={null} aware={aware} zone={zone} />
                </p>
              ))}
              {actOf?.(statement)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type StatementProps = Pick<OwnNotificationsProps, "target" | "aware" | "zone"> & { statement: OwnStatement };

function Statement({ statement, target, aware, zone }: StatementProps) {
  const t = useTranslations("breach-notice.own");
  const { kind, at, told, authorName } = statement;
  const isDone = told.answer === "done";
  const of = kind === "authority-stated" ? "authority" : "persons";
  return (
    <>
      <b>{t(`${of}.${isDone ? "done" : "decidedNot"}`)}</b>{" "}
      {kind === "authority-stated" && told.authority && (
        <>
          <bdi dir="auto">{told.authority}</bdi>
          {" · "}
        </>
      )}
      <BothClocks at={at} zone={zone} />
      {told.reference && (
        <>
          {" · "}
          {t("reference")} <bdi dir="auto">{told.reference}</bdi>
        </>
      )}
      {isBeyondHours(statement, target) && <Status kind="late">{t("beyond")}</Status>}
      {isBeforeAwareness(statement, aware) && <Status kind="late">{t("beforeAware")}</Status>}
      {told.delayReason && <Told label={t("delayReason")} text={told.delayReason} />}
      {told.note && <Told label={t("note")} text={told.note} />}
      {told.reason && <Told label={t("corrected")} text={told.reason} />}
      <span className="muted"> {t("toldBy", { name: authorName })}</span>
    </>
  );
}

function Told({ label, text }: { label: string; text: string }) {
  return (
    <span className="block">
      {label} <span dir="auto">{text}</span>
    </span>
  );
}
