import Link from "next/link";
import { useTranslations } from "next-intl";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import type { loadLife } from "@/lib/features/party-parts/loaders";
import { LifeLines } from "./life-lines";

type LifePageProps = { name: string; back: string; loaded: Awaited<ReturnType<typeof loadLife>> };

/** Dated facts of all that names a party, on a page of their own. */
export function LifePage({ name, back, loaded: { life, hasMore } }: LifePageProps) {
  const t = useTranslations("party-parts.life");
  return (
    <Sheet>
      <PageHead title={t("title")} lead={t("lead", { name })} />
      <Line>
        {life.length === 0 ? <p className="muted mt-3">{t("none")}</p> : <LifeLines rows={life} />}
        {hasMore && <p className="muted mt-3">{t("atMost", { count: life.length })}</p>}
        <p className="mt-3">
          <Link href={back} prefetch={false}>
            {t("back")}
          </Link>
        </p>
      </Line>
    </Sheet>
  );
}
