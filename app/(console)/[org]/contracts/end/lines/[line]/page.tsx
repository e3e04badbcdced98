import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { AnswerForm } from "@/components/contract-end/answer-form";
import { EndHistory } from "@/components/contract-end/end-history";
import { LineFacts } from "@/components/contract-end/line-facts";
import { LineNav } from "@/components/contract-end/line-nav";
import type { LoadedEndLine } from "@/components/contract-end/loaded-end";
import { ReopenLineForm } from "@/components/contract-end/reopen-line-form";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Unbroken } from "@/components/ui/unbroken";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadEndLine } from "@/lib/features/contract-end/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatList } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string; line: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, line } = await params;
  return { title: await nameOf((await loadEndLine(org, line)).line) };
}

export default async function EndLinePage({ params, searchParams }: PageProps) {
  const { org, line: id } = await params;
  const search = await searchParams;
  const loaded = await loadEndLine(org, id);
  const documents = await loadDocuments(org, "contract-end-line", id);
  const { line, run, contract } = loaded;
  const t = await getTranslations("contract-end");
  const countries = await loadCountryOptions(await getLocale());
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <Unbroken>{t(`articles.${line.kind}`)}</Unbroken>
          </b>
        }
        title={<bdi>{await nameOf(line)}</bdi>}
        lead={t(`leads.${line.kind}`)}
      >
        <p className="version">
          <Link href={`/${org}/contracts/end/${run.id}`} prefetch={false}>
            {t("title", { reference: contract.reference })}
          </Link>
          <span>{t(`kinds.${line.kind}`)}</span>
        </p>
      </PageHead>
      <Part id="line" title={t("line.fromRegister")} article={t(`articles.${line.kind}`)}>
        <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <div>
            <LineFacts of={loaded} countries={countries} />
            <Words of={["contract-end", "contract", "form"]}>
              <Answer org={org} loaded={loaded} countries={countries} />
            </Words>
          </div>
          <LineNav org={org} of={loaded} />
        </div>
      </Part>
      <Documents
        org={org}
        here={`/${org}/contracts/end/lines/${id}`}
        of={{ ...documents, mayWrite: documents.mayWrite && run.state === "open" }}
        article={t(`articles.${line.kind}`)}
        search={search}
      />
      <EndHistory facts={loaded.facts} />
    </Sheet>
  );
}

type AnswerProps = { org: string; loaded: LoadedEndLine; countries: readonly CountryOption[] };

async function Answer({ org, loaded, countries }: AnswerProps) {
  const t = await getTranslations("contract-end.line");
  const { run, line, answers, today, next, mayAnswer, isChosen, chosenRecipient } = loaded;
  if (run.state !== "open") return <p className="muted mt-4">{t("closed")}</p>;
  if (!mayAnswer) return <p className="muted mt-4">{t("readOnly")}</p>;
  return (
    <>
      {loaded.askedAgain && <p className="text-warn mt-4">{t("askedAgain")}</p>}
      {!isChosen && isCarriedOut(line) && <p className="text-warn mt-4">{t("notChosen")}</p>}
      {answers.some((answer) => answer !== "taken-back") && (
        <AnswerForm
          key={`${line.id} ${line.version}`}
          org={org}
          of={{ line, run, answers, today, chosenRecipient }}
          countries={countries}
        />
      )}
      {line.state !== "open" && (
        <>
          {next && (
            <p className="mt-4">
              <LinkButton tone="go" href={`/${org}/contracts/end/lines/${next.id}`}>
                {t("next", { name: await nameOf(next) })}
              </LinkButton>
            </p>
          )}
          <details className="mt-4">
            <summary className="btn">{t("takeBack")}</summary>
            <ReopenLineForm org={org} line={line} />
          </details>
        </>
      )}
    </>
  );
}

/** Lines answered only once the controller chose deletion or return, 28(3)(g). */
function isCarriedOut({ kind }: LoadedEndLine["line"]): boolean {
  return kind === "system" || kind === "backup" || kind === "sub-processor";
}

async function nameOf({ kind, title, detail }: LoadedEndLine["line"]): Promise<string> {
  if (title && kind !== "backup") return title;
  const t = await getTranslations("contract-end.untitled");
  return t(kind, { records: title || formatList(detail.records, await getLocale()) });
}
