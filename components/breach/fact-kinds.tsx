import Link from "next/link";
import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { EVENT_KINDS, STATEMENT_KINDS } from "@/lib/domain/breach/facts";

const EVENTS = EVENT_KINDS.filter((kind) => kind !== "closed" && kind !== "reopened");

/** Leaves out what is of one controller alone, recorded from its own line. */
const STATEMENTS = STATEMENT_KINDS.filter((kind) => kind !== "delay-judged");

/** Kinds of facts, each leading to its form. */
export function FactKinds({ org, id }: { org: string; id: string }) {
  const t = useTranslations("breach");
  return (
    <Line>
      {[EVENTS, STATEMENTS].map((kinds, index) => (
        <section key={kinds[0]}>
          <h2 className="mt-4">{t(index === 0 ? "form.events" : "form.statements")}</h2>
          <ul className="columns-2 max-sm:columns-1">
            {kinds.map((kind) => (
              <li key={kind} className="py-2">
                <Link href={`/${org}/breaches/${id}/facts?kind=${kind}`} prefetch={false}>
                  {t(`kinds.${kind}`)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Line>
  );
}
