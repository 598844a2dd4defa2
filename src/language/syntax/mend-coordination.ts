import type { Parse } from "./parser.ts";

/**
 * Mends two coordinations that the parser likes to fold into one noun phrase: a second titled name ("Prime Minister Sharif and
 * Saudi crown prince Mohammed bin Salman" read as one person), and two adjectives of one noun ("by both Kurdish and Sunni
 * members", "Kurdish" read as a party of its own).
 */
export function mendCoordination(forms: readonly string[], parse: Parse): Parse {
  if (!forms.includes("and")) return parse;
  const tree = new Tree(forms, parse);
  for (let i = 1; i < forms.length; i++) {
    tree.mendTitledName(i);
    tree.mendAdjectives(i);
  }
  return tree.result();
}

class Tree {
  private readonly forms: readonly string[];
  private readonly parse: Parse;
  private heads: Int32Array | null = null;
  private labels: string[] | null = null;

  constructor(forms: readonly string[], parse: Parse) {
    this.forms = forms;
    this.parse = parse;
  }

  result(): Parse {
    return this.heads && this.labels ? { ...this.parse, heads: this.heads, labels: this.labels } : this.parse;
  }

  private head(i: number): number {
    return (this.heads ?? this.parse.heads)[i] ?? -1;
  }

  private label(i: number): string {
    return (this.labels ?? this.parse.labels)[i] ?? "";
  }

  private children(i: number): readonly number[] {
    const out: number[] = [];
    for (let k = 0; k < this.forms.length; k++) if (this.head(k) === i) out.push(k);
    return out;
  }

  private attach(i: number, head: number, label: string): void {
    this.heads ??= Int32Array.from(this.parse.heads);
    this.labels ??= [...this.parse.labels];
    this.heads[i] = head;
    this.labels[i] = label;
  }

  /** A title behind its name that has a conjunction of its own opens a second name, made of the name parts behind it. */
  mendTitledName(title: number): void {
    const name = this.head(title);
    if (this.label(title) !== "nmod:desc" || name < 0 || name > title) return;
    const conjunction = this.children(title).find((c) => c < title && this.label(c) === "cc");
    if (conjunction === undefined) return;
    const parts = this.children(name).filter((c) => c > title && this.label(c) === "flat");
    const first = parts[0];
    if (first === undefined) return;
    this.attach(first, name, "conj");
    this.attach(title, first, "nmod:desc");
    this.attach(conjunction, first, "cc");
    for (const part of parts.slice(1)) this.attach(part, first, "flat");
  }

  /** An adjective that became a noun phrase of its own beside a coordinated noun of the same role modifies that noun. */
  mendAdjectives(noun: number): void {
    if (!this.parse.tags[noun]?.startsWith("NOUN") && !this.parse.tags[noun]?.startsWith("PROPN")) return;
    const conjunction = this.children(noun).find((c) => c < noun && this.label(c) === "cc");
    if (conjunction === undefined || !this.children(noun).some((c) => c > conjunction && this.label(c) === "amod"))
      return;
    const first = conjunction - 1;
    if (!this.parse.tags[first]?.startsWith("ADJ")) return;
    const sibling = this.head(first) === this.head(noun) && this.label(first) === this.label(noun);
    const conjunct = this.head(noun) === first && this.label(noun) === "conj";
    if (!sibling && !conjunct) return;
    const second = this.children(noun).find((c) => c > conjunction && this.label(c) === "amod");
    if (second === undefined) return;
    const [above, relation] = [this.head(first), this.label(first)];
    for (const c of this.children(first)) if (c !== noun) this.attach(c, noun, this.label(c));
    if (conjunct) this.attach(noun, above, relation);
    this.attach(first, noun, "amod");
    this.attach(second, first, "conj");
    this.attach(conjunction, second, "cc");
  }
}
