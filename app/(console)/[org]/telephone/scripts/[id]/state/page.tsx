import { getTranslations } from "next-intl/server";
import { StateForm } from "@/components/call-script/state-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Refused } from "@/components/ui/states";
import { loadCallScript } from "@/lib/features/call-script/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("call-script", "state.title");

export default async function ScriptStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { script, events, today, may } = await loadCallScript(org, id);
  const t = await getTranslations("call-script");
  return (
    <Sheet>
      <PageHead note={<bdi>{script.reference}</bdi>} title={t("state.title")} lead={script.title} />
      <Line>
        {may.move && events.length > 0 ? (
          <Words of={["form", "call-script"]}>
            <StateForm org={org} id={id} version={script.version} events={events} today={today} />
          </Words>
        ) : (
          <Refused
            byRole={!may.move}
            actions={<LinkButton href={`/${org}/telephone/scripts/${id}`}>{t("back")}</LinkButton>}
          />
        )}
      </Line>
    </Sheet>
  );
}
