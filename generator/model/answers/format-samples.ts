/** A text of each `format` of JSON Schema that may be asked for, as samples have it: of nobody, and of no day that matters. */
export const formatSamples: ReadonlyMap<string, string> = new Map([
  ["date-time", "2030-01-01T00:00:00Z"],
  ["date", "2030-01-01"],
  ["time", "00:00:00Z"],
  ["uuid", "00000000-0000-4000-8000-000000000000"],
  ["uri", "https://example.com/"],
  ["url", "https://example.com/"],
  ["email", "someone@example.com"],
  ["hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
]);
