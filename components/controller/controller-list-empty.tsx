import { Plus, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";

type ControllerListEmptyProps = { org: string; view: "open" | "archived"; q: string; mayWrite: boolean };

/** Distinguishes an empty filter, an empty archive and an empty register. */
export function ControllerListEmpty({ org, view, q, mayWrite }: ControllerListEmptyProps) {
  const t = useTranslations("controller");
  if (q)
    return (
      <Empty
        title={t("empty.filtered", { q })}
        actions={<LinkButton href={`/${org}/controllers?view=${view}`}>{t("empty.unfilter")}</LinkButton>}
      >
        {t("empty.filteredText")}
      </Empty>
    );
  if (view === "archived") return <Empty title={t("empty.archived")}>{t("empty.archivedText")}</Empty>;
  return (
    <Empty title={t("empty.none")} actions={mayWrite && <Beginnings org={org} />}>
      {t("empty.noneText")}
    </Empty>
  );
}

function Beginnings({ org }: { org: string }) {
  const t = useTranslations("controller");
  return (
    <>
      <LinkButton tone="go" icon={Upload} href={`/${org}/records/import`}>
        {t("empty.import")}
      </LinkButton>
      <LinkButton icon={Plus} href={`/${org}/controllers/new`}>
        {t("new.act")}
      </LinkButton>
    </>
  );
}
