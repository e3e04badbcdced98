import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ContactStatus } from "@/components/contact/contact-status";
import { EndForm } from "@/components/contact/end-form";
import { RenewForm } from "@/components/contact/renew-form";
import { PortalObjections } from "@/components/contact/portal-objections";
import { RoleForm } from "@/components/contact/role-form";
import { ContactSightPart } from "@/components/controller-merge/contact-sight-part";
import { MailServerMissing } from "@/components/shell/mail-server-missing";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { SettlementForm } from "@/components/signatory-objection/settlement-form";
import { LetterState } from "@/components/ui/letter-state";
import { Status } from "@/components/ui/status";
import type { AddressMark } from "@/lib/domain/contact/address-marks";
import { RecordField } from "@/components/ui/record-field";
import { loadContact } from "@/lib/features/contact/loaders";
import { loadContactSight } from "@/lib/features/controller-merge/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string; contact: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};
type Loaded = Awaited<ReturnType<typeof loadContact>>;
type FactsProps = Pick<Loaded, "proof" | "objections" | "mayOpenLetters"> & {
  org: string;
  of: Loaded["contact"];
  marks: readonly AddressMark[];
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, contact } = await params;
  return { title: (await loadContact(org, contact)).contact.name };
}

export default async function ContactPage({ params, searchParams }: PageProps) {
  const [{ org, contact: id }, { done }] = await Promise.all([params, searchParams]);
  const loaded = await loadContact(org, id);
  const { contact, marks, proof, objections, portalObjections, mayManage, canSend, mayOpenLetters } = loaded;
  const isObjected = portalObjections.some(({ settlement }) => settlement === null);
  const sight = await loadContactSight(org, id);
  const t = await getTranslations("contact");
  const mayChange = mayManage && contact.status !== "ended";
  return (
    <Sheet>
      <PageHead article={t("article")} title={contact.name} lead={t(`leads.${contact.status}`)}>
        {(done === "sent" || done === "renewed") && contact.status === "invited" && (
          <p className="muted" role="status">
            {t(`done.${done}`, { email: contact.email })}
          </p>
        )}
      </PageHead>
      <Part title={t("parts.who")}>
        <Facts
          org={org}
          of={contact}
          marks={marks}
          proof={proof}
          objections={objections}
          mayOpenLetters={mayOpenLetters}
        />
      </Part>
      {portalObjections.length > 0 && (
        <Part id="objections" title={t("parts.objections")} article={t("articles.decision")}>
          <PortalObjections org={org} of={portalObjections} />
          {isObjected && contact.status !== "ended" && loaded.maySettle && (
            <Words of={["form", "contact"]}>
              <SettlementForm org={org} id={id} acts={loaded.writtenActs} />
            </Words>
          )}
        </Part>
      )}
      {sight && contact.status !== "ended" && (
        <Words of={["form", "contact"]}>
          <ContactSightPart org={org} id={id} name={contact.name} of={sight} mayChange={mayManage} />
        </Words>
      )}
      {mayChange && (
        <Words of={["form", "contact"]}>
          {contact.status !== "active" && contact.controllerArchivedAt === null && (
            <Part title={t("parts.invitation")}>
              {canSend ? <RenewForm org={org} id={id} /> : <MailServerMissing />}
            </Part>
          )}
          <Part title={t("parts.role")} article={t("articles.decision")}>
            <RoleForm org={org} id={id} role={contact.role} />
          </Part>
          <Part title={t("parts.end")}>
            <EndForm org={org} id={id} controllerId={contact.controllerId} />
          </Part>
        </Words>
      )}
    </Sheet>
  );
}

async function Facts({ org, of: it, marks, proof, objections, mayOpenLetters }: FactsProps) {
  const [t, locale] = await Promise.all([getTranslations("contact"), getLocale()]);
  const when = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  return (
    <dl>
      <RecordField label={t("fields.controller")}>
        <Link href={`/${org}/controllers/${it.controllerId}`} prefetch={false}>
          {it.controllerName}
        </Link>
      </RecordField>
      <RecordField label={t("fields.email")}>
        <bdi>{it.email}</bdi>
        {proof ? (
          <p className="muted">
            {t(`proofs.${proof.means}`, {
              by: proof.byName,
              domain: proof.domain,
              when: when(proof.provenAt),
            })}
          </p>
        ) : (
          <>
            <Status kind="warn">{t("unproven")}</Status>
            <p className="muted">{t("howToProve")}</p>
          </>
        )}
        {objections.map(({ email, at }) => (
          <Status key={`${email} ${at}`} kind="late">
            {t("objected", { email, when: when(at) })}
          </Status>
        ))}
        {marks.map((mark) => (
          <Status key={mark} kind="warn">
            {t(`marks.${mark}`)}
          </Status>
        ))}
      </RecordField>
      <RecordField label={t("fields.capacity")}>{it.capacity || t("noCapacity")}</RecordField>
      <RecordField label={t("fields.role")}>{t(`roles.${it.role}.name`)}</RecordField>
      <RecordField label={t("fields.state")}>
        <ContactStatus of={it} />
      </RecordField>
      <RecordField label={t("fields.invited")}>
        {t("invitedBy", { when: when(it.invitedAt), name: it.invitedByName })}
      </RecordField>
      {it.letter && (
        <RecordField label={t("fields.letter")}>
          <LetterState of={it.letter} href={mayOpenLetters ? `/${org}/outbox/${it.letter.id}` : undefined} />
        </RecordField>
      )}
      {it.acceptedAt === null && <RecordField label={t("fields.until")}>{when(it.expiresAt)}</RecordField>}
      {it.acceptedAt !== null && (
        <RecordField label={t("fields.accepted")}>{when(it.acceptedAt)}</RecordField>
      )}
      {it.lastVisitAt !== null && <RecordField label={t("fields.visit")}>{when(it.lastVisitAt)}</RecordField>}
      {it.endedAt !== null && (
        <RecordField label={t("fields.ended")}>
          {t("endedBy", { when: when(it.endedAt), name: it.endedByName, reason: it.endReason })}
        </RecordField>
      )}
    </dl>
  );
}
