import type { Entity, Mention } from "../core/actor-layers.ts";
import type { Doc } from "../core/layers.ts";
import type { Stage } from "../core/stage.ts";
import type { ActorTables } from "../lexicon/actor-tables.ts";
import { roleClaimsOf } from "./claims/role-claims.ts";
import type { Chain, DraftMention } from "./coreference/chain.ts";
import type { Ledger } from "./coreference/ledger.ts";
import { chooserOf, type PronounWeights } from "./coreference/pronouns.ts";
import { Quotations } from "./coreference/quotations.ts";
import { resolveMentions } from "./coreference/resolve.ts";
import { findHeads } from "./mentions/find-heads.ts";
import { phraseOf, textEnd } from "./mentions/phrase.ts";
import { Focus } from "./resolution/focus.ts";
import { ActorKnowledge } from "./resolution/knowledge.ts";
import type { NameMatch } from "./resolution/name-index.ts";
import { readMention } from "./resolution/read-mention.ts";
import { BLOCS } from "./resolution/reading.ts";
import { pickEntry, SentenceView } from "./resolution/sentence-view.ts";
import { addPlaces } from "./resolution/placed-names.ts";
import { settleChains } from "./resolution/settle.ts";
import { titleWords } from "./resolution/title-names.ts";

type Reads = "report" | "sentences" | "places";

/**
 * Finds every noun phrase that may be an actor, joins those that mean the same, and codes each on the report's date:
 * country, sectors, office, name. Places, already told apart, give actors their countries too ("police in Okhtyrka").
 */
export function createPlacedActorStage(
  tables: ActorTables,
  weights: PronounWeights,
): Stage<Reads, "mentions" | "entities" | "roleClaims"> {
  const knowledge = new ActorKnowledge(tables);
  const choose = chooserOf(weights);
  return {
    name: "actors",
    version: 1,
    requires: ["report", "sentences", "places"],
    assigns: ["mentions", "entities", "roleClaims"],
    run(doc: Doc<Reads>) {
      const { views, title } = viewsOf(doc, knowledge);
      const ledger = resolveMentions(draftsOf(views), new Quotations(views), choose);
      settleChains(ledger, new Focus(title));
      const { text } = doc.report;
      return { ...layersOf(ledger, text, knowledge), roleClaims: roleClaimsOf(ledger, text) };
    },
  };
}

/** Sentences with their names; a first pass counts countries so that like-named things can be told apart. */
function viewsOf(
  { report, sentences, places }: Doc<Reads>,
  knowledge: ActorKnowledge,
): { readonly views: readonly SentenceView[]; readonly title: ReadonlyMap<string, number> } {
  const perSentence = sentences.map((s) => addPlaces(knowledge.names.scan(s), s.index, places, knowledge));
  const inTitle = report.title === null ? [] : knowledge.names.scan(titleWords(report.title));
  const title = countCountries([inTitle]);
  const countries = countCountries([...perSentence, inTitle]);
  const views = sentences.map((s, i) => new SentenceView(s, knowledge, report.date, perSentence[i] ?? [], countries));
  return { views, title };
}

function countCountries(lists: readonly (readonly NameMatch[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const matches of lists)
    for (const m of matches) {
      if (new Set(m.entries.map((e) => e.code)).size !== 1) continue;
      const { code } = pickEntry(m, counts);
      if (code !== "" && !BLOCS.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  return counts;
}

function draftsOf(views: readonly SentenceView[]): readonly DraftMention[] {
  const out: DraftMention[] = [];
  for (const view of views)
    for (const { head, kind } of findHeads(view)) {
      const range = phraseOf(view.sentence, head);
      out.push({
        id: out.length,
        view,
        sentence: view.sentence.index,
        token: view.token(head),
        kind,
        range,
        textEnd: kind === "pronoun" ? range.last : textEnd(view.sentence, head, range),
        reading: readMention(view, head, kind, range),
      });
    }
  return out;
}

function layersOf(
  ledger: Ledger,
  text: string,
  knowledge: ActorKnowledge,
): { mentions: readonly Mention[]; entities: readonly Entity[] } {
  const mentions = ledger.history.map(({ mention, chain }): Mention => {
    const start = mention.view.token(mention.range.first).start;
    const end = mention.view.token(mention.textEnd).end;
    const reason = chain.reasons[chain.mentions.indexOf(mention)] ?? "";
    return {
      id: mention.id,
      sentence: mention.sentence,
      first: mention.range.first,
      last: mention.range.last,
      head: mention.token.index,
      start,
      end,
      text: text.slice(start, end),
      kind: mention.kind,
      entity: chain.id,
      because: [reason, mention.reading.because].filter((x) => x !== "").join("; "),
    };
  });
  return { mentions, entities: ledger.chains.map((c) => entityOf(c, knowledge)) };
}

function entityOf(chain: Chain, knowledge: ActorKnowledge): Entity {
  return {
    id: chain.id,
    mentions: chain.mentions.map((m) => m.id),
    code: chain.code,
    sectors: chain.sectors,
    name: chain.name,
    wikidata: chain.wikidata,
    row: chain.key,
    office: chain.office,
    number: chain.number,
    gender: chain.gender,
    kind: chain.kind,
    members: chain.members.map((c) => c.id),
    terms: knowledge.termsOf(chain.key),
    because: [chain.codeWhy, chain.sectorWhy].filter((x, i, a) => x !== "" && a.indexOf(x) === i).join("; "),
  };
}
