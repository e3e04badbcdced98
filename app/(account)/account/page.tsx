import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import { loadAccountShell } from "@/lib/features/account/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account-page"))("profile.title") };
}

export default async function ProfilePage() {
  const [{ person }, t] = [await loadAccountShell(), await getTranslations("account-page")];
  return (
    <Sheet>
      <PageHead title={t("profile.title")} lead={t("profile.lead")} />
      <Line>
        <dl>
          <RecordField label={t("profile.fields.name")}>{person.name}</RecordField>
          <RecordField label={t("profile.fields.email")}>
            <bdi>{person.email}</bdi>
          </RecordField>
        </dl>
      </Line>
    </Sheet>
  );
}
