import type { ReactNode } from "react";
import { Languages } from "./languages";
import { SkipLink } from "./skip-link";

type PublicShellProps = {
  /** Name of the organisation whose page it is. */
  organisation: string;
  children: ReactNode;
};

/** Plain pages for strangers: no session, no way into the application, and no script that they need. */
export function PublicShell({ organisation, children }: PublicShellProps) {
  return (
    <div className="portal public">
      <SkipLink />
      <header className="portal-head">
        <span className="org">
          <span className="mark" aria-hidden="true">
            {Array.from(organisation)[0] ?? "A"}
          </span>
          <b>
            <bdi>{organisation}</bdi>
          </b>
        </span>
        <Languages />
      </header>
      <main className="portal-page" id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
