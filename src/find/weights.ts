/** What the parts of a question weigh beside its words, which weigh 0.4 to 1.6 each by how rare they are. */

export const NAME_WEIGHT = 2.2;
export const AMBIENT_WEIGHT = 0.5;
export const PERIOD_WEIGHT = 1.8;
export const NUMBER_WEIGHT = 1.2;
/** How much of a question a fact must account for to be near it. */
export const NEAR = 0.35;
