import type { ReactNode } from "react";

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

export function PortalPart({ id, title, children }: { id?: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className="portal-part" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
