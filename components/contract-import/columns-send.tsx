"use client";

import type { ReactNode } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { saveContractColumns } from "@/lib/features/contract-import/actions";
import { contractColumnsSchema } from "@/lib/features/contract-import/schema";

/** Sends the columns of the table within. */
export function ColumnsSend({ org, children }: { org: string; children: ReactNode }) {
  const form = useServerForm({
    action: bindAction(saveContractColumns, org),
    schema: contractColumnsSchema.pick({}),
  });
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      {children}
    </form>
  );
}
