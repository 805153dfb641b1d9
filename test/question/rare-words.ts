/**
 * A thousand English words too rare for the list of everyday words (every 17th of SCOWL's sizes 40 and 50 that it does not
 * hold; licence beside that list): what the check of spellings has to keep apart from names by itself.
 */
export const rareWords: readonly string[] = `
  abaft abeam abnegating abrogated acacia accrual achromatic acrostic addend adieus admen adulated adventuress aerie
  afghans afterwords agglutination airbrush airship alchemists allergenic alpacas amazons amniocenteses anatomic
  androgynous angstroms anklets antechamber anthropoids antiknock antiseptically aphelions apothecaries apportionment
  aquifer archaisms argon armlet arteriosclerosis ashram assailable assize astringency athletically attenuation
  augmentation autoimmune avocations babyhood backbitten backslappers backstretches baize ballsier bandoleer
  bantamweight barefaced barracuda bassoonists battiest beachheads beatitudes bedecked beefsteak begat belayed
  bellyaching beriberi bespoke betakes betrothing bicameral bighearted bindery bipartite birthrights bitumen
  blackthorns blenched bloodmobile blunderbuss bobtail boilerplate bonnier bootblack boudoirs boysenberry brawniness
  breeziness briquette bronchi buccaneer bucktooth bulgier bullpens buntings burnouts butch cabanas cadged cajolery
  calibrators calumniated camisoles candelabra cantilevered caparisons caraways cardiograms carillons carpetbag
  caryatid castigators catarrh catgut cattiness cayenne centaurs cerebrum chambermaid changeling charier checkroom
  cheroot chicle chintzier chlorofluorocarbon chronometer chutney cinnabar circumscription clambakes clavicles cloche
  cloverleaves coauthored cockerels coddling codify cognates coiffures colliery collusive combustibility commissaries
  comparability comporting concertinaing condemnatory confabbing confluent congestive conjunctive consensual
  containment contrail contuse conviviality cootie coquettes cornices corpulence cosign cosmologist cotyledons
  countermanding countertenors coverlet cowslip crankcase creditably criminologists crossbreeding crucible
  cryptographers cudgel cupids curliness cutesiest cyclamens dactylic dairyman dandles dative deadbolts debarring
  decapitation declamation decompresses decryption defogger defrays delectation demarcation demurred denominating
  depilatory deprecatory derangement derogated descried desperadoes determinant deuterium dextrose diametrical
  didactic digraphs dimwit dioramas disabuse disassociated discomfiture discotheques disencumber disgorge disinclines
  disport disrobe distemper diurnally dockyard dogfishes dolmen doubloons dowdiness doyens dreamland droopiest duchy
  dungarees dyadic earthling eclecticism effacing effulgence egrets electrodynamics elegiacs elucidations emboldens
  emollient emulsify encroachments endues engagingly ennobled ensnaring entrenchments epistemology equitably ersatzes
  esplanades etymologist evildoer excavators excrescences exegesis exorbitance expeditious expostulated expurgating
  extortionist extrusions faddish falsifiable farsightedness featherbedding felonious fetishism filamentous
  filtration firebreaks firmaments fixative flagstaff flatbeds flaxen floorboard flummoxed fluoroscope flyweights
  footfalls foremast forester foursome fraudulence freehold friable frontispiece fuddles funereal fusillade gabbled
  gallium gamines garnering gastronomy gearwheel genomes geode gerontologist ghostwrites gigglier ginkgoes gloaming
  gneiss goldbricks gooseberries granaries greasepaint grommet guano gunny gymnastic hacktivists halberds hammerhead
  handmaid happenstances harridans hawthorn headlock heartstrings heehawed helots henpeck herder heterogeneity
  highchair hoagie hogan homebodies homophobia hoodoos horsefly horticulturists housecleaned howdahs humdingers
  hungover hydrates hydroponic hyperlinked hysteresis ideologists illegibility imminence immutability imperiously
  implacability importunity impressionist impute incautious inconstancy inculcate indefatigably indisposition
  inelastic infanticides infrequency inhalator injudicious insectivore insetting insuperable intensification
  interdicted interleaved interpolate interstices intros inveigle invulnerability irrecoverable islets jabberer
  japanning jetsam jitneys joists joust juncos kazoo kibbutz killdeers kinswoman knockwurst krone lackadaisical
  ladings lambkins landholders larboard latecomer lawbreaker leaseholds leftism legionnaire leonine libation liege
  limpidity lingual liquidators litigants loamy lodestar logotypes lookup loveless lugubriousness lustful maceration
  madrasahs magnetos mainmast malediction malodorous mandrakes manse marauded marlins martinis mastiffs matzoth
  maypole megachurches melanomas menopausal meritoriously messiness methinks micron midpoints milkiness millstones
  minesweeper minuends misapplication miscegenation miscued misdone mishmashes missals mizzenmast modulators
  molybdenum mongolism monosyllabic moonshine moribund moseys motormen muckraked muggles multiculturalism multiverses
  mushiness muskrats mythic narcissus necromancer neoclassical nervelessly neutrinos niacin nightshirt nitpicker
  nonabrasive noncompliance nongovernmental nonpluses nonsexist nosegay nowise nunneries oarlock oblation
  obstructionists occludes oculists oiliness online opprobrious oregano oscillators ottoman outgoes outsizes outwears
  overages overcautious overexposure overplay overripe overspread oversupplying ovulated oxygenating paintwork
  palindrome palmettos palpitations panoply parabolas paramours pariah paroxysm participial passkey patinas paywall
  pectorals peerage pennon pepsin peregrinations peripatetic permuted perspicuous petrel phalanx phial philodendron
  phoebes photojournalist pianissimos piebalds pillory pinhole piratical pizzicato plasterboard playbills
  plenipotentiary pluperfects pointillist polonaise polymeric pomading popinjays portaged posit potables potsherds
  pratfall precocity preferment preordained prepossessing preshrinks prevaricating prissiness problematically
  profanations prognostications pronghorn propitiates proscenium protectorate prudential ptomaines pulchritude
  punsters purloins putrefied quadrangular quaffing querulous quintuples racehorse radiotelephones raiment randiest
  rarefy rattrap readmitted reapplies reappraises reasserts rebroadcasts receptors reclassifies reconquer
  recriminates redcap rediscovery redrew reestablished refashions refocused refractories regionalism reimposed
  reinvested remands remounts reoccupied repackaged repletion reprocesses requiting resonator restocking retardant
  retrain retrogressed reunify revivify rhapsodic ribaldry ringtone robocall roister rosebuds roughnecked rubbishy
  rumpus sable saddlebags salaaming saltcellars sampan sandhogs sapsuckers sassafrases savanna scabies scarabs
  schizoids schoolmates scimitars scoutmasters scrimshaws scrunchy sculptural scuzziest seamier secretariat seemliest
  selectivity semaphoring semitone sepals sequesters serried sextant shallots shard sheepfold shiitake shindigs
  shirttails shootout shortstops shrike shutouts sidebars sideswipes silkworm sinkable skiff skyjackers slaphappy
  sleety slouchier sluttish smithies snakier snoopier snuffle sodomite solubility sonority sortieing soupy
  spacewalked spectral spermatozoa spillways spiritualists splotches spooring sprites squabs squirmy stalactite
  starling statuettes steerage stereophonic stiletto stoneware strafing strategists strikeout strudels stumpy
  subcompacts subjectivity submergence subsoil subsuming sucrose sugarcoat summations sunroof supercharging
  supermodel supine suppurating surmountable sutures swanky swearword switchblades syllogistic syntactical
  taciturnity tamales tapirs tattooists tearoom telecasters telephonic temperas tenoning terrapins thalamus
  thermionic thimblefuls threesomes thumbscrews tibiae timeliness tintinnabulation tithed toddies toolboxes topsail
  torus toxicologists traffickers transcendentally transfixing transmigration transponder travails tress triennials
  trisected trombonists truculently tubeless tunny turnoff twerk typographer ulnae umiaks unappreciative unbends
  unbuckle unclasping uncomplaining uncorking undeceive underachieves undercharges underfeeding undersecretaries
  undersold undiscriminating unendurable unflagging unfrocking unhands unhorses uninstalled unlaces unloved unmoral
  unperturbed unpunished unregulated unsanctioned unselfishly unsnarled unstrung untamed unutterable upbraids urinal
  usurpation valedictory variably vaunted ventral verity vesper viburnum vignetted violoncello viscountess
  vituperative vociferates votaries wackos walleye wardroom washstand waterboard wattage weakfish webcasts weevils
  whammies whelped whipcord whitings wigeon wimple windstorms wirelesses wolfish woodcraft woolgathering workweeks
  wrathfully xerography yeoman zeppelins zwieback acidic aftershave alderwomen ameliorating antacids apocalyptic
  approvingly ascendancy auspices backstrokes ballpark barrooms beelines biceps binges biweekly blotchier bohemians
  boondocks brokenhearted bulletproofs buzzword camellias capitulations carjackings cattiest cesspools checkmates
  childbearing chlorinated cinematographers climatic clunks colognes commentated connivance consummation corrugates
  crannies cricking crossfire curvy deafened decor dejectedly deployments devotedly disconnection dishtowels
  dissidence dolloping dorkier downsizes dysfunctions eatery egregiously embroil enfranchise entrepreneur erotically
  estranged excitedly expropriated famishes feedbags filmmakers fishtailing floodlit footbridge forklifts freeloaded
  frizzed gaggles gazebo genuflected ghostwriters glitzier gofer granulates grungier gumbo guttural halfhearted
  handpicked hatchback heartlands herbivore histrionics homeowners hotshots hunkered idealism impeachments incurably
  ineligibility infomercial insomniac interrelate jiggered jumpsuits klutzier laptop leggy lifesaver logjams
  lynchings manipulative masseurs maxing meltdown midterm mintier mispronounced mistrial monotone motherboards
  mouthwashes munition nerdy nonevents northbound odyssey ordinals outcropping outsourcing overjoying paintbrushes
  parquets paydays peppy phobic pigmentation pipsqueaks playoff podiatrist polygraphs posse potpourris predate
  predisposing premeditated preschool prissy proscribed psychotherapist purveying quickie raspiest recyclable redwood
  refinance rehabbed remarriages reran restructurings retrial rigmaroles roadworthy rubbernecking sailboard satanism
  schmooze scragglier secondhand
`
  .trim()
  .split(/\s+/);
