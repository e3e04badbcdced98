import { getLocale, getTranslations } from "next-intl/server";
import { EditionsForm } from "@/components/call-script/editions-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { TextChange } from "@/components/ui/changes";
import { loadEditions } from "@/lib/features/call-script/loaders";
import type { Search } from "@/lib/forms/list-query";
import { formatInstant } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("call-script", "versions.title");

/** Two editions of a text, word by word. */
export default async function ScriptVersionsPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const { script, editions, pieces, from, to, isSame } = await loadEditions(org, id, await searchParams);
  const [t, locale] = await Promise.all([getTranslations("call-script"), getLocale()]);
  return (
    <Sheet>
      <PageHead note={<bdi>{script.reference}</bdi>} title={t("versions.title")} lead={script.title} />
      <Line>
        {editions.length > 1 ? (
          <EditionsForm path={`/${org}/telephone/scripts/${id}/versions`} {...{ editions, from, to }} />
        ) : (
          <p>{t("versions.single")}</p>
        )}
      </Line>
      <Part title={t("versions.changes", { from, to })}>
        {isSame && <p className="muted">{t("versions.same")}</p>}
        <TextChange pieces={pieces} />
      </Part>
      <Part title={t("parts.versions")}>
        <ol>
          {editions.map(({ edition, at, by }) => (
            <li key={edition} className="border-b border-rule py-2">
              {t("versions.one", { edition, at: formatInstant(at, "Africa/Casablanca", locale), by })}
            </li>
          ))}
        </ol>
      </Part>
    </Sheet>
  );
}
