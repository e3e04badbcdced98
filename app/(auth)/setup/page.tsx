import { getLocale, getTranslations } from "next-intl/server";
import { DpoFields } from "@/components/organisation/dpo-fields";
import { IdentityFields } from "@/components/organisation/identity-fields";
import { SetupForm } from "@/components/setup/setup-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import { loadSetup } from "@/lib/features/setup/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<{ token?: string | string[] }> };

export const generateMetadata = titled("setup", "title");

export default async function SetupPage({ searchParams }: PageProps) {
  const { token: asked } = await searchParams;
  const token = typeof asked === "string" ? asked : undefined;
  const [{ isGood }, t] = await Promise.all([loadSetup(token), getTranslations("setup")]);
  if (!token || !isGood)
    return <AuthShell note={t("note")} title={t("stale.title")} lead={t("stale.text")} />;
  const countries = await loadCountryOptions(await getLocale());
  return (
    <AuthShell wide note={t("note")} title={t("title")} lead={t("lead")}>
      <Words of={["form", "organisation", "setup"]}>
        <SetupForm token={token} identity={<IdentityFields countries={countries} />} dpo={<DpoFields />} />
      </Words>
    </AuthShell>
  );
}
