import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IndexedSheet } from "@/components/shell/sheet-index";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { unplacedOf } from "./controllers-part";
import { unansweredOf } from "./known-part";

type Breach = Awaited<ReturnType<typeof loadBreach>>;

/** Counts those that are not told, questions without an answer, and controllers that wait for a decision. */
export function IndexedBreach({ it, children }: { it: Breach; children: ReactNode }) {
  const t = useTranslations("breach");
  const documents = useTranslations("attachment");
  const isUntold = ({ status, clock, leftUntold }: Breach["controllers"][number]) =>
    status !== "set-aside" && clock.toldAt === null && leftUntold === null;
  const parts = [
    { id: "inform", title: t("inform.title"), owed: it.controllers.filter(isUntold).length },
    { id: "known", title: t("known.title"), owed: unansweredOf(it) },
    { id: "thread", title: t("thread.title"), owed: null },
    { id: "controllers", title: t("controllers.title"), owed: unplacedOf(it) },
    ...(it.upstream
      ? [{ id: "upstream", title: t("upstream.title", { name: it.upstream.name }), owed: null }]
      : []),
    { id: "advice", title: t("advice.title"), owed: null },
    { id: "documents", title: documents("title"), owed: null },
  ];
  return <IndexedSheet parts={parts}>{children}</IndexedSheet>;
}
