import { useLocale, useTranslations } from "next-intl";
import { Instant } from "@/components/ui/deadline";
import { Status } from "@/components/ui/status";
import type { Zone } from "@/lib/domain/time/zones";
import type { Conversation } from "@/lib/features/thread/loaders";
import { formatInstant } from "@/lib/i18n/format";

type Message = Conversation["messages"][number];

type MessagesProps = { zone: Zone; of: readonly Message[] };

/** Number of messages shown unfolded. */
const SHOWN = 5;

export function Messages({ zone, of }: MessagesProps) {
  const t = useTranslations("thread");
  const [earlier, shown] = [of.slice(0, -SHOWN), of.slice(-SHOWN)];
  return (
    <>
      {earlier.length > 0 && (
        <details>
          <summary className="muted py-1">{t("earlier", { count: earlier.length })}</summary>
          <List zone={zone} of={earlier} />
        </details>
      )}
      <List zone={zone} of={shown} />
    </>
  );
}

function List({ zone, of }: MessagesProps) {
  return (
    <ol>
      {of.map((message) => (
        <li key={message.number} className="border-b border-rule py-2">
          <Head zone={zone} of={message} />
          <p className="prose-line whitespace-pre-line break-words" dir="auto">
            {message.text}
          </p>
        </li>
      ))}
    </ol>
  );
}

type HeadProps = { zone: Zone; of: Message };

function Head({ zone, of: { authorName, side, kind, at, isNew } }: HeadProps) {
  const t = useTranslations("thread");
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span>
        <b>
          <bdi>{authorName}</bdi>
        </b>
        <span className="muted">, {t(`sides.${side}`)}</span>
        {kind === "closing" && <span className="muted"> {t("closedBy")}</span>}
      </span>
      <span className="muted text-[12.5px]">
        <Instant iso={new Date(at).toISOString()} text={formatInstant(at, zone, locale)} />
      </span>
      {isNew && <Status kind="warn">{t("new")}</Status>}
    </p>
  );
}
