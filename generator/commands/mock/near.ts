/** Names that nobody can register: those of this machine, of a local network, of containers beside each other. */
const ownNames = /^(?:[^.]+|.+\.(?:localhost|local|internal|test|home\.arpa))$/;

const ownAddresses = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[(?:::1|f[cd][\da-f]{2}:.*)\]$)/;

/**
 * Whether a host is of this machine or its network. A page of somebody else's may have a name that leads here ("DNS
 * rebinding"), or ask from where it is: neither is to learn of the document, or to reach the API that is forwarded to.
 */
export function isNear(host: string): boolean {
  const [name = ""] = /^(?:\[[^\]]*\]|[^:]*)/.exec(host.toLowerCase()) ?? [];
  return /^[\d.]+$|^\[/.test(name) ? ownAddresses.test(name) : ownNames.test(name);
}

/** Whether a page of this origin may ask. */
export function isAllowed(origin: string, allowed: readonly string[]): boolean {
  if (allowed.includes(origin) || allowed.includes("*")) return true;
  return URL.canParse(origin) && isNear(new URL(origin).host);
}
