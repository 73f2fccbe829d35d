// Part of the built program, with what it needs: installed beside Redocly CLI, it would bring half of that once more.
export { astToString, default as openapiTypeScript } from "openapi-typescript";
