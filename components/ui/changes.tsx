import { ArrowRight, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "./icon";

type Change = { mark: "kept" | "added" | "removed"; text: string };

/** Strikes removed words and underlines added ones, in the text's own direction. */
export function TextChange({ pieces }: { pieces: readonly Change[] }) {
  return (
    <p className="whitespace-pre-line">
      <span dir="auto">
        {pieces.map(({ mark, text }, index) =>
          mark === "kept" ? <span key={index}>{text}</span> : <Marked key={index} mark={mark} text={text} />,
        )}
      </span>
    </p>
  );
}

/** Lists added and removed items; counts the rest. */
export function ItemChanges({ items }: { items: readonly Change[] }) {
  const stored = items.filter(({ mark }) => mark === "kept").length;
  return (
    <ul className="changes">
      {items.map(({ mark, text }, index) =>
        mark === "kept" ? null : (
          <li key={index}>
            <Icon of={mark === "added" ? Plus : Minus} small />
            <span dir="auto">
              <Marked mark={mark} text={text} />
            </span>
          </li>
        ),
      )}
      <UnchangedLines count={stored} />
    </ul>
  );
}

/** Shows both values whole; "" for an empty one. */
export function Replaced({ before, after }: { before: string; after: string }) {
  const t = useTranslations("ui");
  return (
    <>
      {before ? <del>{before}</del> : <span className="faint">{t("blank")}</span>}{" "}
      <Icon of={ArrowRight} small flip /> <span className="sr">{useTranslations("history")("becomes")}</span>{" "}
      {after ? <ins>{after}</ins> : <span className="faint">{t("blank")}</span>}
    </>
  );
}

/** Names the change for screen readers, isolated from the text's direction. */
export function Marked({ mark, text }: Change & { mark: "added" | "removed" }) {
  const t = useTranslations("history.marks");
  const stated = (
    <>
      <span className="sr" dir="auto">
        {t(mark)}{" "}
      </span>
      {text}
    </>
  );
  return mark === "added" ? <ins>{stated}</ins> : <del>{stated}</del>;
}

export function UnchangedLines({ count }: { count: number }) {
  const t = useTranslations("history");
  return count > 0 ? <li className="faint">{t("kept", { count })}</li> : null;
}
