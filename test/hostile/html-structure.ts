import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

const loading = new Set(
  "img iframe object embed video audio source track picture link base meta form svg math".split(" "),
);
const allowedLink = /^(?:https?:\/\/|mailto:|#|\.{0,2}\/|[\w%.~-]+(?:[/#?]|$))/i;

/** What acts in a page: scripts, styles, handlers, what is loaded, links that lead to no page, and what HTML forbids. */
export function htmlStructure(text: string): readonly string[] {
  const found: string[] = [];
  const onParseError = ({ code }: { readonly code: string }) => found.push(`wrong: ${code}`);
  const visit = (node: Node) => {
    if (!("tagName" in node)) return;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const [child] = node.childNodes;
    const content = child !== undefined && "value" in child ? child.value : "";
    const isData = node.tagName === "script" && attributes.get("type") === "application/json";
    if (isData) JSON.parse(content);
    else if (["script", "style"].includes(node.tagName)) found.push(`${node.tagName} ${content}`);
    if (loading.has(node.tagName))
      found.push(`${node.tagName} ${attributes.get("http-equiv") ?? attributes.get("name") ?? ""}`);
    for (const [name, value] of attributes) {
      if (name.startsWith("on") || ["style", "srcdoc", "src", "autofocus"].includes(name))
        found.push(`${name}=${value}`);
      if (["href", "action", "formaction"].includes(name) && !allowedLink.test(value)) found.push(`${name}=${value}`);
    }
    node.childNodes.forEach(visit);
  };
  parse(text, { onParseError }).childNodes.forEach(visit);
  return found.sort();
}
