/** The size that previews of links are shown in, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;
