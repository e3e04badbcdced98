import { DoorOpen, ShieldCheck, UserPlus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { InvitationTable } from "@/components/member/invitation-table";
import { MemberTable } from "@/components/member/member-table";
import { RightsTable } from "@/components/member/rights-table";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { KeyPager } from "@/components/ui/pager";
import { queryHref } from "@/components/ui/query-href";
import type { Search } from "@/lib/forms/list-query";
import { loadMembers } from "@/lib/features/member/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};
type List = Awaited<ReturnType<typeof loadMembers>>;

export const generateMetadata = titled("member", "list.title");

export default async function MembersPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const list = await loadMembers(org, await searchParams);
  const t = await getTranslations("member");
  const security = await getTranslations("security");
  const contact = await getTranslations("contact");
  const act = (
    <>
      <LinkButton icon={DoorOpen} href={`/${org}/controllers/contacts`}>
        {contact("list.title")}
      </LinkButton>
      <LinkButton icon={ShieldCheck} href={`/${org}/organisation/security`}>
        {security("demand.title")}
      </LinkButton>
      {list.mayManage && (
        <LinkButton tone="go" icon={UserPlus} href={`/${org}/members/new`}>
          {t("invite.open")}
        </LinkButton>
      )}
    </>
  );
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("list.title")} lead={t("list.lead")} actions={act}>
        {list.query.done && (
          <p className="muted" role="status">
            {t(`list.done.${list.query.done}`)}
          </p>
        )}
      </PageHead>
      <div className="mt-5">
        <MemberTable org={org} rows={list.rows} />
        <Pages org={org} list={list} />
      </div>
      <Invitations org={org} list={list} />
      <Part title={t("rights.title")} article={t("rights.article")}>
        <RightsTable rights={list.rights} />
      </Part>
    </Sheet>
  );
}

async function Pages({ org, list: { rows, next, query } }: { org: string; list: List }) {
  if (query.after === "" && next === null) return null;
  const t = await getTranslations("member");
  return (
    <KeyPager
      range={t("list.range", { count: rows.length })}
      after={query.after}
      next={next}
      hrefOf={(after) => queryHref(`/${org}/members`, { after })}
    />
  );
}

async function Invitations({ org, list: { invitations, mayManage } }: { org: string; list: List }) {
  const t = await getTranslations("member");
  return (
    <>
      <Line className="mt-7">
        <h2 className="pb-2">{t("invitations.title")}</h2>
        {invitations.length === 0 && (
          <p className="muted">{t(mayManage ? "invitations.none" : "invitations.noneReader")}</p>
        )}
      </Line>
      {invitations.length > 0 && <InvitationTable org={org} rows={invitations} />}
    </>
  );
}
