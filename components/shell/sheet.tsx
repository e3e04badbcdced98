import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Unbroken } from "@/components/ui/unbroken";

/** The sheet of paper with its red margin line. One per page; the skip link leads here. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <main className="sheet" id="content" tabIndex={-1}>
      {children}
    </main>
  );
}

/** A margin note and what stands beside it. The note orients (article, folio, hour, regime) and is never a button. */
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
  /** The article that the page serves, in bold in its margin; or whatever else stands there. */
  article?: string;
  note?: ReactNode;
  title: ReactNode;
  /** One sentence. */
  lead?: ReactNode;
  /** At most three, of which one primary. */
  actions?: ReactNode;
  /** What stands under the lead: a version line, steps. */
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

/** A sentence of the margin breaks between its words; what is made of elements says itself where. */
function Note({ children }: { children: ReactNode }) {
  return typeof children === "string" ? <Unbroken>{children}</Unbroken> : children;
}

function Article({ children }: { children: string }) {
  return (
    <b>
      <Unbroken>{children}</Unbroken>
    </b>
  );
}

type PartProps = {
  id?: string;
  /** The article, in bold: "art. 30(2)(a)". */
  article?: ReactNode;
  /** Beneath it, what it goes with: "27, 37". */
  note?: ReactNode;
  title: ReactNode;
  /** At the end of the title's line: one bare button, or a word. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A section with its article in the margin. */
export function Part({ id, article, note, title, aside, children }: PartProps) {
  return (
    <section className="line part" id={id}>
      <div className="note">
        {typeof article === "string" ? <Article>{article}</Article> : article && <b>{article}</b>}
        <Note>{note}</Note>
      </div>
      <div className="body">
        <h2>
          {title}
          {aside && <span className="aside">{aside}</span>}
        </h2>
        {children}
      </div>
    </section>
  );
}
