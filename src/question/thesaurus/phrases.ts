import { pairLines } from './lines.ts';

/** Expressions of several words and the one word they stand for; forms with the same stems are written once. */
export const PHRASES = pairLines(`
in charge of > lead
taken into service > commission
put into service > commission
entered service > commission
into service > commission
out of the country > abroad
leave the country > abroad
left the country > abroad
at the head of > lead
at the helm of > lead
presided over > chair
head of state > leader
head of government > premier
took part in > attend
take part in > attend
took part > attend
take part > attend
was present at > attend
were present at > attend
turned up at > attend
showed up at > attend
sat in on > attend
stay away > absent
failed to attend > absent
did not attend > absent
did not show up > absent
shut out > exclude
left out > exclude
leave out > exclude
kept out > exclude
keep out > exclude
not invited > exclude
set foot in > visit
set foot on > visit
is gone > absent
are gone > absent
was gone > absent
called at > visit
put in at > visit
came calling > visit
leave for home > return
left for home > return
head home > return
bring home > result
came home with > result
flew with > accompany
travel with > accompany
sit at the same table > meet
sat at the same table > meet
on the ground > stay
across the table > meet
passed between > meet
civil servant > official
got to the > arrive
get to the > arrive
paid a visit > visit
pay a visit > visit
paid a call > visit
port call > visit
dropped by > visit
rush off to > visit
rush to > visit
hurry to > visit
dashed to > visit
went to see > visit
called on > urge
called for > urge
showed up > arrive
turned up > arrive
touched down > arrive
flew in > arrive
fly in > arrive
left for > depart
set off > depart
set out > depart
took off for > depart
flew out > depart
pull out > withdraw
walk away > withdraw
say sorry > apologise
walk out > boycott
storm out > boycott
went home > return
go home > return
came home > return
come home > return
get back > return
got back > return
came back > return
come back > return
went back > return
go back > return
flew home > return
fly home > return
way home > return
stopped over > stopover
face to face > meet
sat down with > meet
sit down with > meet
sat across from > meet
got together with > meet
talked with > meet
get together > gathering
spoke to > talk
speak to > talk
speak with > talk
spoke with > talk
talked about > discuss
took home > receive
take home > receive
brought home > receive
took over > seize
take over > seize
take power > seize
took power > seize
grab power > seize
came to power > seize
come to power > seize
power grab > coup
military takeover > coup
brought down > overthrow
bring down > overthrow
kicked out > oust
threw out > oust
thrown out > expel
forced out > oust
drove out > expel
driven out > expel
step down > resign
gave up > relinquish
give up > relinquish
sworn in > inaugurate
swore in > inaugurate
took office > inaugurate
take office > inaugurate
took the oath > inaugurate
signed off on > approve
gave the green light to > approve
green light > approve
voted down > reject
turn down > reject
came out against > oppose
set up > establish
wound up > dissolve
wind up > dissolve
put off > postpone
pushed back > postpone
go ahead > continue
broke down > collapse
break down > collapse
fell apart > collapse
fall apart > collapse
came into effect > force
take effect > force
took effect > force
kick off > begin
got under way > begin
gets under way > begin
put down > suppress
broke up > suppress
cracked down > suppress
cut off > stop
put an end to > stop
put a stop to > stop
shot down > shoot
shoot down > shoot
shot dead > kill
gunned down > kill
lost their lives > kill
lost his life > kill
death toll > fatality
put to death > execute
death penalty > execute
capital punishment > execute
ran away > flee
run away > flee
air strike > airstrike
air raid > airstrike
combat aircraft > warplane
combat jet > warplane
fighter jet > warplane
fighter plane > warplane
fighter aircraft > warplane
war game > wargame
war ship > warship
cease fire > ceasefire
peace deal > ceasefire
jet fuel > kerosene
aviation fuel > kerosene
nuclear power > nuclear
power station > plant
power plant > plant
space port > spaceport
launch site > spaceport
launch pad > launchpad
price tag > price
spent on > spend
handed over > deliver
handed back > return
gave back > return
give back > return
given back > return
sent back > return
send back > return
shipped back > return
on order > order
middle man > middleman
took to court > sue
take to court > sue
put on trial > prosecute
stood trial > trial
stand trial > trial
on trial > trial
in jail > jail
behind bars > jail
locked up > jail
prison term > sentence
jail term > sentence
found guilty > conviction
set free > release
let go > release
let out > release
held in custody > detain
world court > tribunal
look into > investigate
point the finger at > accuse
got rid of > remove
get rid of > remove
taken off > delist
took off > delist
took off the list > delist
off the list > delist
behind closed doors > secret
hush hush > secret
close ties > friendship
step up > strengthen
build up > strengthen
stood by > support
stand by > support
sided with > support
back up > support
speak out against > condemn
spoke out against > condemn
point of view > view
brought about > cause
come of > outcome
came of > outcome
lead to > outcome
led to > outcome
walkie talkie > radio
went up > increase
go up > increase
gone up > increase
went down > decrease
go down > decrease
gone down > decrease
military service > conscription
compulsory service > conscription
human rights abuse > abuse
top diplomat > minister
natural disaster > disaster
struggle to find food > hunger
called off > cancel
come into effect > force
enter into force > force
`);
