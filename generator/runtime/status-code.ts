/** The reason phrases of statuses (RFC 9110), with the names that some had before. */
const phrases: Readonly<Record<number, readonly string[]>> = {
  400: ["Bad Request"],
  401: ["Unauthorized"],
  402: ["Payment Required"],
  403: ["Forbidden"],
  404: ["Not Found"],
  405: ["Method Not Allowed"],
  406: ["Not Acceptable"],
  407: ["Proxy Authentication Required"],
  408: ["Request Timeout"],
  409: ["Conflict"],
  410: ["Gone"],
  411: ["Length Required"],
  412: ["Precondition Failed"],
  413: ["Content Too Large", "Payload Too Large", "Request Entity Too Large"],
  414: ["URI Too Long", "Request-URI Too Long"],
  415: ["Unsupported Media Type"],
  416: ["Range Not Satisfiable", "Requested Range Not Satisfiable"],
  417: ["Expectation Failed"],
  418: ["I'm a teapot", "I'm a Teapot"],
  421: ["Misdirected Request"],
  422: ["Unprocessable Content", "Unprocessable Entity"],
  423: ["Locked"],
  424: ["Failed Dependency"],
  425: ["Too Early"],
  426: ["Upgrade Required"],
  428: ["Precondition Required"],
  429: ["Too Many Requests"],
  431: ["Request Header Fields Too Large"],
  451: ["Unavailable For Legal Reasons"],
  500: ["Internal Server Error"],
  501: ["Not Implemented"],
  502: ["Bad Gateway"],
  503: ["Service Unavailable"],
  504: ["Gateway Timeout"],
  505: ["HTTP Version Not Supported"],
  507: ["Insufficient Storage"],
  508: ["Loop Detected"],
  511: ["Network Authentication Required"],
};

/** Pages about statuses: a problem type that leads to one says what `about:blank` says (RFC 9457, section 4.2.1). */
const statusPages: RegExp =
  /^https?:\/\/(?:[^/]*\.)?(?:(?:ietf|rfc-editor)\.org\/[!-~]*rfc-?(?:2616|4918|6585|723\d|7540|911\d)|(?:httpstatuses|httpstatus|http)\.(?:com|io|es|dev|cat|dog)\/|developer\.mozilla\.org\/[!-~]*\/Status(?:\/|$)|wikipedia\.org\/)/i;

/** Pages about all errors of an API, which as a problem type tell none from another. */
const errorPages: RegExp =
  /^https?:\/\/[!-~]*\/(?:errors?|problems?|docs|documentation|exceptions?|faults?|errors?\.html?)\/?$/i;

/** Far longer than the address of any such page. */
const maxLength = 300;

/** The status of an answer: a number, or its three digits, as recordings have it; 0 where it is neither. */
export function statusGiven(given: unknown): number {
  const status = typeof given === "string" && /^[1-9]\d\d$/.test(given) ? Number(given) : given;
  return Number.isInteger(status) ? (status as number) : 0;
}

/** Whether a problem type is the address of a page about a status, or about all errors. */
export function isCommonPage(code: string): boolean {
  return code.length <= maxLength && (statusPages.test(code) || errorPages.test(code));
}

/** Whether a code says no more than the status does: its number, its reason phrase, or a page that tells no more. */
export function repeatsStatus(code: string, status: number): boolean {
  return code === `${status}` || (phrases[status]?.includes(code) ?? false) || isCommonPage(code);
}
