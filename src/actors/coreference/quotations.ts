import type { SentenceView } from "../resolution/sentence-view.ts";

/** Which tokens of a report stand inside quotation marks; a quotation ends with its paragraph at the latest. */
export class Quotations {
  private readonly bySentence = new Map<number, readonly boolean[]>();
  private open = false;
  private paragraph = -1;

  constructor(views: readonly SentenceView[]) {
    for (const view of views) this.read(view);
  }

  private read(view: SentenceView): void {
    const { paragraph, tokens, index } = view.sentence;
    if (paragraph !== this.paragraph) this.open = false;
    this.paragraph = paragraph;
    const inside: boolean[] = [];
    let any = this.open;
    for (const { form } of tokens) {
      if (form === "“" || form === "``") this.open = true;
      else if (form === "”" || form === "''") this.open = false;
      else if (form === '"') this.open = !this.open;
      any ||= this.open;
      inside.push(this.open);
    }
    if (any) this.bySentence.set(index, inside);
  }

  has(sentence: number, token: number): boolean {
    return this.bySentence.get(sentence)?.[token] ?? false;
  }
}
