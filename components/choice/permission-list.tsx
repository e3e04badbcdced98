import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { PermissionReason, PermissionVerdict } from "@/lib/domain/contact-permission/permission";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import type { loadChoices } from "@/lib/features/choice/loaders";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadChoices>>;
type Shown = Loaded["permissions"][number];

const KINDS: Record<PermissionVerdict, StatusKind> = { allowed: "ok", refused: "late", doubtful: "warn" };

/** Objections to marketing whose controller is unknown: they end all marketing until somebody places them. */
export function PendingObjections({ org, pending }: { org: string } & Pick<Loaded, "pending">) {
  const t = useTranslations("choice.permission");
  const locale = useLocale();
  return pending.map(({ id, reference, receivedAt }) => (
    <p key={id} role="status" className="pt-2">
      <Status kind="late">{t("verdicts.refused")}</Status>{" "}
      {t("pending", { reference, at: formatInstant(receivedAt, "Africa/Casablanca", locale) })}{" "}
      <Link href={`/${org}/rights-requests/${id}`} prefetch={false}>
        {t("place")}
      </Link>
    </p>
  ));
}

/** Says for each act, purpose and campaign whether it may be done now, with every reason. */
export function PermissionList({ org, permissions }: { org: string } & Pick<Loaded, "permissions">) {
  return (
    <ul className="call-findings">
      {permissions.map((one) => (
        <PermissionItem
          key={[one.campaign?.id, one.controller.id, one.act, one.purpose, one.country].join()}
          org={org}
          shown={one}
        />
      ))}
    </ul>
  );
}

function PermissionItem({ org, shown }: { org: string; shown: Shown }) {
  const t = useTranslations("choice");
  const countries = useTranslations("countries") as (country: string) => string;
  const locale = useLocale();
  const { controller, campaign, act, purpose, country, verdict, reasons, consent } = shown;
  return (
    <li>
      <Status kind={KINDS[verdict]}>{t(`permission.verdicts.${verdict}`)}</Status>
      <div>
        <b>{joinParts([t(`acts.${act}`), country && countries(country), controller.legalName], locale)}</b>
        <p className="muted">
          {joinParts([campaign ? "" : purpose || t("everyPurpose")], locale)}
          {campaign && (
            <Link href={`/${org}/telephone/campaigns/${campaign.id}`} prefetch={false}>
              <bdi>{campaign.reference}</bdi> · <bdi>{campaign.title}</bdi>
            </Link>
          )}
        </p>
        <Reasons reasons={reasons.filter((reason) => reason.verdict === verdict)} />
        {verdict !== "allowed" && (
          <details>
            <summary>{t("permission.others")}</summary>
            <Reasons reasons={reasons.filter((reason) => reason.verdict !== verdict)} />
          </details>
        )}
        {consent && <ConsentItems consent={consent} />}
        {act === "telephone" && <Frequency attempts={shown.attempts} />}
      </div>
    </li>
  );
}

function Reasons({ reasons }: { reasons: readonly PermissionReason[] }) {
  return reasons.map((reason) => (
    <p key={keyOf(reason)}>
      <ReasonWords reason={reason} />
    </p>
  ));
}

function keyOf(reason: PermissionReason): string {
  if (reason.kind === "choice") return reason.reason;
  return reason.kind === "pending" ? reason.objection.id : `${reason.finding.rule} ${reason.finding.reason}`;
}

function ReasonWords({ reason }: { reason: PermissionReason }) {
  const t = useTranslations("choice");
  const calls = useTranslations("telephone.reasons") as (key: string) => string;
  const locale = useLocale();
  switch (reason.kind) {
    case "choice":
      return t(`check.reasons.${reason.reason}`);
    case "pending": {
      const { reference, receivedAt } = reason.objection;
      return t("permission.pending", {
        reference,
        at: formatInstant(receivedAt, "Africa/Casablanca", locale),
      });
    }
    case "rule": {
      const { article, isHouse } = reason.finding;
      return (
        <>
          {calls(reason.finding.reason)}{" "}
          <small className="muted">{isHouse ? t("permission.house") : article}</small>
        </>
      );
    }
  }
}

/** Calls that our own logs tell of: those of other suppliers count by law, and are unknown here. */
function Frequency({ attempts }: Pick<Shown, "attempts">) {
  const t = useTranslations("choice.permission");
  const locale = useLocale();
  return (
    <p className="muted">
      {attempts
        ? t("attempts", {
            count: attempts.count,
            until: formatInstant(attempts.loggedUntil, "Africa/Casablanca", locale),
          })
        : t("noLog")}
    </p>
  );
}

/** Day until which a consent holds, and what its wording is known to say of the five items of R223-1. */
function ConsentItems({ consent }: { consent: NonNullable<Shown["consent"]> }) {
  const t = useTranslations("choice");
  const locale = useLocale();
  const items = CONSENT_ITEMS.map((item) => {
    const answer = consent.items[item];
    const word = answer === null ? "unknown" : answer ? "yes" : "no";
    return t("consents.item", { item: t(`consents.items.${item}`), answer: t(`consents.answers.${word}`) });
  });
  return (
    <p className="muted">
      {joinParts(
        [consent.until ? t("until", { day: formatDay(consent.until, locale) }) : "", ...items],
        locale,
      )}
    </p>
  );
}
