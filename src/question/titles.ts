/** Titles before a person's name, which name nobody by themselves. */

const TITLES = new Set(
  `mr mrs ms miss madam sir lord lady dr doctor prof professor president prime premier minister pm chancellor king queen
  prince princess sultan emir sheikh pope general gen admiral adm marshal colonel col lieutenant lt major maj brigadier
  brig captain capt commander commodore senior snr sen sr vice deputy acting former ex late chief chairman chairwoman
  chair secretary ambassador envoy special governor mayor senator justice judge comrade foreign defence defense
  interior finance external affairs state counsellor counselor leader army navy u daw`.split(/\s+/),
);

/** Whether a folded word may stand, alone or with others, as a title before a name. */
export function isTitle(norm: string): boolean {
  return TITLES.has(norm);
}
