import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AbsencePart } from "@/components/member/absence-part";
import { RoleForm } from "@/components/member/role-form";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ActLink } from "@/components/ui/act-link";
import { RecordField } from "@/components/ui/record-field";
import { loadMember } from "@/lib/features/member/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; id: string }> };
type Loaded = Awaited<ReturnType<typeof loadMember>>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await loadMember(org, id)).member.name };
}

export default async function MemberPage({ params }: PageProps) {
  const { org, id } = await params;
  const [it, t, locale] = await Promise.all([loadMember(org, id), getTranslations("member"), getLocale()]);
  const { member, isSelf } = it;
  return (
    <Sheet>
      <PageHead
        note={isSelf ? t("list.self") : t("note")}
        title={member.name}
        lead={t(`roles.${member.role}.says`)}
        actions={<Acts org={org} it={it} />}
      />
      <Part title={t("parts.who")}>
        <dl>
          <RecordField label={t("fields.email")}>
            <bdi>{member.email}</bdi>
          </RecordField>
          <RecordField label={t("fields.role")}>{t(`roles.${member.role}.name`)}</RecordField>
          <RecordField label={t("fields.since")}>
            {formatInstant(member.joinedAt, "Africa/Casablanca", locale)}
          </RecordField>
        </dl>
      </Part>
      <AbsencePart org={org} id={member.id} of={it.absence} />
      {it.mayManage && (
        <Part title={t("parts.role")} article={t("rights.article")}>
          {it.isLast ? <p className="mt-3">{t("lastOwner.text")}</p> : <Role org={org} of={member} />}
        </Part>
      )}
    </Sheet>
  );
}

function Acts({ org, it: { member, isSelf, isLast, mayManage } }: { org: string; it: Loaded }) {
  if (isSelf && isLast) return null;
  if (isSelf) return <ActLink of="leave" href={`/${org}/members/leave`} />;
  if (!mayManage) return null;
  return <ActLink of="remove" href={`/${org}/members/${member.id}/remove`} />;
}

function Role({ org, of: { id, role } }: { org: string; of: Loaded["member"] }) {
  return (
    <Words of={["form", "member"]}>
      <RoleForm org={org} id={id} role={role} />
    </Words>
  );
}
