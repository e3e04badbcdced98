import { isDeepStrictEqual } from "node:util";
import { cache } from "react";
import type { OrgScope } from "@/lib/domain/access/scope";
import { itemAt } from "@/lib/domain/invariant/required";
import { Prisma } from "@/lib/generated/prisma/client";
import { isInsideUnit, type UnitAnswer, type UnitQuery } from "@/lib/platform/database/units";
import { runReadUnit } from "./read-unit";
import { rowTypes } from "./row-types";

/** Reads by SQL: a page's reader, or the transaction of a verb. */
export type Reader = {
  $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows>;
};

type Asked = {
  query: UnitQuery;
  /** Answers the same query too, where it is asked again before it left. */
  answer: Promise<UnitAnswer>;
  resolve: (answer: UnitAnswer) => void;
  reject: (error: unknown) => void;
};

/**
 * Collects the reads of a page within a scope: statements asked before the process waits for anything leave together, in
 * one unit of work, and those asked while a unit is answered leave together in the next.
 */
export class PageReader implements Reader {
  #asked: Asked[] = [];
  /** True from the first statement of a unit until it is answered. */
  #isBusy = false;

  constructor(readonly scope: OrgScope) {}

  async $queryRaw<Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows> {
    const statement = "text" in query ? query : Prisma.sql(query, ...values);
    const { rows } = await this.ask({ text: statement.text, values: statement.values, types: rowTypes });
    return rows as Rows;
  }

  /** Asks once what is asked again before it left. */
  ask(query: UnitQuery): Promise<UnitAnswer> {
    if (isInsideUnit()) throw new Error("A page was read inside a unit of work: read with its transaction.");
    const same = this.#asked.find((asked) => isSame(asked.query, query));
    return same?.answer ?? this.#add(query);
  }

  #add(query: UnitQuery): Promise<UnitAnswer> {
    const asked: Asked = { query, ...makePromise() };
    // Marks a fault as handled: a rejection that nobody awaits any more would end the process.
    asked.answer.catch(() => undefined);
    this.#asked.push(asked);
    if (!this.#isBusy) this.#schedule();
    return asked.answer;
  }

  /** Sends at the end of the turn: shell and page, which one answer has woken, have both asked by then. */
  #schedule(): void {
    this.#isBusy = true;
    setImmediate(() => void this.#send());
  }

  async #send(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    try {
      const answers = await runReadUnit(
        this.scope,
        asked.map(({ query }) => query),
      );
      asked.forEach(({ resolve }, index) => resolve(itemAt(answers, index)));
    } catch (error) {
      asked.forEach(({ reject }) => reject(error));
    } finally {
      this.#isBusy = false;
      if (this.#asked.length > 0) this.#schedule();
    }
  }
}

/** Gives all server components of a request the same reader of a scope. */
export const readerFor = cache((scope: OrgScope) => new PageReader(scope));

function makePromise(): Omit<Asked, "query"> {
  let settle!: Pick<Asked, "resolve" | "reject">;
  const answer = new Promise<UnitAnswer>((resolve, reject) => (settle = { resolve, reject }));
  return { answer, ...settle };
}

function isSame(one: UnitQuery, other: UnitQuery): boolean {
  return (
    one.text === other.text && one.rowMode === other.rowMode && isDeepStrictEqual(one.values, other.values)
  );
}
