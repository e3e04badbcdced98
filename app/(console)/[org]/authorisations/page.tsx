import { Send } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { AwaitedAnswers } from "@/components/authorisation-matrix/awaited-answers";
import { isNarrowed, matrixHref } from "@/components/authorisation-matrix/matrix-address";
import { MatrixFilter } from "@/components/authorisation-matrix/matrix-filter";
import { MatrixFoot } from "@/components/authorisation-matrix/matrix-foot";
import { MatrixGrid } from "@/components/authorisation-matrix/matrix-grid";
import { gridRow, type GridWords } from "@/components/authorisation-matrix/matrix-words";
import { SignSprite } from "@/components/authorisation-matrix/sign-sprite";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { ExportMenu } from "@/components/ui/export-menu";
import { pack } from "@/components/ui/packed";
import { KeyPager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/states";
import { CELL_STATES } from "@/lib/domain/authorisation/authorisation-status";
import type { Search } from "@/lib/forms/list-query";
import { loadMatrix } from "@/lib/features/authorisation-matrix/loaders";
import { titled } from "@/lib/i18n/titled";
import { DisputedRows } from "../disputed-rows";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type Loaded = Awaited<ReturnType<typeof loadMatrix>>;

export const generateMetadata = titled("authorisation-matrix", "title");

/** Authorisations of sub-processors, articles 28(2) and 28(4). */
export default async function AuthorisationsPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const loaded = await loadMatrix(org, await searchParams);
  const t = await getTranslations("authorisation-matrix");
  const { after: _after, ...filters } = loaded.query;
  return (
    <Sheet>
      <PageHead
        note={<b>{t("article")}</b>}
        title={t("title")}
        lead={
          <>
            {t("lead", loaded.whole)}
            <br />
            {t("silence")}
          </>
        }
        actions={
          <>
            {loaded.may.export && loaded.rows.length > 0 && (
              <ExportMenu
                to={`/api/authorisation-matrix/${org}`}
                formats={["xlsx", "csv", "json"]}
                fields={filters}
              />
            )}
            {loaded.drafts > 0 && (
              <LinkButton href={`/${org}/authorisations/drafts`}>
                {t("drafts", { count: loaded.drafts })}
              </LinkButton>
            )}
            {loaded.may.ask && (
              <LinkButton tone="go" icon={Send} href={`/${org}/authorisations/new`}>
                {t("ask")}
              </LinkButton>
            )}
          </>
        }
      />
      <Line>
        <AwaitedAnswers org={org} awaited={loaded.awaited} />
        <MatrixFilter org={org} query={loaded.query} choices={loaded.choices} />
      </Line>
      <DisputedRows
        org={org}
        noun="authorisation"
        rows={loaded.rows.map(({ controllerId, controller }) => ({ id: controllerId, controller }))}
        nameOf={({ controller }) => controller}
      />
      <Cells org={org} loaded={loaded} />
    </Sheet>
  );
}

async function Cells({ org, loaded }: { org: string; loaded: Loaded }) {
  const { rows, columns, query, shown, next, tally } = loaded;
  const [t, countries] = await Promise.all([
    getTranslations("authorisation-matrix"),
    getTranslations("countries"),
  ]);
  if (rows.length === 0 || columns.length === 0)
    return (
      <Line>
        <Nothing org={org} loaded={loaded} />
      </Line>
    );
  const requirements = await getTranslations("record.requirements");
  const words = {
    regime: (regime: "specific" | "general") => t(`regimes.${regime}`),
    daysLeft: (days: number) => t("daysLeft", { days }),
    requirement: requirements,
    decidedOn: loaded.saidOn,
  };
  const gridWords = {
    title: t("title"),
    caption: t("caption"),
    regime: t("regime"),
    controller: t("controller"),
    contract: t("contract"),
    states: Object.fromEntries(
      CELL_STATES.map((state) => [state, t(`states.${state}`)]),
    ) as GridWords["states"],
  };
  return (
    <>
      <SignSprite />
      <MatrixGrid
        key={`${await getLocale()} ${JSON.stringify(query)}`}
        org={org}
        columns={columns.map(({ id, reference, name, country }) => ({
          id,
          reference,
          name,
          place: country ? countries(country) : "",
        }))}
        rows={pack(rows.map((row) => gridRow(row, words)))}
        words={gridWords}
      />
      <KeyPager
        range={t("range", shown)}
        after={query.after}
        next={next}
        hrefOf={(after) => matrixHref(org, { ...query, after })}
      />
      <Line className="mt-3">
        <MatrixFoot tally={tally} />
      </Line>
    </>
  );
}

async function Nothing({ org, loaded: { query, whole } }: { org: string; loaded: Loaded }) {
  const t = await getTranslations("authorisation-matrix.empty");
  if (isNarrowed(query))
    return (
      <Empty
        title={t("filtered")}
        actions={<LinkButton href={`/${org}/authorisations`}>{t("unfilter")}</LinkButton>}
      >
        {t("filteredText")}
      </Empty>
    );
  const [room, to] =
    whole.subProcessors === 0
      ? (["subProcessors", "sub-processors"] as const)
      : (["controllers", "controllers"] as const);
  return (
    <Empty
      title={t(`${room}.title`)}
      actions={<LinkButton href={`/${org}/${to}`}>{t(`${room}.act`)}</LinkButton>}
    >
      {t(`${room}.text`)}
    </Empty>
  );
}
