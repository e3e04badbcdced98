import Link from "next/link";
import { useTranslations } from "next-intl";
import { LINE_KINDS } from "@/lib/domain/contract-end/types";
import { LineStatus } from "./line-status";
import type { Line, LoadedEndLine } from "./loaded-end";
import { useLineName } from "./use-end-words";

export function LineNav({ org, of: { lines, line } }: { org: string; of: LoadedEndLine }) {
  const t = useTranslations("contract-end");
  return (
    <nav aria-label={t("line.lines")} className="hidden text-[12.5px] lg:block print:hidden">
      {LINE_KINDS.map((kind) => {
        const own = lines.filter((other) => other.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind}>
            <p className="muted mt-3 border-b border-rule font-semibold">{t(`kinds.${kind}`)}</p>
            <ul>
              {own.map((other) => (
                <Item key={other.id} org={org} line={other} isHere={other.id === line.id} />
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function Item({ org, line, isHere }: { org: string; line: Line; isHere: boolean }) {
  const name = useLineName()(line);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-2 border-b border-rule py-1">
      {isHere ? (
        <b aria-current="page">
          <bdi>{name}</bdi>
        </b>
      ) : (
        <Link href={`/${org}/contracts/end/lines/${line.id}`} prefetch={false}>
          <bdi>{name}</bdi>
        </Link>
      )}
      <LineStatus state={line.state} />
    </li>
  );
}
