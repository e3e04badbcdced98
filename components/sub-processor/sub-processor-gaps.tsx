import { useLocale, useTranslations } from "next-intl";
import { GapNote } from "@/components/ui/record-field";
import type { ReliantClient, SubProcessorGap } from "@/lib/domain/sub-processor/sub-processor-case";
import { isolate } from "@/lib/i18n/bidi";
import { COMMA } from "@/lib/i18n/format";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

/** Gaps of a field with their articles, and the clients for which each lacks. */
export function SubProcessorGaps({ gaps }: Pick<LoadedSubProcessor, "gaps">) {
  const t = useTranslations("sub-processor-gaps.rules");
  return gaps.map((gap) => (
    <GapNote
      key={gap.rule}
      article={gap.article}
      title={t(`${gap.rule}.short`)}
      advisable={gap.level === "advisable"}
    >
      {t(`${gap.rule}.why`)}
      <LackingClients of={gap} />
    </GapNote>
  ));
}

/** Words of the laws in `data-law.names`. */
const NAME_OF = { gdpr: "gdpr", uk: "uk-gdpr", swiss: "swiss-fadp" } as const;

/** Clients named before the rest is counted. */
const NAMED = 12;

/** Each client with its laws; nothing where the gap is one for all, or where nobody relies on it yet. */
function LackingClients({ of: { clients = [] } }: { of: SubProcessorGap }) {
  const [t, laws] = [useTranslations("sub-processor-gaps"), useTranslations("data-law.names")];
  const locale = useLocale();
  if (clients.length === 0) return null;
  const describe = ({ name, laws: its }: ReliantClient) =>
    t("client", {
      name: isolate(name, locale),
      laws: its.map((law) => laws(NAME_OF[law])).join(COMMA[locale]),
    });
  const names = clients.slice(0, NAMED).map(describe).join(COMMA[locale]);
  return <span className="block">{t("clients", { names, rest: Math.max(0, clients.length - NAMED) })}</span>;
}
