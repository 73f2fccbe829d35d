/** The languages of ISO 639-1. Not asked of the machine: what one version of its tables knows, another does not. */
const names = new Set(
  (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et " +
    "eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl " +
    "km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj " +
    "om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to " +
    "tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
  ).split(" "),
);

/** Whether a word is the tag of a language (BCP 47) as catalogues have them: `de`, `pt-BR`, `zh_Hant`. */
function isLanguage(word: string): boolean {
  const [, language] = /^([a-z]{2})(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}|[a-z]{2}|\d{3})){0,2}$/.exec(word) ?? [];
  return language !== undefined && names.has(language);
}

/** A key before and after its first step that is a language. */
export interface Split {
  readonly before: string;
  readonly language: string;
  readonly after: string;
}

export function splitAtLanguage(key: string): Split | undefined {
  const steps = key.split(".");
  const at = steps.slice(0, -1).findIndex(isLanguage);
  if (at < 0) return undefined;
  const before = steps.slice(0, at).map((step) => `${step}.`);
  return { before: before.join(""), language: steps[at] ?? "", after: steps.slice(at + 1).join(".") };
}
