/**
 * Words that every report has, so that sharing them says nothing. A closed class of English, with the verbs and nouns of reporting,
 * the days and the months (days are compared as dates).
 */
const WORDS = `
a about above across after again against ago all almost along already also although always am among an and another any are around as at
away back be became because been before behind being below between both but by can could did do does doing done down during each early
either else even ever every few first for former from further get given go had has have having he her here hers herself him himself his
how however i if in including into is it its itself just last late later least less like made make many may me might more most much
must my near nearly neither next no nobody none nor not nothing now of off on once one only onto or other others our out over own per
quite rather recent recently same saying shall she should since so some soon still such than that the their theirs them themselves then
there these they this those though through throughout to today together told tomorrow too took toward towards two under until up upon us
very was we well went were what when where whether which while who whom whose why will with within without would yesterday yet you your
according added agency announced confirmed local media news newspaper official officials percent quoted report reported reporters reports
said says spokesman spokesperson spokeswoman state stated statement television time tells year years month months week weeks day days
hour hours morning afternoon evening night people man men woman women monday tuesday wednesday thursday friday saturday sunday january
february march april june july august september october november december mr mrs ms`;

const FUNCTION_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Whether a word, in lower case, says nothing about what a text is about. */
export function isFunctionWord(plain: string): boolean {
  return plain.length < 2 || FUNCTION_WORDS.has(plain);
}
