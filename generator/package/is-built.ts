/** Whether this is the built program, or its sources. */
export const isBuilt: boolean = import.meta.url.endsWith(".js");
