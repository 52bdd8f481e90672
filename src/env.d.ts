/// <reference types="astro/client" />

/** Whether the development server makes the pages; see `developmentFlag`. */
declare const IN_DEVELOPMENT: boolean;
