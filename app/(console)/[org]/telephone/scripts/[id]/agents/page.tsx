import { getTranslations } from "next-intl/server";
import { AgentCount, AgentLists } from "@/components/call-script/agent-lists";
import { AgentsForm } from "@/components/call-script/agents-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadCallScript } from "@/lib/features/call-script/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("call-script", "agents.title");

/** Shows who works with the script, who read the edition in use, and the form that records many at once. */
export default async function ScriptAgentsPage({ params }: PageProps) {
  const { org, id } = await params;
  const { script, readers, readEdition, today, may } = await loadCallScript(org, id);
  const t = await getTranslations("call-script");
  return (
    <Sheet>
      <PageHead note={<bdi>{script.reference}</bdi>} title={t("agents.title")} lead={t("agents.lead")} />
      <Line>
        <AgentCount edition={readEdition} readers={readers} />
      </Line>
      {may.write && script.state !== "retired" && (
        <Part title={t("agents.record")}>
          <Words of={["form", "call-script"]}>
            <AgentsForm org={org} script={script} readEdition={readEdition} today={today} />
          </Words>
        </Part>
      )}
      <AgentLists edition={readEdition} readers={readers} />
    </Sheet>
  );
}
