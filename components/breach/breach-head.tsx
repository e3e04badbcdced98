import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Day } from "@/components/ui/deadline";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { BreachState, DrillMark } from "./breach-status";

type Breach = Awaited<ReturnType<typeof loadBreach>>;

export function BreachHead({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach.sheet");
  const { breach, file, may, moves } = it;
  const base = `/${org}/breaches/${breach.id}`;
  const countOf = (wanted: string) => it.controllers.filter(({ status }) => status === wanted).length;
  const [confirmed, proposed] = [countOf("confirmed"), countOf("proposed")];
  const noticed = it.controllers.reduce((sum, { issued }) => sum + issued.length, 0);
  const isOpen = file.status !== "closed";
  return (
    <PageHead
      note={
        <b>
          <bdi>{breach.reference}</bdi>
        </b>
      }
      title={<bdi dir="auto">{breach.title}</bdi>}
      lead={
        <>
          {breach.isDrill && <DrillMark />} <BreachState status={file.status} /> <Known it={it} />{" "}
          {confirmed > 0 && t("affected", { count: confirmed })}{" "}
          {proposed > 0 && t("proposed", { count: proposed })}{" "}
          {noticed > 0 && t("noticed", { count: noticed })} {breach.isDrill && t("drill")}
        </>
      }
      actions={
        <>
          {may.write && isOpen && (
            <LinkButton icon={Plus} href={`${base}/facts`}>
              {t("addFact")}
            </LinkButton>
          )}
          {(may.decide || (may.write && isOpen)) && (
            <LinkButton href={`${base}/state`}>
              {t(moves.includes("reopened") ? "reopen" : "move")}
            </LinkButton>
          )}
        </>
      }
    />
  );
}

/** Awareness in both cities; a suspicion is said to be one. */
function Known({ it: { file } }: { it: Breach }) {
  const t = useTranslations("breach.sheet");
  const locale = useLocale();
  const at = file.awareAt ?? file.suspectedAt;
  if (at === null) return t("notAware");
  const text = t(file.awareAt === null ? "suspected" : "aware", {
    casablanca: formatInstant(at, "Africa/Casablanca", locale, { weekday: true }),
    paris: formatInstant(at, "Europe/Paris", locale, { weekday: true }),
  });
  return <Day text={text} />;
}
