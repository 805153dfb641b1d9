import { wordLines } from './lines.ts';

/** Words without content of their own in a question to a record of visits and arms: one kind on a line, or on a few. */
export const WEAK_WORDS = wordLines(`
please pls plz kindly thanks thank thx ty cheers sorry excuse
hi hello hey hiya howdy dear morning evening afternoon guys guy mate buddy
yes yeah yep yup ok okay oh ah uh um uhm hmm hm huh er erm eh btw imo imho fyi asap
tbh afaik iirc
bot assistant ai chatbot app
tell tells telling told inform informs explain explains explaining clarify elaborate remind refresh
walk fill brief summarise summarize recap outline outlined sketch
know knows knowing knew understand understands understanding
wonder wonders wondering wondered curious curiosity intrigued unsure unclear
think thinks thinking thought guess guesses guessing guessed suppose supposes supposed supposedly
assume assumes assuming assumed presume presumed presumably imagine imagining believe believes believing
remember remembers remembering recall recalls recalling recalled forget forgot forgotten
want wants wanting wanted wanna need needs needed gotta hoping wishing likes liked love loved
look looks looking looked search searches searching searched find finds finding lookup google googling googled
check checks checking checked verifying
read reads reading heard hear hears learn learns learning learned learnt discover discovered
asks question questions query queries asker answers
gimme show shows list lists display
helpful useful handy
say says saying said mention mentions mentioning mentioned according accordance
chat chatting
mean means meaning meant refer refers referring referred lets
make makes making made doing done didnt doesnt dont
go goes going went gone come comes coming came gonna
get gets getting got gotten
take takes taking put puts putting
keep keeps keeping
happen happens happening happened occur occurs occurring occurred
isnt arent wasnt werent aint
havent hasnt hadnt
cant cannot couldnt mightnt mustnt shant shouldnt wont wouldnt ought
im ive id youre youve youd youll hes shes theyre theyve theyd theyll weve wed itll thats theres heres whats
whos wheres whens hows whys
involve involves involving involved
seem seems seeming seemed seemingly apparently apparent
tries trying tried attempt attempts worked
writing writer researching researcher
study studying homework essay assignment school paper papers
article articles story stories piece pieces deadline editor desk newsroom presentation
thing things stuff something anything everything nothing
info information infos detail details datum particulars specifics facts fact
sort sorts kind kinds type types manner style category categories
way ways method approach
instance instances example examples eg ie etc
bit bits plenty bunch couple
aspect aspects regard regards respect respects sense
matter matters issue issues
spot thingy whatnot
idea ideas clue hint hints tip notion
person people
circumstance circumstances context background backdrop overview
summary digest rundown gist synopsis nutshell short briefly
rest remainder sake
exact exactly precise precisely specific specifically particular particularly especially accurate accurately
correct correctly right rightly true truly truth wrong
actual actually real really literally indeed basically essentially fundamentally practically virtually
effectively
rough roughly approximate approximately approx approximation circa nearly almost ballpark
overall altogether generally broadly largely mainly mostly chiefly primarily typically usually normally commonly
totally complete completely entire entirely wholly fully absolute absolutely
simple simply plain plainly just only merely purely solely
very quite rather pretty fairly somewhat slightly so
too such
maybe perhaps possibly probably surely definitely obviously clearly evidently undoubtedly
honest honestly frankly seriously sincerely personally
also again even ever yet still already
now currently presently nowadays today
afterwards afterward later meanwhile eventually finally ultimately
soon shortly quick quickly immediately instantly away
often frequently sometimes occasionally always
recently lately
anyway anyways anyhow however though although regardless besides
additionally therefore thus hence
well good great nice fine cool awesome amazing bad
big large huge
interesting interestingly important importantly significant significantly notable notably noteworthy relevant
available
concerning regarding related relatively
include includes including included basic
different differently various several
same similar similarly alike
neither either
site website webpage page url internet online web wikipedia
reference references database
time times moment
number numbers amount amounts current
word words phrase phrases paragraph
appreciate appreciated
bye goodbye
otherwise instead
apart aside
anymore longer somehow
`).flat();
