/** Names of lists and maps of field errors, without case and joints. */
const usual =
  /^(?:errors|errordetails|errorlist|details?|fields|issues|causes|violations|failures|suberrors|inner|usererrors|restrictions|params|parameters|modelstate|messages|nonfielderrors)$/;
const telling =
  /^(?:field|form|input|param|parameter|property|validation|invalid|constraint|request)(?:s|errors?|issues?|violations?|failures?|messages?|problems?|restrictions?|fields|params|parameters|properties|details|list)?$/;

/** Of nothing else than fields, where a `name` is one: elsewhere it may be the error's. */
const onlyFields = /field|param|validation|violation|invalid|constraint/;

/** Lists that have the name of one error, or of its text. */
const ofOne = /^(?:error|message|msg)$/;

/** What can be nothing else, even where a schema says of it no more than that it is an object. */
const strict = /^(?:errors|violations|modelstate|(?:field|form|validation|input|invalid)(?:s|errors|fields)?)$/;

/** Members that hold field errors, and that no error stands in: they are looked into for nothing else. */
const beside = /^(?:validations?|params|parameters|fields|restrictions|constraints|modelstate|data)$/;

/** What is wrong, and with no field alone, in a map of field errors. */
export function isOfNoField(name: string | undefined): boolean {
  return wordOf(name) === "nonfielderrors";
}

export function wordOf(name: string | undefined): string {
  return (name ?? "").replace(/[_-]/g, "").toLowerCase();
}

/** Whether a list or a map with this name may hold field errors. */
export function mayListFields(name: string | undefined): boolean {
  const word = wordOf(name);
  return usual.test(word) || telling.test(word);
}

export function listsOnlyFields(name: string | undefined): boolean {
  return onlyFields.test(wordOf(name));
}

export function isOfOneError(name: string | undefined): boolean {
  return ofOne.test(wordOf(name));
}

export function listsNothingElse(name: string | undefined): boolean {
  return strict.test(wordOf(name));
}

/** The texts of a node in a tree of field errors. */
export function isTreeOfFields(name: string | undefined): boolean {
  return name === "_errors";
}

export function standsBesideError(path: readonly string[]): boolean {
  return path.some((token) => beside.test(wordOf(token)) || isTreeOfFields(token));
}
