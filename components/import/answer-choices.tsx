"use client";

import { useTypedAnswer } from "./refused-fields";

type AnswerChoicesProps = {
  /** Name of the form's field. */
  name: string;
  question: string;
  /** Stored answer; null where there is none. */
  answer: string | null;
  choices: readonly { value: string; label: string }[];
};

/** Answers of a question, of which one that was given in a refused form stays chosen. */
export function AnswerChoices({ name, question, answer, choices }: AnswerChoicesProps) {
  const chosen = useTypedAnswer()(question) ?? answer;
  return choices.map(({ value, label }) => (
    // A choice that is on the screen ignores another beginning: React makes it anew.
    <label key={`${value} ${chosen ?? ""}`} className="check">
      <input type="radio" className="dot" name={name} value={value} defaultChecked={chosen === value} />
      <span>{label}</span>
    </label>
  ));
}
