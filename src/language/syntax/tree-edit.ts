import type { Parse } from "./parser.ts";

/** A parse that is mended step by step; its arcs are copied at the first change, so that the parser's own stays as it is. */
export class TreeEdit {
  readonly forms: readonly string[];
  private parse: Parse;
  private arcs: { readonly heads: Int32Array; readonly labels: string[] } | null = null;

  constructor(forms: readonly string[], parse: Parse) {
    this.forms = forms;
    this.parse = parse;
  }

  result(): Parse {
    return this.arcs ? { ...this.parse, ...this.arcs } : this.parse;
  }

  /** The word's governor, -1 for the root's and for a word that is not there. */
  protected head(i: number): number {
    return (this.arcs ?? this.parse).heads[i] ?? -1;
  }

  protected label(i: number): string {
    return (this.arcs ?? this.parse).labels[i] ?? "";
  }

  protected tag(i: number): string {
    return this.parse.tags[i] ?? "";
  }

  /** Lower case. */
  protected lower(i: number): string {
    return (this.forms[i] ?? "").toLowerCase();
  }

  protected children(i: number): readonly number[] {
    const out: number[] = [];
    for (let k = 0; k < this.forms.length; k++) if (this.head(k) === i) out.push(k);
    return out;
  }

  protected attach(i: number, head: number, label: string): void {
    this.arcs ??= { heads: Int32Array.from(this.parse.heads), labels: [...this.parse.labels] };
    this.arcs.heads[i] = head;
    this.arcs.labels[i] = label;
  }

  protected retag(i: number, tag: string): void {
    this.parse = { ...this.parse, tags: this.parse.tags.with(i, tag) };
  }

  protected governs(upper: number, lower: number): boolean {
    for (let i = lower; i >= 0; i = this.head(i)) if (i === upper) return true;
    return false;
  }
}
