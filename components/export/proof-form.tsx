import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { AskedAgain } from "@/lib/forms/asked-again";

/** Posts a plain form with the values of the first one, so that the download needs no JavaScript. */
export function ProofForm({ org, asked: { to, values, back, issue } }: { org: string; asked: AskedAgain }) {
  const t = useTranslations("export-page.proof");
  const [name, ...rest] = to.split("/");
  return (
    <form method="post" action={`/api/${[name, org, ...rest].join("/")}`}>
      {values.map(([field, value], at) => (
        <input key={at} type="hidden" name={field} value={value} />
      ))}
      <TextInput
        name="password"
        label={t("password")}
        error={t.has(`issues.${issue}`) ? t(`issues.${issue}`) : undefined}
        type="password"
        autoComplete="current-password"
        dir="ltr"
        narrow
        required
      />
      <div className="form-end">
        <Button type="submit" tone="go" icon={Download}>
          {t("act")}
        </Button>
        <LinkButton href={back}>{t("back")}</LinkButton>
      </div>
    </form>
  );
}
