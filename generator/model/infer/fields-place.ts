import type { Place } from "./places.js";

/** Names of lists and maps of field errors, without case and joints. */
const lists =
  /^(?:errors|errordetails|details?|fields|fielderrors|invalidfields|validationerrors|validations|invalidparams|invalidparameters|violations|issues)$/;

/** Members by which an item names its field, and says what is wrong with it, as the parser reads them. */
const ofField = ["path", "loc", "field", "pointer", "parameter", "param", "property", "fieldName", "target"];
const ofText = ["message", "msg", "reason", "detail", "description", "title", "error", "errorMessage", "code"];

/** Lists of nothing else than fields, where a `name` is one: elsewhere it may be the error's. */
const onlyFields = /field|param|validation|violation/;

/** Field errors, in one of the shapes that the parser reads. */
export function fieldsPlace(places: readonly Place[]): Place | undefined {
  return places.find((place) => {
    const name = wordOf(place);
    if (!lists.test(name) || place.path.includes("*")) return false;
    const members = new Map(
      places
        .filter(({ path }) => path.length === place.path.length + 2 && path[path.length - 2] === "*")
        .filter(({ pointer }) => pointer.startsWith(`${place.pointer}/*/`))
        .map((member) => [member.path.at(-1), member]),
    );
    const namesField =
      ofField.some((member) => members.has(member)) ||
      members.get("source")?.types.includes("object") ||
      (members.has("name") && (members.has("in") || onlyFields.test(name)));
    const isList = namesField && ofText.some((member) => isText(members.get(member)));
    return isList || place.valueTypes.some((type) => type === "string" || type === "array");
  });
}

function isText(place: Place | undefined): boolean {
  return place !== undefined && (place.types.length === 0 || place.types.includes("string"));
}

function wordOf({ path }: Place): string {
  return (path.at(-1) ?? "").replace(/[_-]/g, "").toLowerCase();
}
