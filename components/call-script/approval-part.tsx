import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Hash } from "@/components/ui/seal";
import type { loadCallScript } from "@/lib/features/call-script/loaders";
import { isUnproven } from "@/lib/domain/call-script/approval";
import { formatInstant } from "@/lib/i18n/format";
import { AnswerSignature } from "./answer-signature";
import { AskForm } from "./ask-form";
import { ApprovalStatus } from "./call-script-table";

type Loaded = Awaited<ReturnType<typeof loadCallScript>>;

/** Lists what was submitted to the controller and what it answered, the last first. */
export function ApprovalPart({ org, loaded }: { org: string; loaded: Loaded }) {
  const t = useTranslations("call-script");
  const cited = useTranslations("ui");
  const { script, approval, requests, signatures, may } = loaded;
  const mayAsk = may.write && script.state !== "retired" && ["not-asked", "refused"].includes(approval);
  return (
    <Part id="approval" article={cited("article", { article: "28(3)(a)" })} title={t("parts.approval")}>
      <p className="muted">{t("approval.lead")}</p>
      <p className="mt-3">
        <ApprovalStatus of={approval} />
      </p>
      {requests.length === 0 && <p className="muted">{t("approval.none")}</p>}
      <ol>
        {requests.toReversed().map((request) => (
          <RequestLine
            key={request.id}
            request={request}
            signatures={signatures.filter(({ subjectId }) => subjectId === request.id)}
          />
        ))}
      </ol>
      {mayAsk && (
        <Words of={["form", "call-script"]}>
          <AskForm org={org} script={script} />
        </Words>
      )}
    </Part>
  );
}

type RequestLineProps = { request: Loaded["requests"][number]; signatures: Loaded["signatures"] };

function RequestLine({ request, signatures }: RequestLineProps) {
  const t = useTranslations("call-script.approval");
  const locale = useLocale();
  const at = (instant: number) => formatInstant(instant, "Africa/Casablanca", locale);
  const { edition, askedAt, authorName: by, decision, digest, isWithdrawn } = request;
  return (
    <li className="border-b border-rule py-2">
      <b>{t("asked", { edition, at: at(askedAt), by })}</b>
      {decision ? (
        <p>
          {t("answered", {
            outcome: decision.outcome,
            at: at(decision.at),
            by: decision.by,
            power: decision.power,
          })}
        </p>
      ) : (
        <p>{t(isWithdrawn ? "withdrawn" : "awaited")}</p>
      )}
      {signatures.map((signature) => (
        <AnswerSignature key={signature.id} of={signature} zone="Africa/Casablanca" />
      ))}
      {decision && isUnproven(decision) && <p>{t("unproven")}</p>}
      {decision?.reason && (
        <p>
          <bdi>{decision.reason}</bdi>
        </p>
      )}
      <p className="muted">
        {t("digest")} <Hash value={digest} />
      </p>
    </li>
  );
}
