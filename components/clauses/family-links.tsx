import { useTranslations } from "next-intl";
import Link from "next/link";
import {
  CLAUSE_FAMILY_NAMES,
  clausesOfFamily,
  type ClauseFamily,
} from "@/lib/domain/contract/clause-families";
import type { ClauseId } from "@/lib/domain/contract/clauses";

type FamilyLinksProps = {
  /** Address of the reader, without its family. */
  at: string;
  family: ClauseFamily;
  ids: readonly ClauseId[];
  unread: readonly ClauseId[];
};

/** Families of clauses with the number read of each. */
export function FamilyLinks({ at, family, ids, unread }: FamilyLinksProps) {
  const t = useTranslations("contract-clauses");
  return (
    <nav aria-label={t("reader.families")} className="clause-families">
      <ul>
        {CLAUSE_FAMILY_NAMES.map((name) => {
          const clauses = clausesOfFamily(name, ids);
          if (clauses.length === 0) return null;
          const read = clauses.filter((id) => !unread.includes(id)).length;
          return (
            <li key={name}>
              <Link
                href={`${at}${at.includes("?") ? "&" : "?"}family=${name}`}
                aria-current={name === family ? "page" : undefined}
                prefetch={false}
              >
                {t(`families.${name}`)}{" "}
                <span className="count">{t("reader.read", { read, count: clauses.length })}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
