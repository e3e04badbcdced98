import { getTranslations } from "next-intl/server";
import { ClearForm } from "@/components/example/clear-form";
import { FillForm } from "@/components/example/fill-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadExample } from "@/lib/features/example/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<{ failed?: string }> };

export const generateMetadata = titled("example", "title");

export default async function ExamplePage({ params, searchParams }: PageProps) {
  const [{ org }, { failed }] = await Promise.all([params, searchParams]);
  const { isThere, counts, own, held } = await loadExample(org);
  const t = await getTranslations("example");
  return (
    <Sheet>
      <PageHead note={t("note")} title={t("title")} lead={t(isThere ? "leadClear" : "leadFill")} />
      <Line>
        {failed && !isThere && (
          <p className="reason mt-3" role="alert">
            {t("failed")}
          </p>
        )}
        {isThere && (
          <>
            <h2>{t("goes")}</h2>
            <p className="prose-line">{t("goesText", counts)}</p>
            <h2 className="mt-5">{t("stays")}</h2>
            <p className="prose-line">
              {t("staysText", own)}
              {held.controllers + held.measures > 0 && ` ${t("staysHeld", held)}`}
            </p>
            <p className="muted prose-line">{t("journal")}</p>
          </>
        )}
        <Words of={["example", "form"]}>{isThere ? <ClearForm org={org} /> : <FillForm org={org} />}</Words>
      </Line>
    </Sheet>
  );
}
