import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { ReadinessReason } from "@/lib/domain/campaign/readiness";
import type { PermissionReason, PermissionVerdict } from "@/lib/domain/contact-permission/permission";
import { foreignFinding } from "@/lib/domain/telephone-prospecting/foreign-law";
import { isFrenchPlace } from "@/lib/domain/telephone-prospecting/territories";
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
  return pending.map(({ id, reference, receivedAt, isDoubtful, isOfBurst }) => (
    <p key={id} role="status" className="pt-2">
      <Status kind={isDoubtful ? "warn" : "late"}>
        {t(isDoubtful ? "verdicts.doubtful" : "verdicts.refused")}
      </Status>{" "}
      {t(isDoubtful ? "pendingDoubt" : "pending", {
        reference,
        at: formatInstant(receivedAt, "Africa/Casablanca", locale),
      })}{" "}
      {isOfBurst && `${t("burst")} `}
      <Link href={`/${org}/rights-requests/${id}`} prefetch={false}>
        {t(isDoubtful ? "readWords" : "place")}
      </Link>
    </p>
  ));
}

/** Says for each act, purpose and campaign whether it may be done now, with every reason. */
export function PermissionList({
  org,
  permissions,
  territory,
}: { org: string } & Pick<Loaded, "permissions" | "territory">) {
  return (
    <ul className="call-findings">
      {permissions.map((one) => (
        <PermissionItem
          key={[one.campaign?.id, one.controller.id, one.act, one.purpose, one.country].join()}
          org={org}
          shown={one}
          place={territory}
        />
      ))}
    </ul>
  );
}

function PermissionItem({ org, shown, place }: { org: string; shown: Shown; place: string }) {
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
        {consent && <ConsentItems consent={consent} />}
        {reasons.some((reason) => reason.verdict !== verdict) && (
          <details>
            <summary>{t("permission.others")}</summary>
            <Reasons reasons={reasons.filter((reason) => reason.verdict !== verdict)} />
          </details>
        )}
        {shown.appointments.map(({ callAt, callZone }) => (
          <p key={callAt}>
            {t("appointment.ahead", { at: formatInstant(callAt, callZone, locale, { weekday: true }) })}
          </p>
        ))}
        {act === "telephone" && <Frequency attempts={shown.attempts} place={place} />}
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
  if (reason.kind === "abroad") return reason.kind;
  if (reason.kind === "campaign") return `campaign ${reason.lack.reason} ${reason.lack.mention}`;
  return reason.kind === "pending" ? reason.objection.id : `${reason.finding.rule} ${reason.finding.reason}`;
}

function ReasonWords({ reason }: { reason: PermissionReason }) {
  const t = useTranslations("choice");
  const calls = useTranslations("telephone.reasons") as (key: string, values: { country: string }) => string;
  const countries = useTranslations("countries") as (country: string) => string;
  const locale = useLocale();
  switch (reason.kind) {
    case "choice":
      return t(`check.reasons.${reason.reason}`);
    case "pending": {
      const { reference, receivedAt, isDoubtful } = reason.objection;
      return t(isDoubtful ? "permission.pendingDoubt" : "permission.pending", {
        reference,
        at: formatInstant(receivedAt, "Africa/Casablanca", locale),
      });
    }
    case "abroad":
      return reason.country === null ? (
        t("permission.abroadUnknown")
      ) : (
        <AbroadWords country={reason.country} />
      );
    case "campaign":
      return <LackWords lack={reason.lack} />;
    case "rule": {
      const { article, isHouse, country } = reason.finding;
      return (
        <>
          {calls(reason.finding.reason, { country: country ? countries(country) : "" })}{" "}
          <small className="muted">{isHouse ? t("permission.house") : article}</small>
        </>
      );
    }
  }
}

/** Says what a campaign lacks by itself, in the words of its own page. */
function LackWords({ lack: { reason, mention, article } }: { lack: ReadinessReason }) {
  const t = useTranslations("campaign.readiness.reasons") as (
    key: string,
    values: { mention: string },
  ) => string;
  const law = useTranslations("telephone");
  return (
    <>
      {t(reason, { mention: mention ? law(`script.mentions.${mention}`) : "" })}{" "}
      <small className="muted">{article}</small>
    </>
  );
}

/** The law of another country, which is not judged here, with the provisions to read. */
export function AbroadWords({ country }: { country: string }) {
  const law = useTranslations("telephone.reasons") as (key: string, values: { country: string }) => string;
  const countries = useTranslations("countries") as (country: string) => string;
  const { reason, article } = foreignFinding(country);
  return (
    <>
      {law(reason, { country: countries(country) })} <small className="muted">{article}</small>
    </>
  );
}

/**
 * Calls that our own logs tell of: those of other suppliers count by French law, and are unknown here. What a law elsewhere says of
 * the number of calls is unknown too.
 */
function Frequency({ attempts, place }: Pick<Shown, "attempts"> & { place: string }) {
  const countries = useTranslations("countries") as (country: string) => string;
  const isAbroad = place !== "" && !isFrenchPlace(place);
  const t = useTranslations("choice.permission");
  const locale = useLocale();
  return (
    <p className="muted">
      {attempts
        ? t("attempts", {
            count: attempts.count,
            until: formatInstant(attempts.loggedUntil, "Africa/Casablanca", locale),
          })
        : t("noLog")}{" "}
      {isAbroad
        ? t("attemptsAbroad", { country: place === "none" ? "none" : countries(place) })
        : attempts && t("attemptsFrench")}
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
