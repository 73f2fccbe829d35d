/** A server that answers each request as `isDown` says, and counts them. */
export function server(isDown: (request: number) => boolean) {
  let seen = 0;
  const send = async () => {
    seen += 1;
    return isDown(seen) ? new Response("{}", { status: 503 }) : new Response("{}");
  };
  return { send, seen: () => seen };
}
