/** Brands that say nothing: a placeholder, and the engine where a product stands beside it. */
const PLACEHOLDER = /not.*brand/i;
const ENGINE = 'Chromium';

interface WithBrands {
  userAgentData?: { brands: readonly { brand: string }[] };
}

/** What this browser calls itself: `Google Chrome`, `Microsoft Edge`, `Brave`, `Chromium`. */
export function browserName(): string {
  const { userAgentData }: WithBrands = navigator as WithBrands;
  const brands = (userAgentData?.brands ?? []).map(({ brand }) => brand).filter((brand) => !PLACEHOLDER.test(brand));
  return brands.find((brand) => brand !== ENGINE) ?? brands[0] ?? ENGINE;
}
