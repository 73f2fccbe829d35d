/**
 * How the items of a list of field errors name their parts: names without case and joints, the first that holds something
 * usable counts. A dot leads into an object, as in the `source` of JSON:API.
 */
export interface ItemNames {
  /** What names the field. */
  readonly paths: readonly string[];
  /** Of these, the ones that may hold it as a list of steps. */
  readonly steps: readonly string[];
  /** Of these, the ones that may as well name something else where the field is known already. */
  readonly weak: readonly string[];
  /** What names several fields, in a list, where nothing names one. */
  readonly several: readonly string[];
  /** What says what is wrong with it; a code where there is no text for people. */
  readonly texts: readonly string[];
  /** Of these, the ones that may hold several texts, in a list or a map. */
  readonly lists: readonly string[];
  /** Texts that are no field themselves in an object that the name of a field leads to, and their lists. */
  readonly mapped: readonly string[];
  readonly mappedLists: readonly string[];
  /** Further items below an item, or around them. */
  readonly nested: readonly string[];
}

export const itemNames: ItemNames = {
  paths: [
    "path",
    "loc",
    "location",
    "instancepath",
    "instancelocation",
    "datapath",
    "field",
    "fieldname",
    "fieldpath",
    "pointer",
    "jsonpointer",
    "jsonpath",
    "source.pointer",
    "source.parameter",
    "source.header",
    "target.name",
    "parameter",
    "parametername",
    "param",
    "paramname",
    "property",
    "propertypath",
    "propertyname",
    "propertyref",
    "attribute",
    "attributename",
    "attr",
    "argument",
    "argumentname",
    "expression",
    "element",
    "member",
    "target",
    "name",
    "key",
    "in",
  ],
  steps: ["path", "loc", "location", "field", "fieldpath", "propertypath", "expression", "target"],
  weak: ["location", "expression", "element", "target", "target.name", "member", "name", "key", "in"],
  several: ["fields", "fieldnames", "membernames", "members"],
  texts: [
    "message",
    "msg",
    "errormessage",
    "defaultmessage",
    "detail",
    "description",
    "title",
    "helpmessage",
    "reason",
    "error",
    "errordescription",
    "errormsg",
    "text",
    "explanation",
    "diagnostics",
    "details.text",
    "details",
    "messages",
    "errormessages",
    "fullmessages",
    "errortext",
    "errordetail",
    "errors",
    "reasons",
    "restrictions",
    "constraints",
    "code",
    "errorcode",
    "issue",
    "type",
    "rule",
    "tag",
    "keyword",
  ],
  lists: [
    "message",
    "messages",
    "errormessages",
    "fullmessages",
    "msg",
    "error",
    "errors",
    "reasons",
    "restrictions",
    "constraints",
  ],
  mapped: ["message", "msg", "errormessage", "defaultmessage", "error", "errors", "messages"],
  mappedLists: ["errors", "messages", "msg"],
  nested: [
    "children",
    "issues",
    "errors",
    "details",
    "violations",
    "fieldviolations",
    "causes",
    "nestederrors",
    "fielderrors",
    "validationerrors",
    "invalidparams",
  ],
};

/** A name without case and joints; undefined for one that is none of the usual: `field_name` and `FieldName` are one. */
export function plainName(name: string): string | undefined {
  return /^[A-Za-z][A-Za-z_-]{0,23}$/.test(name) ? name.replace(/[_-]/g, "").toLowerCase() : undefined;
}
