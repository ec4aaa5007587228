import { version } from '../package.json';

/** Version of host, command line and extension: they are built and released together. */
export const VERSION: string = version;
