/** Words of the HTML page. */

export const page = {};

export type PageWords = typeof page;
