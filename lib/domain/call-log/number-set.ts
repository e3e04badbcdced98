/** Numbers up to which a list is searched faster than a set is made. */
const FEW = 16;

/** Set of numbers that is emptied for each person: most have a few, and some many. */
export class NumberSet {
  #few: number[] = [];
  #many: Set<number> | null = null;

  has(value: number): boolean {
    return this.#many ? this.#many.has(value) : this.#few.includes(value);
  }

  add(value: number): void {
    if (this.#many) this.#many.add(value);
    else if (this.#few.push(value) > FEW) this.#many = new Set(this.#few);
  }

  clear(): void {
    this.#few.length = 0;
    this.#many = null;
  }
}
