import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LetterState } from "@/components/ui/letter-state";
import type { LoadedRequest } from "./request-status";

type DecisionLettersProps = { org: string; of: LoadedRequest };

/** Shows what became of the letters that a certificate names: it is issued before any of them leaves. */
export function DecisionLetters({ org, of: { decisionLetters, may } }: DecisionLettersProps) {
  const t = useTranslations("authorisation.decisionLetters");
  if (decisionLetters.length === 0) return null;
  return (
    <Part id="letters" title={t("title")} article={t("article")} note={<bdi>28(9)</bdi>}>
      <p className="prose-line muted">{t("lead")}</p>
      <ul>
        {decisionLetters.map(({ number, toName, toAddress, status, response }) => (
          <li key={status.id} className="border-b border-rule py-2">
            <b>
              <bdi>{toName === "" ? toAddress : toName}</bdi>
            </b>{" "}
            <bdi className="muted">{toAddress}</bdi> · <bdi>{number}</bdi> ·{" "}
            <LetterState of={status} href={may.openLetters ? `/${org}/outbox/${status.id}` : undefined} />
            {response !== "" && (
              <small className="muted block" dir="ltr">
                {response}
              </small>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
