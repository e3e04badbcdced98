import { getTranslations } from "next-intl/server";
import { ImportedNotice } from "@/components/register-import/imported-notice";
import { RegisterForm } from "@/components/register-import/register-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { loadRegisterImport } from "@/lib/features/register-import/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ error?: string; place?: string; records?: string; versions?: string }>;
};

export const generateMetadata = titled("register-import", "title");

/** Accepts a JSON export only into an organisation whose register is empty. */
export default async function RegisterImportPage({ params, searchParams }: PageProps) {
  const [{ org }, { error, place, records, versions }] = await Promise.all([params, searchParams]);
  const { occupied, maxBytes } = await loadRegisterImport(org);
  const t = await getTranslations("register-import");
  return (
    <Sheet>
      <PageHead title={t("title")} lead={t("lead")} />
      <Line>
        {records && versions ? (
          <ImportedNotice org={org} records={Number(records)} versions={Number(versions)} />
        ) : (
          <RegisterForm org={org} occupied={occupied} maxBytes={maxBytes} error={error} place={place} />
        )}
      </Line>
    </Sheet>
  );
}
