/** What the generated pages are written in: those of docs/, and their twins in docs/zh/. */
export type Language = 'en' | 'zh';
