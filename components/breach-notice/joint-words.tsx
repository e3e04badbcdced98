import { useTranslations } from "next-intl";
import type { JointTelling } from "@/lib/domain/breach/joint-telling";

/** Names a joint controller of the client with what became of its letter, or why it was written none. */
export function JointWords({ of: { who, address, reason, state } }: { of: JointTelling }) {
  const t = useTranslations("breach-notice");
  return (
    <>
      <b>{state === "not-told" ? t("joint.notTold") : t(`proofs.${state}`)}</b> {t("joint.of")}{" "}
      <bdi dir="auto">{who}</bdi>
      {address !== "" && !who.includes(address) && (
        <>
          {" · "}
          <bdi>{address}</bdi>
        </>
      )}
      {reason !== "" && <span className="block">{t("informed.because", { reason })}</span>}
    </>
  );
}
