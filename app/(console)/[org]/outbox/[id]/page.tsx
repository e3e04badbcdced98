import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ResendForm } from "@/components/letter-resend/resend-form";
import { CancelForm } from "@/components/outbox/cancel-form";
import { LetterLink } from "@/components/outbox/letter-link";
import { LetterPaper } from "@/components/outbox/letter-paper";
import { LetterSheet } from "@/components/outbox/letter-sheet";
import { LetterReceipt } from "@/components/outbox/receipt-status";
import { NoServerNotice } from "@/components/outbox/no-server-notice";
import { ReceivedForm } from "@/components/outbox/received-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadLetter } from "@/lib/features/outbox/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };
type Loaded = Awaited<ReturnType<typeof loadLetter>>;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: titleOf(await loadLetter(org, id)) };
}

export default async function LetterPage({ params }: PageProps) {
  const { org, id } = await params;
  const it = await loadLetter(org, id);
  const t = await getTranslations("outbox");
  return (
    <Sheet>
      <PageHead note={t("note")} title={<bdi>{titleOf(it)}</bdi>} />
      {!it.canSend && it.facts.state === "queued" && (
        <Line>
          <NoServerNotice />
        </Line>
      )}
      <Part title={t("parts.facts")} article={t("articles.facts")}>
        <LetterSheet of={it.facts} receipt={it.reports} />
      </Part>
      {it.reports.length > 0 && (
        <Part title={t("parts.reports")}>
          <LetterReceipt receipt={it.reports} />
        </Part>
      )}
      <Part title={t("parts.letter")}>
        <div className="mt-3">
          {it.letter ? <LetterPaper letter={it.letter} /> : <p className="void">{t("unwritable")}</p>}
        </div>
      </Part>
      <Resend org={org} id={id} it={it} />
      <Acts org={org} id={id} it={it} />
    </Sheet>
  );
}

/** Nothing leaves without a mail server; a letter whose link is erased says where it is asked for. */
async function Resend({ org, id, it: { resending, canSend } }: { org: string; id: string; it: Loaded }) {
  const t = await getTranslations("outbox");
  if (resending === null || !canSend) return null;
  return (
    <Part id="resend" title={t("parts.resend")}>
      {resending === "gone" ? (
        <p>{t("issues.linkGone")}</p>
      ) : (
        <Words of={["form", "outbox", "member", "contact"]}>
          <ResendForm {...{ org, id, resending }} />
        </Words>
      )}
    </Part>
  );
}

async function Acts({ org, id, it }: { org: string; id: string; it: Loaded }) {
  const t = await getTranslations("outbox");
  return (
    <Words of={["form", "outbox"]}>
      {it.mayReveal && (
        <Part title={t("parts.link")}>
          <LetterLink org={org} id={id} />
        </Part>
      )}
      {it.isLinkKept && it.letter?.action && (
        <Part title={t("parts.link")}>
          <p className="prose-line">{t("issues.linkOfOther")}</p>
        </Part>
      )}
      {it.maySayReceived && (
        <Part id="received" title={t("parts.received")}>
          {it.requestId === null ? (
            <ReceivedForm org={org} id={id} now={it.now} />
          ) : (
            <p>
              <Link href={`/${org}/authorisations/${it.requestId}/move/receive`} prefetch={false}>
                {t("received.onRequest")}
              </Link>
            </p>
          )}
        </Part>
      )}
      {it.isKept && (
        <Part title={t("parts.cancel")}>
          <p className="prose-line">{t("issues.ofDecision")}</p>
        </Part>
      )}
      {it.mayCancel && (
        <Part title={t("parts.cancel")}>
          <CancelForm org={org} id={id} />
        </Part>
      )}
    </Words>
  );
}

function titleOf({ letter, facts }: Loaded): string {
  return letter?.subject ?? facts.template;
}
