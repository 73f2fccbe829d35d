import { isCodeText } from "../view/code-text.js";

/**
 * A view that templates can't misread: a name that the view does not have throws, wherever a template uses it, and so
 * does a bare string or number where code text belongs. Handlebars alone prints nothing for `{{#if typo}}`.
 */
export function strictView<View extends object>(view: View): View {
  return new Proxy(view, {
    get(target, name, receiver) {
      if (typeof name === "symbol") return Reflect.get(target, name, receiver) as unknown;
      if (!Object.hasOwn(target, name))
        throw new Error(`no \`${name}\` in the view: it has ${Object.keys(target).join(", ")}`);
      return shown((target as Record<string, unknown>)[name], name);
    },
  });
}

function shown(value: unknown, name: string): unknown {
  if (value === undefined || typeof value === "boolean" || name === "length") return value;
  if (isCodeText(value)) return { toHTML: () => value.text };
  if (typeof value === "object" && value !== null) return strictView(value);
  throw new Error(`\`${name}\` is no code text: ${JSON.stringify(value)}`);
}
