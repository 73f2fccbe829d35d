/**
 * Every code that a problem may have, and what it means: docs/problems says it too. Each is made by one function in this
 * folder, and test/problems has a case of it.
 */
export const problemMeanings = {
  "code-conflict":
    "Two schemas list the same code and say different things of it. A client that meets the code can't know which one holds, so both places have to refer to one component.",
  "code-duplicate": "A list of codes holds one of them twice.",
  "code-reused":
    "The value of a retired code, or the name that generated code gave it, would stand for something else. Clients that still know the code would take the one for the other, so a code is never used again.",
  "code-still-given":
    "A code is retired, and a response gives it all the same. Retired means that it is sent no more: until then it is deprecated.",
  "code-unlisted":
    "A document below an overlay shows a code, in an example or a table, that the contract does not list: the document is newer than the overlay, or the overlay left it out. Clients read the code as unlisted. `evidence` in `x-error-contract` says that what is shown counts by itself, or that it does not.",
  "code-vanished":
    "A revision has a code, and the document has it no more, not even as a retired one, or an API is gone with all of them: `lint --against` tells of it. Clients that were written for the code would never learn what became of it, and nothing keeps it from being used again.",
  "code-without-response":
    "A code is described, but no response of the document gives it: clients would get a type for an error that never comes. Most often a reference is missing, or the code is older than the API.",
  "contract-empty":
    "No operation says anything about its errors, so there is nothing to generate from. Describe error responses first: a status and a schema are enough to begin with.",
  "contract-invalid": "`x-error-contract` holds something that its schema does not allow.",
  "contract-id":
    "The id of an API can't be what it is: it is reserved, it is no name that Python could import, or another API has it too. Folders, types and packages are called after it.",
  "docs-shared":
    "One API of several in a folder was named, and of another one nothing can be shown: its document or its settings are wrong. The pages that all of them share stay as they are until it can be read.",
  "document-malformed": "The file is not the YAML or JSON that it should be, or a setting in redocly.yaml is wrong.",
  "document-unsupported": "The file is no OpenAPI document of version 3.0, 3.1 or 3.2.",
  "envelope-not-found":
    "An envelope of `x-error-contract` points to a place that no error schema has, so no code would be found by it.",
  "envelope-order":
    "An envelope without a code stands before one with a code, and takes its bodies. Envelopes are tried in order.",
  "error-misplaced":
    "`x-error` or `x-error-codes` stands where nothing reads it: it belongs on a component schema or a response, a list of codes on an operation, a response, a schema or the root.",
  "error-invalid": "`x-error` or `x-error-codes` holds something that its schema does not allow.",
  "error-without-code":
    "A schema has `x-error`, but no envelope finds a code in it. Its code has to be a `const`, or an `enum` of one value, where the envelope says that codes stand.",
  "error-without-example":
    "An error has no example body. Each needs one: it is parsed with the tables that are about to be written, and shown in the docs.",
  "example-breaks-schema":
    "An example does not fit the schema beside it. Whoever copies it gets something that the API would never answer.",
  "example-of-another-error":
    "The generated parser reads an example as another error than the one that it stands for, or finds no code in it.",
  "example-unproven":
    "An example was left out, as it would take too long to hold thousands of them against thousands of alternatives.",
  "exception-expired":
    "A change was accepted until a day that is past. Either it has landed, and the exception can go, or somebody has to look again.",
  "exception-unmatched":
    "An exception names a change that is not there. Left standing, it would let the next change of its kind pass unseen.",
  "extension-misspelt": "An extension has almost the name of one that is read, and is not read for that.",
  "file-edited":
    "A generated file was edited by hand. What stood there is kept beside it, and the next run writes it again: change the document instead.",
  "file-kept": "`scan --overlay` does not write over an overlay that somebody may have completed.",
  "file-not-ours": "A file that was not generated stands where a generated one has to go. Nothing is written then.",
  "file-outdated":
    "A file that an earlier run wrote is not made any more, and was edited since. It is left where it is, to be looked at.",
  "file-unreadable": "A file can't be read: it is not there, is no file, may not be read, or is not UTF-8.",
  "file-unwritable": "The file system refused a write: a full disk, a missing permission, a folder in the way.",
  "key-duplicate": "A key stands twice in one map. Readers differ on which of the two counts.",
  "key-misspelt":
    "A key is almost one that OpenAPI knows, and hides what stands below it: errors would be missing without a word.",
  "message-missing":
    "A message catalogue has no text for codes of an API, or an empty one, or one that only repeats its key: people would be shown a key, or nothing, when the error comes.",
  "message-misspelt":
    "A key of a message catalogue is almost a code, and that code has no message: its text is shown to nobody.",
  "message-placeholder":
    "A message is to be filled with something that the details of its error do not hold: people would read `{limit}`, or a gap.",
  "operation-duplicate": "Two operations have one `operationId`. Types and tables are keyed by it.",
  "output-link": "A symbolic link stands inside the output. Nothing is written through it: it may lead anywhere.",
  "output-locked": "Another run is writing to the same folder.",
  "output-refused":
    "The output would be a folder that holds other things: the document, the config, a repository, your home. Generated files want one of their own.",
  "overlay-invalid": "A file that was given as an overlay is no OpenAPI Overlay 1.0 or 1.1.",
  "overlay-unused": "An action of an overlay changes nothing: its target matches nothing in the document.",
  "reference-dangling":
    "A `$ref`, or what the mapping of a discriminator names, leads nowhere, back to itself, or to something else than belongs there.",
  "reference-outside":
    "A `$ref` leads out of the folder that may be read, or to the network. Only files below the root are read.",
  "rule-without-error":
    "A `closest` rule, a `group`, an `envelope` or a `replacedBy` names something that the contract does not have.",
  "schema-invalid": "A schema of an error is no JSON Schema.",
  "thrown-breaks-schema":
    "What a server throws by the generated constructor would break the schema of the error: a member that the schema requires can't be filled in from the contract.",
  "tool-failed":
    "A library that this tool stands on failed at what the document says. Nothing was written; the message names the library and what it was to make.",
  "version-too-low":
    "`info.version` promises less than what changed: a change that breaks clients asks for a new major version, below 1.0.0 for a new minor one. Of versions that are not semantic, only another one is asked for.",
} as const;

export const problemCodes = Object.keys(problemMeanings) as (keyof typeof problemMeanings)[];
