import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { LetterState } from "@/components/ui/letter-state";
import { Status } from "@/components/ui/status";
import type { ContactState } from "@/lib/domain/contact/status";

type ContactStatusProps = { of: { standing: ContactState; letter: { state: string } | null } };

/** An open invitation shows the state of its letter: without it nobody can enter. */
export function ContactStatus({ of: { standing, letter } }: ContactStatusProps) {
  const t = useTranslations("contact");
  const words = t(`states.${standing}`);
  if (standing === "active") return <Status kind="ok">{words}</Status>;
  if (standing === "lapsed") return <Status kind="warn">{words}</Status>;
  if (standing === "ended") return <Status kind="plain">{words}</Status>;
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
