"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import type { loadContractImport } from "@/lib/features/contract-import/loaders";
import { submitContractImport } from "@/lib/features/contract-import/actions";
import { contractCommitSchema } from "@/lib/features/contract-import/schema";
import { ChosenClients } from "./chosen-clients";

type Plan = NonNullable<Awaited<ReturnType<typeof loadContractImport>>["plan"]>;

type CommitFormProps = {
  org: string;
  file: string;
  columns: readonly string[];
  clients: Plan["clients"];
  dateOrder: Plan["dateOrder"];
  seen: string;
  count: number;
};

/** Sends the plan that was shown; a changed plan is shown again instead of written. */
export function CommitForm({ org, file, columns, clients, dateOrder, seen, count }: CommitFormProps) {
  const t = useTranslations("contract.import");
  const form = useServerForm({
    action: bindAction(submitContractImport, org),
    schema: contractCommitSchema.pick({}),
    describeIssue: ({ key }) => (key === "planChanged" ? t("planChanged") : undefined),
  });
  return (
    <Line>
      <form key={form.key} {...form.props}>
        <FormNotice {...form.notice} />
        <input type="hidden" name="file" value={file} />
        <input type="hidden" name="columns" value={columns.join(",")} />
        <ChosenClients of={clients} />
        <input type="hidden" name="dateOrder" value={dateOrder ?? ""} />
        <input type="hidden" name="seen" value={seen} />
        <div className="form-end">
          {count > 0 && <SubmitButton pending={form.pending}>{t("commit", { count })}</SubmitButton>}
          <LinkButton href={`/${org}/contracts`}>{t(count > 0 ? "leave" : "nothing")}</LinkButton>
        </div>
      </form>
    </Line>
  );
}
