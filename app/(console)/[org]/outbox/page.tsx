import { getTranslations } from "next-intl/server";
import { TrialForm } from "@/components/outbox/letter-acts";
import { LetterTable } from "@/components/outbox/letter-table";
import { NoServerNotice } from "@/components/outbox/no-server-notice";
import { ReturnedPart } from "@/components/outbox/returned-part";
import { ListFrame } from "@/components/shell/list-frame";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Empty } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadOutbox, OUTBOX_VIEWS } from "@/lib/features/outbox/loaders";
import { titled } from "@/lib/i18n/titled";
import { SavedViews } from "../saved-views";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("outbox", "title");

export default async function OutboxPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const [list, t] = await Promise.all([loadOutbox(org, search), getTranslations("outbox")]);
  const act = list.mayManage && (
    <Words of={["form", "outbox"]}>
      <TrialForm org={org} />
    </Words>
  );
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} lead={t("lead")} actions={act} />
      {!list.canSend && (
        <Line>
          <NoServerNotice />
        </Line>
      )}
      <SavedViews org={org} list="outbox" query={list.query} defaults={{ view: OUTBOX_VIEWS[0] }} />
      <ListFrame
        noun="outbox"
        path={`/${org}/outbox`}
        views={OUTBOX_VIEWS}
        list={list}
        empty={<Empty title={t(`empty.${list.query.view}`)}>{t("empty.text")}</Empty>}
      >
        <Words of={["outbox", "letter"]}>
          <LetterTable org={org} rows={list.rows} />
        </Words>
      </ListFrame>
      <ReturnedPart org={org} returned={list.returned} upload={list.answer} mayManage={list.mayManage} />
    </Sheet>
  );
}
