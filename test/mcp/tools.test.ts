import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { root } from "../manual/pages.js";
import { type Answer, open, type Session } from "./client.js";

describe("what an agent asks of the five contracts of this repository", () => {
  let session: Session;
  // One server for all: an agent, too, keeps it.
  before(async () => {
    session = await open(root);
  });
  after(() => session?.client.close());
  const call = (name: string, given?: Record<string, unknown>): Promise<Answer> => session.call(name, given);
  const codes = ({ data }: Answer): string[] => data.errors.map(({ code }: { code: string }) => code);

  test("it lists few tools, which only read, with schemas of what they take and give", async () => {
    const { tools } = await session.client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ["list_errors", "explain_error", "handle_errors", "check_document", "diff_errors", "scan_document"],
    );
    for (const { name, description = "", inputSchema, outputSchema, annotations } of tools) {
      assert.match(description, /Call it /, name);
      assert.equal(annotations?.readOnlyHint && annotations.idempotentHint && !annotations.openWorldHint, true, name);
      assert.equal(outputSchema?.type, "object");
      for (const [argument, schema] of Object.entries(inputSchema.properties ?? {}))
        assert.ok((schema as { description?: string }).description, `${name} ${argument}`);
    }
    assert.ok(JSON.stringify(tools).length < 12_000, "all of it is read at the start of each session");
    assert.match(session.client.getInstructions() ?? "", /instead of guessing/);
  });

  test("which errors must I handle here?", async () => {
    const byId = await call("list_errors", { operation: "createTenant", api: "tenantcore" });
    assert.deepEqual(codes(byId), [
      "invalid_api_key",
      "invalid_auth_header",
      "missing_api_key",
      "no_api_plan",
      "tenant_limit_reached",
      "http_400",
      "http_500",
    ]);
    assert.deepEqual(byId.data.errors[4], {
      api: "tenantcore",
      code: "tenant_limit_reached",
      statuses: ["402"],
      title: "Tenant limit reached",
      category: "quota",
      retry: "never",
    });
    assert.match(byId.text, /- `tenant_limit_reached` \(402; quota; retry never\): Tenant limit reached/);
    // As a program calls it: whose server it is tells which of two APIs.
    const byUrl = await call("list_errors", { operation: "POST https://api.tenantcore.io/v1/tenants" });
    assert.deepEqual(codes(byUrl), codes(byId));
    const both = await call("list_errors", { operation: "createTenant" });
    assert.match(both.text, /several APIs have this operation: say which one with `api`/);
  });

  test("by status, category, retry and text; and all APIs, where nothing is asked", async () => {
    assert.deepEqual(codes(await call("list_errors", { status: "402" })), [
      "no_api_plan",
      "tenant_limit_reached",
      "http_402",
      "subscription_required",
    ]);
    assert.deepEqual(codes(await call("list_errors", { category: "quota", api: "momail" })), ["MAILBOX_QUOTA"]);
    assert.deepEqual(codes(await call("list_errors", { retry: "after-delay", api: "themes" })), ["rate_limited"]);
    assert.deepEqual(codes(await call("list_errors", { text: "EMAIL address taken" })), ["EMAIL_TAKEN"]);
    const all = await call("list_errors");
    assert.deepEqual(
      all.data.apis.map(({ id }: { id: string }) => id),
      ["tenantcore", "inbox", "mailshield", "themes", "momail"],
    );
    assert.equal(all.data.total, codes(all).length);
    assert.equal(all.data.next, null);
  });

  test("what is this code?", async () => {
    const { data, text } = await call("explain_error", { error: "tenant_limit_reached" });
    const [error] = data.errors;
    assert.equal(data.found, true);
    assert.match(error.meaning, /^One more tenant would be more than your plan allows/);
    assert.match(error.resolution, /larger plan/);
    assert.match(error.retryAdvice, /same answer until something has changed/);
    assert.deepEqual(error.operations, ["createTenant"]);
    assert.equal(error.details.find(({ name }: { name: string }) => name === "tenant_limit").type, "integer");
    assert.equal(JSON.parse(error.example.body).detail.code, "tenant_limit_reached");
    assert.match(text, /Tenant limit reached\ntenant_limit_reached/);
  });

  test("what is this 402? A pasted body, held against what was called", async () => {
    const body = { detail: { code: "tenant_limit_reached", message: "3 of 3", plan_name: "Free" } };
    const { data, text } = await call("explain_error", {
      error: JSON.stringify(body),
      status: 402,
      operation: "createTenant",
    });
    assert.equal(data.answer.code, "tenant_limit_reached");
    assert.equal(data.answer.message, "3 of 3");
    assert.ok(data.answer.deviations.some(({ pointer }: { pointer: string }) => pointer === "/detail/tenant_limit"));
    assert.deepEqual(data.notes, ["createTenant (POST /v1/tenants) declares it"]);
    assert.match(text, /Departs from the contract/);
    // Some models hand a body over as it is.
    assert.equal(
      (await call("explain_error", { error: body, status: "402" })).data.answer.code,
      "tenant_limit_reached",
    );
  });

  test("what is wrong in this log?", async () => {
    const line = 'ERROR POST /v1/tenants 402 {"detail":{"code":"no_api_plan","message":"No plan"}}';
    const { data } = await call("explain_error", { error: `at 10:00\n${line}\nat 10:01` });
    assert.deepEqual([data.answer.code, data.answer.operation], ["no_api_plan", "createTenant"]);
    const trace = await call("explain_error", { error: "Error: EMAIL_TAKEN\n    at signUp (app.js:1:2)" });
    assert.deepEqual(codes(trace), ["EMAIL_TAKEN"]);
  });

  test("what is it that check_document and diff_errors call so?", async () => {
    const problem = await call("explain_error", { error: "error-without-example" });
    assert.match(problem.text, /^error-without-example, a problem that check_document finds: /);
    assert.deepEqual([problem.data.found, problem.data.notes], [true, [problem.text]]);
    assert.match(
      (await call("explain_error", { error: "code-renamed" })).text,
      /a change that diff_errors finds \(breaking\)/,
    );
  });

  test("a code of several APIs, one that is misspelt, and what is no error of them", async () => {
    const several = await call("explain_error", { error: "not_found" });
    assert.deepEqual(
      [codes(several), several.data.notes],
      [["not_found", "not_found"], ["`not_found` is a code of 2 APIs: say which one with `api`"]],
    );
    const misspelt = await call("explain_error", { error: "tenant_limit_reachd" });
    assert.deepEqual([misspelt.data.found, misspelt.data.maybe[0].code], [false, "tenant_limit_reached"]);
    assert.match(misspelt.text, /tenant_limit_reached \(tenantcore, 402\)/);
    const none = await call("explain_error", { error: '{"a":1}' });
    assert.deepEqual([none.data.found, none.data.answer], [false, null]);
    assert.match(none.text, /say its status/);
  });

  test("write me the handler: with the imports of the file that it is for", async () => {
    const { data, text } = await call("handle_errors", {
      operation: "createTenant",
      api: "tenantcore",
      file: "src/a/b.ts",
    });
    assert.match(data.program, /from "\.\.\/\.\.\/generated\/tenantcore\/index\.js"/);
    assert.match(data.program, /^ {6}tenant_limit_reached: \(e\) => e\.message,$/m);
    assert.equal(data.codes.length, 7);
    assert.ok(text.startsWith("```typescript\n"));
    assert.doesNotMatch(text, /not generated yet/);
    const python = await call("handle_errors", {
      operation: "createTenant",
      api: "tenantcore",
      file: "app/tenants.py",
    });
    assert.match(python.data.program, /^from generated\.tenantcore\.errors import \(/m);
    const server = await call("handle_errors", { operation: "createTenant", api: "tenantcore", side: "server" });
    assert.match(server.data.program, /tenant_limit_reached: \(\) => errors\.tenantLimitReached\(\{/);
    const one = await call("handle_errors", { code: "EMAIL_TAKEN" });
    assert.match(one.data.program, /isError\(error, "EMAIL_TAKEN"\)/);
  });

  test("what is asked amiss is answered with what would be right", async () => {
    const wrong: [string, Record<string, unknown>, RegExp][] = [
      [
        "list_errors",
        { operation: "createTenat" },
        /no operation is `createTenat`: maybe `createTenant \(POST \/v1\/tenants\)`/,
      ],
      ["list_errors", { api: "tenantcor" }, /no API is called `tenantcor`: `tenantcore` may be meant/],
      ["list_errors", { statuss: "404" }, /takes no argument .*statuss.*`status` may be meant/],
      ["list_errors", { status: "teapot" }, /`status` is to be one like 404/],
      ["list_errors", { category: "sad" }, /`category` is to be one of `authentication`/],
      ["list_errors", { cursor: "9999" }, /`cursor` is none that was given here/],
      ["explain_error", {}, /explain_error needs `error`/],
      ["explain_error", { error: "x", status: 42 }, /`status` is to be from 100 to 599/],
      ["handle_errors", {}, /give `operation` or `code`/],
      [
        "handle_errors",
        { operation: "createTenant" },
        /2 APIs have `createTenant`: say which one with `api`: `tenantcore`, `inbox`/,
      ],
      ["handle_errors", { code: "nope" }, /no API lists the code `nope`/],
      ["diff_errors", { since: "--output=x" }, /is no name of a git revision/],
      ["diff_errors", { since: "nowhere" }, /there is no such revision/],
      ["handle_errors", { code: "EMAIL_TAKEN", side: "server" }, /code for a server is TypeScript/],
      ["scan_document", {}, /scan_document needs `document`/],
    ];
    for (const [name, given, right] of wrong) {
      const { text, isError } = await call(name, given);
      assert.equal(isError, true, `${name} ${JSON.stringify(given)}: ${text}`);
      assert.match(text, right);
    }
    await assert.rejects(session.client.callTool({ name: "delete_errors", arguments: {} }), /there is no tool/);
  });

  test("resources: the page of each code, the contract as data, and completion of both", async () => {
    const { resources, nextCursor } = await session.client.listResources();
    assert.equal(nextCursor, undefined);
    const uris = resources.map(({ uri }) => uri);
    assert.ok(uris.includes("openapi-errors://momail/codes/EMAIL_TAKEN"));
    const page = await session.client.readResource({ uri: "openapi-errors://momail/codes/EMAIL_TAKEN" });
    const [contents] = page.contents as { text: string; mimeType: string }[];
    assert.match(contents!.text, /^# `EMAIL_TAKEN`\n\nAn error of MoMail API\.\n\n\*\*Email address taken\.\*\*/);
    assert.equal(contents!.mimeType, "text/markdown");
    const data = await session.client.readResource({ uri: "openapi-errors://momail/errors.json" });
    assert.equal(JSON.parse((data.contents as { text: string }[])[0]!.text).id, "momail");
    for (const uri of ["openapi-errors://momail/codes/nope", "openapi-errors://nope/errors.json", "file:///etc/passwd"])
      await assert.rejects(session.client.readResource({ uri }), /not found/i, uri);
    const { resourceTemplates } = await session.client.listResourceTemplates();
    const [template] = resourceTemplates;
    const complete = async (name: string, value: string, given: Record<string, string> = {}) =>
      (
        await session.client.complete({
          ref: { type: "ref/resource", uri: template!.uriTemplate },
          argument: { name, value },
          context: { arguments: given },
        })
      ).completion.values;
    assert.deepEqual(await complete("api", "m"), ["mailshield", "momail", "themes"]);
    assert.deepEqual(await complete("code", "email", { api: "momail" }), ["EMAIL_TAKEN"]);
  });
});
