import type { ComponentProps, ReactNode } from "react";
import { SubmitButton } from "@/components/ui/button";
import { FileInput } from "@/components/ui/text-input";
import { SubmissionField } from "./submission-field";

type FileFormProps = ComponentProps<typeof FileInput> & {
  /** Route that reads the file. */
  action: string;
  /** Label of the act. */
  send: string;
  /** Fields before the file. */
  children?: ReactNode;
};

/** A file for a route; sending it needs no JavaScript. */
export function FileForm({ action, send, children, ...file }: FileFormProps) {
  return (
    <form method="post" encType="multipart/form-data" action={action}>
      <SubmissionField />
      {children}
      <FileInput {...file} />
      <div className="form-end">
        <SubmitButton>{send}</SubmitButton>
      </div>
    </form>
  );
}
