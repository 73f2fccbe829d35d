export function writeDocumentSchema(): void {}
