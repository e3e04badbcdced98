import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { owedIn } from "@/components/shell/owed-in";
import { IndexedSheet } from "@/components/shell/sheet-index";
import { SUB_PROCESSOR_SECTIONS } from "@/lib/domain/sub-processor/sections";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

type IndexedSubProcessorProps = { loaded: LoadedSubProcessor; children: ReactNode };

export function IndexedSubProcessor({ loaded, children }: IndexedSubProcessorProps) {
  const t = useTranslations("sub-processor");
  const [documents, transfers] = [useTranslations("attachment"), useTranslations("transfer")];
  const partyParts = useTranslations("party-parts");
  const parts = [
    { id: "parts", title: partyParts("title"), owed: null },
    { id: "life", title: partyParts("life.title"), owed: null },
    ...SUB_PROCESSOR_SECTIONS.map((id) => ({
      id,
      title: t(`parts.${id}`),
      owed: owedIn(loaded.gaps, id).owed,
    })),
    { id: "flow-down", title: t("parts.flowDown"), owed: null },
    { id: "transfers", title: transfers("list.title"), owed: owedIn(loaded.gaps, "transfers").owed },
    { id: "documents", title: documents("title"), owed: null },
    { id: "history", title: t("history.title"), owed: null },
  ];
  return <IndexedSheet parts={parts}>{children}</IndexedSheet>;
}
