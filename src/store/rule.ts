import { z } from 'zod';
import { EffectKind } from './effect-kind';

/** A host name as people write it: `https://www.shop.example/cart` and `Shop.example` name sites too. */
const Site = z
  .string()
  .trim()
  .transform((text, context) => {
    const url = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
    if (/\s/.test(text) || !URL.canParse(url) || new URL(url).hostname === '') {
      context.addIssue({ code: 'custom', message: `${JSON.stringify(text)} is no name of a site` });
      return z.NEVER;
    }
    return new URL(url).hostname;
  });

export const RuleAnswer = z.enum(['ask', 'allow', 'never']);
export type RuleAnswer = z.infer<typeof RuleAnswer>;

/** A person's standing answer for one site and kind. `site` is a host name and covers its subdomains. */
export const RuleGiven = z.object({ site: Site, kind: EffectKind, answer: RuleAnswer });
export type RuleGiven = z.infer<typeof RuleGiven>;

/** A rule as it is kept. One site and kind has one rule. */
export const Rule = RuleGiven.extend({
  /** `${site} ${kind}`. */
  id: z.string(),
  /** Epoch milliseconds of the last change. */
  at: z.number(),
});
export type Rule = z.infer<typeof Rule>;

/** What the options page writes to a file, and reads from one. */
export const RuleFile = z.object({ offstage: z.literal('rules'), version: z.literal(1), rules: z.array(RuleGiven) });
export type RuleFile = z.infer<typeof RuleFile>;
