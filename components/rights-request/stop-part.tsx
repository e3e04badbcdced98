import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { StopForm } from "./stop-form";

/** Asks whether words that seem to end contact are an objection under another right, 21(2); everything named is held until then. */
export function StopPart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request.stopQuestion");
  if (it.stopQuestion !== "open" || it.erasedAt !== null) return null;
  return (
    <Part id="stop-question" article={t("article")} title={t("title")}>
      <p className="mt-2">{t("lead")}</p>
      {it.words !== "" && (
        <blockquote className="mt-2 whitespace-pre-line" dir="auto">
          {it.words}
        </blockquote>
      )}
      {it.may.write && (
        <Words of={["rights-request", "form"]}>
          <StopForm org={org} id={it.id} />
        </Words>
      )}
    </Part>
  );
}
