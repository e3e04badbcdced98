"use client";

import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";

type ServerForm = Parameters<typeof useServerForm>[0];
type IdActProps = {
  action: ServerForm["action"];
  /** Schema of a row's id alone. */
  schema: ServerForm["schema"];
  noun: string;
  id: string;
} & Pick<Parameters<typeof SubmitButton>[0], "tone" | "icon" | "children">;

/** A button that does one thing to a row, with the refusal above it. */
export function IdAct({ action, schema, noun, id, ...button }: IdActProps) {
  const form = useServerForm({ action, schema, describeIssue: useNounIssues(noun) });
  return (
    <form {...form.props} className="print:hidden">
      <FormNotice {...form.notice} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton {...button} pending={form.pending} />
    </form>
  );
}
