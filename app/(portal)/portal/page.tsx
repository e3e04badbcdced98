import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortalChoice } from "@/components/portal/portal-choice";
import { AuthShell } from "@/components/shell/auth-shell";
import { loadPortals } from "@/lib/features/portal/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("portal", "choice.title");

/** Redirects when there is exactly one processor; otherwise offers a choice. */
export default async function PortalChoicePage() {
  const { isSignedIn, email, isStaff, places } = await loadPortals();
  if (!isSignedIn) redirect("/portal/sign-in?next=/portal");
  const [only, another] = places;
  if (only && !another && !isStaff) redirect(`/portal/${only.id}`);
  const t = await getTranslations("portal");
  return (
    <AuthShell
      title={t(only ? "choice.title" : "choice.none")}
      lead={only ? t("choice.lead") : t("choice.noneText", { email })}
    >
      <PortalChoice places={places} isStaff={isStaff} />
    </AuthShell>
  );
}
