import { config } from 'zod';

// The debugger, which brings this into the worker, may compile text, and zod would find that it can. Later it cannot, as in
// the worker's own code. Imported before anything that makes a schema.
config({ jitless: true });
