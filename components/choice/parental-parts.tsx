import { useLocale, useTranslations } from "next-intl";
import { PartyDetails } from "@/components/shell/parties";
import { SubmitButton } from "@/components/ui/button";
import { Status, type StatusKind } from "@/components/ui/status";
import type { ParentalState } from "@/lib/domain/minor/parental-state";
import { submitParentalAnswer } from "@/lib/features/choice/actions";
import type { loadParental } from "@/lib/features/choice/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";

export type AskedOfParent = NonNullable<Awaited<ReturnType<typeof loadParental>>>;

export const STATE_KINDS: Record<ParentalState, StatusKind> = {
  "to-send": "warn",
  sent: "warn",
  returned: "late",
  unsure: "warn",
  unanswered: "warn",
  replaced: "plain",
  confirmed: "ok",
  recorded: "ok",
  declined: "late",
  withdrawn: "late",
  over: "plain",
  ended: "plain",
  "taken-over": "plain",
};

/** Names who asks and for whom, with what is asked and where it stands. */
export function ParentalFacts({ asked }: { asked: AskedOfParent }) {
  const t = useTranslations("parent");
  const locale = useLocale();
  const { processor, controller, statement, state, mayAnswer, mayDecline, answerUntil } = asked;
  const shown = mayAnswer ? "asked" : state === "over" && mayDecline ? "by-other" : state;
  return (
    <>
      <dl className="answer-who">
        <dt>{t("who")}</dt>
        <PartyDetails {...processor} />
        <dt>{t("forWhom")}</dt>
        <PartyDetails {...controller} />
        <dt>{t("what")}</dt>
        <dd>{statement}</dd>
        {mayAnswer && (
          <>
            <dt>{t("answerUntil")}</dt>
            <dd>{formatDay(answerUntil, locale, { long: true })}</dd>
          </>
        )}
      </dl>
      <p>
        <Status kind={mayAnswer ? "warn" : STATE_KINDS[state]}>{t(`states.${shown}`)}</Status>
      </p>
    </>
  );
}

/** Lists what is told before answering: a free choice, withdrawal, the age, the proof, what is kept, whom to ask, 13(2). */
export function ParentalTerms({ asked }: { asked: AskedOfParent }) {
  const t = useTranslations("parent.items");
  const locale = useLocale();
  const { processor, controller, aloneFrom, isJoint, erasedFrom } = asked;
  const values = {
    processor: processor.name,
    controller: controller.name,
    contact: processor.contact || processor.address || processor.name,
    day: aloneFrom === null ? "" : formatDay(aloneFrom, locale, { long: true }),
    erased: formatDay(erasedFrom, locale, { long: true }),
  };
  const items = [
    isJoint ? "joint" : "alone",
    "freeChoice",
    "withdrawal",
    ...(aloneFrom === null ? [] : ["age"]),
    ...["proof", "kept", "contact", "complaint"],
  ];
  return (
    <section className="answer-terms">
      <h2>{t("title")}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{t(item, values)}</li>
        ))}
      </ul>
    </section>
  );
}

type ParentalFormProps = {
  token: string;
  asked: AskedOfParent;
  /** Answer that was sent and refused for want of a declaration. */
  chosen?: "authorise";
};

/** A plain form, of which no script is part: nothing is chosen but what the holder chose before a refusal. */
export function ParentalForm({ token, asked, chosen }: ParentalFormProps) {
  const t = useTranslations("parent");
  const locale = useLocale();
  return (
    <form action={submitParentalAnswer} className="answer-form">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="language" value={locale} />
      {asked.mayAnswer ? (
        <fieldset className="answer-question">
          <legend>{t("question")}</legend>
          <div className="answer-pair">
            {(["authorise", "decline"] as const).map((value) => (
              <label key={value} className="answer-choice">
                <input type="radio" name="answer" value={value} defaultChecked={value === chosen} />
                <span>{t(`answers.${value}`)}</span>
              </label>
            ))}
          </div>
          <label className="answer-choice">
            <input type="checkbox" name="declares" value="yes" />
            <span>{t(`declares.${asked.power}`)}</span>
          </label>
        </fieldset>
      ) : (
        <input type="hidden" name="answer" value={asked.mayDecline ? "decline" : "withdraw"} />
      )}
      <SubmitButton>{t(asked.mayAnswer ? "send" : asked.mayDecline ? "decline" : "withdraw")}</SubmitButton>
    </form>
  );
}

/** Answers of the holder, the last first, each with its instant and reference; and what the staff recorded. */
export function ParentalReceipt({ asked }: { asked: AskedOfParent }) {
  const t = useTranslations("parent");
  const locale = useLocale();
  const { answers, authorisedOn } = asked;
  if (answers.length === 0 && authorisedOn === null) return <p>{t("receipt.none")}</p>;
  return (
    <ol className="answer-receipt">
      {answers.map(({ id, outcome, decidedAt }) => (
        <li key={id}>
          <p>
            <b>{t(`receipt.outcomes.${outcome}`)}</b>
          </p>
          <p>{t("receipt.at", { at: formatInstant(decidedAt, "Europe/Paris", locale) })}</p>
          <p>
            {t("receipt.reference")} <bdi dir="ltr">{id.slice(-12)}</bdi>
          </p>
        </li>
      ))}
      {authorisedOn !== null && (
        <li>{t("receipt.recorded", { day: formatDay(authorisedOn, locale, { long: true }) })}</li>
      )}
    </ol>
  );
}
