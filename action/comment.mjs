import { mark } from "./report.mjs";

/** Writes the one comment of a pull request, or renews it; gives why it could not. */
export async function writeComment({ api, repository, pull, token, folder, body, saysNothing }) {
  if (token === "") return "there is no token";
  const ask = asker(api, token);
  const comments = `repos/${repository}/issues/${pull}/comments`;
  const own = markOf(folder);
  const text = own + body.slice(mark.length);
  try {
    const old = await ownComment(ask, comments, own);
    if (old === undefined) {
      // Where nothing changed and nothing was said, nothing is to be said.
      if (!saysNothing) await ask("POST", comments, { body: text });
    } else if (plain(old.body) !== plain(text)) {
      // Not deleted when changes vanish: whoever was told of them follows a link to what is true now.
      await ask("PATCH", `repos/${repository}/issues/comments/${old.id}`, { body: text });
    }
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Folders of one repository do not share a comment. */
function markOf(folder) {
  const path = folder.replace(/^\.?\/*|\/+$/g, "");
  return path === "" ? mark : mark.replace(" -->", `: ${encodeURIComponent(path)} -->`);
}

/** GitHub keeps neither the end of a text nor its line ends. */
function plain(text) {
  return text.replaceAll("\r\n", "\n").trimEnd();
}

/** Anybody may write our mark: ours is what a bot wrote, as the token of a job does, or whoever owns the token. */
async function ownComment(ask, comments, own) {
  let owner;
  for (let page = 1; ; page++) {
    const found = await ask("GET", `${comments}?per_page=100&page=${page}`);
    for (const { id, body, user } of found.filter(({ body }) => plain(body ?? "").startsWith(`${own}\n`))) {
      if (user?.type === "Bot") return { id, body };
      owner ??= await ownerOf(ask);
      if (user?.login === owner) return { id, body };
    }
    if (found.length < 100) return undefined;
  }
}

/** The token of a job has no user. */
async function ownerOf(ask) {
  try {
    return (await ask("GET", "user")).login ?? "";
  } catch {
    return "";
  }
}

function asker(api, token) {
  return async (method, path, content) => {
    const response = await fetch(`${api.replace(/\/+$/, "")}/${path}`, {
      method,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token.trim()}`,
        "content-type": "application/json",
        "user-agent": "openapi-errors",
        "x-github-api-version": "2022-11-28",
      },
      ...(content ? { body: JSON.stringify(content) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw Object.assign(new Error(), { status: response.status });
    return response.json();
  };
}

/** Never the message of an error: that of a wrong header quotes the header. */
function reasonOf({ status, name, cause }) {
  if ([401, 403, 404].includes(status))
    return `the token may not (${status}), as in pull requests of forks; elsewhere, give the job \`pull-requests: write\``;
  if (status !== undefined) return `GitHub answered with ${status}`;
  return name === "TimeoutError" ? "GitHub did not answer" : `GitHub could not be asked (${cause?.code ?? name})`;
}
