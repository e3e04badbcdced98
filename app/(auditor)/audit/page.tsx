import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/shell/auth-shell";
import { LinkButton } from "@/components/ui/button";
import { loadAudits } from "@/lib/features/audit/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("audit", "choice.title");

/** Redirects where exactly one audit is open; otherwise offers a choice, or says that none is. */
export default async function AuditChoicePage() {
  const { isSignedIn, email, hasPortal, audits } = await loadAudits();
  if (!isSignedIn) redirect("/audit/sign-in?next=/audit");
  const [only, another] = audits;
  if (only && !another) redirect(`/audit/${only.id}`);
  const t = await getTranslations("audit");
  return (
    <AuthShell
      title={t(only ? "choice.title" : "choice.none")}
      lead={only ? t("choice.lead") : t("choice.noneText", { email })}
    >
      <ul className="plain-list">
        {audits.map(({ id, organisation }) => (
          <li key={id}>
            <Link href={`/audit/${id}`} prefetch={false}>
              <bdi>{organisation}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {hasPortal && (
        <p className="form-end">
          <LinkButton href="/portal">{t("portal")}</LinkButton>
        </p>
      )}
    </AuthShell>
  );
}
