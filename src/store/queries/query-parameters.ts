/** Collects the values of one query; each stands in the text as $1, $2, …, and equal ones share a number. */
export class QueryParameters {
  private readonly list: string[] = [];

  /** The name under which the query reads the value. */
  add(value: string): string {
    const known = this.list.indexOf(value);
    if (known >= 0) return `$${known + 1}`;
    this.list.push(value);
    return `$${this.list.length}`;
  }

  /** A list in the query: `[$1, $2]`. */
  addAll(values: readonly string[]): string {
    return `[${values.map((v) => this.add(v)).join(", ")}]`;
  }

  get values(): readonly string[] {
    return this.list;
  }
}

/** A query in SQL and the values of its parameters, in their order. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly string[];
}
