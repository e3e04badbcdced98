import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type RecordFieldProps = {
  label: ReactNode;
  /** Where a link of the gap summary arrives. */
  id?: string;
  /** Nothing to show reads "not filled in", in the ink of what is missing when a gap stands beside it. */
  children?: ReactNode;
  /** `GapNote`s, on the field's own line. */
  gaps?: ReactNode;
};

/** Field, value, gap note. Stands in a `<dl>`. */
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
  code: string;
  /** What is wrong, in two or three words. */
  title: string;
  /** What to write and why, then a link to where. */
  children: ReactNode;
  advisable?: boolean;
};

export function GapNote({ code, title, children, advisable = false }: GapNoteProps) {
  return (
    <div className={classNames("gap", advisable && "advisable")}>
      <b>
        <Icon of={TriangleAlert} small />
        <span>
          <bdi>{code}</bdi> · {title}
        </span>
      </b>
      {children}
    </div>
  );
}
