// Part of the built program: installed, Redoc would bring 27 MB with React and ask for a later Node. A worker, so that whatever
// a document makes Redoc do ends neither the program nor what it holds. JavaScript, as its types are those of a browser.
import { parentPort, workerData } from "node:worker_threads";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { logoFromSpec, prepareApiDocs, RedoclyApiDocsStandalone, ServerStyleSheet } from "redoc";

globalThis.fetch = () => Promise.reject(new Error("nothing is loaded"));

// Ended by itself, for what is to be done at the end: whatever Redoc leaves running would keep it.
renderAll().then(() => process.exit());

async function renderAll() {
  for (const json of workerData.documents) {
    try {
      parentPort.postMessage({ rendered: await rendered(JSON.parse(json), workerData.options) });
    } catch (error) {
      parentPort.postMessage({ failed: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** What `redocly build-docs` does with a document that is whole. */
async function rendered(spec, options) {
  const { items, store, document, ...made } = await prepareApiDocs({ spec, options });
  const sheet = new ServerStyleSheet();
  const page = createElement(RedoclyApiDocsStandalone, {
    items,
    store,
    spec: document,
    options: made.options,
    basePath: "/",
    logo: logoFromSpec(document),
    telemetryConfig: { disabled: true },
  });
  const html = renderToString(sheet.collectStyles(page));
  return { html, styles: sheet.getStyleTags() };
}
