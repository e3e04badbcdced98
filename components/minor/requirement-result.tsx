import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { MinorRequirement } from "@/lib/domain/minor/requirement";
import { AUTHORISATION_PROOF, type VerificationMeans } from "@/lib/domain/minor/verification";
import { formatDay, formatList } from "@/lib/i18n/format";

const KINDS: Record<MinorRequirement["kind"], StatusKind> = {
  "not-engaged": "plain",
  counselling: "plain",
  unknown: "warn",
  alone: "ok",
  joint: "warn",
  parental: "warn",
};

type ResultProps = { requirement: MinorRequirement; means: readonly VerificationMeans[] };

/** Says who consents, and what is verified and stored where somebody else does. */
export function RequirementResult({ requirement, means }: ResultProps) {
  const t = useTranslations("minor");
  const { kind } = requirement;
  return (
    <div role="status" className="call-outcome mt-3">
      <Status kind={KINDS[kind]}>{t(`kinds.${kind}`)}</Status>
      <RequirementWords requirement={requirement} />
      {(kind === "joint" || kind === "parental") && <ProofLines means={means} />}
      <p className="muted mt-2">{t("withdrawal")}</p>
    </div>
  );
}

function RequirementWords({ requirement }: { requirement: MinorRequirement }) {
  const t = useTranslations("minor");
  const locale = useLocale();
  switch (requirement.kind) {
    case "not-engaged":
      return <p className="mt-2">{t(`reasons.${requirement.reason}`)}</p>;
    case "counselling":
      return <p className="mt-2">{t("reasons.counselling")}</p>;
    case "unknown": {
      const facts = requirement.missing.map((fact) => t(`missing.${fact}`));
      return <p className="mt-2">{t("reasons.unknown", { facts: formatList(facts, locale) })}</p>;
    }
    case "alone":
      return <Threshold of={requirement} />;
    case "joint":
    case "parental":
      return (
        <>
          <Threshold of={requirement} />
          {requirement.aloneFrom && (
            <p>{t("aloneFrom", { day: formatDay(requirement.aloneFrom, locale, { long: true }) })}</p>
          )}
        </>
      );
  }
}

function Threshold({ of: { threshold, isAssumed } }: { of: { threshold: number; isAssumed: boolean } }) {
  const t = useTranslations("minor");
  return <p className="mt-2">{t(isAssumed ? "thresholdAssumed" : "threshold", { age: threshold })}</p>;
}

/** Lists what article 8(2) asks for, and what is stored with the consent. */
function ProofLines({ means }: Pick<ResultProps, "means">) {
  const t = useTranslations("minor");
  const locale = useLocale();
  const list = (words: string[]) => formatList(words, locale);
  return (
    <>
      <p className="mt-2">{t("verify", { means: means.map((one) => t(`means.${one}`)).join(" · ") })}</p>
      <p>{t("store", { proof: list(AUTHORISATION_PROOF.map((one) => t(`proof.${one}`))) })}</p>
    </>
  );
}
