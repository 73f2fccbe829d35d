/** Details with a secret wherever an API may put one; each is one of the two that `secret` finds. */
export const details = {
  limit: 5,
  max_tokens: 100,
  password: "s3cret",
  password_confirmation: "s3cret",
  token: 73731,
  api_key: { id: "s3cret", parts: [73731] },
  credentials: { user: { name: "s3cret", codes: [["s3cret"], { deep: { deeper: "s3cret" } }] } },
  accounts: [{ login: "ada", clientSecret: "s3cret" }, [{ "X-Api-Key": "s3cret" }]],
  refresh_tokens: ["s3cret", 73731],
  request: { headers: { Authorization: "Bearer s3cret", Cookie: "id=s3cret" } },
  sent: [{ name: "authorization", value: "Bearer s3cret" }],
  violations: [
    { field: "user.password", rejectedValue: "s3cret", message: "is too short" },
    { loc: ["body", "tokens", 0, "secret"], input: { raw: "s3cret" }, msg: "is unknown" },
  ],
};

const hidden = "[redacted]";

/** What a log may hold of them. */
export const redacted = {
  limit: 5,
  max_tokens: 100,
  password: hidden,
  password_confirmation: hidden,
  token: hidden,
  api_key: hidden,
  credentials: hidden,
  accounts: [{ login: "ada", clientSecret: hidden }, [{ "X-Api-Key": hidden }]],
  refresh_tokens: hidden,
  request: { headers: { Authorization: hidden, Cookie: hidden } },
  sent: [{ name: "authorization", value: hidden }],
  violations: [
    { field: "user.password", rejectedValue: hidden, message: "is too short" },
    { loc: ["body", "tokens", 0, "secret"], input: hidden, msg: "is unknown" },
  ],
};

export const secret = /s3cret|73731/;

/** The answer of a server that says too much, in its headers too. */
export function answerOf(code: string, said: unknown) {
  return {
    status: 400,
    headers: { "content-type": "application/json", authorization: "s3cret", "set-cookie": "sid=s3cret" },
    body: JSON.stringify({
      error: { code, message: "The login is refused", request_id: "req_42", details: said },
    }),
  };
}

export function answerWith(code: string, more: Readonly<Record<string, unknown>> = {}) {
  return answerOf(code, { ...details, ...more });
}
