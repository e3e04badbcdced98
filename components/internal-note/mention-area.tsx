"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import { type Nameable, proposeMembers } from "@/lib/domain/internal-note/mentions";

type MentionAreaProps = ComponentProps<typeof TextArea> & { members: readonly Nameable[] };

/** Proposals shown at once. */
const MOST = 8;

/** A text in which "@" proposes members; without JavaScript their names are typed, and the server reads them. */
export function MentionArea({ members, ...props }: MentionAreaProps) {
  const t = useTranslations("internal-note");
  const area = useRef<HTMLTextAreaElement>(null);
  const [proposed, setProposed] = useState<ReturnType<typeof proposeMembers<Nameable>>>(null);

  const readCaret = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    setProposed(
      selectionStart === selectionEnd ? proposeMembers(value.slice(0, selectionStart), members) : null,
    );
  const choose = (name: string, typed: string) => {
    const element = area.current;
    if (!element) return;
    const end = element.selectionStart;
    element.setRangeText(`${name} `, end - typed.length, end, "end");
    // Tells what remembers a draft of what was put in.
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.focus();
    setProposed(null);
  };

  const shown = proposed?.members.slice(0, MOST) ?? [];
  return (
    <>
      <TextArea
        {...props}
        ref={area}
        onInput={({ currentTarget }) => readCaret(currentTarget)}
        onKeyDown={({ key }) => key === "Escape" && setProposed(null)}
      />
      <p className="sr" role="status">
        {shown.length > 0 && t("proposed", { count: shown.length })}
      </p>
      {proposed && (
        <div className="mt-1 flex flex-wrap gap-1" role="group" aria-label={t("propose")}>
          {shown.map(({ id, name }) => (
            <Button key={id} tone="bare" onClick={() => choose(name, proposed.typed)}>
              <bdi>@{name}</bdi>
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
