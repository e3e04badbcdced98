import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AcceptForm, NewcomerForm, SwitchAccountForm } from "@/components/member/acceptance-forms";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { loadInvitationPage } from "@/lib/features/member/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ token: string }> };
type Found = Exclude<Awaited<ReturnType<typeof loadInvitationPage>>, { status: "unknown" }>;

// Forbids indexing: the link's token opens the invitation.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("member"))("door.pageTitle"), robots: { index: false } };
}

/** Shows an invitation without accepting it: only its form accepts, since scanners follow links. */
export default async function InvitationPage({ params }: PageProps) {
  const { token } = await params;
  const [found, t] = await Promise.all([loadInvitationPage(token), getTranslations("member")]);
  if (found.status === "unknown")
    return <AuthShell note={t("door.note")} title={t("door.unknown.title")} lead={t("door.unknown.lead")} />;
  const { status, organisation, by, email } = found;
  const stated = { organisation, by, email, signedInAs: found.signedInAs ?? "" };
  return (
    <AuthShell
      note={t("door.note")}
      title={t(`door.${status}.title`, stated)}
      lead={t(`door.${status}.lead`, stated)}
    >
      <Words of={["form", "member"]}>
        <Offer found={found} />
        <Answer token={token} found={found} />
      </Words>
    </AuthShell>
  );
}

async function Offer({ found: { status, role, until } }: { found: Found }) {
  if (status !== "new-account" && status !== "sign-in" && status !== "accept") return null;
  const [t, locale] = await Promise.all([getTranslations("member"), getLocale()]);
  return (
    <div className="mt-4">
      <p>
        {t.rich("door.role", { role: t(`roles.${role}.name`), b: (words) => <b>{words}</b> })}{" "}
        {t(`roles.${role}.says`)}
      </p>
      <p className="muted small mt-2">
        {t("door.until", { when: formatInstant(until, "Africa/Casablanca", locale) })}
      </p>
    </div>
  );
}

async function Answer({ token, found: { status, name, email } }: { token: string; found: Found }) {
  const t = await getTranslations("member");
  const here = encodeURIComponent(`/invitations/${token}`);
  switch (status) {
    case "new-account":
      return <NewcomerForm token={token} name={name} email={email} />;
    case "accept":
      return <AcceptForm token={token} />;
    case "other-account":
      return <SwitchAccountForm token={token} />;
    case "sign-in":
      return <ActionLink href={`/sign-in?next=${here}`}>{t("door.signIn")}</ActionLink>;
    case "accepted":
    case "member":
      return <ActionLink href="/">{t("door.open")}</ActionLink>;
    case "expired":
    case "withdrawn":
      return null;
  }
}

function ActionLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="form-end">
      <LinkButton tone="go" href={href}>
        {children}
      </LinkButton>
    </p>
  );
}
