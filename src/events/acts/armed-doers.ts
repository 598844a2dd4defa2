import type { Act, ActParty, Predication } from "../../core/event-layers.ts";
import type { PartyReader } from "./party-reader.ts";
import type { PredicateLookup } from "./predicate-lookup.ts";

const BEFORE_NOUN = new Set(["compound", "amod"]);

/** Acts of violence done by those who can do them: not by what was hit, nor by the weapon. Other acts are left as they are. */
export function withArmedDoers(
  act: Act,
  predications: readonly Predication[],
  reader: PartyReader,
  lookup: PredicateLookup,
): Act {
  if (act.category !== "ASSAULT") return act;
  return withLauncher(withTargetBeforeNoun(act, reader), predications, reader, lookup);
}

/**
 * "The restaurant attack killed six", "a series of child murders": what stands before a noun of violence and bears no arms is no doer
 * of it, but its target if no other one is named.
 */
function withTargetBeforeNoun(act: Act, reader: PartyReader): Act {
  const targets = act.actors.filter(
    ({ token }) => BEFORE_NOUN.has(reader.graph.token(token).deprel) && !reader.bearsArms(token),
  );
  if (targets.length === 0) return act;
  const actors = act.actors.filter((a) => !targets.includes(a));
  const kept = actors.length > 0 ? act.because : act.because.filter((b) => b.field !== "actor");
  if (act.recipients.length > 0) return { ...act, actors, because: kept };
  const path = targets.map((t) => t.path).join(" ");
  return {
    ...act,
    actors,
    recipients: targets,
    because: [...kept, { field: "recipient", rule: "violence.target-before-noun", path }],
  };
}

/** "Peru fired missiles that hit a port": who fires the weapon hits. */
function withLauncher(
  act: Act,
  predications: readonly Predication[],
  reader: PartyReader,
  lookup: PredicateLookup,
): Act {
  const paths: string[] = [];
  const actors = act.actors.map((party): ActParty => {
    if (!lookup.inClass("WEAPON", reader.graph.token(party.token).lemma)) return party;
    const launch = predications.find((q) => q.arguments.some((a) => a.slot === "patient" && a.token === party.token));
    const launcher = launch?.arguments.find((a) => a.slot === "agent" && reader.isActor(a.token));
    if (!launch || !launcher) return party;
    paths.push(`${launch.lemma}>${launcher.path}`);
    return { token: launcher.token, path: `${party.path}>${launcher.path}` };
  });
  if (paths.length === 0) return act;
  const because = act.because.filter((b) => b.field !== "actor");
  return {
    ...act,
    actors,
    because: [...because, { field: "actor", rule: "violence.launcher", path: paths.join(" ") }],
  };
}
