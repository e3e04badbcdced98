import type { ReactNode } from "react";
import { HomeLink } from "./home-link";
import { Languages } from "./languages";
import { Line, Sheet } from "./sheet";
import { SkipLink } from "./skip-link";

type AuthShellProps = {
  title: ReactNode;
  lead?: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
  wide?: boolean;
};

/** `wide` is for set-up, which has longer forms. */
export function AuthShell({ title, lead, note, children, wide = false }: AuthShellProps) {
  return (
    <div className="threshold">
      <SkipLink />
      <Sheet>
        <Line>
          <div className="column">
            <AmanaName />
          </div>
        </Line>
        <Line note={note} className="head">
          <div className={wide ? undefined : "column"}>
            <h1>{title}</h1>
            {lead && <p className="lead">{lead}</p>}
            {children}
            <Languages />
          </div>
        </Line>
      </Sheet>
    </div>
  );
}

function AmanaName() {
  return (
    <HomeLink className="name">
      <span className="mark" aria-hidden="true">
        A
      </span>
      <span>
        Amana <span lang="ar">أمانة</span>
      </span>
    </HomeLink>
  );
}
