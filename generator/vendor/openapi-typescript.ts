// Part of the built program, with what it needs: installed beside Redocly CLI, it would bring half of that once more.
export { astToString, resolveRef, scanDiscriminators, transformSchema } from "openapi-typescript";
