import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import type { Reader } from "@/lib/domain/call-script/readers";
import { formatDay } from "@/lib/i18n/format";

type AgentListsProps = { edition: number; readers: readonly Reader[] };

/** Counts who read the edition and who did not. */
export function AgentCount({ edition, readers }: AgentListsProps) {
  const t = useTranslations("call-script.agents");
  if (readers.length === 0) return <p className="muted">{t("none")}</p>;
  const read = readers.filter(({ readOn }) => readOn !== null).length;
  return <p>{t("of", { edition, read, unread: readers.length - read })}</p>;
}

/** Lists first who has not read the edition. */
export function AgentLists({ edition, readers }: AgentListsProps) {
  const t = useTranslations("call-script");
  const unread = readers.filter(({ readOn }) => readOn === null);
  const read = readers.filter(({ readOn }) => readOn !== null);
  return (
    <>
      {unread.length > 0 && (
        <Part title={t("agents.unread", { edition })}>
          <ul>
            {unread.map(({ agent, earlier }) => (
              <li key={agent} className="border-b border-rule py-2">
                <bdi>{agent}</bdi>{" "}
                <span className="muted">
                  {earlier === null ? t("agents.never") : t("agents.earlier", { edition: earlier })}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {read.length > 0 && (
        <Part title={t("agents.read", { edition })}>
          <ul>
            {read.map((reader) => (
              <ReadLine key={reader.agent} reader={reader} />
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function ReadLine({ reader: { agent, readOn, means } }: { reader: Reader }) {
  const t = useTranslations("call-script");
  const locale = useLocale();
  return (
    <li className="border-b border-rule py-2">
      <bdi>{agent}</bdi>{" "}
      {readOn !== null && means !== "" && (
        <span className="muted">
          {t("agents.readOn", { day: formatDay(readOn, locale), means: t(`means.${means}`) })}
        </span>
      )}
    </li>
  );
}
