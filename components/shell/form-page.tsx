import type { ComponentProps, ReactNode } from "react";
import { Refused } from "@/components/ui/states";
import type { Noun } from "@/lib/i18n/messages";
import { Line, PageHead, Sheet } from "./sheet";
import { Words } from "./words";

type FormPageProps = Omit<ComponentProps<typeof PageHead>, "actions" | "children"> & {
  /** Answer of the role alone: what the state of a row closes is `isOpen`. */
  isAllowed: boolean;
  /** False where the state of what the form is about admits no such act. */
  isOpen?: boolean;
  /** Says why the state admits none, where more than that is known. */
  closed?: ReactNode;
  /** Nouns whose messages the form needs beside those of every form. */
  words: readonly Noun[];
  /** Link for whoever may not use the form. */
  back?: ReactNode;
  children: ReactNode;
};

/** Page of one form; whoever may not use it is told whether their role or the state of the row refuses. */
export function FormPage({
  isAllowed,
  isOpen = true,
  closed,
  words,
  back,
  children,
  ...head
}: FormPageProps) {
  return (
    <Sheet>
      <PageHead {...head} />
      <Line>
        {isAllowed && isOpen ? (
          <Words of={["form", ...words]}>{children}</Words>
        ) : (
          <Refused byRole={!isAllowed} actions={back}>
            {isAllowed && closed}
          </Refused>
        )}
      </Line>
    </Sheet>
  );
}

/** Page of a form that divides itself into the lines of a sheet. */
export function PartedFormPage(props: FormPageProps) {
  const { isAllowed, isOpen = true, closed, words, back, children, ...head } = props;
  return (
    <Sheet>
      <PageHead {...head} />
      {isAllowed && isOpen ? (
        <Words of={["form", ...words]}>{children}</Words>
      ) : (
        <Line>
          <Refused byRole={!isAllowed} actions={back}>
            {isAllowed && closed}
          </Refused>
        </Line>
      )}
    </Sheet>
  );
}
