/** Is a posting in English? Names of services are counted in any language; other words are missed. */

/** Short words of which any text of some length is full, and which the others hardly share. */
const SHORT_WORDS = {
  English: 'the and of to for with you your our we are is will be as on have',
  German: 'und der die das mit für wir sie ihre den von ist eine ein auf zu im bei als oder',
  French: 'les des et vous nous une pour dans avec est le du au sur votre nos ou que',
  Spanish: 'los las el y en con para una un por del que tu nuestro como se su al',
  Portuguese: 'os as e em com para uma um por do da que você nossa como ao na no',
  Italian: 'il di e che per con una un del della nel gli le sono nostro alla tuo',
  Dutch: 'het een van en voor met je wij ons op te zijn bij als naar jouw aan',
} as const satisfies Record<string, string>;

/** Below this many letters or words nothing can be told. */
const FEWEST = 20;
/** More letters of other scripts than this share: another language, whatever its short words are. */
const FOREIGN_SCRIPT = 0.3;

/** How the language is called that a text seems to be in, where that is not English; else null. */
export function foreignLanguage(text: string): string | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < FEWEST) return null;
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (1 - latin / letters.length > FOREIGN_SCRIPT) return 'another script than Latin';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST) return null;
  let best = { name: 'English', count: 0 };
  for (const [name, list] of Object.entries(SHORT_WORDS)) {
    const known = new Set(list.split(' '));
    const count = words.filter((word) => known.has(word)).length;
    if (count > best.count) best = { name, count };
  }
  return best.name === 'English' ? null : best.name;
}
