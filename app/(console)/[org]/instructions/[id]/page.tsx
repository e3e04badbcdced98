import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { InstructionLife } from "@/components/instruction/instruction-life";
import { InstructionSheet } from "@/components/instruction/instruction-sheet";
import { InstructionStatusBadge } from "@/components/instruction/instruction-status";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { ConversationPart } from "@/components/thread/conversation-part";
import { LinkButton } from "@/components/ui/button";
import { DayForm } from "@/components/ui/day-form";
import { ANSWERS } from "@/lib/domain/instruction/lifecycle";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadInstruction } from "@/lib/features/instruction/loaders";
import { loadConversation } from "@/lib/features/thread/loaders";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};
type Loaded = Awaited<ReturnType<typeof loadInstruction>>;

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { instruction, controller } = await loadInstruction(org, id, "");
  return { title: thingTitle(instruction.number, controller.legalName) };
}

export default async function InstructionPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const search = await searchParams;
  const it = await loadInstruction(org, id, String(search.on ?? ""));
  const [documents, conversation] = await Promise.all([
    loadDocuments(org, "instruction", id),
    loadConversation(org, "instruction", id),
  ]);
  const t = await getTranslations("instruction");
  return (
    <Sheet>
      <DisputedSheet org={org} noun="instruction" id={id} />
      <PageHead
        article={t("article", { article: "28(3)(a)" })}
        title={
          <>
            <bdi>{it.instruction.number}</bdi> · {it.controller.legalName}
          </>
        }
        actions={<Acts org={org} it={it} />}
      >
        <Where org={org} it={it} />
      </PageHead>
      <Line>
        <DayForm action={`/${org}/instructions/${id}`} on={it.day} />
      </Line>
      <InstructionSheet org={org} of={it} />
      <InstructionLife org={org} of={it} />
      <Documents
        org={org}
        here={`/${org}/instructions/${id}`}
        of={documents}
        article={t("article", { article: "28(3)(a)" })}
        search={search}
      />
      <ConversationPart place={{ side: "staff", org }} of={conversation} from="sheet" />
      <RowNotes org={org} noun="instruction" id={id} />
    </Sheet>
  );
}

async function Acts({ org, it }: { org: string; it: Loaded }) {
  const t = await getTranslations("instruction");
  const [first] = it.moves;
  const at = `/${org}/instructions/${it.instruction.id}`;
  const awaitsAnswer = isAnswerAwaited(it);
  return (
    <>
      {it.mayCorrect && (
        <LinkButton icon={Pencil} href={`${at}/edit`}>
          {t("edit.act")}
        </LinkButton>
      )}
      {awaitsAnswer && (
        <LinkButton tone="go" href={`${at}/answer`}>
          {t("answer.act")}
        </LinkButton>
      )}
      {first && !awaitsAnswer && (
        <LinkButton tone="go" href={`${at}/move/${first}`}>
          {t(`moves.${first}`)}
        </LinkButton>
      )}
    </>
  );
}

/** A contested instruction awaits any answer of its controller. */
function isAnswerAwaited({ instruction, moves }: Loaded): boolean {
  return instruction.state === "contested" && ANSWERS.some((answer) => moves.includes(answer));
}

function otherMoves(it: Loaded): Loaded["moves"] {
  if (!isAnswerAwaited(it)) return it.moves.slice(1);
  return it.moves.filter((event) => !ANSWERS.some((answer) => answer === event));
}

async function Where({ org, it }: { org: string; it: Loaded }) {
  const [t, locale] = await Promise.all([getTranslations("instruction"), getLocale()]);
  const at = `/${org}/instructions/${it.instruction.id}`;
  const { number, at: when, author } = it.version;
  return (
    <>
      <p className="version">
        {t("sheet.version", { number, when: formatInstant(when, "Africa/Casablanca", locale), author })}
      </p>
      <div className="summary">
        <InstructionStatusBadge status={it.status} />
        {!it.isToday && (
          <span className="muted">
            {t("sheet.statusOn", {
              day: formatDay(it.day, locale),
              status: t(`statuses.${it.status}`),
            })}
          </span>
        )}
        {otherMoves(it).map((event) => (
          <LinkButton key={event} tone="bare" href={`${at}/move/${event}`}>
            {t(`moves.${event}`)}
          </LinkButton>
        ))}
      </div>
    </>
  );
}
