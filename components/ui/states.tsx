import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type BlankProps = { title: string; children: ReactNode; actions?: ReactNode };

export function Empty({ title, children, actions }: BlankProps) {
  return (
    <section className="blank">
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div className="bar">{actions}</div>}
    </section>
  );
}

/** Suggests narrowing; an export has all rows. */
export function TooMany(props: BlankProps) {
  return <Empty {...props} />;
}

/** States first that data are safe, then the failure and its reference. */
export function ErrorState({ title, children, reference, actions }: BlankProps & { reference?: string }) {
  const t = useTranslations("ui");
  return (
    <section className="blank" role="alert">
      <h2>{title}</h2>
      <p>
        {children}
        {reference && (
          <>
            {" "}
            {t("incidentReference")} <span className="hash">{reference}</span>
          </>
        )}
      </p>
      {actions && <div className="bar">{actions}</div>}
    </section>
  );
}

export function Forbidden({ title, children, actions }: Partial<BlankProps>) {
  const t = useTranslations("ui");
  return (
    <Empty title={title ?? t("forbiddenTitle")} actions={actions}>
      {children || t("forbiddenText")}
    </Empty>
  );
}

/** The role allows it, and the state of what it is about does not. */
export function StateForbids({ children, actions }: Partial<Pick<BlankProps, "children" | "actions">>) {
  const t = useTranslations("ui");
  return (
    <Empty title={t("stateForbidsTitle")} actions={actions}>
      {children || t("stateForbidsText")}
    </Empty>
  );
}

/** Says which of both refuses, role or state. `byRole` is the answer of the role alone; `children` say more of it. */
export function Refused({ byRole, children, actions }: RefusedProps) {
  return byRole ? (
    <Forbidden actions={actions}>{children}</Forbidden>
  ) : (
    <StateForbids actions={actions}>{children}</StateForbids>
  );
}

type RefusedProps = { byRole: boolean } & Partial<Pick<BlankProps, "children" | "actions">>;

const GHOSTS = ["mid", "long", "short"] as const;

/** Appears after 300 ms, without animation. */
export function Loading({ rows = 6, columns = 4 }: { rows?: number; columns?: number }) {
  const t = useTranslations("ui");
  return (
    <div className="after-a-while">
      <p className="sr" role="status">
        {t("loading")}
      </p>
      <table className="ledger" aria-hidden="true">
        <colgroup>
          <col width={104} />
        </colgroup>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              <td className="folio">
                <span className="ghost" />
              </td>
              {Array.from({ length: columns - 1 }, (_, column) => (
                <td key={column}>
                  <span className={`ghost ${GHOSTS[(row + column) % GHOSTS.length]}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
