import { wordLines } from './lines.ts';

/** Armed forces, arms, fighting, its victims, and who seizes power. One group a line. */
export const FORCE = wordLines(`
military army troops soldiers
military defence
soldier serviceman servicemen trooper
navy naval maritime
navy fleet
airforce airmen aviation
airman airmen pilot
officer general brigadier colonel
train instruct
train drill
exercise drill manoeuvre maneuver wargame
coup putsch takeover
protect defend defence safeguard
overthrow overthrew overthrown topple oust depose
seize seizure takeover grab
crisis turmoil unrest
weapon weaponry arms armament
weapon hardware equipment materiel
equipment hardware gear kit materiel
plane airplane aeroplane aircraft
aircraft jet plane
jet fighter warplane aircraft
aviation aircraft aerial
aviation jet
helicopter chopper copter rotorcraft gunship
drone uav uas unmanned
missile projectile
rocket launcher
artillery howitzer gun cannon
tank armor
armor vehicle apc
ammunition ammo munition ordnance
munition shell round cartridge bullet
airstrike bombing bombardment
airstrike raid strike
shelling bombardment
warship ship vessel
warship destroyer frigate corvette cruiser
submarine sub
radar sensor
surveillance monitoring spying
intelligence spying espionage
component spare
used secondhand
upgrade modernise refurbish
repair maintenance overhaul
manufacture maker produce production
factory plant works facility
technology technical
attack assault raid
attack strike struck
attack offensive operation
offensive operation campaign
campaign crackdown
invade invasion incursion
invasion war aggression
war conflict fighting
fight fought combat battle
clash skirmish battle fighting
capture seize take took taken
capture fall fell fallen
occupy occupation
conquer overrun capture
retake retook recapture
lose lost loss
defeat lose lost
victory win won winner triumph
ceasefire truce armistice
peace ceasefire
broker mediate
mediate arrange facilitate
violence violent bloodshed
stability stable calm
security safety safe
rebel insurgent guerrilla militia
rebel resistance opposition
insurgency rebellion uprising revolt
terrorist terrorism
terrorist rebel insurgent
ethnic minority
kill dead death die died dying deceased
kill slay slain murder massacre
die died perish deceased
death fatality toll
casualty victim toll
casualty wounded injured
injure injury wound hurt
deadly lethal fatal
bloodiest deadliest worst
unarmed civilian
child children kids
women woman female
men man male
family relatives kin
flee fled escape
flee fled refugee displaced
drive drove driven expel expulsion
expel expulsion oust
refugee exile displaced
exile banish
abuse violation atrocity
genocide extermination
persecution oppression
repression crackdown suppress
suppress quell crush put
crackdown clampdown
shoot shot gunfire
crash accident
protest demonstration rally
surrender capitulate
troops forces army
deploy deployment station
base garrison
headquarters command
retreat withdraw withdrew
hostage kidnap abduct
smuggle smuggler trafficking contraband
nuclear atomic
alliance coalition
parallel shadow rival
junta regime military
junta regime government authorities
rebel insurgent fighter
crime atrocity
conscription draft recruitment enlistment
displace flee fled drove driven
kill toll fatality casualty
laureate prize winner
ship vessel boat
paramilitary militia
`);
