import { useTranslations } from "next-intl";

/** First tab stop: skips the sidebar. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a className="skip" href="#content">
      {t("skip")}
    </a>
  );
}
