import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AfterRectification } from "@/components/breach-notice/after-rectification";
import { DelayWords } from "@/components/breach-notice/delay-words";
import { NoticeForm } from "@/components/breach-notice/notice-form";
import { BothClocks, NoticeWords } from "@/components/breach-notice/notice-words";
import { PackActs } from "@/components/breach-notice/pack-acts";
import { RefreshForm, WithdrawForm } from "@/components/breach-notice/small-forms";
import { IssuedBy, IssuedLine, NoticeTitle } from "@/components/breach-notice/communication";
import { PrecedentWords } from "@/components/shell/precedent-words";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ConversationPart } from "@/components/thread/conversation-part";
import { isPacked } from "@/lib/domain/breach/notice";
import { Disputed } from "@/components/shell/disputed";
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
        title={<NoticeTitle of={of} />}
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
      <Disputed isDisputed={of.isDisputed} />
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
  const { notice, mayWrite } = of;
  const place = { org, id: notice.id, version: notice.version };
  return (
    <>
      {of.obstacle && <p className="reason mt-4">{t(`givenUp.${of.obstacle}`)}</p>}
      {of.earlier.length > 0 && (
        <Part id="earlier" title={t("parts.earlier")} article="">
          <p className="void mt-3">{t(earlierWord(of))}</p>
          <ul className="list-disc ps-5">
            {of.earlier.map(({ id, phase, followUp, issuedAt, issuedByName, recipients }) => (
              <li key={id}>
                <Link href={`/${org}/breaches/notices/${id}`} prefetch={false}>
                  <NoticeTitle of={{ phase, followUp }} />
                </Link>{" "}
                {issuedAt !== null && <BothClocks at={issuedAt} />}{" "}
                <IssuedBy by={issuedByName} to={recipients} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part id="file" title={t("parts.file")} article="">
        <AfterRectification of={of.after} />
        <p className="mt-3">{t("fileHint")}</p>
        <NoticeWords
          content={notice.content}
          news={of.news}
          phase={notice.phase}
          only={({ kind }) => kind === "instant" || kind === "codes"}
        />
        <PrecedentWords {...of.examples} />
        {mayWrite && (
          <Words of={["form", "breach-notice"]}>
            <RefreshForm {...place} />
          </Words>
        )}
      </Part>
      {mayWrite && (
        <Words of={["form", "breach-notice"]}>
          <Line>
            <NoticeForm org={org} of={of} />
          </Line>
          <Part id="withdraw" title={t("withdraw.title")} article="">
            <WithdrawForm {...place} />
          </Part>
        </Words>
      )}
    </>
  );
}

function earlierWord({ notice, isFirst }: Loaded): "rectifiesThese" | "beginsAnew" | "earlierLead" {
  if (notice.phase === "rectifying") return "rectifiesThese";
  return isFirst ? "beginsAnew" : "earlierLead";
}

async function Issued({ org, of }: { org: string; of: Loaded }) {
  const { notice, news, examples, recipients } = of;
  const t = await getTranslations("breach-notice");
  const { issuedAt } = notice;
  return (
    <Part id="content" title={t("parts.content")} article={t("articles.content")}>
      {issuedAt !== null && (
        <p className="mt-3">
          <IssuedLine of={{ issuedAt, issuedByName: notice.issuedByName ?? "", recipients }} />
        </p>
      )}
      {of.abandonedAt !== null && (
        <p className="mt-3">
          <b>{t("withdraw.done")}</b> <BothClocks at={of.abandonedAt} />. {t("withdraw.toNobody")}
        </p>
      )}
      <DelayWords of={notice} />
      <AfterRectification of={of.after} />
      <NoticeWords content={notice.content} news={news} phase={notice.phase} />
      <PrecedentWords {...examples} />
      {notice.documentId && (
        <p className="mt-3">
          <a href={`/api/files/${org}/${notice.documentId}`}>{t("openPdf")}</a>
        </p>
      )}
      {notice.status === "issued" && isPacked(notice.phase) && of.hasAuthority && !of.isTakenBack && (
        <>
          <p className="mt-3">
            {notice.mandate
              ? t("mandated", { clause: notice.mandate })
              : t(of.hasPortal && notice.isShared ? "notMandated" : "notMandatedToHand")}
          </p>
          <PackActs to={`/api/authority-drafts/${org}`} id={notice.id} />
        </>
      )}
    </Part>
  );
}
