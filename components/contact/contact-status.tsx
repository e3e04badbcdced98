import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { LetterState } from "@/components/ui/letter-state";
import { Status } from "@/components/ui/status";
import type { ContactState } from "@/lib/domain/contact/status";

type ContactStatusProps = { of: { status: ContactState; letter: { state: string } | null } };

/** An open invitation shows the state of its letter: without it nobody can enter. */
export function ContactStatus({ of: { status, letter } }: ContactStatusProps) {
  const t = useTranslations("contact");
  const words = t(`states.${status}`);
  if (status === "active") return <Status kind="ok">{words}</Status>;
  if (status === "lapsed") return <Status kind="warn">{words}</Status>;
  if (status === "ended") return <Status kind="plain">{words}</Status>;
  return (
    <>
      <Status kind="plain" icon={Mail}>
        {words}
      </Status>
      {letter && (
        <span className="block">
          <LetterState of={{ state: letter.state }} />
        </span>
      )}
    </>
  );
}
