import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OrganisationChoice } from "@/components/account/organisation-choice";
import { AuthShell } from "@/components/shell/auth-shell";
import { loadHome } from "@/lib/features/organisation/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("account", "organisations.title");

export default async function OrganisationsPage() {
  const { isSignedIn, email, organisations, hasPortal } = await loadHome();
  if (!isSignedIn) redirect("/sign-in");
  const t = await getTranslations("account");
  const isAny = organisations.length > 0;
  return (
    <AuthShell
      title={t(isAny ? "organisations.title" : "organisations.none")}
      lead={isAny ? t("organisations.lead") : t("organisations.noneText", { email })}
    >
      <OrganisationChoice organisations={organisations} hasPortal={hasPortal} />
    </AuthShell>
  );
}
