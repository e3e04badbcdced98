import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MailWaits } from "@/components/shell/mail-waits";
import { PortalPart } from "@/components/shell/portal-page";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { Zone } from "@/lib/domain/time/zones";
import type { Conversation } from "@/lib/features/thread/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { ClosingForm } from "./closing-form";
import { MessageForm } from "./message-form";
import { Messages } from "./messages";
import { threadHref, type ThreadPlace } from "./place";
import { ReadMark } from "./read-mark";
import { ThreadStatus } from "./thread-status";

type ConversationPartProps = {
  place: ThreadPlace;
  /** Null where the subject has no other party. */
  of: Conversation | null;
  /** Origin of the form: the subject's sheet, or the thread's page. */
  from: "sheet" | "thread";
  /** Folds, below a decision of the portal; open while a message is unread. */
  isOpen?: boolean;
};

export function ConversationPart({ place, of, from, isOpen }: ConversationPartProps) {
  if (!of) return null;
  const { thread, messages, subject, mayWrite, zone } = of;
  const last = messages.at(-1)?.number ?? 0;
  return (
    <Frame
      place={place}
      thread={from === "sheet" ? thread : null}
      isOpen={isOpen === undefined ? undefined : isOpen || messages.some(({ isNew }) => isNew)}
    >
      {thread ? (
        <ThreadStatusText side={place.side} thread={thread} zone={zone} />
      ) : (
        <Nothing side={place.side} />
      )}
      <Messages zone={zone} of={messages} />
      <NoReaderNotice of={of} />
      {mayWrite && of.listeners !== 0 && <MailWaits canSend={of.canSend} />}
      <Words of={["form", "thread"]}>
        {thread && messages.some(({ isNew }) => isNew) && (
          <ReadMark place={place} id={thread.id} readTo={last} />
        )}
        {mayWrite && <MessageForm place={place} about={subject} state={thread?.state ?? null} from={from} />}
        {mayWrite && thread && thread.state !== "closed" && (
          <ClosingForm place={place} id={thread.id} seen={last} />
        )}
      </Words>
    </Frame>
  );
}

type FrameProps = {
  place: ThreadPlace;
  thread: Conversation["thread"];
  isOpen: boolean | undefined;
  children: ReactNode;
};

function Frame({ place, thread, isOpen, children }: FrameProps) {
  const t = useTranslations("thread");
  const own = thread && (
    <Link href={threadHref(place, thread.id)} prefetch={false}>
      {t(`open.${place.side}`)}
    </Link>
  );
  if (place.side === "contact")
    return (
      <PortalPart id="thread" title={t("title")} isOpen={isOpen}>
        {children}
        {own && <p className="mt-3">{own}</p>}
      </PortalPart>
    );
  return (
    <Part
      id="thread"
      title={t("title")}
      article={t("article", { article: "28(3)(h)" })}
      aside={own}
      isOpen={isOpen}
    >
      {children}
    </Part>
  );
}

type ThreadStatusProps = {
  side: ThreadPlace["side"];
  thread: NonNullable<Conversation["thread"]>;
  zone: Zone;
};

function ThreadStatusText({ side, thread: { state, since }, zone }: ThreadStatusProps) {
  const t = useTranslations("thread");
  const locale = useLocale();
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-2">
      <ThreadStatus side={side} state={state} />
      <span className="muted">{t("since", { when: formatInstant(since, zone, locale) })}</span>
    </p>
  );
}

function Nothing({ side }: { side: ThreadPlace["side"] }) {
  const t = useTranslations("thread");
  return <p className="muted mt-3">{t(`none.${side}`)}</p>;
}

/** Without a contact who can enter the portal, a message waits for an invitation. */
function NoReaderNotice({ of: { listeners, mayWrite } }: { of: Conversation }) {
  const t = useTranslations("thread");
  if (listeners !== 0 || !mayWrite) return null;
  return <p className="muted mt-3">{t("unheard")}</p>;
}
