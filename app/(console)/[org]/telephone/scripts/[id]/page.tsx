import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AgentCount } from "@/components/call-script/agent-lists";
import { ApprovalPart } from "@/components/call-script/approval-part";
import { CampaignsPart } from "@/components/call-script/campaigns-part";
import { ScriptStatus } from "@/components/call-script/call-script-table";
import { TextPart } from "@/components/call-script/text-part";
import { LifePart } from "@/components/shell/life-part";
import { SheetActs } from "@/components/shell/sheet-acts";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { ActLink } from "@/components/ui/act-link";
import { loadCallScript, loadScriptMentions } from "@/lib/features/call-script/loaders";
import type { Search } from "@/lib/forms/list-query";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../../disputed-rows";
import { RowNotes } from "../../../row-notes";

type PageProps = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Search> };
type Loaded = Awaited<ReturnType<typeof loadCallScript>>;

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { script } = await loadCallScript(org, id);
  return { title: thingTitle(script.reference, script.title) };
}

export default async function CallScriptPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const loaded = await loadCallScript(org, id);
  const mentions = await loadScriptMentions(org, id, await searchParams);
  const t = await getTranslations("call-script");
  const { script, readers, readEdition, versions, facts } = loaded;
  const here = `/${org}/telephone/scripts/${id}`;
  return (
    <Sheet>
      <DisputedSheet org={org} noun="call-script" id={id} />
      <PageHead
        note={<bdi>{script.reference}</bdi>}
        title={<bdi>{script.title}</bdi>}
        lead={<bdi>{script.controller.legalName}</bdi>}
        actions={<Acts here={here} loaded={loaded} />}
      >
        <p className="version">
          <span>
            <b>{t("portal.version", { edition: script.edition })}</b>
          </span>
          <span>
            <ScriptStatus of={script} />
          </span>
        </p>
      </PageHead>
      <TextPart here={here} script={script} mentions={mentions} />
      <ApprovalPart org={org} loaded={loaded} />
      <CampaignsPart org={org} campaigns={loaded.campaigns} />
      <Part id="agents" title={t("parts.agents")}>
        <AgentCount edition={readEdition} readers={readers} />
        <p className="mt-3">
          <Link href={`${here}/agents`} prefetch={false}>
            {t("agents.see")}
          </Link>
        </p>
      </Part>
      <LifePart
        noun="call-script"
        facts={facts}
        versions={versions}
        changeOf={({ change, edition }) =>
          t(`history.${change as "created" | "saved" | "moved"}`, { edition })
        }
      >
        <p className="mt-3">
          <Link href={`${here}/versions`} prefetch={false}>
            {t("versions.see")}
          </Link>
        </p>
      </LifePart>
      <RowNotes org={org} noun="call-script" id={id} />
    </Sheet>
  );
}

function Acts({ here, loaded: { script, may } }: { here: string; loaded: Loaded }) {
  return (
    <SheetActs
      primary={may.move && <ActLink of="state" tone="go" href={`${here}/state`} />}
      others={[may.write && script.state !== "retired" && { of: "edit", href: `${here}/edit` }]}
    />
  );
}
