import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Fold } from "@/components/ui/fold";
import { Unbroken } from "@/components/ui/unbroken";
import { provisionCited } from "@/lib/domain/statute/provisions";

/** Rendered once per page, as target of the skip link. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <main className="sheet" id="content" tabIndex={-1}>
      {children}
    </main>
  );
}

/** A margin note is a reference, never a button. */
export function Line({
  note,
  children,
  className,
}: {
  note?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div className={classNames("line", className)}>
      <div className="note">
        <Note>{note}</Note>
      </div>
      <div className="body">{children}</div>
    </div>
  );
}

type PageHeadProps = {
  /** Article in the margin, in bold. */
  article?: string;
  note?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** At most three, of which one is primary. */
  actions?: ReactNode;
  children?: ReactNode;
};

export function PageHead({ article, note, title, lead, actions, children }: PageHeadProps) {
  return (
    <>
      <Line note={article ? <Article>{article}</Article> : note} className="head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="acts">{actions}</div>}
      </Line>
      {children && <Line>{children}</Line>}
    </>
  );
}

/** Allows line breaks between words of plain text; elements set their own. */
function Note({ children }: { children: ReactNode }) {
  return typeof children === "string" ? <Unbroken>{children}</Unbroken> : children;
}

/** Leads to what the article asks, where a page explains it. */
function Article({ children }: { children: string }) {
  const provision = provisionCited(children);
  const citation = (
    <b>
      <Unbroken>{children}</Unbroken>
    </b>
  );
  if (!provision) return citation;
  return (
    <a className="quiet" href={`/law/${provision.id}`} rel="help">
      {citation}
    </a>
  );
}

type PartProps = {
  id?: string;
  /** Example: "art. 30(2)(a)", in bold. */
  article?: ReactNode;
  /** Related articles: "27, 37". */
  note?: ReactNode;
  title: ReactNode;
  aside?: ReactNode;
  /** Folds: what is owed is open, what is in order is closed. Absent, it does not fold. */
  isOpen?: boolean;
  /** Number beside the title of what folds. */
  count?: ReactNode;
  children: ReactNode;
};

export function Part({ id, article, note, title, aside, isOpen, count, children }: PartProps) {
  return (
    <section className="line part" id={id}>
      <div className="note">
        {typeof article === "string" ? <Article>{article}</Article> : article && <b>{article}</b>}
        <Note>{note}</Note>
      </div>
      <div className="body">
        {isOpen === undefined ? (
          <>
            <h2>
              {title}
              {aside && <span className="aside">{aside}</span>}
            </h2>
            {children}
          </>
        ) : (
          <>
            <Fold title={title} aside={count} isOpen={isOpen}>
              {children}
            </Fold>
            {aside && <span className="fold-acts">{aside}</span>}
          </>
        )}
      </div>
    </section>
  );
}
