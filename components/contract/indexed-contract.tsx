import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { owedIn } from "@/components/shell/owed-in";
import { IndexedSheet } from "@/components/shell/sheet-index";
import { FIELD_SECTIONS } from "@/lib/domain/contract/contract-fields";
import type { ShownContract } from "./loaded-contract";

type IndexedContractProps = {
  loaded: ShownContract;
  /** Shown of today alone: transfers, entries that name it, and exchanges where it has another party. */
  besides: { hasThread: boolean } | null;
  children: ReactNode;
};

export function IndexedContract({ loaded, besides, children }: IndexedContractProps) {
  const t = useTranslations("contract");
  const [documents, transfers] = [useTranslations("attachment"), useTranslations("transfer")];
  const [records, thread] = [useTranslations("record.naming"), useTranslations("thread")];
  const own = [
    "dates",
    ...FIELD_SECTIONS,
    ...(loaded.clausesAsked.length > 0 ? ["clauses"] : []),
    "instructors",
    "amendments",
  ];
  const parts = [
    ...own.map((id) => ({ id, title: t(`parts.${id}`), owed: owedIn(loaded.gaps, id).owed })),
    { id: "documents", title: documents("title"), owed: null },
    ...(besides
      ? [
          { id: "transfers", title: transfers("list.title"), owed: null },
          { id: "records", title: records("title"), owed: null },
        ]
      : []),
    ...(besides?.hasThread ? [{ id: "thread", title: thread("title"), owed: null }] : []),
    { id: "history", title: t("history.title"), owed: null },
  ];
  return <IndexedSheet parts={parts}>{children}</IndexedSheet>;
}
