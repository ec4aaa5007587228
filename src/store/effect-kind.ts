import { z } from 'zod';
import { EFFECT_KINDS } from '../policy/evidence';

/** A kind of effect, as rows and files name it. */
export const EffectKind = z.enum(EFFECT_KINDS);
export type EffectKind = z.infer<typeof EffectKind>;
