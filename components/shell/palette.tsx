"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect, useState, useTransition, type ReactNode } from "react";
import { provideNonce } from "@/components/ui/provide-nonce";
import type { Act } from "@/lib/domain/nouns/policy";
import { countFound, type FoundGroup, type Hit } from "@/lib/domain/search/found";
import { setLocale, setTheme, signOut } from "@/lib/features/account/actions";
import { listActs, matchActs, type PaletteAct } from "./palette-acts";
import type { NavItemId } from "./nav-item-id";
import { FoundHit } from "./found-hit";
import { useFound } from "./use-found";

export type PaletteProps = {
  org: string;
  closed: readonly NavItemId[];
  may: readonly Act[];
  onClose: () => void;
};

/** Separate chunk, loaded on first use. */
export function Palette({ org, closed, may, onClose }: PaletteProps) {
  const t = useTranslations("shell");
  const [typed, type] = useState("");
  const { found, groups, isAsking, hasFailed } = useFound(org, typed);
  const acts = matchActs(
    listActs({ org, closed, may }, (key) => t(key)),
    typed,
  );
  const choose = useChoice(onClose);
  const isNothing = acts.length === 0 && countFound(found) === 0;
  useEffect(provideNonce, []);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="panel dialog palette" aria-describedby={undefined}>
          <Dialog.Title className="sr">{t("palette.title")}</Dialog.Title>
          <Command shouldFilter={false} loop label={t("palette.title")}>
            <Command.Input
              value={typed}
              onValueChange={type}
              placeholder={t("palette.placeholder")}
              maxLength={200}
            />
            <Command.List label={t("palette.list")} aria-busy={isAsking}>
              {groups.map((group) => (
                <FoundRows key={group} org={org} group={group} hits={found[group]} choose={choose} />
              ))}
              {(["acts", "navItems", "appearance"] as const).map((group) => (
                <Acts key={group} group={group} acts={acts} choose={choose} />
              ))}
              {typed.trim() !== "" && (
                <Group heading={t("palette.everything")} isEmpty={isNothing}>
                  <Item
                    id="everything"
                    onSelect={() => choose({ id: "everything", href: searchHref(org, typed) })}
                  >
                    {t("palette.all", { question: typed.trim() })}
                  </Item>
                </Group>
              )}
            </Command.List>
            <p className="says" role="status">
              {hasFailed && t("palette.failed")}
              {!hasFailed && isNothing && !isAsking && typed.trim() !== "" && t("palette.nothing")}
              {!hasFailed && isNothing && isAsking && t("palette.asking")}
            </p>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type Choose = (act: { href?: string; id: string }) => void;
type RowsProps = { org: string; group: FoundGroup; hits: readonly Hit[]; choose: Choose };

function FoundRows({ org, group, hits, choose }: RowsProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t(`found.${group}`)} isEmpty={hits.length === 0}>
      {hits.map((hit) => (
        <Item
          key={hit.id}
          id={`${group} ${hit.id}`}
          onSelect={() => choose({ id: hit.id, href: `/${org}${hit.path}` })}
        >
          <FoundHit hit={hit} />
        </Item>
      ))}
    </Group>
  );
}

function Acts({ group, acts, choose }: { group: PaletteAct["group"]; acts: PaletteAct[]; choose: Choose }) {
  const t = useTranslations("shell.palette");
  const own = acts.filter((act) => act.group === group);
  return (
    <Group heading={t(`groups.${group}`)} isEmpty={own.length === 0}>
      {own.map((act) => (
        <Item key={act.id} id={act.id} onSelect={() => choose(act)}>
          {act.label}
        </Item>
      ))}
    </Group>
  );
}

function searchHref(org: string, question: string): string {
  return `/${org}/search?${new URLSearchParams({ q: question.trim() })}`;
}

function Group({ heading, isEmpty, children }: { heading: string; isEmpty: boolean; children: ReactNode }) {
  return isEmpty ? null : <Command.Group heading={heading}>{children}</Command.Group>;
}

function Item({ id, onSelect, children }: { id: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item value={id} onSelect={onSelect}>
      {children}
    </Command.Item>
  );
}

function useChoice(onClose: () => void): Choose {
  const router = useRouter();
  const [, start] = useTransition();
  return ({ href, id }) => {
    onClose();
    if (href) return router.push(href);
    const [what = "", value = ""] = id.split(":");
    const form = new FormData();
    form.set(what, value);
    start(async () => {
      if (what === "theme") await setTheme(form);
      else if (what === "locale") await setLocale(form);
      else await signOut();
    });
  };
}
