import { getLocale, getTranslations } from "next-intl/server";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ScriptCheck } from "@/components/call-script/script-check";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { loadScriptForm } from "@/lib/features/call-script/loaders";
import { loadScriptCheck } from "@/lib/features/telephone/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("telephone", "script.title");

/** Holds a script against the mentions due on its day. */
export default async function ScriptPage({ params }: PageProps) {
  const { org } = await params;
  const { today, wordings } = await loadScriptCheck(org);
  const { mayWrite, controllers } = await loadScriptForm(org);
  const [t, locale] = await Promise.all([getTranslations("telephone"), getLocale()]);
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "L221-16" })}
        title={t("script.title")}
        lead={t("script.lead")}
      />
      <TelephonePages org={org} current="script" />
      <Words of={["form", "telephone", "call-script"]}>
        <ScriptCheck
          {...{ org, today, wordings, isFrench: locale === "fr" }}
          controllers={mayWrite ? controllers : null}
        />
      </Words>
    </Sheet>
  );
}
