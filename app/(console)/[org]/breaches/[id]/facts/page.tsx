import { getTranslations } from "next-intl/server";
import { FactForm } from "@/components/breach/fact-form";
import { FactKinds } from "@/components/breach/fact-kinds";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden, StateForbids } from "@/components/ui/states";
import { loadFactForm } from "@/lib/features/breach/loaders";
import { dayAt } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("breach", "form.title");

/** Chooses a kind of fact, or records one. */
export default async function FactPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const it = await loadFactForm(org, id, await searchParams);
  const t = await getTranslations("breach");
  const { kind, corrected, share } = it;
  const title = kind ? t(`kinds.${kind}`) : t("form.title");
  const mayWrite = kind === "severity-overruled" || kind === "delay-judged" ? it.may.decide : it.may.write;
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{it.breach.reference}</bdi>
          </b>
        }
        title={corrected ? t("form.correctTitle", { kind: title }) : title}
        lead={
          share
            ? t("form.shareLead", { name: share.legalName })
            : t(corrected ? "form.correctLead" : "form.lead")
        }
      />
      {mayWrite && it.file.status !== "closed" ? (
        <Words of={["breach", "form"]}>
          {kind ? (
            <FactForm
              org={org}
              breach={it.breach}
              kind={kind}
              controllerId={share?.id ?? null}
              corrects={corrected?.id ?? null}
              last={it.last && { value: it.last.value, at: it.last.at }}
              today={dayAt(it.now, "Africa/Casablanca")}
              subProcessors={it.subProcessors}
            />
          ) : (
            <FactKinds org={org} id={id} />
          )}
        </Words>
      ) : (
        <Line>{mayWrite ? <StateForbids>{t("issues.isClosed")}</StateForbids> : <Forbidden />}</Line>
      )}
    </Sheet>
  );
}
