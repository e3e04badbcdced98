import { useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import type { LoadedRelayed } from "@/lib/features/portal-rights-request/loaders";
import { AnswerForm } from "./answer-form";

/** The answer of the controller, where its signatory may still give one. */
export function RelayedAnswer({ contact, it }: { contact: string; it: LoadedRelayed }) {
  const t = useTranslations("rights-request.portal");
  if (it.file.state !== "relayed" && it.answers.length === 0) return null;
  return (
    <PortalPart id="answer" title={t("answer")}>
      {it.answers.length === 0 ? (
        <p className="mt-3">{t("mayNot")}</p>
      ) : (
        <>
          <p className="mt-3">{t("answerLead")}</p>
          <Words of={["rights-request", "form"]}>
            <AnswerForm
              contact={contact}
              request={{ id: it.id, version: it.version }}
              answers={it.answers}
              zone={it.zone}
            />
          </Words>
        </>
      )}
    </PortalPart>
  );
}
