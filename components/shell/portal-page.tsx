import type { ReactNode } from "react";

type PortalHeadProps = {
  /** What orients, above the title: a reference, an article. */
  note?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page of the portal. */
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

/** A section under its rule. */
export function PortalPart({ id, title, children }: { id?: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className="portal-part" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
