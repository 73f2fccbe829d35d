const version = Number.parseInt(process.versions.node, 10);
const isMeasured = version === 20 || (version >= 22 && version <= 26);

/**
 * The version of Node whose engine is told how to run; undefined of one that this was not measured on: an engine tells the
 * user of a flag that it does not know.
 */
export const nodeMeasured: number | undefined = isMeasured && !("bun" in process.versions) ? version : undefined;
