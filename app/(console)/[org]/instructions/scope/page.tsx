import { getTranslations } from "next-intl/server";
import { ScopeTable } from "@/components/instruction/scope-table";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import type { Search } from "@/lib/forms/list-query";
import { loadOutOfScope } from "@/lib/features/instruction/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("instruction", "scope.title");

/** Operations outside contract and instructions, article 28(10). */
export default async function OutOfScopePage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controllers, read, after, next, may } = await loadOutOfScope(org, await searchParams);
  const t = await getTranslations("instruction");
  const here = `/${org}/instructions/scope`;
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "28(10)" })}
        title={t("scope.title")}
        lead={t("scope.lead")}
      />
      {controllers.length === 0 && (
        <Line>
          <Empty title={t("scope.none")}>{t("scope.noneText", { count: read })}</Empty>
        </Line>
      )}
      {controllers.map((one) => (
        <ScopeTable key={one.controller.id} org={org} of={one} may={may} />
      ))}
      <Pager
        range={t("scope.count", { count: controllers.flatMap(({ groups }) => groups).length, read })}
        previousHref={after ? here : undefined}
        nextHref={next ? `${here}?after=${next}` : undefined}
      />
    </Sheet>
  );
}
