import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FoundHit } from "@/components/shell/found-hit";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadSearch } from "@/lib/features/search/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled("search", "title");

export default async function SearchPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { q, found, groups, respelt, total, most } = await loadSearch(org, await searchParams);
  const [t, names] = await Promise.all([getTranslations("search"), getTranslations("shell.palette.found")]);
  return (
    <Sheet>
      <PageHead title={t("title")} lead={t("lead")} />
      <Line>
        <form
          method="get"
          role="search"
          aria-label={t("title")}
          className="flex flex-wrap items-end gap-3 pt-4 pb-3"
        >
          <label>
            {t("words")}{" "}
            <input key={q} name="q" type="search" className="inp" defaultValue={q} maxLength={200} />
          </label>
          <Button type="submit">{t("act")}</Button>
        </form>
        {q !== "" && (
          <p className="muted" role="status">
            {respelt !== "" && <>{t.rich("respelt", { words: () => <bdi>{respelt}</bdi> })} </>}
            {t("count", { count: total })}
          </p>
        )}
      </Line>
      {q !== "" && total === 0 && (
        <Line>
          <Empty title={t("none")}>{t("noneHint")}</Empty>
        </Line>
      )}
      {groups.map((group) => {
        const hits = found[group];
        return (
          <Part
            key={group}
            title={names(group)}
            note={hits.length === most ? t("most", { most }) : undefined}
          >
            <ul className="found">
              {hits.map((hit) => (
                <li key={hit.id}>
                  <Link href={`/${org}${hit.path}`} prefetch={false} className="quiet">
                    <FoundHit hit={hit} />
                  </Link>
                </li>
              ))}
            </ul>
          </Part>
        );
      })}
    </Sheet>
  );
}
