import { getTranslations } from "next-intl/server";
import { DemandForm } from "@/components/second-factor/demand-form";
import { MemberFactors } from "@/components/second-factor/member-factors";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import { loadSecurity } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("security", "demand.title");

export default async function SecurityPage({ params }: PageProps) {
  const { org } = await params;
  const { isDemanded, mayDemand, hasOwnFactor, members } = await loadSecurity(org);
  const t = await getTranslations("security");
  const without = members.filter(({ hasFactor }) => !hasFactor).length;
  return (
    <Sheet>
      <PageHead title={t("demand.title")} lead={t("demand.lead")} note={t("article")} />
      <Words of={["form", "security"]}>
        <Part
          title={t("demand.part")}
          aside={
            <Status kind={isDemanded ? "ok" : "plain"}>{t(isDemanded ? "demand.on" : "demand.off")}</Status>
          }
        >
          {!mayDemand && <p className="muted prose-line mt-3">{t("demand.ownerOnly")}</p>}
          {mayDemand && (isDemanded || hasOwnFactor) && (
            <DemandForm org={org} isDemanded={isDemanded} without={without} />
          )}
          {mayDemand && !isDemanded && !hasOwnFactor && <OwnFirst org={org} />}
        </Part>
        <Part title={t("members.title")} aside={t("members.without", { count: without })}>
          <MemberFactors org={org} members={members} mayReset={mayDemand} />
        </Part>
      </Words>
    </Sheet>
  );
}

/** Requires a second factor of the person before the person demands one of others. */
async function OwnFirst({ org }: { org: string }) {
  const t = await getTranslations("security.demand");
  const back = encodeURIComponent(`/${org}/organisation/security`);
  return (
    <>
      <p className="prose-line mt-3">{t("ownFirst")}</p>
      <div className="bar">
        <LinkButton tone="go" href={`/account/second-factor?next=${back}`}>
          {t("setOwn")}
        </LinkButton>
      </div>
    </>
  );
}
