import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { CHOICE_ACTS, CHOICE_OUTCOMES } from "@/lib/domain/choice/choices";
import { sharedZone } from "@/lib/domain/telephone-prospecting/place-zones";
import type { loadPortalTelephone } from "@/lib/features/campaign/loaders";
import { formatDay, formatInstant, formatList, joinParts } from "@/lib/i18n/format";
import { CampaignStatus } from "./campaign-status";

type Loaded = Awaited<ReturnType<typeof loadPortalTelephone>>;
type Campaign = Loaded["campaigns"][number];
type Log = Campaign["logs"][number];

export function PortalCampaign({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaign.portal");
  const locale = useLocale();
  const countries = useTranslations("countries") as (code: string) => string;
  const { reference, title, state, places, firstDay, lastDay, logs } = campaign;
  const days = [firstDay, lastDay].map((day) => (day ? formatDay(day, locale) : t("dayUnknown")));
  return (
    <li className="border-b border-rule py-3">
      <b>
        <bdi>{reference}</bdi> · <bdi>{title}</bdi>
      </b>{" "}
      <CampaignStatus of={state} />
      <p className="muted">{t("days", { from: days[0] ?? "", until: days[1] ?? "" })}</p>
      <p className="muted">
        {places.length > 0
          ? t("places", { places: formatList(places.map(countries), locale) })
          : t("placesUnknown")}
      </p>
      {logs.length === 0 ? (
        <p className="muted">{t("noLog")}</p>
      ) : (
        <ul>
          {logs.map((log) => (
            <PortalLogItem key={log.id} log={log} places={places} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Calls between two instants: how many, and what each rule of the law finds of how many. */
function PortalLogItem({ log, places }: { log: Log; places: readonly string[] }) {
  const t = useTranslations("campaign.portal");
  const rules = useTranslations("telephone.reasons") as (key: string, values: { country: string }) => string;
  const countries = useTranslations("countries") as (code: string) => string;
  const locale = useLocale();
  const instant = (at: number) => formatInstant(at, sharedZone(places), locale);
  return (
    <li className="pt-2">
      {t("log", { count: log.calls, from: instant(log.firstAt), until: instant(log.lastAt) })}{" "}
      <Status kind={log.broken > 0 ? "late" : log.doubted > 0 ? "warn" : "ok"}>
        {t("verdict", { broken: log.broken, doubted: log.doubted })}
      </Status>
      {log.status !== "none" && <p className="muted">{t(`outside.${log.status}`)}</p>}
      <ul className="muted">
        {log.findings.map(({ rule, article, verdict, reason, calls, country }) => (
          <li key={`${rule} ${verdict} ${reason} ${country}`}>
            {joinParts(
              [
                t("calls", { count: calls }),
                rules(reason, { country: country ? countries(country) : "" }),
                article,
              ],
              locale,
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Choices by act, those of each outcome beside each other. */
export function ChoiceFigures({ choices }: Pick<Loaded, "choices">) {
  const t = useTranslations("campaign.portal");
  const words = useTranslations("choice");
  const countOf = (act: string, outcome: string) =>
    choices.find((one) => one.act === act && one.outcome === outcome)?.count ?? 0;
  const acts = CHOICE_ACTS.filter((act) => choices.some((one) => one.act === act));
  // Counts corrections beside what was recorded: the sum of refusals would otherwise seem to hold.
  const isCorrected = choices.some(({ outcome }) => outcome === "corrected");
  const outcomes = isCorrected ? ([...CHOICE_OUTCOMES, "corrected"] as const) : CHOICE_OUTCOMES;
  if (acts.length === 0) return <p className="muted mt-3">{t("noChoice")}</p>;
  return (
    <table className="stacked">
      <caption className="sr">{t("choices")}</caption>
      <thead>
        <tr>
          <th scope="col">{words("fields.act")}</th>
          {outcomes.map((outcome) => (
            <th key={outcome} scope="col">
              {words(`outcomes.${outcome}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <tr key={act}>
            <th scope="row">{words(`acts.${act}`)}</th>
            {outcomes.map((outcome) => (
              <td key={outcome} data-of={words(`outcomes.${outcome}`)}>
                {t("choiceCount", { count: countOf(act, outcome) })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
