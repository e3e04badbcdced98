import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type RecordFieldProps = {
  label: ReactNode;
  /** Target of links in the gap summary. */
  id?: string;
  /** Empty shows "not filled in", coloured when a gap is beside it. */
  children?: ReactNode;
  /** `GapNote`s, on the field's own line. */
  gaps?: ReactNode;
};

/** Requires a surrounding `<dl>`. */
export function RecordField({ label, id, children, gaps }: RecordFieldProps) {
  const t = useTranslations("ui");
  const isBlank = children === undefined || children === null || children === "" || children === false;
  return (
    <div className="field" id={id}>
      <dt>{label}</dt>
      <dd>{isBlank ? <span className={gaps ? "void" : "faint"}>{t("blank")}</span> : children}</dd>
      {gaps && <dd>{gaps}</dd>}
    </div>
  );
}

type GapNoteProps = {
  /** Provision that asks for it; left out where the reader stands under another law. */
  article?: string | undefined;
  title: string;
  children: ReactNode;
  advisable?: boolean;
};

export function GapNote({ article, title, children, advisable = false }: GapNoteProps) {
  return (
    <div className={classNames("gap", advisable && "advisable")}>
      <b>
        <Icon of={TriangleAlert} small />
        <span>
          {article !== undefined && (
            <>
              <bdi>{article}</bdi> ·{" "}
            </>
          )}
          {title}
        </span>
      </b>
      {children}
    </div>
  );
}
