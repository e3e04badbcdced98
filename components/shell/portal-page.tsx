import type { ReactNode } from "react";
import { Fold } from "@/components/ui/fold";

type PortalHeadProps = {
  note?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
};

export function PortalHead({ note, title, lead, actions }: PortalHeadProps) {
  return (
    <header className="portal-title">
      {note && <p className="portal-note">{note}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {actions && <div className="bar">{actions}</div>}
    </header>
  );
}

type PortalPartProps = {
  id?: string;
  title: ReactNode;
  /** Folds: details below a decision are closed. Absent, it does not fold. */
  isOpen?: boolean;
  children: ReactNode;
};

export function PortalPart({ id, title, isOpen, children }: PortalPartProps) {
  return (
    <section className="portal-part" id={id}>
      {isOpen === undefined ? (
        <>
          <h2>{title}</h2>
          {children}
        </>
      ) : (
        <Fold title={title} isOpen={isOpen}>
          {children}
        </Fold>
      )}
    </section>
  );
}
