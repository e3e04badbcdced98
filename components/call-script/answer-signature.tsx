import { useLocale, useTranslations } from "next-intl";
import { Hash } from "@/components/ui/seal";
import type { loadCallScript } from "@/lib/features/call-script/loaders";
import { formatInstant } from "@/lib/i18n/format";
import type { Zone } from "@/lib/domain/time/zones";

type ShownSignature = Awaited<ReturnType<typeof loadCallScript>>["signatures"][number];

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
