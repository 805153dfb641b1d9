import { wordLines } from './lines.ts';

/** Visits, meetings, offices, agreements and what is said about them. One group a line. */
export const DIPLOMACY = wordLines(`
visit trip journey tour travel
travel go goes went gone fly flew flown
flight fly flew flown
stopover stop layover transit
arrive come came land
arrive reach
enter entry entrance
leave left depart departure exit quit withdraw withdrew pullout
return back home homeward homecoming
stay remain
duration length long
host welcome receive reception greet
guest visitor invitee
delegation entourage mission contingent party team
accompany alongside companion
attend present presence
attend participate join part
attend go goes went gone
absent absence missing
absent absence skip boycott shun
exclude exclusion uninvited shut left keep kept shunned
isolate pariah outcast
meet met
meeting summit gathering
meeting talks audience
summit meeting conference
conference forum congress symposium
exhibition expo fair show
session sitting convene
talk discuss conversation
talk speak spoke spoken speech
talks negotiation consultation
dialogue talks discussion
discuss raise mention
topic subject theme agenda
agenda programme schedule itinerary
purpose aim goal objective intention
purpose reason motive cause
outcome result upshot consequence
gift present give gave given
award medal decoration honor honorary
copy replica reproduction duplicate
consecrate dedicate bless
temple pagoda stupa shrine
monk abbot priest cleric
landmark sight attraction monument
open inaugurate launch
dinner banquet lunch meal
ceremony ritual
anniversary celebration jubilee commemoration festivities
city town
region province district area
territory soil
border frontier boundary
port harbor dock
abroad overseas foreign
leader chief head ruler boss strongman
lead led head leadership
lead led command
chair chairman chairperson chairwoman chairmanship
president presidential
premier prime pm
deputy vice
minister ministry ministerial
diplomat diplomacy
envoy emissary representative delegate
envoy ambassador
ambassador embassy
consulate consular
spokesman spokeswoman spokesperson
senior top ranking high highest
adviser advisor counsellor
commander general officer
post job position
successor replace succeed
predecessor former previous
former ex previous earlier
acting interim caretaker provisional
appoint name nominate
resign quit
dismiss sack remove
swear swore sworn oath inaugurate
rule reign govern
government cabinet administration
reshuffle shakeup
agree agreement accord
agreement accord pact deal treaty
agreement contract deal
agreement memorandum mou
memorandum memo mou
agreement protocol convention
document text
sign signature ink
sign conclude
roadmap plan
plan intend intention
plan scheme project
programme project scheme
ties tie relation relationship link bond friendship
bilateral mutual reciprocal
joint common combined
cooperation collaboration partnership
partner partnership ally alliance
ally friend friendly partner
enemy foe adversary
rival competitor competing
strengthen deepen reinforce bolster enhance stronger closer
strengthen boost expand expansion
widen broaden expand extend
announce declare proclaim
announce disclose reveal unveil
disclose public
say said tell told statement
say claim assert
statement communique declaration
call describe description label dub brand
call name term
call say
describe portray characterise wrote
promise pledge vow commit assurance
guarantee assurance
report account
report write wrote written
news media press outlet newspaper
journalist correspondent
publish print
picture photo photograph image
confirm verify
deny denial refute
deny denial dispute
reject refuse spurn decline
accept recognise recognition endorse
recognise recognition acknowledge
support endorse
support solidarity side
support favor
legitimacy legitimate legitimise credibility
stance line position attitude stand
stance position view opinion
stance line position support back
stance line position condemn criticise
stance reaction response reply answer
react reaction respond response
condemn denounce denunciation deplore decry
criticise rebuke slam blast
concern worry alarm anxious
fear worry
regret apologise
praise applaud hail laud
congratulate congratulatory
thank gratitude grateful
urge appeal exhort
urge ask demand
ask request
demand call urge insist
appeal call plea
warn caution alert
threaten threat menace
hope wish
want wish seek sought desire
seek sought pursue
expect anticipate
likely probable expected possible certain
schedule planned due
propose suggest
offer propose
apply application bid candidacy request
member membership
member join admit admission accession
observer monitor watcher
watch monitor observe
inspect tour
bloc grouping
organisation body agency
committee commission panel council
represent representation
consensus unanimity
secret secretly unannounced covert clandestine confidential
secret hidden undisclosed
private unofficial
official formal
goodwill friendly
influence sway clout
pressure push
interfere meddling
sovereignty sovereign independence
neutral impartial
visa entry permit
waiver exemption waive
passenger tourist
airport airfield airbase
route link
direct nonstop
message letter cable
honor honorary award title
souvenir gift memento
return restore handover
stand run candidate
resign relinquish
dismiss sack fire
message greeting congratulate
letter write wrote
launch start begin began
suspect believe think thought presume
sideline margin
encourage urge
interest keen
homeland country nation
neighbor adjacent
voice express utter
international global worldwide
decide decision ruling
hold held stage organise
move transfer relocate
situation condition
kept retain remain
dual double
reliable dependable trusted
`);
