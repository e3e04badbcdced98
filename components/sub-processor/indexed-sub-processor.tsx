import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { owedIn } from "@/components/shell/owed-in";
import { IndexedSheet } from "@/components/shell/sheet-index";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

/** Sections of its content, in the order of its sheet. */
const SECTIONS = [
  "identity",
  "service",
  "places",
  "chain",
  "guarantees",
  "contract",
  "terms",
  "clauses",
] as const;

type IndexedSubProcessorProps = { loaded: LoadedSubProcessor; children: ReactNode };

export function IndexedSubProcessor({ loaded, children }: IndexedSubProcessorProps) {
  const t = useTranslations("sub-processor");
  const [documents, transfers] = [useTranslations("attachment"), useTranslations("transfer")];
  const parts = [
    ...SECTIONS.map((id) => ({ id, title: t(`parts.${id}`), owed: owedIn(loaded.gaps, id).owed })),
    { id: "flow-down", title: t("parts.flowDown"), owed: null },
    { id: "transfers", title: transfers("list.title"), owed: owedIn(loaded.gaps, "transfers").owed },
    { id: "documents", title: documents("title"), owed: null },
    { id: "history", title: t("history.title"), owed: null },
  ];
  return <IndexedSheet parts={parts}>{children}</IndexedSheet>;
}
