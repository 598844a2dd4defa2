const PLAIN = /^[a-z ]*$/;

/** A name in lower case without accents and apostrophes; hyphens and periods divide words: "Dayr az-Zawr" is "dayr az zawr". */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’‘ʻʼ`´]/g, "")
    .replace(/[-–—.,/()]+/g, " ")
    .replace(/ı/g, "i")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/\s+/g, " ")
    .trim();
}
