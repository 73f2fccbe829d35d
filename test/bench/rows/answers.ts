/** Answers of MoMail, with bodies of about 280 bytes, and what is to come of them. */
const headers = {
  "content-type": "application/json; charset=utf-8",
  date: "Thu, 26 Nov 2026 09:00:00 GMT",
  "x-request-id": "req_01HX5Z9T3K7Q",
};

const message = "The TXT record of the domain example.org was not found: it may take some minutes until it is visible.";
const details = {
  expected_txt_record: "momail-verification=9f2c4e7a1b",
  instructions: "Add the record at your DNS provider, then ask again.",
};

export interface BenchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly expected: { readonly code: string; readonly listed: boolean; readonly deviations: number };
}

function answer(code: string, given: object, listed: boolean, deviations: number): BenchAnswer {
  const body = { success: false, error: { code, message, details: given } };
  return { status: 400, headers, text: JSON.stringify(body), expected: { code, listed, deviations } };
}

export const answers = {
  listed: answer("VERIFICATION_FAILED", details, true, 0),
  unlisted: answer("VERIFICATION_PENDING", details, false, 0),
  deviating: answer("VERIFICATION_FAILED", { ...details, instructions: 7 }, true, 1),
} as const;
