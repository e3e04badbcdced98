import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { InvitationActs } from "@/components/member/invitation-acts";
import { InvitationStatus } from "@/components/member/invitation-table";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LetterState } from "@/components/ui/letter-state";
import { RecordField } from "@/components/ui/record-field";
import { loadInvitation } from "@/lib/features/member/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};
type Invitation = Awaited<ReturnType<typeof loadInvitation>>["invitation"];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await loadInvitation(org, id)).invitation.name };
}

export default async function InvitationPage({ params, searchParams }: PageProps) {
  const [{ org, id }, { done }] = await Promise.all([params, searchParams]);
  const { invitation, mayManage, mayOpenLetters } = await loadInvitation(org, id);
  const t = await getTranslations("member");
  const isOpen = invitation.state === "open" || invitation.state === "expired";
  const stated = done === "sent" || done === "renewed" ? done : undefined;
  return (
    <Sheet>
      <PageHead
        note={t("invitation.note")}
        title={invitation.name}
        lead={t(`invitation.leads.${invitation.state}`)}
      >
        {stated && invitation.state === "open" && (
          <p className="muted" role="status">
            {t(`invitation.done.${stated}`, { email: invitation.email })}
          </p>
        )}
      </PageHead>
      <Part title={t("invitation.what")}>
        <Facts
          of={invitation}
          letterHref={mayOpenLetters ? `/${org}/outbox/${invitation.letter.id}` : undefined}
        />
      </Part>
      {isOpen && mayManage && (
        <Line>
          <Words of={["form", "member"]}>
            <InvitationActs org={org} id={id} />
          </Words>
          <p className="muted small mt-3">{t("invitation.actsHint")}</p>
        </Line>
      )}
    </Sheet>
  );
}

async function Facts({ of: it, letterHref }: { of: Invitation; letterHref?: string }) {
  const [t, locale] = await Promise.all([getTranslations("member"), getLocale()]);
  return (
    <dl>
      <RecordField label={t("fields.email")}>
        <bdi>{it.email}</bdi>
      </RecordField>
      <RecordField label={t("fields.role")}>{t(`roles.${it.role}.name`)}</RecordField>
      <RecordField label={t("fields.by")}>{it.by}</RecordField>
      <RecordField label={t("fields.sent")}>
        {formatInstant(it.sentAt, "Africa/Casablanca", locale)}
      </RecordField>
      <RecordField label={t("fields.until")}>
        {formatInstant(it.expiresAt, "Africa/Casablanca", locale)}
      </RecordField>
      <RecordField label={t("fields.state")}>
        <InvitationStatus of={it} />
      </RecordField>
      <RecordField label={t("fields.letter")}>
        <LetterState of={it.letter} href={letterHref} />
      </RecordField>
    </dl>
  );
}
