import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
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
  /** Null where the subject has nobody to talk to. */
  of: Conversation | null;
  /** The sheet of its subject, which leads to the thread's own page; or that page. */
  from: "sheet" | "thread";
};

/** What was said about a subject, whose turn it is, and the form that goes on. */
export function ConversationPart({ place, of, from }: ConversationPartProps) {
  const t = useTranslations("thread");
  if (!of) return null;
  const { thread, messages, subject, mayWrite } = of;
  const last = messages.at(-1)?.number ?? 0;
  return (
    <Part
      id="thread"
      title={t("title")}
      article={t("article", { article: "28(3)(h)" })}
      aside={
        thread && from === "sheet" ? (
          <Link href={threadHref(place, thread.id)} prefetch={false}>
            {t("open")}
          </Link>
        ) : undefined
      }
    >
      {thread ? (
        <Standing place={place} thread={thread} />
      ) : (
        <p className="muted mt-3">{t(`none.${place.side}`)}</p>
      )}
      <Messages of={messages} />
      <Words of={["form", "thread"]}>
        {thread && messages.some(({ isNew }) => isNew) && (
          <ReadMark place={place} id={thread.id} readTo={last} />
        )}
        {mayWrite && <MessageForm place={place} about={subject} state={thread?.state ?? null} from={from} />}
        {mayWrite && thread && thread.state !== "closed" && (
          <ClosingForm place={place} id={thread.id} seen={last} />
        )}
      </Words>
    </Part>
  );
}

function Standing({
  place,
  thread: { state, since },
}: {
  place: ThreadPlace;
  thread: NonNullable<Conversation["thread"]>;
}) {
  const t = useTranslations("thread");
  const locale = useLocale();
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-2">
      <ThreadStatus side={place.side} state={state} />
      <span className="muted">{t("since", { when: formatInstant(since, "Africa/Casablanca", locale) })}</span>
    </p>
  );
}
