/** What words above a list or a table say that it lists. */
export type Subject = "errors" | "others" | undefined;

const ofErrors = /^(?:errors?|errcodes?|errorcodes?|exceptions?|failures?|faults?|problems?|rejections?|declines?)$/;
const plural = /^(?:errors|errcodes?|errorcodes?|exceptions|failures|faults|problems|rejections)$/;
const codes = /^(?:codes?|reasons?)$/;
const verbs = /^(?:fails?|failed|rejected|refused|declined|denied|invalid|unsuccessful)$/;
const status = /^(?:[45]\d\d|[45]xx)$/;

/** What comes behind these only tells when there is an error. */
const condition = /^(?:when|if|because|unless|whenever)$/;

/** Things that descriptions list beside errors. */
const others =
  /^(?:param(?:eter)?s?|arguments?|fields?|propert(?:y|ies)|attributes?|members?|headers?|columns?|objects?|body|payload|structure|format|schema|keys|scopes?|permissions?|roles?|privileges?|events?|webhooks?|triggers?|actions|filters?|claims?|options?|settings?|enums?|types|statuses|states|methods?|endpoints?|operations?|resources?|tags?|countr(?:y|ies)|currenc(?:y|ies)|languages?|locales?|plans?|products?|features?|limits?|examples?|changes?|versions?)$/;

/** Words before `codes` that leave it open which codes they are. */
const open =
  /^(?:the|these|those|this|following|possible|of|all|any|a|an|and|or|with|our|list|common|general|generic|specific|known|available|supported|valid|return|returned|returns|response|result|application|api|app|business|internal|custom|domain|server|client|machine|readable|machine-readable|numeric|string|error)$/;

/**
 * Whether words speak of errors or of something else: by the first of them that is one, and of several in a row by the
 * last: `permission errors` are errors, `error fields` are fields.
 */
export function subjectOf(heading: string): Subject {
  const sentences = heading.split(/\n|[.!?]\s/).reverse();
  const subjects = sentences.filter((sentence) => sentence.trim() !== "").map(subjectOfSentence);
  // The sentence right before counts most; what stands further above speaks of errors for all below it.
  const [nearest] = subjects;
  if (nearest !== undefined) return nearest;
  return subjects.find((subject) => subject !== undefined);
}

function subjectOfSentence(sentence: string): Subject {
  const words = sentence.toLowerCase().match(/[\p{L}\d][\p{L}\d-]*/gu) ?? [];
  let isTouched = false;
  for (let at = 0; at < words.length; at += 1) {
    const end = endOfRun(words, at);
    if (isTouched && condition.test(words[at]!)) return "errors";
    if (end === at) {
      isTouched ||= verbs.test(words[at]!) || status.test(words[at]!);
      continue;
    }
    const last = words[end - 1]!;
    if (others.test(last)) return isMemberOfErrors(words, at, end) ? "errors" : "others";
    if (plural.test(last)) return "errors";
    if (codes.test(last) && namesErrors(words, at, end)) return "errors";
    isTouched ||= ofErrors.test(last);
    at = end - 1;
  }
  return isTouched ? "errors" : undefined;
}

/** Where a run of telling words ends. */
function endOfRun(words: readonly string[], start: number): number {
  let end = start;
  while (end < words.length && [ofErrors, codes, others].some((kind) => kind.test(words[end]!))) end += 1;
  return end;
}

/** `The 'error' field will be one of the following`: of the member that holds them, what is listed are its values. */
function isMemberOfErrors(words: readonly string[], at: number, end: number): boolean {
  const [holder = "", member = "", behind = ""] = words.slice(end - 2, end + 1);
  const isNamed = end - at > 1 && (ofErrors.test(holder) || codes.test(holder));
  return isNamed && /^(?:field|property|attribute|member)$/.test(member) && holds.test(behind);
}

/** What comes behind a member whose values are listed. */
const holds = /^(?:is|will|can|may|must|could|has|holds|contains|takes)$/;

/** `error codes`, `possible codes` and codes at the beginning; `discount codes` are none. */
function namesErrors(words: readonly string[], at: number, end: number): boolean {
  if (end - at > 1) return words.slice(at, end - 1).some((word) => ofErrors.test(word));
  return at === 0 || open.test(words[at - 1]!);
}
