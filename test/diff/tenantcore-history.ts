import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Document, replaced } from "./shop.js";

type Edit = (document: Document) => Document | undefined;

interface Version {
  readonly version: string;
  readonly edits: Readonly<Record<string, Edit>>;
}

/** The contract that the history begins with. */
export function firstTenantcore(): Document {
  return parse(readFileSync(new URL("../../spec/tenantcore.yaml", import.meta.url), "utf8")) as Document;
}

const schemas = (document: Document) => document.components.schemas;
const detail = (document: Document, name: string) => schemas(document)[name].properties.detail;
const responses = (document: Document, path: string, method: string) => document.paths[path][method].responses;
const responseOf = (name: string) => ({ $ref: `#/components/responses/${name}` });

/** What may happen to an API in two years: twenty edits, as their authors would tell of them. */
export const tenantcoreHistory: readonly Version[] = [
  {
    version: "1.1.0",
    edits: {
      "Requests are limited": (document) => {
        addError(document, "RateLimited", "rate_limited", "Too many requests", "429");
        document.components.responses.RateLimited.headers = { "Retry-After": { schema: { type: "integer" } } };
        responses(document, "/v1/tenants", "get")["429"] = responseOf("RateLimited");
      },
      "Say more about keys": (document) => {
        schemas(document).InvalidApiKey.description = "The key was revoked, or was never one of yours.";
      },
    },
  },
  {
    version: "1.2.0",
    edits: {
      "Link to the plans": (document) => {
        detail(document, "TenantLimitReached").properties.upgrade_url = {
          type: "string",
          description: "Larger plans.",
        };
      },
      "One code for keys that are missing": (document) => {
        schemas(document).InvalidAuthHeader.deprecated = true;
        schemas(document).InvalidAuthHeader["x-error"].replacedBy = "missing_api_key";
      },
      "Limit creating as well": (document) => {
        responses(document, "/v1/tenants", "post")["429"] = responseOf("RateLimited");
      },
    },
  },
  {
    version: "1.3.0",
    edits: {
      "Tenants can be restored": (document) => {
        document.paths["/v1/tenants/{tenant_id}/restore"] = {
          parameters: [{ $ref: "#/components/parameters/TenantId" }],
          post: {
            operationId: "restoreTenant",
            tags: ["Tenants"],
            responses: { "200": { description: "It is back." }, "404": responseOf("TenantNotFound") },
          },
        };
      },
      "What is deleted for good": (document) => {
        addError(document, "TenantGone", "tenant_gone", "Tenant deleted for good", "410");
        responses(document, "/v1/tenants/{tenant_id}/restore", "post")["410"] = responseOf("TenantGone");
      },
      "Components in the order of the docs": (document) => ({
        ...document,
        components: Object.fromEntries(Object.entries(document.components).reverse()),
      }),
    },
  },
  {
    version: "2.0.0",
    edits: {
      "A better name for the limit": (document) => replaced(document, "tenant_limit_reached", "tenants_exhausted"),
      "A domain that is gone is gone": (document) => {
        for (const path of Object.values(document.paths) as Document[])
          for (const operation of Object.values(path) as Document[]) {
            if (operation.responses?.["404"]?.$ref !== "#/components/responses/DomainNotFound") continue;
            operation.responses["404"] = responseOf("TenantNotFound");
            operation.responses["410"] = responseOf("DomainNotFound");
          }
        document.components.responses.DomainNotFound.content["application/json"] = {
          schema: { $ref: "#/components/schemas/DomainNotFound" },
          examples: { domain_not_found: { $ref: "#/components/examples/DomainNotFound" } },
        };
      },
      "Nobody needs the rest": (document) => {
        const limit = detail(document, "TenantLimitReached");
        delete limit.properties.remaining_tenants;
        limit.required = limit.required.filter((name: string) => name !== "remaining_tenants");
        delete document.components.examples.TenantLimitReached.value.detail.remaining_tenants;
      },
    },
  },
  {
    version: "2.1.0",
    edits: {
      "DNS may be down": (document) => {
        addError(document, "DnsUnavailable", "dns_unavailable", "DNS does not answer", "503");
        const verify = responses(document, "/v1/tenants/{tenant_id}/domains/{domain}/verify", "post");
        verify["503"] = responseOf("DnsUnavailable");
      },
      "Which limits there are": (document) => {
        const limit = detail(document, "InvalidSendLimit");
        limit.properties.most = { type: "integer", description: "The highest limit that your plan allows." };
        limit.required = [...limit.required, "most"];
        document.components.examples.InvalidSendLimit.value.detail.most = 100;
      },
      "A typo": (document) => {
        schemas(document).MailboxNotFound.description = "The domain has no mailbox of this name.";
      },
    },
  },
  {
    version: "2.2.0",
    edits: {
      "Mailboxes are not updated any more": (document) =>
        void delete document.paths["/v1/tenants/{tenant_id}/domains/{domain}/mailboxes/{local_part}"].patch,
      "Free accounts have no plan": (document) => {
        detail(document, "TenantLimitReached").properties.plan_name.type = ["string", "null"];
      },
      "Conflicts are worth another try": (document) => {
        document.components.responses.Conflict["x-error"].retry = "backoff";
      },
    },
  },
  {
    version: "3.0.0",
    edits: {
      "error instead of detail": (document) => {
        const { components, "x-error-contract": contract, ...rest } = document;
        const named = JSON.parse(JSON.stringify(components).replaceAll('"detail"', '"error"')) as Document;
        const pointers = JSON.parse(JSON.stringify(contract).replaceAll('"/detail', '"/error')) as Document;
        return { ...rest, "x-error-contract": pointers, components: named };
      },
      "The old code for missing keys goes": (document) => {
        const { InvalidAuthHeader } = schemas(document);
        InvalidAuthHeader["x-error"] = { ...InvalidAuthHeader["x-error"], retired: true };
        const { schema, examples } = document.components.responses.Unauthorized.content["application/json"];
        schema.anyOf = schema.anyOf.filter(({ $ref }: Document) => $ref !== "#/components/schemas/InvalidAuthHeader");
        delete examples.invalid_auth_header;
      },
      "Tenants are read by another name": (document) => {
        document.paths["/v1/tenants/{tenant_id}"].get.operationId = "readTenant";
      },
    },
  },
];

function addError(document: Document, name: string, code: string, title: string, status: string): void {
  const message = { $ref: "#/components/schemas/Message" };
  schemas(document)[name] = {
    title,
    type: "object",
    required: ["detail"],
    properties: {
      detail: { type: "object", required: ["code", "message"], properties: { code: { const: code }, message } },
    },
  };
  document.components.responses[name] = {
    description: `${title} (${status}).`,
    content: {
      "application/json": {
        schema: { $ref: `#/components/schemas/${name}` },
        example: { detail: { code, message: title } },
      },
    },
  };
}
