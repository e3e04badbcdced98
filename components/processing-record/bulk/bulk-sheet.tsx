import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty, Forbidden, TooMany } from "@/components/ui/states";
import { MOST_AT_ONCE } from "@/lib/domain/processing-record/bulk";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { REGISTER_ARTICLES } from "@/lib/domain/processing-record/sections";
import { BulkAsk } from "./bulk-ask";
import { BulkForm } from "./bulk-form";
import { BulkChanges, BulkLeft } from "./bulk-rows";
import { listHref, listSearch } from "@/components/processing-record/list/list-address";
import type { Previewed } from "./previewed";

type BulkSheetProps = {
  org: string;
  preview: Previewed;
  pick?: Pick<ComponentProps<typeof BulkAsk>, "choices" | "libraryHref">;
};

/** Previews changes row by row, with reasons for the rows left. */
export function BulkSheet({ org, preview, pick }: BulkSheetProps) {
  const { act, capacity, query, count } = preview;
  const t = useTranslations("bulk");
  const back = listHref({ org, capacity }, query, { after: query.after });
  return (
    <Sheet>
      <PageHead
        note={t("note", { article: REGISTER_ARTICLES[capacity] })}
        title={t(`title.${act}`, { count })}
        lead={t(`lead.${act}`)}
        actions={
          <LinkButton tone="bare" href={back}>
            {t("back")}
          </LinkButton>
        }
      />
      <Answer org={org} preview={preview} pick={pick} back={back} />
    </Sheet>
  );
}

function Answer({ org, preview, pick, back }: BulkSheetProps & { back: string }) {
  const t = useTranslations("bulk");
  const { act, capacity, fault, changes, left, query } = preview;
  const toList = <LinkButton href={back}>{t("back")}</LinkButton>;
  if (!preview.may)
    return (
      <Line>
        <Forbidden actions={toList}>{t("forbidden")}</Forbidden>
      </Line>
    );
  if (preview.isTooMany)
    return (
      <Line>
        <TooMany title={t("tooMany.title")} actions={toList}>
          {t("tooMany.text", { most: MOST_AT_ONCE })}
        </TooMany>
      </Line>
    );
  if (preview.count === 0)
    return (
      <Line>
        <Empty title={t("none.title")} actions={toList}>
          {t("none.text")}
        </Empty>
      </Line>
    );
  return (
    <>
      {act !== "links" && (
        <BulkAsk action={`${registerHref(org, capacity)}/bulk`} preview={preview} {...pick} />
      )}
      {left.length > 0 && <BulkLeft org={org} capacity={capacity} left={left} />}
      {changes.length > 0 && <BulkChanges org={org} preview={preview} />}
      {!fault && (
        <Part title={t(`confirm.${act}`, { count: changes.length })}>
          {changes.length === 0 ? (
            <p className="mt-2">{t("nothing")}</p>
          ) : (
            <Words of={["bulk", "form"]}>
              <BulkForm
                org={org}
                back={back}
                act={act}
                count={changes.length}
                sent={{
                  act,
                  capacity,
                  of: preview.of,
                  filters: listSearch(query),
                  seen: preview.seen,
                  day: preview.day,
                  proposed: preview.proposed,
                }}
                measureIds={preview.measureIds}
              />
            </Words>
          )}
        </Part>
      )}
    </>
  );
}
