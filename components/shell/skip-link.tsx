import { useTranslations } from "next-intl";

/** The first stop of the keyboard: past the rail, to the sheet. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a className="skip" href="#content">
      {t("skip")}
    </a>
  );
}
