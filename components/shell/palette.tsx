"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect, useState, useTransition, type ReactNode } from "react";
import { provideNonce } from "@/components/ui/provide-nonce";
import type { Act } from "@/lib/domain/nouns/policy";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { setLocale, setTheme, signOut } from "@/lib/features/account/actions";
import { listActs, matchActs, type PaletteAct } from "./palette-acts";
import type { NavItemId } from "./nav-items";
import { useFound, type Found } from "./use-found";

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
  const { found, isAsking, hasFailed } = useFound(org, typed);
  const acts = matchActs(
    listActs({ org, closed, may }, (key) => t(key)),
    typed,
  );
  const choose = useChoice(onClose);
  const isNothing = acts.length === 0 && Object.values(found).every((rows) => rows.length === 0);
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
              <FoundRecords org={org} found={found} choose={choose} />
              <FoundControllers org={org} found={found} choose={choose} />
              <FoundContracts org={org} found={found} choose={choose} />
              <FoundInstructions org={org} found={found} choose={choose} />
              <FoundTransfers org={org} found={found} choose={choose} />
              <FoundSubProcessors org={org} found={found} choose={choose} />
              <FoundAuthorisations org={org} found={found} choose={choose} />
              <FoundBreaches org={org} found={found} choose={choose} />
              {(["acts", "rooms", "looks"] as const).map((group) => (
                <Acts key={group} group={group} acts={acts} choose={choose} />
              ))}
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
type GroupProps = { org: string; found: Found; choose: Choose };

function FoundRecords({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("records")} isEmpty={found.records.length === 0}>
      {found.records.map(({ id, reference, activity, controller, capacity }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `${registerHref(org, capacity)}/${id}` })}>
          <span className="ref">{reference}</span> <bdi>{activity}</bdi>
          <span className="aside">
            <bdi>{capacity === "controller" ? t("own") : controller}</bdi>
          </span>
        </Item>
      ))}
    </Group>
  );
}

function FoundControllers({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("controllers")} isEmpty={found.controllers.length === 0}>
      {found.controllers.map(({ id, legalName, isArchived }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `/${org}/controllers/${id}` })}>
          <bdi>{legalName}</bdi>
          {isArchived && <span className="aside">{t("archived")}</span>}
        </Item>
      ))}
    </Group>
  );
}

function FoundContracts({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("contracts")} isEmpty={found.contracts.length === 0}>
      {found.contracts.map(({ id, reference, title, controller }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `/${org}/contracts/${id}` })}>
          <span className="ref">{reference}</span> <bdi>{title}</bdi>
          <span className="aside">
            <bdi>{controller}</bdi>
          </span>
        </Item>
      ))}
    </Group>
  );
}

function FoundInstructions({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("instructions")} isEmpty={found.instructions.length === 0}>
      {found.instructions.map(({ id, number, text, controller }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `/${org}/instructions/${id}` })}>
          <span className="ref">{number}</span> <bdi>{text}</bdi>
          <span className="aside">
            <bdi>{controller}</bdi>
          </span>
        </Item>
      ))}
    </Group>
  );
}

function FoundTransfers({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("transfers")} isEmpty={found.transfers.length === 0}>
      {found.transfers.map(({ id, reference, importer, controller }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `/${org}/transfers/${id}` })}>
          <span className="ref">{reference}</span> <bdi>{importer}</bdi>
          <span className="aside">
            <bdi>{controller}</bdi>
          </span>
        </Item>
      ))}
    </Group>
  );
}

function FoundSubProcessors({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("subProcessors")} isEmpty={found.subProcessors.length === 0}>
      {found.subProcessors.map(({ id, reference, name, service }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `/${org}/sub-processors/${id}` })}>
          <span className="ref">{reference}</span> <bdi>{name}</bdi>
          <span className="aside">
            <bdi>{service}</bdi>
          </span>
        </Item>
      ))}
    </Group>
  );
}

function FoundAuthorisations({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("authorisations")} isEmpty={found.authorisations.length === 0}>
      {found.authorisations.map(({ id, reference, subProcessor, controller }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `/${org}/authorisations/${id}` })}>
          <span className="ref">{reference}</span> <bdi>{subProcessor}</bdi>
          <span className="aside">
            <bdi>{controller}</bdi>
          </span>
        </Item>
      ))}
    </Group>
  );
}

function FoundBreaches({ org, found, choose }: GroupProps) {
  const t = useTranslations("shell.palette");
  return (
    <Group heading={t("breaches")} isEmpty={found.breaches.length === 0}>
      {found.breaches.map(({ id, reference, title, isDrill }) => (
        <Item key={id} id={id} onSelect={() => choose({ id, href: `/${org}/breaches/${id}` })}>
          <span className="ref">{reference}</span> <bdi dir="auto">{title}</bdi>
          {isDrill && <span className="aside">{t("drill")}</span>}
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
