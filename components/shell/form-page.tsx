import type { ComponentProps, ReactNode } from "react";
import { Forbidden } from "@/components/ui/states";
import type { Noun } from "@/lib/i18n/messages";
import { Line, PageHead, Sheet } from "./sheet";
import { Words } from "./words";

type FormPageProps = Omit<ComponentProps<typeof PageHead>, "actions" | "children"> & {
  isAllowed: boolean;
  /** Nouns whose messages the form needs beside those of every form. */
  words: readonly Noun[];
  /** Link for whoever may not use the form. */
  back?: ReactNode;
  children: ReactNode;
};

/** Page of one form; whoever may not use it is told so. */
export function FormPage({ isAllowed, words, back, children, ...head }: FormPageProps) {
  return (
    <Sheet>
      <PageHead {...head} />
      <Line>
        {isAllowed ? <Words of={["form", ...words]}>{children}</Words> : <Forbidden actions={back} />}
      </Line>
    </Sheet>
  );
}

/** Page of a form that divides itself into the lines of a sheet. */
export function PartedFormPage({ isAllowed, words, children, ...head }: Omit<FormPageProps, "back">) {
  return (
    <Sheet>
      <PageHead {...head} />
      {isAllowed ? (
        <Words of={["form", ...words]}>{children}</Words>
      ) : (
        <Line>
          <Forbidden />
        </Line>
      )}
    </Sheet>
  );
}
