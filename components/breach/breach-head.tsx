import { MailCheck, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { SheetActs } from "@/components/shell/sheet-acts";
import { PageHead } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Day } from "@/components/ui/deadline";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { nextToTell } from "./next-to-tell";
import { BreachState, DrillMark } from "./breach-status";

type Breach = Awaited<ReturnType<typeof loadBreach>>;

export function BreachHead({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach.sheet");
  const { breach, file } = it;
  const countOf = (wanted: string) => it.controllers.filter(({ status }) => status === wanted).length;
  const [confirmed, proposed] = [countOf("confirmed"), countOf("proposed")];
  const noticed = it.controllers.reduce((sum, { issued }) => sum + issued.length, 0);
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
      actions={<Acts org={org} it={it} />}
    />
  );
}

/** First the notification whose clock ends first, then a fact to add; a closed file has nothing next. */
function Acts({ org, it }: { org: string; it: Breach }) {
  const t = useTranslations("breach");
  const { breach, file, may, moves } = it;
  const base = `/${org}/breaches/${breach.id}`;
  const isOpen = file.status !== "closed";
  const next = isOpen && may.write ? nextToTell(it.controllers) : undefined;
  const notify = next && (
    <LinkButton tone="go" icon={MailCheck} href={`/${org}/breaches/controllers/${next.lineId}`}>
      {t("inform.prepareNotice")} <span className="sr">{next.legalName}</span>
    </LinkButton>
  );
  const addFact = may.write && isOpen && (
    <LinkButton tone={notify ? "bare" : "go"} icon={Plus} href={`${base}/facts`}>
      {t("sheet.addFact")}
    </LinkButton>
  );
  const others = [
    notify !== undefined && addFact !== false && { key: "fact", act: addFact },
    (may.decide || (may.write && isOpen)) && {
      of: moves.includes("reopened") ? ("reopen" as const) : ("state" as const),
      href: `${base}/state`,
    },
  ];
  return <SheetActs primary={notify ?? addFact} others={others} />;
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
