import type { Parse } from "./parser.ts";
import { TreeEdit } from "./tree-edit.ts";

/**
 * Mends coordinations that the parser likes to get wrong in news:
 * a second titled name folded into the first ("Prime Minister Sharif and Saudi crown prince Mohammed bin Salman"), adjectives of
 * one noun read as a party beside it ("by both Kurdish and Sunni members", "the South Korean and U.S. air forces"), a list read
 * as an apposition ("France, Germany, and Italy"), or with a comma lost ("the US the EU and others"), and the subject of a second clause joined to that of the first ("Benin sent
 * boats, and Interpol promised help").
 */
export function mendCoordination(forms: readonly string[], parse: Parse): Parse {
  if (!forms.some((f) => f === "and" || f === "but" || f === "while")) return parse;
  const tree = new CoordinationEdit(forms, parse);
  for (let i = 1; i < forms.length; i++) {
    tree.mendTitledName(i);
    tree.mendAdjectives(i);
    tree.mendSharedNoun(i);
    tree.mendList(i);
    tree.mendUnparted(i);
    tree.mendSecondSubject(i);
  }
  return tree.result();
}

class CoordinationEdit extends TreeEdit {
  /** "envoys from the US the EU and ten other states": a name with its article behind a name, and more behind "and": a comma is lost. */
  mendUnparted(name: number): void {
    const article = name - 1;
    const first = article - 1;
    if (!/^(?:appos|nmod|conj)/.test(this.label(name)) || this.lower(article) !== "the" || this.head(article) !== name)
      return;
    if (first < 0 || !this.isProper(name) || !this.isProper(first) || this.lower(first - 1) !== "the") return;
    if (this.lower(name + 1) !== "and" || this.governs(name, first)) return;
    const last = this.head(name + 1);
    this.attach(name, first, "conj");
    if (last > name + 1 && !this.governs(last, first)) this.attach(last, first, "conj");
  }

  private isProper(i: number): boolean {
    return this.tag(i).startsWith("PROPN");
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

  /** "by Haitian and Kenyan police": nationality words with the preposition, and the noun beside them without one. */
  private mendSiblings(noun: number): void {
    const second = noun - 1;
    const first = noun - 3;
    if (first < 0 || this.label(second) !== "conj" || this.head(second) !== first || this.label(noun - 2) !== "cc")
      return;
    if (this.head(first) !== this.head(noun) || this.label(first) !== this.label(noun) || !this.isName(first)) return;
    if (this.children(noun).length > 0 || !this.isName(second)) return;
    for (const c of this.children(first)) if (c !== second) this.attach(c, noun, this.label(c));
    this.attach(first, noun, "amod");
  }

  /** An adjective that became a noun phrase of its own beside a coordinated noun of the same role modifies that noun. */
  mendAdjectives(noun: number): void {
    if (!this.isNoun(noun)) return;
    this.mendSiblings(noun);
    const second = this.children(noun).find((c) => c < noun && this.label(c) === "amod");
    if (second === undefined) return;
    const conjunction = [...this.children(noun), ...this.children(second)].find(
      (c) => c < second && this.label(c) === "cc",
    );
    const first = (conjunction ?? 0) - 1;
    if (conjunction === undefined || !this.tag(first).startsWith("ADJ")) return;
    const sibling = this.head(first) === this.head(noun) && this.label(first) === this.label(noun);
    const conjunct = this.head(noun) === first && this.label(noun) === "conj";
    if (!sibling && !conjunct) return;
    const [above, relation] = [this.head(first), this.label(first)];
    for (const c of this.children(first)) if (c !== noun) this.attach(c, noun, this.label(c));
    if (conjunct) this.attach(noun, above, relation);
    this.attach(first, noun, "amod");
    this.attach(second, first, "conj");
    this.attach(conjunction, second, "cc");
  }

  /** "the South Korean and U.S. air forces": a name after "and" that was taken for a part of the compound behind it. */
  mendSharedNoun(noun: number): void {
    if (!this.isNoun(noun)) return;
    const conjunction = this.children(noun).find((c) => c < noun && this.label(c) === "cc");
    if (conjunction === undefined) return;
    const [first, second] = [conjunction - 1, conjunction + 1];
    if (this.head(first) !== noun || !/^(?:amod|compound)$/.test(this.label(first)) || !this.isName(second)) return;
    if (!this.isName(first) || this.label(second) !== "compound" || this.head(second) === first) return;
    this.attach(second, first, "conj");
    this.attach(conjunction, second, "cc");
  }

  /** "of France, Germany, and the United Kingdom": between commas of a list of names there is no apposition. */
  mendList(token: number): void {
    const first = this.head(token);
    if (this.label(token) !== "appos" || first < 0 || first > token || !this.isName(token) || !this.isName(first))
      return;
    if (this.forms[token - 1] !== "," || this.children(token).some((c) => this.label(c) === "det")) return;
    const conjunction = this.forms[token + 1] === "," ? token + 2 : token + 1;
    if (this.forms[conjunction] !== "and") return;
    const last = this.head(conjunction);
    if (last <= token || this.label(last) !== "conj" || !this.isName(last)) return;
    if (this.head(last) !== first && this.head(last) !== this.head(first)) return;
    this.attach(token, first, "conj");
    this.attach(last, first, "conj");
  }

  /** A noun behind the verb that was joined to the verb's subject, while the second verb has none: it is that verb's subject. */
  mendSecondSubject(noun: number): void {
    const subject = this.head(noun);
    if (this.label(noun) !== "conj" || subject < 0 || this.label(subject) !== "nsubj") return;
    const verb = this.head(subject);
    if (verb < 0 || subject > verb || noun < verb) return;
    const second = this.children(verb).find(
      (c) => c > noun && this.label(c) === "conj" && this.tag(c).startsWith("VERB"),
    );
    if (second === undefined || this.children(second).some((c) => this.label(c).startsWith("nsubj"))) return;
    this.attach(noun, second, "nsubj");
    for (const c of this.children(noun)) if (this.label(c) === "cc" && c < noun) this.attach(c, second, "cc");
  }

  private isNoun(i: number): boolean {
    return /^(?:NOUN|PROPN)/.test(this.tag(i));
  }

  private isName(i: number): boolean {
    return /^\p{Lu}/u.test(this.forms[i] ?? "") && /^(?:PROPN|ADJ)/.test(this.tag(i));
  }
}
