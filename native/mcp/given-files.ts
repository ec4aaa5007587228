import { z } from 'zod';

/** Files of this computer that a client hands over. The extension checks that each is a whole path. */
export const files = z.array(z.string().min(1).max(4096)).max(100).optional();
