import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NoticeForm } from "@/components/breach-notice/notice-form";
import { BothClocks, NoticeWords } from "@/components/breach-notice/notice-words";
import { PackActs } from "@/components/breach-notice/pack-acts";
import { RefreshForm, WithdrawForm } from "@/components/breach-notice/small-forms";
import { IssuedBy, NoticeTitle } from "@/components/breach-notice/communication";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ConversationPart } from "@/components/thread/conversation-part";
import { isPacked } from "@/lib/domain/breach/notice";
import { loadNotice } from "@/lib/features/breach-notice/loaders";
import { loadConversation } from "@/lib/features/thread/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };
type Loaded = Awaited<ReturnType<typeof loadNotice>>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await loadNotice(org, id)).controller.legalName };
}

/** Shows one notice to one controller: a draft to review and send, or what was issued. */
export default async function NoticePage({ params }: PageProps) {
  const { org, id } = await params;
  const of = await loadNotice(org, id);
  const t = await getTranslations("breach-notice");
  const { notice, controller, breach } = of;
  return (
    <Sheet>
      <PageHead
        article={t("articles.notice")}
        title={<NoticeTitle of={{ phase: notice.phase, number: of.place }} />}
        lead={
          <>
            {notice.isDrill && <b>{t("drill")} </b>}
            <Link href={`/${org}/breaches/controllers/${of.partId}`}>{controller.legalName}</Link> ·{" "}
            <Link href={`/${org}/breaches/${breach.id}`}>
              <bdi>{breach.reference}</bdi>
            </Link>
          </>
        }
      />
      {notice.status === "draft" ? <Draft org={org} of={of} /> : <Issued org={org} of={of} />}
      {notice.status === "issued" && notice.isShared && (
        <ConversationPart
          place={{ side: "staff", org }}
          of={await loadConversation(org, "breach-notice", id)}
          from="sheet"
        />
      )}
    </Sheet>
  );
}

async function Draft({ org, of }: { org: string; of: Loaded }) {
  const t = await getTranslations("breach-notice");
  const { notice, mayWrite, deadline, now } = of;
  const place = { org, id: notice.id, version: notice.version };
  return (
    <>
      {of.earlier.length > 0 && (
        <Part id="earlier" title={t("parts.earlier")} article="">
          <p className="void mt-3">{t(notice.phase === "rectifying" ? "rectifiesThese" : "earlierLead")}</p>
          <ul className="list-disc ps-5">
            {of.earlier.map(({ id, phase, number, issuedAt, issuedByName, recipients }) => (
              <li key={id}>
                <Link href={`/${org}/breaches/notices/${id}`} prefetch={false}>
                  <NoticeTitle of={{ phase, number }} />
                </Link>{" "}
                {issuedAt !== null && <BothClocks at={issuedAt} />}{" "}
                <IssuedBy by={issuedByName} to={recipients} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part id="file" title={t("parts.file")} article="">
        <p className="mt-3">{t("fileHint")}</p>
        <NoticeWords
          content={notice.content}
          news={of.news}
          isFinal={notice.phase === "final"}
          only={({ kind }) => kind === "instant" || kind === "codes"}
        />
        {mayWrite && (
          <Words of={["form", "breach-notice"]}>
            <RefreshForm {...place} />
          </Words>
        )}
      </Part>
      {mayWrite && (
        <Words of={["form", "breach-notice"]}>
          <Line>
            <NoticeForm org={org} of={{ ...of, isLate: deadline !== null && deadline < now }} />
          </Line>
          <Part id="withdraw" title={t("withdraw.title")} article="">
            <WithdrawForm {...place} />
          </Part>
        </Words>
      )}
    </>
  );
}

async function Issued({ org, of: { notice, news } }: { org: string; of: Loaded }) {
  const t = await getTranslations("breach-notice");
  return (
    <Part id="content" title={t("parts.content")} article={t("articles.content")}>
      {notice.lateReason && <p className="mt-3">{t("lateWas", { reason: notice.lateReason })}</p>}
      <NoticeWords content={notice.content} news={news} isFinal={notice.phase === "final"} />
      {notice.documentId && (
        <p className="mt-3">
          <a href={`/api/files/${org}/${notice.documentId}`}>{t("openPdf")}</a>
        </p>
      )}
      {isPacked(notice.phase) && (
        <>
          <p className="mt-3">
            {notice.mandate ? t("mandated", { clause: notice.mandate }) : t("notMandated")}
          </p>
          <PackActs to={`/api/authority-drafts/${org}`} id={notice.id} />
        </>
      )}
    </Part>
  );
}
