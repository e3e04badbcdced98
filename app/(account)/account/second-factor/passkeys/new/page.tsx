import { getTranslations } from "next-intl/server";
import { NewKeyForm } from "@/components/second-factor/new-key-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { Search } from "@/lib/forms/list-query";
import { loadProof } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("security", "keys.newTitle");

export default async function NewPasskeyPage({ searchParams }: PageProps) {
  const { next, asksPassword, arePasskeysPossible } = await loadProof(await searchParams);
  const t = await getTranslations("security");
  return (
    <Sheet>
      <PageHead title={t("keys.newTitle")} lead={t("keys.newLead")} />
      <Line>
        {arePasskeysPossible ? (
          <Words of={["form", "security"]}>
            <NewKeyForm asksPassword={asksPassword} next={next} />
          </Words>
        ) : (
          <p className="prose-line mt-3">{t("keys.notHere")}</p>
        )}
      </Line>
    </Sheet>
  );
}
