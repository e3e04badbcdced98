import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import type { loadFindings } from "@/lib/features/compliance/loaders";
import { formatList, joinParts } from "@/lib/i18n/format";
import { provisionTexts } from "@/lib/i18n/obligation-words";
import { useCodeWords } from "./code-words";

type Finding = Awaited<ReturnType<typeof loadFindings>>["rows"][number];

const SEGMENTS: Record<Finding["noun"], string> = {
  record: "records",
  "own-record": "own-records",
  "sub-processor": "sub-processors",
  contract: "contracts",
  controller: "controllers",
  instruction: "instructions",
  transfer: "transfers",
  breach: "breaches",
  campaign: "telephone/campaigns",
  "call-log": "telephone/logs",
};

function partyOf(
  { isOwn, controllerId, controller }: Finding,
  t: (key: "matrix.own" | "matrix.shared") => string,
) {
  if (isOwn) return t("matrix.own");
  return controllerId === null ? t("matrix.shared") : controller;
}

/** Rows behind a figure, each leading to where it is mended. */
export function FindingList({ org, rows }: { org: string; rows: readonly Finding[] }) {
  const t = useTranslations("compliance");
  const locale = useLocale();
  const texts = useTranslations("obligation");
  const wordsOf = useCodeWords();
  return (
    <ol className="agenda">
      {rows.map((row) => (
        <li key={`${row.duty} ${row.noun} ${row.subjectId} ${row.controllerId}`}>
          <span className="at">
            <bdi>{row.reference}</bdi>
          </span>
          <div>
            <Link href={`/${org}/${SEGMENTS[row.noun]}/${row.subjectId}`} prefetch={false} className="quiet">
              <b>{row.label || row.controller || row.reference}</b>
            </Link>
            <p>
              {joinParts(
                [
                  partyOf(row, t),
                  formatList(
                    row.codes.map((code) => wordsOf(row.duty, code)),
                    locale,
                  ),
                ],
                locale,
              )}
            </p>
          </div>
          <div className="muted">
            {t(`duties.${row.duty}`)}
            <p>{joinParts(provisionTexts(texts, row.provisions), locale)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
