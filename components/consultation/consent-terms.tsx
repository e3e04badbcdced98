import { useTranslations } from "next-intl";
import { PAGE_ITEMS } from "@/lib/domain/consultation/consent-page";
import type { Asked } from "./last-answer";

type ConsentTermsProps = {
  asked: Asked;
  /** "said" on the copy of what was chosen, R223-2; "title" before choosing. */
  head?: "title" | "said";
};

/**
 * Lists the terms read before choosing: the items of R223-1, where the contact details come from, whom to ask and where to
 * complain, art. 13(2), 14(2). Other words are another version of the page.
 */
export function ConsentTerms({ asked, head = "title" }: ConsentTermsProps) {
  const t = useTranslations("answer.items");
  const { processor, controller, months } = asked;
  const values = {
    processor: processor.name,
    controller: controller.name,
    count: months ?? 0,
    contact: processor.contact || processor.address || processor.name,
  };
  return (
    <section className="answer-terms">
      <h2>{t(head)}</h2>
      <ul>
        {[...PAGE_ITEMS, "source", "contact", "complaint"].map((item) => (
          <li key={item}>{t(item, values)}</li>
        ))}
      </ul>
    </section>
  );
}
