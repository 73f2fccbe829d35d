import { json } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { serve } from "../support/serve.js";

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string; readonly login: string };
}

export interface GitHub {
  readonly url: string;
  readonly comments: Comment[];
  /** `POST /repos/acme/shop/issues/7/comments`, and so on. */
  readonly asked: string[];
  readonly tokens: Set<string | undefined>;
}

export const bot = { type: "Bot", login: "github-actions[bot]" };

interface Kind {
  readonly comments?: Comment[];
  /** What writing answers, where it is not allowed. */
  readonly refusal?: number;
  /** Who owns the token: none, where it is that of a job. */
  readonly owner?: string;
}

/** As much of GitHub as comments take. */
export async function github(t: TestContext, { comments = [], refusal, owner }: Kind = {}): Promise<GitHub> {
  const asked: string[] = [];
  const tokens = new Set<string | undefined>();
  const url = await serve(t, async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    asked.push(`${method} ${path}`);
    tokens.add(headers.authorization);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const at = new URL(path, "http://localhost");
    if (method === "GET" && at.pathname === "/user")
      return owner === undefined ? answer(403, {}) : answer(200, { login: owner });
    if (method === "GET") {
      const [size, page] = [Number(at.searchParams.get("per_page")), Number(at.searchParams.get("page"))];
      return answer(200, comments.slice(size * (page - 1), size * page));
    }
    if (refusal !== undefined) return answer(refusal, { message: "Resource not accessible by integration" });
    const { body } = (await json(request)) as { body: string };
    if (method === "POST") {
      comments.push({ id: 1000 + comments.length, body, user: bot });
      return answer(201, comments.at(-1));
    }
    const old = comments.find(({ id }) => at.pathname === `/repos/acme/shop/issues/comments/${id}`);
    if (!old) return answer(404, {});
    old.body = body;
    return answer(200, old);
  });
  return { url, comments, asked, tokens };
}
