// Part of the built program: installed, it would bring some two hundred languages. Its own types would bring those of a
// browser into all code here, so this one file is JavaScript.
import core from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import http from "highlight.js/lib/languages/http";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";

const highlighter = core.newInstance();
for (const [name, language] of Object.entries({ bash, http, json, python, typescript }))
  highlighter.registerLanguage(name, language);

export function highlight(code, language) {
  return highlighter.highlight(code, { language }).value;
}
