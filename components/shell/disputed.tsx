import { useTranslations } from "next-intl";
import { ErrorBox } from "@/components/ui/error-box";
import { Status } from "@/components/ui/status";

/** Says above what a page draws that its rows are not those which the journal binds; nothing where they are. */
export function Disputed({ isDisputed }: { isDisputed: boolean }) {
  const t = useTranslations("ui.disputed");
  if (!isDisputed) return null;
  return (
    <ErrorBox title={t("title")}>
      <p>{t("text")}</p>
    </ErrorBox>
  );
}

/** Says beside a row of a list that it is not what the journal binds. */
export function DisputedMark() {
  const t = useTranslations("ui.disputed");
  return <Status kind="late">{t("title")}</Status>;
}

/** Names above a list the rows that are not what the journal binds. */
export function DisputedList({ names }: { names: readonly string[] }) {
  const t = useTranslations("ui.disputed");
  if (names.length === 0) return null;
  return (
    <ErrorBox title={t("title")}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <p>{t("text")}</p>
    </ErrorBox>
  );
}
