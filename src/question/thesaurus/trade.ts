import { wordLines } from './lines.ts';

/** Arms deals and other trade, money, energy, sanctions, and how amounts are spoken of. One group a line. */
export const TRADE = wordLines(`
buy purchase buyer
buyer customer client purchaser importer
buyer recipient importer
buy import
buy bought acquire acquisition obtain procurement purchase
get got obtain receive acquire
receive given got
sell sold sale seller
sell sale export
seller vendor supplier exporter
supplier provider source exporter
supply supplier
supply provide furnish
supply deliver delivery
deliver delivery handover hand
deliver delivery ship shipment
shipment consignment cargo freight delivery
shipment transfer flow
batch lot consignment
transfer handover
give gave given grant donate
send sent dispatch
send sent export ship
order contract
deal transaction
transaction payment purchase
earn income revenue proceeds
earn sell sold sale
pay paid payment
payment installment
spend spent expenditure outlay
spend spent buy bought
cost price
price value worth
sum amount total
total sum whole
money funds cash
finance financial
bank lender
loan lend lent credit
tariff levy duty
trade commerce commercial
trade business
business firm company corporation enterprise
company entity
conglomerate corporation company
businessman businesspeople entrepreneur tycoon
dealer broker trader middleman intermediary
invest investor
economy economic
industry sector
goods item product merchandise commodity
currency money
exchange swap convert
card payment
license permit permission
allow permit let
enable allow
share proportion percentage percent portion part
volume quantity amount
number amount quantity figure
number count tally
figure statistic data
estimate reckon
rank place
biggest largest greatest
biggest main top leading
main chief principal primary major key
main top leading foremost
small little tiny
increase rise rose risen grow grew grown growth
increase jump surge soar climb
increase raise
decrease fall fell fallen drop decline
decrease reduce reduction cut lower
decrease shrink shrank shrunk dwindle
drop plunge slump plummet
compare comparison versus
difference discrepancy gap
annual yearly
tonne ton
sanction penalty penalise
sanction blacklist listing
sanction measure restriction
sanction restriction curb
sanction embargo
ban bar forbid forbade forbidden prohibit outlaw
restriction limit curb
freeze froze frozen
asset property holding
lift ease relax
lift remove delist
delist took listing
impose slap
target hit hurt
target aim
sanction punish
stop halt cease
suspend suspension pause
suspend halt freeze
evade evasion circumvent bypass
energy power electricity
reactor nuclear plant
plant station reactor
oil petroleum crude
petroleum gasoline petrol diesel
fuel gasoline petrol diesel kerosene
fuel petroleum oil
kerosene avtur avgas
kerosene jet
kerosene aviation
gas lng
coal mine
refinery refining
infrastructure facility
construction build built builder
build built establish
establish create creation form formation set
space orbit
astronaut cosmonaut spaceman
satellite spacecraft
spaceport cosmodrome launchpad
science scientific scientist
farm farmer agriculture
shortage scarcity lack
register registration license
owner own belong
run manage control
job employment unemployment unemployed
poor poverty impoverished
lift end
ban block
ban embargo prohibit restriction
approve register licence
`);
