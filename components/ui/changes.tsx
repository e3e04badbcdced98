import { ArrowRight, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "./icon";

/** Some words, and what became of them between two versions. */
type Change = { mark: "kept" | "added" | "removed"; text: string };

/**
 * A long text word by word: what went is struck through, what came is underlined, in the order of reading, which is that
 * of its own language on a page in any other.
 */
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

/** A list by what came and what went; what stayed is only counted. */
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
      <Kept count={stored} />
    </ul>
  );
}

/** What is replaced whole, before and after; "" says nothing. */
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

/** Struck through or underlined, and said so to whoever cannot see it, in words that turn nothing round them. */
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

export function Kept({ count }: { count: number }) {
  const t = useTranslations("history");
  return count > 0 ? <li className="faint">{t("kept", { count })}</li> : null;
}
