import { useLocale, useTranslations } from "next-intl";
import { Hash } from "@/components/ui/seal";
import type { ShownSignature } from "@/lib/features/second-factor/read/shown-signatures";
import { formatInstant } from "@/lib/i18n/format";
import type { Zone } from "@/lib/domain/time/zones";

/** Says of an answer about a script by which passkey it was signed. */
export function AnswerSignature({ of, zone }: { of: ShownSignature; zone: Zone }) {
  const t = useTranslations("call-script.approval");
  const locale = useLocale();
  const at = (instant: number) => formatInstant(instant, zone, locale);
  return (
    <p>
      {t("signed", { when: at(of.signedAt), registered: at(of.registeredAt) })}{" "}
      <Hash value={of.fingerprint} />
    </p>
  );
}
