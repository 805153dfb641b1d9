import { wordLines } from './lines.ts';

/** Votes, courts, disasters, aid, health, and when things begin and end. One group a line. */
export const SOCIETY = wordLines(`
vote ballot poll
election poll ballot
election electoral
vote election
vote cast
elect chose chosen choose choice
choose chose chosen pick select
abstain abstention
oppose opposition
opponent opposition critic dissident
favor approve
adopt pass
adopt approve
approve consent endorse
approve ratify ratification
veto block
resolution motion text
draft write wrote
table sponsor introduce
binding mandatory compulsory
landslide overwhelming
candidate contender nominee
parliament legislature assembly congress
parliament lawmaker legislator parliamentarian mp
house chamber
democracy democratic
activist campaigner advocate
rights freedom liberty
free freed freedom
fraud fraudulent irregularity cheating rigged
illegal illicit unlawful
law legislation act statute
law decree edict
rule regulation law
constitution charter
convention treaty
court tribunal
court judge judicial judiciary
judge magistrate justice
trial case hearing proceedings
sue sued lawsuit court
prosecute prosecutor
prosecute trial charge
accuse allege
accuse charge indict
accuse blame fault
charge count
verdict ruling judgment judgement
verdict conviction guilty
sentence term
jail prison imprison sentence
prisoner inmate detainee
arrest detain detention
arrest warrant
detain detention custody
detain jail imprison
release free freed
pardon amnesty clemency
execute hang
investigate probe inquiry
crime criminal offence
corruption graft bribery bribe
lawyer attorney counsel
hearing session
justify justification pretext
justify explain reason
claim allege
earthquake quake tremor
disaster catastrophe calamity
strike struck hit
magnitude strength
rescue rescuer
rescue relief
aid assistance help
aid relief humanitarian
hunger hungry famine starve starvation
food hunger
vaccine jab shot
vaccine dose
covid coronavirus pandemic
medicine medical pharmaceutical drug
medicine health
disease illness sickness
ill ailing sick unwell
school academy college
academy college university institute
education training teach taught
begin began begun start commence
see saw seen inspect
end finish conclude
dissolve disband wind wound
resume reopen
renew extend extension prolong
postpone delay defer put
continue ongoing
last latest recent newest
first initial inaugural
first maiden debut
previous prior earlier former
people persons individuals
worsen deteriorate worse
paralyse paralysis stall
collapse breakdown broke fail
fail failure
settle settlement solve solution
difference dispute disagreement
evidence proof
declare designate brand label
open begin began start
resume restart begin began
stop prevent halt end cut
heat heatwave
struggle difficulty
walkie radio handset
closed secret
sentence punishment
overturn annul cancel
`);
