import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmailUpload } from "@/components/attachment/email-upload";
import { MOVE, MoveForm } from "@/components/instruction/move-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Refused } from "@/components/ui/states";
import { CONFIRMATION_CONTROLS, emailFills } from "@/lib/domain/attachment/emailed";
import { readDocumentNotice } from "@/lib/domain/attachment/refusals";
import type { Search } from "@/lib/forms/list-query";
import { loadMove } from "@/lib/features/instruction/loaders";
import { formatList } from "@/lib/i18n/format";

type PageProps = {
  params: Promise<{ org: string; id: string; event: string }>;
  searchParams: Promise<Search>;
};

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id, event } = await params;
  const move = await loadMove(org, id, event);
  return { title: (await getTranslations("instruction"))(`moves.${move.event}`) };
}

export default async function MoveInstructionPage({ params, searchParams }: PageProps) {
  const { org, id, event } = await params;
  const search = await searchParams;
  const file = z.uuid().safeParse([search.email].flat()[0]).data;
  const move = await loadMove(org, id, event, file);
  const [t, locale] = await Promise.all([getTranslations("instruction"), getLocale()]);
  const rightWords = await getTranslations("rights-request.rights");
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{move.instruction.number}</bdi>
          </b>
        }
        title={t(`moves.${move.event}`)}
        lead={t(`effects.${move.event}`)}
      >
        <p className="muted prose-line" dir="auto">
          {move.instruction.text}
        </p>
      </PageHead>
      {move.isPossible && move.executing.length > 0 && (
        <Part title={t("move.executing")}>
          <p className="prose-line my-3">{t("move.executingText")}</p>
          <ul>
            {move.executing.map(({ id: work, reference, title, rights, path }) => (
              <li key={work}>
                <Link href={`/${org}/${path}`} prefetch={false}>
                  <bdi>{reference}</bdi> ·{" "}
                  <bdi>
                    {title ||
                      formatList(
                        rights.map((right) => rightWords(right)),
                        locale,
                      )}
                  </bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {move.isPossible ? (
        <Words of={["instruction", "form", "attachment"]}>
          {move.event === "confirm-in-writing" && (
            <EmailUpload
              to={`/api/pending-documents/${org}?instruction=${id}`}
              form={MOVE}
              waiting={move.email}
              emailed={move.emailed}
              fills={emailFills(CONFIRMATION_CONTROLS, (name) => t(`move.${name}`), {
                day: move.now.on,
                time: move.now.time,
              })}
              notice={readDocumentNotice(search)}
            />
          )}
          <MoveForm org={org} move={move} />
        </Words>
      ) : (
        <Line>
          <Refused
            byRole={!move.mayByRole}
            actions={<LinkButton href={`/${org}/instructions/${id}`}>{move.instruction.number}</LinkButton>}
          >
            {move.mayByRole && t("move.noLeft")}
          </Refused>
        </Line>
      )}
    </Sheet>
  );
}
